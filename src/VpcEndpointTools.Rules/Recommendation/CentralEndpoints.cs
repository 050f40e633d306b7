using System.Globalization;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Recommendation;

/// <summary>The same service by an endpoint of its own in many VPCs that could share one.</summary>
/// <remarks>Peering is not transitive: a central VPC serves those peered with it, and those on a transit gateway with it.</remarks>
internal sealed class CentralEndpoints
{
    private const int Many = 3;

    private readonly NetworkSnapshot _snapshot;
    private readonly CostModel _costs;
    private readonly ILookup<string, string> _onGateway;

    private CentralEndpoints(NetworkSnapshot snapshot, CostModel costs)
    {
        _snapshot = snapshot;
        _costs = costs;
        _onGateway = (snapshot.Vpcs ?? []).Where(vpc => vpc.VpcId.IsKnown)
            .SelectMany(vpc => snapshot.Index.Joins.AttachmentsOf(vpc.VpcId.Known).Where(attachment => attachment.TransitGatewayId.IsKnown).Select(attachment => (Gateway: attachment.TransitGatewayId.Known, Vpc: vpc.VpcId.Known)))
            .ToLookup(pair => pair.Gateway, pair => pair.Vpc, StringComparer.Ordinal);
    }

    /// <summary>One recommendation for each service that could be central.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="costs">Prices of the Region.</param>
    /// <param name="vpcIds">The VPCs that were asked about.</param>
    public static IEnumerable<EndpointRecommendation> Find(NetworkSnapshot snapshot, CostModel costs, IReadOnlyCollection<string> vpcIds)
    {
        CentralEndpoints central = new(snapshot, costs);
        return (snapshot.VpcEndpoints ?? [])
            .Where(endpoint => endpoint.HoldsItsPlace && endpoint.VpcEndpointType.Is(EndpointTypes.Interface) && endpoint.ServiceName.IsKnown && endpoint.VpcId.IsKnown)
            .GroupBy(endpoint => endpoint.ServiceName.Known, StringComparer.Ordinal)
            .Where(group => group.Select(endpoint => endpoint.VpcId.Known).Distinct(StringComparer.Ordinal).Count() >= Many)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => central.Of(group.Key, [.. group], vpcIds));
    }

    private IEnumerable<EndpointRecommendation> Of(string service, List<EndpointConfig> endpoints, IReadOnlyCollection<string> asked)
    {
        while (endpoints.Count > 0)
        {
            HashSet<string> having = [.. endpoints.Select(endpoint => endpoint.VpcId.Known)];
            (string hub, HashSet<string> served) = having.Order(StringComparer.Ordinal).Select(vpc => (Hub: vpc, Served: Reach(vpc, having))).MaxBy(item => item.Served.Count);
            if (served.Count < Many)
            {
                yield break;
            }

            List<EndpointConfig> shared = [.. endpoints.Where(endpoint => served.Contains(endpoint.VpcId.Known))];
            if (served.Any(asked.Contains))
            {
                yield return Recommend(service, hub, served, shared);
            }

            endpoints = [.. endpoints.Except(shared)];
        }
    }

    private HashSet<string> Reach(string vpc, HashSet<string> among)
    {
        VpcJoins joins = _snapshot.Index.Joins;
        IEnumerable<string> peers = joins.PeeringsOf(vpc).SelectMany(peering => new[] { peering.Requester.VpcId, peering.Accepter.VpcId }).Where(id => id.IsKnown).Select(id => id.Known);
        IEnumerable<string> mates = joins.AttachmentsOf(vpc).Where(attachment => attachment.TransitGatewayId.IsKnown).SelectMany(attachment => _onGateway[attachment.TransitGatewayId.Known]);
        return [.. peers.Concat(mates).Append(vpc).Where(among.Contains)];
    }

    private EndpointRecommendation Recommend(string service, string hub, HashSet<string> served, List<EndpointConfig> endpoints)
    {
        int zones = Math.Max(1, endpoints.Max(endpoint => endpoint.SubnetIds.Count));
        CostEstimate now = endpoints.Select(endpoint => _costs.Endpoint(EndpointTypes.Interface, Math.Max(1, endpoint.SubnetIds.Count), null)).Aggregate((left, right) => left + right);
        CostEstimate then = _costs.Endpoint(EndpointTypes.Interface, zones, null);
        string several = string.Create(CultureInfo.InvariantCulture, $"{served.Count} joined VPCs have an endpoint of their own for it");
        return new EndpointRecommendation
        {
            Need = $"{service} for {string.Join(", ", served.Order(StringComparer.Ordinal))}",
            Service = service,
            Type = EndpointTypes.Interface,
            Vpc = hub,
            Region = _snapshot.Region,
            Reasons = [new($"{several}: one in {hub}, with a hosted zone for its name, could serve them all, and the hours are billed once.", RuleSources.Pricing, RuleIds.C004)],
            Against =
            [
                new("It takes a private hosted zone for the service's name in each VPC, and an endpoint policy and a security group that fit all of them.", RuleSources.Access),
                new("What a transit gateway or peering bills for the traffic is not in the figure: its price is not known here.", RuleSources.Pricing),
            ],
            EstimatedMonthlyCost = then.Total,
            EstimatedMonthlySaving = now.Total - then.Total,
            CostLines = then.Lines,
            Confidence = Confidences.Low,
        };
    }
}
