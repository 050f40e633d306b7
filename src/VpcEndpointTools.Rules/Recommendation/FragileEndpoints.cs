using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Placement;
using VpcEndpointTools.Pricing;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Recommendation;

/// <summary>Interface endpoints that a zone's failure takes down, or that leave zones with clients without one of their own.</summary>
/// <remarks>Only those that can get subnets later (types.tsv, ChangeLater).</remarks>
internal static class FragileEndpoints
{
    /// <summary>Recommendations to add subnets.</summary>
    public static IEnumerable<ModifyRecommendation> Find(VpcAudit audit) => audit.Endpoints
        .Where(endpoint => TypeCapabilities.Of(endpoint.VpcEndpointType)?.CanAdd("SubnetIds") == Truth.Yes && endpoint.SubnetIds.Count > 0)
        .Select(endpoint => Widen(audit, endpoint))
        .OfType<ModifyRecommendation>();

    private static ModifyRecommendation? Widen(VpcAudit audit, EndpointConfig endpoint)
    {
        List<string?> own = [.. endpoint.SubnetIds.Select(id => audit.Places.Subnets.FirstOrDefault(subnet => subnet.SubnetId == id)).Select(subnet => subnet is null ? null : VpcPlaces.ZoneOf(subnet))];
        if (own.Contains(null) || audit.ServiceOf(endpoint) is not { } service)
        {
            return null;
        }

        EndpointNeed need = new()
        {
            Target = new NeedTarget(service.IsEndpointService ? TargetKind.EndpointService : TargetKind.AwsService, endpoint.ServiceName.Known, service),
            VpcId = audit.VpcId,
            Region = audit.Region,
            AvailabilityZoneCount = int.MaxValue,
            IpAddressType = endpoint.IpAddressType.KnownOrDefault,
        };
        RequestFiller filler = new(audit.Places, audit.Region, audit.Rules);
        IReadOnlyList<Subnet> all = filler.Subnets(need, EndpointTypes.Interface);
        List<Subnet> elsewhere = [.. all.Where(subnet => !own.Contains(VpcPlaces.ZoneOf(subnet), StringComparer.Ordinal))];
        List<Subnet> withClients = [.. elsewhere.Where(filler.HasClients)];
        bool isSingle = own.Distinct(StringComparer.Ordinal).Count() == 1;
        List<Subnet> added = withClients.Count > 0 ? withClients : isSingle ? [.. elsewhere.Take(1)] : [];
        return added.Count == 0 ? null : Modify(audit, endpoint, added, isSingle, withClients.Count > 0);
    }

    private static ModifyRecommendation Modify(VpcAudit audit, EndpointConfig endpoint, List<Subnet> added, bool isSingle, bool forClients)
    {
        CostEstimate then = audit.Costs.Endpoint(EndpointTypes.Interface, endpoint.SubnetIds.Count + added.Count, null);
        List<RecommendationReason> reasons = [];
        if (isSingle)
        {
            reasons.Add(new("It stands in one Availability Zone and goes down with it.", RuleSources.Access, RuleIds.H001));
        }

        if (forClients)
        {
            reasons.Add(new($"There are clients in {string.Join(", ", added.Select(VpcPlaces.ZoneOf))}, which has no part of it.", RuleSources.Access, RuleIds.H002));
        }

        return new ModifyRecommendation(endpoint)
        {
            Need = $"{Names.Of(endpoint)} in more zones",
            Region = audit.Region,
            AddSubnetId = [.. added.Select(subnet => subnet.SubnetId.Known)],
            Reasons = [.. reasons],
            EstimatedMonthlyCost = then.Total,
            EstimatedMonthlySaving = audit.CostOf(endpoint).Total - then.Total,
            CostLines = then.Lines,
            Confidence = forClients ? Confidences.High : Confidences.Medium,
        };
    }
}
