using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Placement;
using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Recommendation;

/// <summary>What the parts of an audit share: one VPC, its prices, and the advisor that writes requests.</summary>
/// <param name="Places">The VPC.</param>
/// <param name="Region">Its Region.</param>
/// <param name="Costs">Prices of the Region.</param>
/// <param name="Rules">The rules, with their catalogue and settings.</param>
/// <param name="Advisor">Answers needs.</param>
internal sealed record VpcAudit(VpcPlaces Places, string? Region, CostModel Costs, RuleEvaluator Rules, NeedAdvisor Advisor)
{
    /// <summary>The services.</summary>
    public ServiceCatalog Catalog => Rules.Catalog;

    /// <summary>The VPC.</summary>
    public string VpcId => Places.VpcId;

    /// <summary>The snapshot.</summary>
    public NetworkSnapshot Snapshot => Places.Snapshot;

    /// <summary>The living endpoints of the VPC that belong to the account and that can be named.</summary>
    public IReadOnlyList<EndpointConfig> Endpoints => field ??= [.. Snapshot.Index.Endpoints.In(VpcId).Where(endpoint => endpoint.VpcEndpointId.IsKnown && !endpoint.RequesterManaged.Is(true))];

    /// <summary>True where what is not in the snapshot is not in the VPC.</summary>
    public bool IsComplete => Snapshot.IsCompleteFor(VpcId);

    /// <summary>True where the VPC is joined to other networks, or that is not known: its endpoints may have clients there.</summary>
    public bool MayHaveOutsiders => Snapshot.VpcPeeringConnections is null || Snapshot.TransitGatewayVpcAttachments is null || !IsComplete
        || Snapshot.Index.Joins.PeeringsOf(VpcId).Any() || Snapshot.Index.Joins.AttachmentsOf(VpcId).Any()
        || Snapshot.Index.TablesIn(VpcId).Any(table => table.Routes?.Any(route => route.GatewayId.KnownOrDefault?.StartsWith("vgw-", StringComparison.Ordinal) == true) == true);

    /// <summary>The service of an endpoint, if the catalogue knows it.</summary>
    public ServiceEntry? ServiceOf(EndpointConfig endpoint) => endpoint.ServiceName.IsKnown ? Catalog.Find(endpoint.ServiceName.Known) : null;

    /// <summary>What an endpoint costs without data.</summary>
    public CostEstimate CostOf(EndpointConfig endpoint) => Costs.Endpoint(endpoint.VpcEndpointType.KnownOrDefault ?? string.Empty, Math.Max(1, endpoint.SubnetIds.Count), null);
}
