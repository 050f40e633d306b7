using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Recommendation;

/// <summary>Weighs the ways to meet a need: those that fail it, those that meet it, and among these the cheapest and simplest first.</summary>
/// <remarks>The order of the types is that of their cost: free, then by the zone, then by the resource. Source: https://aws.amazon.com/privatelink/pricing/.</remarks>
internal sealed class TypeChooser
{
    private static readonly string[] Order =
        [EndpointTypes.Gateway, EndpointTypes.GatewayLoadBalancer, EndpointTypes.Interface, EndpointTypes.ServiceNetwork, EndpointTypes.Resource, EndpointTypes.Tunnel];

    private readonly CostModel _costs;

    /// <summary>A chooser.</summary>
    /// <param name="costs">Prices of the Region.</param>
    public TypeChooser(CostModel costs) => _costs = costs;

    /// <summary>The options, the best first; that there be no endpoint is always among them.</summary>
    /// <param name="need">The need.</param>
    /// <param name="listed">What AWS lists of the service in the Region; empty where nothing was read.</param>
    /// <param name="zones">In how many zones an endpoint would be.</param>
    /// <param name="isThroughNat">True where the traffic has a NAT gateway to go through.</param>
    public IReadOnlyList<EndpointOption> Options(EndpointNeed need, IReadOnlyList<ServiceDetail> listed, int zones, bool isThroughNat)
    {
        IReadOnlyList<string>? offered = Offered(need.Target, listed);
        List<EndpointOption> options = [.. Order.Select(type => Option(need, type, offered, zones))];
        EndpointOption? best = options.FirstOrDefault(option => option.Qualifies);
        EndpointOption none = NoEndpoint(need, best, isThroughNat);
        return [.. options.Append(none).OrderBy(option => Place(option, none)).Select(option => option == best || !option.Qualifies || best is null ? option : SecondBest(option, best, need))];
    }

    /// <summary>The types that a target can have; null where that is not known.</summary>
    internal static IReadOnlyList<string>? Offered(NeedTarget target, IReadOnlyList<ServiceDetail> listed)
    {
        string[] live = [.. listed.SelectMany(detail => detail.ServiceTypes).Where(type => type.IsKnown).Select(type => type.Known).Distinct(StringComparer.Ordinal)];
        return target.Kind switch
        {
            TargetKind.AwsService or TargetKind.EndpointService when live.Length > 0 => live,
            TargetKind.AwsService => target.Service!.EndpointTypes,
            TargetKind.EndpointService => [EndpointTypes.Interface, EndpointTypes.GatewayLoadBalancer],
            TargetKind.Resource => [EndpointTypes.Resource],
            TargetKind.Segment => [EndpointTypes.Tunnel],
            TargetKind.ServiceNetwork => [EndpointTypes.ServiceNetwork],
            _ => [EndpointTypes.GatewayLoadBalancer],
        };
    }

    private EndpointOption Option(EndpointNeed need, string type, IReadOnlyList<string>? offered, int zones)
    {
        (RecommendationReason[] against, RecommendationReason[] uncertain) = TypeVerdicts.Of(need, type, offered);

        // An endpoint service has one type; without appliances in the play it is the one behind a Network Load Balancer.
        if (against.Length == 0 && type == EndpointTypes.GatewayLoadBalancer && offered is { Count: > 1 } && !need.InspectTraffic)
        {
            against = [new($"{need.Target} would have to stand behind a Gateway Load Balancer, which is for inspection: say -InspectTraffic if that is meant.", RuleSources.GatewayLoadBalancer, RuleIds.S024)];
        }

        CostEstimate cost = _costs.Endpoint(type, type == EndpointTypes.GatewayLoadBalancer ? 1 : zones, need.MonthlyGB);
        return new EndpointOption
        {
            Type = type,
            Qualifies = against.Length == 0,
            Against = against,
            Uncertain = uncertain,
            EstimatedMonthlyCost = against.Length == 0 ? cost.Total : null,
            CostLines = against.Length == 0 ? cost.Lines : [],
        };
    }

    private EndpointOption NoEndpoint(EndpointNeed need, EndpointOption? best, bool isThroughNat)
    {
        CostEstimate nat = isThroughNat && need.MonthlyGB is { } volume ? _costs.NatData(volume) : new CostEstimate([], "the volume, or a NAT gateway");
        bool isCheaper = isThroughNat && !need.HasOtherGrounds && best is not null && nat.Total < best.EstimatedMonthlyCost;
        List<RecommendationReason> against = [];
        if (best is not null && !isCheaper)
        {
            against.Add(
                need.HasOtherGrounds ? new("Without an endpoint none of these needs is met.", RuleSources.Access)
                : nat.Total is { } now && best.EstimatedMonthlyCost is { } then ? new($"The way through the NAT gateway costs {Money.Text(now)} USD a month, the {best.Type} endpoint {Money.Text(then)}.", RuleSources.Pricing, RuleIds.C002)
                : isThroughNat ? new("Traffic then goes through the NAT gateway, which is billed by the GB.", RuleSources.Gateway, RuleIds.C002)
                : new("Without a way to the internet the service cannot be reached then.", RuleSources.Access));
        }

        return new EndpointOption
        {
            Type = null,
            Qualifies = best is null || isCheaper,
            Against = [.. against],
            EstimatedMonthlyCost = nat.Total,
            CostLines = nat.Lines,
        };
    }

    private static int Place(EndpointOption option, EndpointOption none) =>
        option == none ? (none.Qualifies ? 0 : 2)
        : option.Qualifies ? 1
        : 3;

    private static EndpointOption SecondBest(EndpointOption option, EndpointOption best, EndpointNeed need) => option.Type is null ? option : new EndpointOption
    {
        Type = option.Type,
        Qualifies = true,
        Against =
        [
            best.Type == EndpointTypes.Gateway
                ? new($"It is billed by the hour, zone and GB; the Gateway endpoint does the same for {(need.HasOutsideClients ? "these clients" : "clients in the VPC")} and is free.", RuleSources.GatewayS3, RuleIds.C001)
                : new($"A {best.Type} endpoint meets the need at less cost.", RuleSources.Pricing),
        ],
        Uncertain = option.Uncertain,
        EstimatedMonthlyCost = option.EstimatedMonthlyCost,
        CostLines = option.CostLines,
    };
}
