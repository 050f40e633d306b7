using System.Management.Automation;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Completion;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Recommendation;
using VpcEndpointTools.Settings;

namespace VpcEndpointTools.Cmdlets;

/// <summary>Which endpoint, why, and what it costs: from needs, from VPCs, from measured traffic.</summary>
[Cmdlet(VerbsCommon.Get, "EndpointRecommendation")]
[OutputType(typeof(CreateRecommendation), typeof(ModifyRecommendation), typeof(RemoveRecommendation), typeof(KeepRecommendation), typeof(EndpointRecommendation))]
public sealed class GetEndpointRecommendationCommand : EvaluatingCmdlet
{
    private static readonly string[] ByDefault = [RecommendedActions.Create, RecommendedActions.Keep, RecommendedActions.None];

    private RecommendationInput _input = null!;
    private NetworkSnapshot? _given;
    private RuleEvaluator _evaluator = null!;
    private Recommender _recommender = null!;

    /// <summary>Services to reach: short names such as ssm, or full ones.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServiceNameCompleter))]
    public string[]? ServiceName { get; set; }

    /// <summary>Other things to reach: an endpoint service, the ARN of a resource configuration or service network, a domain name, address or range.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? Target { get; set; }

    /// <summary>A VPC, the name of a service, or a row of measured traffic.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <summary>VPCs: read from AWS unless -Snapshot has them. Wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(VpcIdCompleter))]
    public string[]? VpcId { get; set; }

    /// <summary>What surrounds the endpoints: a path, or an object with the members of the describe answers.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Snapshot { get; set; }

    /// <summary>From where clients come.</summary>
    [Parameter]
    public ClientLocations AccessFrom { get; set; }

    /// <summary>The endpoint itself must have a security group.</summary>
    [Parameter]
    public SwitchParameter NeedsSecurityGroup { get; set; }

    /// <summary>An endpoint policy must restrict it.</summary>
    [Parameter]
    public SwitchParameter NeedsEndpointPolicy { get; set; }

    /// <summary>The service's own names must resolve to private addresses.</summary>
    [Parameter]
    public SwitchParameter NeedsPrivateDns { get; set; }

    /// <summary>Appliances are to inspect the traffic on its way.</summary>
    [Parameter]
    public SwitchParameter InspectTraffic { get; set; }

    /// <summary>The other side must be able to begin a connection.</summary>
    [Parameter]
    public SwitchParameter ProviderInitiated { get; set; }

    /// <summary>ipv4, ipv6 or dualstack.</summary>
    [Parameter]
    [ValidateSet("ipv4", "ipv6", "dualstack")]
    public string? IpAddressType { get; set; }

    /// <summary>The Region of the service, where it is another one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? ServiceRegion { get; set; }

    /// <summary>In how many zones.</summary>
    [Parameter]
    [ValidateRange(1, 10)]
    public int? AvailabilityZoneCount { get; set; }

    /// <summary>GB a month, of each service.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000_000)]
    public decimal? MonthlyGB { get; set; }

    /// <summary>Files of AWS's Price List, which take the place of the shipped prices. Wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? PriceList { get; set; }

    /// <summary>A file with what 'aws ec2 describe-vpc-endpoint-services' answered, in place of the shipped services.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Catalog { get; set; }

    /// <summary>Which actions to recommend: Create, Keep and None unless given.</summary>
    [Parameter]
    [ValidateSet("Create", "Modify", "Remove", "Keep", "None", "*")]
    public string[] Action { get; set; } = ByDefault;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        CheckRegions(isLive: Snapshot is null);
        _input = new RecommendationInput(this);
        _given = Snapshot is null ? null : SnapshotArgument.Read(Snapshot, SessionState, this, Stop);
        _evaluator = BeginEvaluation(new EvaluationParameters(Settings)
        {
            AccessFrom = MyInvocation.BoundParameters.ContainsKey(nameof(AccessFrom)) ? AccessFrom : null,
            Catalog = Catalog is null ? null : CatalogFile.Read(Catalog, SessionState, this, Stop),
        });
        _recommender = new Recommender(PriceFiles.Read(PriceList, SessionState, this, Stop), _evaluator);
        _input.AddServices(ServiceName);
        _input.AddTargets(Target);
        _input.AddVpcs(VpcId);
        if (!MyInvocation.ExpectingInput && !_input.HasNeeds && _input.Vpcs.Count == 0 && Target is null && _given is null && !IsAboutTypes && !MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)))
        {
            ThrowTerminatingError(Errors.NothingToRecommend());
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)))
        {
            _input.Add(InputObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            IReadOnlyList<EndpointRecommendation> ranked = Recommender.Rank([.. Snapshots().SelectMany(Recommend)]);
            bool all = Action.Contains("*", StringComparer.Ordinal);
            List<EndpointRecommendation> hidden = [.. ranked.Where(item => !all && !Action.Contains(item.Action, StringComparer.OrdinalIgnoreCase))];
            WriteObject(ranked.Except(hidden), enumerateCollection: true);
            WarnOf([.. hidden.Where(item => item.Action is RecommendedActions.Modify or RecommendedActions.Remove)]);
        }
        catch (AwsException exception)
        {
            ThrowTerminatingError(Errors.Aws(exception, Region));
        }
    }

    // A need that hangs on no service.
    private bool IsAboutTypes => InspectTraffic || ProviderInitiated;

    private List<NetworkSnapshot?> Snapshots() => _given is not null || _input.Vpcs.Count == 0
        ? [_given]
        : [.. LiveVpcs.Read(new LiveSnapshots(Pump, Connection, Stop), Region, _input.Vpcs, this)];

    private IEnumerable<EndpointRecommendation> Recommend(NetworkSnapshot? snapshot)
    {
        Stop.ThrowIfCancellationRequested();
        string? region = snapshot?.Region ?? (Region is [var one] ? one : null);
        List<string> vpcs = Vpcs(snapshot);
        List<NeedTarget> targets = [.. Services(region), .. _input.Targets, .. IsAboutTypes && !_input.HasNeeds ? [NeedTarget.Unnamed] : Array.Empty<NeedTarget>()];
        IEnumerable<EndpointRecommendation> found = _recommender.ForTraffic(_input.Traffic, snapshot, Need(NeedTarget.Unnamed, region, null));
        if (targets.Count > 0)
        {
            IReadOnlyList<string?> places = vpcs.Count == 0 && _input.Vpcs.Count == 0 ? [null] : [.. vpcs];
            return found.Concat(places.SelectMany(vpc => targets.SelectMany(target => _recommender.ForNeed(Need(target, region, vpc), snapshot))));
        }

        return snapshot is null || _input.HasNeeds || Target is not null ? found : found.Concat(_recommender.ForVpcs(vpcs, snapshot));
    }

    // A need without a VPC is about the one VPC of the snapshot, or about none; VPCs without a need are all of them.
    private List<string> Vpcs(NetworkSnapshot? snapshot)
    {
        List<string> known = [.. (snapshot?.Vpcs ?? []).Where(vpc => vpc.VpcId.IsKnown).Select(vpc => vpc.VpcId.Known).Distinct(StringComparer.Ordinal)];
        if (_input.Vpcs.Count == 0)
        {
            bool isAudit = !_input.HasNeeds && !IsAboutTypes && _input.Traffic.Count == 0;
            return isAudit || known.Count == 1 ? known : [];
        }

        foreach (string id in _input.Vpcs.Where(id => _given is not null && !known.Exists(vpc => IdPattern.Matches(id, vpc))))
        {
            WriteError(Errors.VpcNotInSnapshot(id));
        }

        return [.. known.Where(vpc => _input.Vpcs.Any(id => IdPattern.Matches(id, vpc)))];
    }

    private IEnumerable<NeedTarget> Services(string? region)
    {
        foreach (string name in _input.Services)
        {
            if (NeedTarget.OfService(name, ServiceRegion ?? region, _evaluator.Catalog) is { } target)
            {
                yield return target;
            }
            else
            {
                WriteError(Errors.UnknownService(name, _evaluator.Catalog));
            }
        }
    }

    private EndpointNeed Need(NeedTarget target, string? region, string? vpc) => new()
    {
        Target = target,
        Region = region,
        VpcId = vpc,
        AccessFrom = _evaluator.Settings.Declared.AccessFrom,
        NeedsSecurityGroup = NeedsSecurityGroup,
        NeedsEndpointPolicy = NeedsEndpointPolicy,
        NeedsPrivateDns = NeedsPrivateDns,
        InspectTraffic = InspectTraffic,
        ProviderInitiated = ProviderInitiated,
        IpAddressType = IpAddressType,
        ServiceRegion = ServiceRegion,
        AvailabilityZoneCount = AvailabilityZoneCount,
        MonthlyGB = MonthlyGB,
    };

    private void WarnOf(List<EndpointRecommendation> hidden)
    {
        if (hidden.Count > 0)
        {
            string actions = string.Join(", ", hidden.Select(item => item.Action).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            WriteWarning($"{hidden.Count} more recommendation(s) change or remove endpoints. Say -Action {actions} to see them.");
        }
    }
}
