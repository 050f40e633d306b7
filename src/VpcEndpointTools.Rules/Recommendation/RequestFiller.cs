using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Placement;

namespace VpcEndpointTools.Recommendation;

/// <summary>Turns a need and a type into a request, as far as the snapshot knows the parts: one subnet a zone, the private route tables, a group that lets clients in.</summary>
internal sealed class RequestFiller
{
    private const int MostZones = 3;
    private const int MostGroupsTried = 20;

    // All that look at security groups, whichever they are: what is to be chosen is the best group, also where a team excluded such a rule.
    private static readonly IReadOnlyList<Rule> GroupRules =
        [.. RuleCatalog.All.Where(rule => rule.Info.Needs.HasFlag(RuleNeeds.SecurityGroups))];

    private readonly VpcPlaces _vpc;
    private readonly string? _region;
    private readonly RuleEvaluator _groupRules;
    private readonly SubnetPicker _picker;

    /// <summary>A filler for one VPC.</summary>
    public RequestFiller(VpcPlaces vpc, string? region, RuleEvaluator evaluator)
    {
        _vpc = vpc;
        _picker = new SubnetPicker(vpc);
        _region = region;
        _groupRules = new RuleEvaluator(GroupRules, evaluator.Catalog, evaluator.Settings);
    }

    /// <summary>The request.</summary>
    public EndpointConfig Fill(EndpointNeed need, string type)
    {
        EndpointConfig request = Form(need, type);
        TypeCapabilities can = TypeCapabilities.Of(type)!;
        if (can.HasRouteTables)
        {
            return request with { RouteTableIds = [.. FreeTables(need).Select(table => table.RouteTableId)] };
        }

        IEnumerable<Value<string>> subnets = Subnets(need, type).Select(subnet => subnet.SubnetId);
        request = request with { SubnetIds = [.. can.Subnets == SubnetCount.One ? subnets.Take(1) : subnets] };
        return WithPrivateDns(can.HasSecurityGroups ? WithGroup(request) : request, need);
    }

    /// <summary>The private tables that no gateway endpoint of that service serves yet.</summary>
    public IEnumerable<RouteTable> FreeTables(EndpointNeed need) => (need.OnlyWhereNat ? _vpc.TablesOverNat : _vpc.PrivateTables).Where(table => !Taken(table, need.Target.Name));

    /// <summary>True where a table already has the service's route.</summary>
    public bool Taken(RouteTable table, string serviceName)
    {
        SnapshotIndex index = _vpc.Snapshot.Index;
        return index.Endpoints.OnTable(table.RouteTableId.Known).Any(endpoint => !endpoint.ServiceName.IsKnown || endpoint.ServiceName.Is(serviceName))
            || table.Routes!.Any(route => route.DestinationPrefixListId.IsKnown && index.PrefixListsNamed(serviceName).Any(list => list.PrefixListId == route.DestinationPrefixListId));
    }

    /// <summary>One subnet in each zone where the service is: zones with clients first, and all of those where they are known.</summary>
    public IReadOnlyList<Subnet> Subnets(EndpointNeed need, string type)
    {
        List<Subnet> perZone = [.. _picker.OnePerZone(Form(need, type)).Select(choice => choice.Subnet)];
        int withClients = perZone.Count(_picker.HasServers);
        int wanted = need.AvailabilityZoneCount ?? (withClients > 0 ? Math.Max(2, withClients) : MostZones);
        return [.. perZone.Take(wanted).OrderBy(subnet => subnet.SubnetId.Known, StringComparer.Ordinal)];
    }

    /// <summary>True where instances or functions are in the zone of a subnet.</summary>
    public bool HasClients(Subnet subnet) => _picker.HasServers(subnet);

    /// <summary>What AWS lists of the need's service.</summary>
    public IReadOnlyList<ServiceDetail> Listed(EndpointNeed need) => [.. _vpc.Snapshot.Index.Services(need.Target.Name)];

    // The request without its parts.
    private EndpointConfig Form(EndpointNeed need, string type) => new()
    {
        Target = need.ToString(),
        VpcId = _vpc.VpcId,
        VpcEndpointType = type,
        Region = _region,
        ServiceName = need.Target.Kind is TargetKind.AwsService or TargetKind.EndpointService ? need.Target.Name : default(Value<string>),
        ServiceRegion = need.IsCrossRegion ? need.ServiceRegion : default(Value<string>),
        ResourceConfigurationArn = need.Target.Kind is TargetKind.Resource or TargetKind.Segment ? need.Target.Arn : default(Value<string>),
        ServiceNetworkArn = need.Target.Kind == TargetKind.ServiceNetwork ? need.Target.Arn : default(Value<string>),
        IpAddressType = need.IpAddressType,
    };

    // The groups of the VPC's other endpoints first: somebody has thought about them.
    private EndpointConfig WithGroup(EndpointConfig request)
    {
        SnapshotIndex index = _vpc.Snapshot.Index;
        HashSet<string> proven = [.. index.Endpoints.In(_vpc.VpcId).SelectMany(endpoint => endpoint.SecurityGroupIds).Where(id => id.IsKnown).Select(id => id.Known)];
        IEnumerable<SecurityGroup> candidates = index.GroupsIn(_vpc.VpcId)
            .Where(group => group.GroupId.IsKnown && !group.IsDefault)
            .OrderByDescending(group => proven.Contains(group.GroupId.Known))
            .ThenByDescending(group => LooksMeant(group.GroupName.KnownOrDefault))
            .ThenBy(group => group.GroupId.Known, StringComparer.Ordinal)
            .Take(MostGroupsTried);
        EndpointConfig? best = null;
        int fewest = int.MaxValue;
        EndpointConfig bare = request with { SubnetIds = ValueList<Value<string>>.Absent };
        foreach (SecurityGroup group in candidates)
        {
            ConfigTestResult result = _groupRules.Evaluate(bare with { SecurityGroupIds = [group.GroupId] }, _vpc.Snapshot, _region);
            if (result.Outcome == TestOutcomes.Passed && result.Findings.Count < fewest)
            {
                (best, fewest) = (request with { SecurityGroupIds = [group.GroupId] }, result.Findings.Count);
                if (fewest == 0)
                {
                    break;
                }
            }
        }

        return best ?? request;
    }

    private static bool LooksMeant(string? name) =>
        name is not null && (name.Contains("endpoint", StringComparison.OrdinalIgnoreCase) || name.Contains("vpce", StringComparison.OrdinalIgnoreCase));

    private EndpointConfig WithPrivateDns(EndpointConfig request, EndpointNeed need)
    {
        if (!request.VpcEndpointType.Is(EndpointTypes.Interface))
        {
            bool canHave = TypeCapabilities.Of(request.VpcEndpointType) is { HasPrivateDns: true };
            return need.NeedsPrivateDns && canHave ? request with { PrivateDnsEnabled = true } : request;
        }

        Vpc? vpc = _vpc.Snapshot.Index.Vpc(_vpc.VpcId);
        bool hasName = Listed(need).SelectMany(detail => detail.PrivateDnsNames).Any() || (Listed(need).Count == 0 && need.Target.Service?.HasPrivateDnsName == true);
        bool can = hasName && vpc is not null && vpc.EnableDnsSupport.Is(true) && vpc.EnableDnsHostnames.Is(true);
        if (need.Target.Service is not { } service || !service.HasType(EndpointTypes.Gateway))
        {
            return request with { PrivateDnsEnabled = need.NeedsPrivateDns || can };
        }

        // Where the service's free endpoint serves the VPC, the name must not lead its clients to the paid one (VPCE-D010): only what
        // comes through the inbound resolver takes it. Without the free endpoint AWS rejects that option (VPCE-D004), which it takes
        // for granted unless told otherwise.
        bool hasGateway = _vpc.Snapshot.Index.Endpoints.For(_vpc.VpcId, need.Target.Name).Any(endpoint => endpoint.VpcEndpointType.Is(EndpointTypes.Gateway));
        bool onlyOutsiders = hasGateway && !need.AccessFrom.HasFlag(ClientLocations.Vpc);
        return need.NeedsPrivateDns || (can && onlyOutsiders)
            ? request with { PrivateDnsEnabled = true, DnsOptions = new DnsOptions { PrivateDnsOnlyForInboundResolverEndpoint = onlyOutsiders } }
            : request with { PrivateDnsEnabled = false };
    }
}
