using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Placement;
using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Recommendation;

/// <summary>Answers a need: which endpoint, why, at what cost, and where the surroundings are known, the request for it.</summary>
internal sealed class NeedAdvisor
{
    // What AWS recommends at the least: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
    private const int UsualZones = 2;

    private readonly PriceList _prices;
    private readonly RuleEvaluator _evaluator;
    private readonly NetworkSnapshot? _snapshot;

    /// <summary>An advisor.</summary>
    public NeedAdvisor(PriceList prices, RuleEvaluator evaluator, NetworkSnapshot? snapshot)
    {
        _prices = prices;
        _evaluator = evaluator;
        _snapshot = snapshot;
    }

    /// <summary>One recommendation for the need; two where clients in the VPC and others are best served by different endpoints.</summary>
    /// <param name="need">The need.</param>
    /// <param name="places">The VPC of the need; null where it is not known.</param>
    public IEnumerable<EndpointRecommendation> Answer(EndpointNeed need, VpcPlaces? places)
    {
        need = need with { Region = need.Region ?? _snapshot?.Region };
        bool isSplit = need.HasBothKinds && Choose(need.Inside, places).Best.Type == EndpointTypes.Gateway && Choose(need.OfOutsiders, places).Best.Type == EndpointTypes.Interface;
        if (!isSplit)
        {
            return One(need, places, need.Because is null ? [] : [need.Because]);
        }

        RecommendationReason both = new($"{need.Target} can have both: the Gateway endpoint for the VPC, the Interface endpoint for the clients outside it.", RuleSources.S3Interface, RuleIds.D004);
        return One(need.Inside, places, [both]).Concat(One(need.OfOutsiders, places, [both]));
    }

    private IEnumerable<EndpointRecommendation> One(EndpointNeed need, VpcPlaces? places, RecommendationReason[] reasons)
    {
        Choice choice = Choose(need, places) with { Before = reasons };
        string? type = choice.Best.Type;
        if (type is null || places is null)
        {
            return [Advice(choice, type is null ? null : new("Name the VPC (-VpcId, live or with -Snapshot) to get a request that can be created."))];
        }

        if (need.Target is { Kind: TargetKind.Resource or TargetKind.Segment or TargetKind.ServiceNetwork, Arn: null })
        {
            return [Advice(choice, new("Share it as a resource configuration of VPC Lattice first: the request takes its ARN.", RuleSources.Resource))];
        }

        if (need.Target.Kind == TargetKind.Unnamed)
        {
            return [Advice(choice, new("Name the endpoint service of the appliances: -Target com.amazonaws.vpce...", RuleSources.GatewayLoadBalancer))];
        }

        List<EndpointConfig> existing = [.. Existing(need, type)];
        return type == EndpointTypes.GatewayLoadBalancer ? InEachZone(choice, places, existing)
            : existing.Count > 0 ? [OfExisting(choice, existing, places)]
            : [Created(choice, Filler(places, need).Fill(need, type))];
    }

    private Choice Choose(EndpointNeed need, VpcPlaces? places)
    {
        CostModel costs = new(_prices, need.Region);
        RequestFiller? filler = places is null ? null : Filler(places, need);
        IReadOnlyList<ServiceDetail> listed = filler?.Listed(need) ?? [];
        int zones = filler?.Subnets(need, EndpointTypes.Interface).Count is > 0 and int found ? found : need.AvailabilityZoneCount ?? UsualZones;
        bool overNat = need.IsOverNat ?? places is { TablesOverNat.Count: > 0 };
        return new Choice(need, new TypeChooser(costs).Options(need, listed, zones, overNat), TypeChooser.Offered(need.Target, listed), costs, zones, overNat);
    }

    private RequestFiller Filler(VpcPlaces places, EndpointNeed need) => new(places, need.Region, _evaluator.From(need.AccessFrom));

    private IEnumerable<EndpointConfig> Existing(EndpointNeed need, string type) =>
        _snapshot!.Index.Endpoints.In(need.VpcId!).Where(endpoint => endpoint.VpcEndpointType.Is(type) && endpoint.VpcEndpointId.IsKnown && Names.Of(endpoint) == need.Target.Name);

    // An endpoint of this type has one subnet: the zones are served by as many endpoints.
    private IEnumerable<EndpointRecommendation> InEachZone(Choice choice, VpcPlaces places, List<EndpointConfig> existing)
    {
        EndpointNeed need = choice.Need;
        RequestFiller filler = Filler(places, need);
        EndpointConfig form = filler.Fill(need, EndpointTypes.GatewayLoadBalancer);
        HashSet<string> served = [.. existing.SelectMany(endpoint => endpoint.SubnetIds).Select(id => places.Subnets.FirstOrDefault(subnet => subnet.SubnetId == id)).OfType<Subnet>().Select(VpcPlaces.ZoneOf).OfType<string>()];
        foreach (EndpointConfig endpoint in existing)
        {
            yield return Kept(choice, endpoint);
        }

        IReadOnlyList<Subnet> subnets = filler.Subnets(need, EndpointTypes.GatewayLoadBalancer);
        foreach (Subnet subnet in subnets.Where(subnet => !served.Contains(VpcPlaces.ZoneOf(subnet)!)))
        {
            yield return Created(choice, form with { SubnetIds = [subnet.SubnetId] });
        }

        if (subnets.Count == 0 && existing.Count == 0)
        {
            yield return Created(choice, form);
        }
    }

    private EndpointRecommendation OfExisting(Choice choice, List<EndpointConfig> existing, VpcPlaces places)
    {
        EndpointNeed need = choice.Need;
        if (choice.Best.Type == EndpointTypes.Gateway)
        {
            RequestFiller filler = Filler(places, need);
            string[] lacking = [.. places.TablesOverNat.Where(table => !filler.Taken(table, need.Target.Name)).Select(table => table.RouteTableId.Known)];
            return lacking.Length == 0 ? Kept(choice, existing[0]) : new ModifyRecommendation(existing[0])
            {
                Need = need.ToString(),
                Region = need.Region,
                AddRouteTableId = lacking,
                Reasons = [new($"It is there, but {string.Join(", ", lacking)} lead(s) out over NAT without its route.", RuleSources.Gateway, RuleIds.R003)],
                Alternatives = choice.Others,
                EstimatedMonthlyCost = 0,
            };
        }

        return need.NeedsPrivateDns && existing.All(endpoint => endpoint.PrivateDnsEnabled.Is(false))
            ? new ModifyRecommendation(existing[0])
            {
                Need = need.ToString(),
                Region = need.Region,
                PrivateDnsEnabled = true,
                Reasons = [new("It is there, but private DNS is off.", RuleSources.Configure, RuleIds.D009)],
                Alternatives = choice.Others,
                EstimatedMonthlyCost = choice.Best.EstimatedMonthlyCost,
                CostLines = choice.Best.CostLines,
            }
            : Kept(choice, existing[0]);
    }

    private static KeepRecommendation Kept(Choice choice, EndpointConfig endpoint)
    {
        CostEstimate cost = choice.Costs.Endpoint(choice.Best.Type!, endpoint.SubnetIds.Count, choice.Need.MonthlyGB);
        return new KeepRecommendation(endpoint)
        {
            Need = choice.Need.ToString(),
            Region = choice.Need.Region,
            Reasons = [new($"{endpoint.VpcEndpointId} is there and meets the need."), .. choice.Reasons],
            Against = choice.Best.Uncertain,
            Alternatives = choice.Others,
            EstimatedMonthlyCost = cost.Total,
            CostLines = cost.Lines,
            Confidence = choice.Confidence,
        };
    }

    private EndpointRecommendation Created(Choice choice, EndpointConfig request)
    {
        RequestProof proof = RequestProof.Of(request, _snapshot!, choice.Need, _evaluator.From(choice.Need.AccessFrom));
        if (proof.Request is null)
        {
            return Advice(choice, new("The right type, but as the VPC is now it would not work: see Against."), proof.Errors);
        }

        bool isCertain = proof.IsCertain && _snapshot!.IsCompleteFor(choice.Need.VpcId!);
        return new CreateRecommendation(proof.Request)
        {
            Need = choice.Need.ToString(),
            Service = choice.Need.Target.Name,
            Reasons = choice.Reasons,
            Against = [.. choice.Against, .. proof.Excused, .. Gaps(proof.Request)],
            Alternatives = choice.Others,
            EstimatedMonthlyCost = choice.Best.EstimatedMonthlyCost,
            EstimatedMonthlySaving = choice.Saving,
            BreakEvenMonthlyGB = choice.BreakEvenGB,
            CostLines = choice.Best.CostLines,
            Confidence = isCertain ? choice.Confidence : Confidences.Low,
        };
    }

    // What the request leaves to AWS's defaults, which is seldom what is wanted.
    private static IEnumerable<RecommendationReason> Gaps(EndpointConfig request)
    {
        TypeCapabilities? type = TypeCapabilities.Of(request.VpcEndpointType);
        if (type is { HasRouteTables: true } && request.RouteTableIds.IsAbsent)
        {
            yield return new("No private route table is known that could take its route: name one before creating it.", RuleSources.Gateway, RuleIds.R002);
        }

        if (type is { HasSecurityGroups: true } && request.SecurityGroupIds.IsAbsent)
        {
            yield return new("No security group of the VPC is known to let its clients in: without one AWS takes the default group.", RuleSources.CreateInterface, RuleIds.P002);
        }
    }

    private static EndpointRecommendation Advice(Choice choice, RecommendationReason? next, RecommendationReason[]? against = null) => new()
    {
        Need = choice.Need.ToString(),
        Service = choice.Need.Target.Kind == TargetKind.Unnamed ? null : choice.Need.Target.Name,
        Type = choice.Best.Type,
        Vpc = choice.Need.VpcId,
        Region = choice.Need.Region,
        Reasons = next is null ? choice.Reasons : [.. choice.Reasons, next],
        Against = [.. choice.Against, .. against ?? []],
        Alternatives = choice.Others,
        EstimatedMonthlyCost = choice.Best.EstimatedMonthlyCost,
        EstimatedMonthlySaving = choice.Saving,
        BreakEvenMonthlyGB = choice.BreakEvenGB,
        CostLines = choice.Best.CostLines,
        Confidence = choice.Confidence,
    };
}
