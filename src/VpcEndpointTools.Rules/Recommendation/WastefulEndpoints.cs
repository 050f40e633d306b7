using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Network;
using VpcEndpointTools.Pricing;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Recommendation;

/// <summary>Endpoints of a VPC that are paid for and do nothing for it.</summary>
internal static class WastefulEndpoints
{
    /// <summary>Recommendations to remove; each endpoint is named once.</summary>
    public static IEnumerable<RemoveRecommendation> Find(VpcAudit audit) =>
        Broken(audit).Concat(PaidForFree(audit)).Concat(Doubles(audit)).Concat(Unused(audit)).DistinctBy(item => item.VpcEndpointId[0], StringComparer.Ordinal);

    private static IEnumerable<RemoveRecommendation> Broken(VpcAudit audit) => (audit.Snapshot.VpcEndpoints ?? [])
        .Where(endpoint => endpoint.VpcId.Is(audit.VpcId) && endpoint.VpcEndpointId.IsKnown && !endpoint.HoldsItsPlace && !endpoint.IsGone && !endpoint.RequesterManaged.Is(true))
        .Select(endpoint => Remove(audit, endpoint, new($"Its state is {endpoint.State}: it cannot be used any more and is billed until it is deleted.", RuleSources.Pricing, RuleIds.L002), Confidences.High));

    private static IEnumerable<RemoveRecommendation> PaidForFree(VpcAudit audit) => audit.Endpoints
        .Where(endpoint => !endpoint.State.IsUnknown && !endpoint.RequesterManaged.IsUnknown)
        .Where(endpoint => IsServedByGateway(new RuleContext(endpoint, audit.Snapshot, audit.Region, audit.Catalog)))
        .Select(endpoint =>
        {
            bool hasGateway = audit.Snapshot.Index.Endpoints.For(audit.VpcId, endpoint.ServiceName.Known).Any(other => other.VpcEndpointType.Is(EndpointTypes.Gateway));
            string first = hasGateway ? "The Gateway endpoint that is there does the same for clients in the VPC" : "Once a Gateway endpoint is there it does the same for clients in the VPC";
            return Remove(
                audit,
                endpoint,
                new($"{first}, free of charge.", RuleSources.GatewayS3, RuleIds.C001),
                hasGateway && !audit.MayHaveOutsiders ? Confidences.Medium : Confidences.Low,
                audit.MayHaveOutsiders ? new("The VPC is, or may be, joined to other networks: clients there need it.", RuleSources.S3Interface) : null);
        });

    private static bool IsServedByGateway(RuleContext context) =>
        context.Type.Is(EndpointTypes.Interface) && GatewayInstead.HasBoth(context) && GatewayInstead.Serves(context).Serves == Truth.Yes;

    private static IEnumerable<RemoveRecommendation> Doubles(VpcAudit audit) => audit.Endpoints
        .Where(endpoint => endpoint.VpcEndpointType.Is(EndpointTypes.Interface) && endpoint.ServiceName.IsKnown)
        .GroupBy(endpoint => (endpoint.ServiceName.Known, endpoint.ServiceRegion.KnownOrDefault))
        .Where(group => group.Count() > 1)
        .SelectMany(group =>
        {
            List<EndpointConfig> ordered = [.. group.OrderByDescending(endpoint => endpoint.PrivateDnsEnabled.Is(true)).ThenByDescending(endpoint => endpoint.SubnetIds.Count).ThenBy(endpoint => endpoint.VpcEndpointId.Known, StringComparer.Ordinal)];
            return ordered.Skip(1).Select(endpoint => Remove(
                audit,
                endpoint,
                new($"{ordered[0].VpcEndpointId} is for the same service in the same VPC.", RuleSources.Pricing),
                Confidences.Low,
                new("Whoever uses the DNS names of this very endpoint, or needs its policy, needs it.", RuleSources.Access)));
        });

    private static IEnumerable<RemoveRecommendation> Unused(VpcAudit audit)
    {
        if (!audit.IsComplete)
        {
            yield break;
        }

        bool isEmpty = audit.Snapshot is { NetworkInterfaces: not null, Subnets: not null } && !audit.MayHaveOutsiders && !audit.Places.Subnets.Any(audit.Places.HasServers)
            && !audit.Snapshot.Index.IsBlurred(SnapshotMembers.NetworkInterfaces);
        foreach (EndpointConfig endpoint in audit.Endpoints)
        {
            if (endpoint.VpcEndpointType.Is(EndpointTypes.Gateway) && endpoint.RouteTableIds.IsAbsent)
            {
                yield return Remove(audit, endpoint, new("No route table has its route: nothing uses it.", RuleSources.Gateway, RuleIds.R002), Confidences.Medium);
            }
            else if (endpoint.VpcEndpointType.Is(EndpointTypes.GatewayLoadBalancer) && !IsRouted(audit, endpoint))
            {
                yield return Remove(audit, endpoint, new("No route leads to it: no traffic reaches its appliances.", RuleSources.GatewayLoadBalancer, RuleIds.R007), Confidences.Medium);
            }
            else if (isEmpty && endpoint.VpcEndpointType.Is(EndpointTypes.Interface))
            {
                yield return Remove(audit, endpoint, new("No instance and no function stands in the VPC, and no other network is joined to it: nobody can use it.", RuleSources.Pricing), Confidences.Low);
            }
        }
    }

    private static bool IsRouted(VpcAudit audit, EndpointConfig endpoint) => audit.Snapshot.RouteTables is null || audit.Snapshot.Index.IsBlurred(SnapshotMembers.RouteTables)
        || audit.Snapshot.Index.TablesIn(audit.VpcId).Any(table => table.Routes is null || table.Routes.Any(route => route.GatewayId.IsUnknown || route.GatewayId == endpoint.VpcEndpointId));

    private static RemoveRecommendation Remove(VpcAudit audit, EndpointConfig endpoint, RecommendationReason reason, string confidence, RecommendationReason? against = null)
    {
        CostEstimate cost = audit.CostOf(endpoint);
        return new RemoveRecommendation(endpoint)
        {
            Need = $"{Names.Of(endpoint)} once",
            Region = audit.Region,
            Reasons = [reason],
            Against = against is null ? [] : [against],
            EstimatedMonthlyCost = 0,
            EstimatedMonthlySaving = cost.Total,
            CostLines = cost.Lines,
            Confidence = confidence,
        };
    }
}
