using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Placement;
using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Recommendation;

/// <summary>Recommends endpoints: from needs, from VPCs as a snapshot shows them, from measured traffic.</summary>
public sealed class Recommender
{
    private readonly PriceList _prices;
    private readonly RuleEvaluator _evaluator;

    /// <summary>A recommender.</summary>
    /// <param name="prices">The prices; those that ship unless given.</param>
    /// <param name="evaluator">The rules, with their catalogue and settings; all rules and what ships unless given.</param>
    public Recommender(PriceList? prices = null, RuleEvaluator? evaluator = null)
    {
        _prices = prices ?? PriceList.Shipped;
        _evaluator = evaluator ?? new RuleEvaluator();
    }

    /// <summary>What meets a need: one recommendation, or two where clients in the VPC and others are best served by different endpoints.</summary>
    /// <param name="need">The need.</param>
    /// <param name="snapshot">What surrounds the need's VPC; without it no request can be written.</param>
    public IReadOnlyList<EndpointRecommendation> ForNeed(EndpointNeed need, NetworkSnapshot? snapshot)
    {
        ArgumentNullException.ThrowIfNull(need);
        VpcPlaces? places = snapshot is not null && need.VpcId is not null ? new VpcPlaces(snapshot, need.VpcId) : null;
        return [.. new NeedAdvisor(_prices, _evaluator, snapshot).Answer(need, places)];
    }

    /// <summary>What is missing, wasteful or fragile in VPCs, and the endpoints that are well as they are.</summary>
    /// <param name="vpcIds">The VPCs.</param>
    /// <param name="snapshot">The snapshot that shows them.</param>
    public IEnumerable<EndpointRecommendation> ForVpcs(IReadOnlyCollection<string> vpcIds, NetworkSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        CostModel costs = new(_prices, snapshot.Region);
        NeedAdvisor advisor = new(_prices, _evaluator, snapshot);
        return vpcIds.SelectMany(id => OfVpc(new VpcAudit(new VpcPlaces(snapshot, id), snapshot.Region, costs, _evaluator, advisor)))
            .Concat(CentralEndpoints.Find(snapshot, costs, vpcIds).Where(IsWanted));
    }

    /// <summary>What measured traffic costs now and with the right endpoint; the volumes of a VPC and service are added up.</summary>
    /// <param name="volumes">The traffic.</param>
    /// <param name="snapshot">What surrounds the VPCs; without it no request can be written.</param>
    /// <param name="form">What else is needed: the zones, the Region.</param>
    public IEnumerable<EndpointRecommendation> ForTraffic(IEnumerable<TrafficVolume> volumes, NetworkSnapshot? snapshot, EndpointNeed form)
    {
        ArgumentNullException.ThrowIfNull(form);
        string? region = form.Region ?? snapshot?.Region;
        return volumes.GroupBy(volume => (volume.VpcId, Target: volume.Target(region, _evaluator.Catalog), Tag: volume.Target(region, _evaluator.Catalog) is null ? volume.Service : null, volume.IsOverNat))
            .SelectMany(group => group.Key.Target is { } target
                ? ForNeed(
                    form with
                    {
                        Target = target,
                        Region = region,
                        VpcId = group.Key.VpcId,
                        MonthlyGB = group.Sum(volume => volume.MonthlyGB),
                        IsOverNat = group.Key.IsOverNat,
                        Title = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{target}, {group.Sum(volume => volume.MonthlyGB):0.#} GB a month"),
                    },
                    snapshot)
                : [NotAService(group.Key.VpcId, group.Key.Tag!, region)]);
    }

    /// <summary>Gives each its rank: what to do comes first, and of that what saves most; what is well comes last.</summary>
    public static IReadOnlyList<EndpointRecommendation> Rank(IEnumerable<EndpointRecommendation> recommendations)
    {
        List<EndpointRecommendation> ranked = [.. recommendations.OrderBy(Urgency).ThenByDescending(item => item.EstimatedMonthlySaving ?? 0)];
        for (int i = 0; i < ranked.Count; i++)
        {
            ranked[i].Rank = i + 1;
        }

        return ranked;
    }

    private static EndpointRecommendation NotAService(string vpcId, string tag, string? region) => new()
    {
        Need = tag,
        Vpc = vpcId,
        Region = region,
        Reasons = [new($"{tag} names no service that has an endpoint: traffic to it keeps its way.", RuleSources.Services)],
    };

    // A free endpoint before a paid one: the latter may build on it.
    private static int Urgency(EndpointRecommendation recommendation) => recommendation.Action switch
    {
        RecommendedActions.Create => recommendation.Type == EndpointTypes.Gateway ? 0 : 1,
        RecommendedActions.Modify => 2,
        RecommendedActions.Remove => 3,
        RecommendedActions.None => 4,
        _ => 5,
    };

    private List<EndpointRecommendation> OfVpc(VpcAudit audit)
    {
        List<EndpointRecommendation> found = [.. MissingEndpoints.Find(audit).Where(IsWanted)];
        HashSet<string> mended = [.. found.OfType<ModifyRecommendation>().Select(item => item.ExistingVpcEndpointId)];
        found.AddRange(WastefulEndpoints.Find(audit).Where(IsWanted).Where(item => !mended.Contains(item.VpcEndpointId[0])));
        HashSet<string> removed = [.. found.OfType<RemoveRecommendation>().Select(item => item.VpcEndpointId[0])];
        found.AddRange(FragileEndpoints.Find(audit).Where(IsWanted).Where(item => !removed.Contains(item.ExistingVpcEndpointId)));
        HashSet<string> named = [.. removed, .. found.OfType<ModifyRecommendation>().Select(item => item.ExistingVpcEndpointId)];
        found.AddRange(audit.Endpoints.Where(endpoint => !named.Contains(endpoint.VpcEndpointId.Known)).Select(endpoint => Keep(audit, endpoint)));
        if (found.Count == 0)
        {
            found.Add(new EndpointRecommendation
            {
                Need = $"{audit.VpcId} as it is",
                Vpc = audit.VpcId,
                Region = audit.Region,
                Reasons = [new(audit.Snapshot.NatGateways is null || audit.Snapshot.RouteTables is null
                    ? "It has no endpoint, and the snapshot does not tell its NatGateways and RouteTables: nothing can be said."
                    : "It has no endpoint, and no route of it leads over a NAT gateway: nothing is known that an endpoint would save or mend.")],
                Confidence = audit.IsComplete ? Confidences.Medium : Confidences.Low,
            });
        }

        return found;
    }

    // What rests on rules alone that the team excluded or suppressed is no advice to it.
    private bool IsWanted(EndpointRecommendation item)
    {
        string target = item switch
        {
            ModifyRecommendation modify => modify.ExistingVpcEndpointId,
            RemoveRecommendation remove => remove.VpcEndpointId[0],
            _ => string.Empty,
        };
        return item.Action is not (RecommendedActions.Modify or RecommendedActions.Remove)
            || item.Reasons.Any(reason => reason.RuleId is null || !Excuses.Cover(_evaluator, reason.RuleId, target));
    }

    private KeepRecommendation Keep(VpcAudit audit, EndpointConfig endpoint)
    {
        ConfigTestResult result = _evaluator.Evaluate(endpoint, audit.Snapshot, audit.Region);
        CostEstimate cost = audit.CostOf(endpoint);
        return new KeepRecommendation(endpoint)
        {
            Need = $"{Names.Of(endpoint)} as it is",
            Region = audit.Region,
            Reasons = [new($"Nothing better is known. Its test: {result.Outcome}, {result.Coverage}.")],
            Against = [.. result.Findings.Where(finding => finding.Severity != nameof(Severity.Information)).Select(finding => new RecommendationReason(finding.Message, finding.HelpUri, finding.RuleId))],
            EstimatedMonthlyCost = cost.Total,
            CostLines = cost.Lines,
            Confidence = audit.IsComplete ? Confidences.High : Confidences.Low,
        };
    }
}
