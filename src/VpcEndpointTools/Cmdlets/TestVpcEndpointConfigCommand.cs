using System.Collections;
using System.Management.Automation;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Completion;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;
using VpcEndpointTools.Settings;

namespace VpcEndpointTools.Cmdlets;

/// <summary>Tests VPC endpoint configurations: what is wrong, before AWS says it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "VpcEndpointConfig", DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(ConfigTestResult), typeof(bool))]
public sealed class TestVpcEndpointConfigCommand : AwsCmdlet
{
    private const string InputObjectSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string EndpointIdSet = "VpcEndpointId";
    private const string VpcIdSet = "VpcId";

    private InputFiles _files = null!;
    private ConfigInputs _inputs = null!;
    private RuleEvaluator _evaluator = null!;
    private RuleNeeds _needs;
    private LiveTests? _live;
    private NetworkSnapshot? _snapshot;
    private int _tested;
    private bool _allPassed = true;

    /// <summary>A configuration, a file, a path, a VPC or the id of an endpoint or VPC of the snapshot.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>JSON files of the AWS CLI; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>JSON files of the AWS CLI, named exactly.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Existing endpoints; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EndpointIdSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(VpcEndpointIdCompleter))]
    public string[] VpcEndpointId { get; set; } = [];

    /// <summary>VPCs, whose endpoints are tested; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = VpcIdSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(VpcIdCompleter))]
    public string[] VpcId { get; set; } = [];

    /// <summary>Reads what surrounds the endpoints from AWS.</summary>
    [Parameter(ParameterSetName = InputObjectSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Live { get; set; }

    /// <summary>What surrounds the endpoints: a path, or an object with the members of the describe answers.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Snapshot { get; set; }

    /// <summary>Only these rules; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[]? IncludeRule { get; set; }

    /// <summary>Not these rules; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[]? ExcludeRule { get; set; }

    /// <summary>From where clients use the endpoints.</summary>
    [Parameter]
    public ClientLocations AccessFrom { get; set; }

    /// <summary>Values of a template's parameters, by name.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? Parameter { get; set; }

    /// <summary>A settings file or hashtable; else the nearest VpcEndpointTools.settings.psd1 from the current folder upward.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Settings { get; set; }

    /// <summary>Earlier results, in a file or as they are: only findings that are not in them count.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Baseline { get; set; }

    /// <summary>One boolean for the whole invocation: true only if everything was read and passed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        FirstUse.Begin();
        _files = new InputFiles(SessionState, Fail, Stop)
        {
            Options = new ReadingOptions(Region is [var one] && ServiceNames.IsRegion(one) ? one : null, Parameter is null ? null : new PSObjectNode(Parameter)),
        };
        _inputs = new ConfigInputs(_files, Fail, Stop);
        if (Snapshot is not null && Live)
        {
            ThrowTerminatingError(Errors.SnapshotAndLive());
        }

        // What comes in the pipe may be looked up in AWS without -Live: a VPC, or an id.
        CheckRegions(isLive: Snapshot is null && (Live || ParameterSetName is InputObjectSet or EndpointIdSet or VpcIdSet));
        ClientLocations? from = MyInvocation.BoundParameters.ContainsKey(nameof(AccessFrom)) ? AccessFrom : null;
        ModuleSettings? settings = SettingsArgument.Read(Settings, from, Baseline, new SettingsSurroundings(SessionState, WriteVerbose, WriteWarning, Stop), out ErrorRecord? error);
        ThrowIfAny(error);
        IReadOnlyList<Rule> rules = RuleSelection.Select(IncludeRule, settings!.Exclude.Concat(ExcludeRule ?? []), out error);
        ThrowIfAny(error);
        _evaluator = new RuleEvaluator(rules, settings.Catalog, settings.Evaluation);
        _needs = rules.Aggregate(RuleNeeds.None, (needs, rule) => needs | rule.Info.Needs);
        if (Snapshot is not null)
        {
            _snapshot = SnapshotArgument.Read(Snapshot, SessionState, Stop, out error);
            ThrowIfAny(error);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => TestAll(ParameterSetName switch
    {
        PathSet => _inputs.FromFiles(Path.SelectMany(_files.Expand)),
        LiteralPathSet => _inputs.FromFiles(LiteralPath.SelectMany(_files.Literal)),
        EndpointIdSet => ConfigInputs.FromIds(VpcEndpointId),
        VpcIdSet => ConfigInputs.FromIds(VpcId),
        _ => _inputs.From(InputObject),
    });

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        TestAll(_inputs.Rest());
        TestLive();
        if (!Quiet)
        {
            return;
        }

        if (_tested == 0)
        {
            WriteWarning("Nothing was tested, so the answer is false.");
        }

        WriteObject(_allPassed && _tested > 0);
    }

    private void TestAll(IEnumerable<(InputDocument Document, object Target)> inputs)
    {
        foreach ((InputDocument document, object target) in inputs)
        {
            Test(document, target);
        }
    }

    private void Test(InputDocument document, object target)
    {
        foreach (string warning in document.Warnings)
        {
            WriteWarning(warning);
        }

        foreach (InputProblem problem in document.Problems)
        {
            Fail(Errors.Input(problem, target));
        }

        foreach (string id in document.Ids)
        {
            TestById(id, target);
        }

        if (document is { Snapshot.IsGiven: true, Configs.Count: 0, Problems.Count: 0 })
        {
            Fail(Errors.NothingToTest(target));
        }

        foreach (EndpointConfig config in document.Configs)
        {
            if (Live)
            {
                Waiting.Add(config, target);
            }
            else
            {
                CheckRegions(isLive: false);
                Test(config, _snapshot ?? document.Snapshot, Region?[0]);
            }
        }
    }

    private void TestById(string id, object target)
    {
        if (_snapshot is null)
        {
            Waiting.Add(id, target);
            return;
        }

        List<EndpointConfig> named = [.. (_snapshot.VpcEndpoints ?? []).Where(endpoint => IdPattern.Means(id, endpoint))];
        if (named.Count == 0)
        {
            Fail(Errors.NotInSnapshot(id, target));
        }

        foreach (EndpointConfig endpoint in named)
        {
            Test(endpoint, _snapshot, Region?[0]);
        }
    }

    private void TestLive()
    {
        if (_live is null)
        {
            return;
        }

        try
        {
            foreach ((EndpointConfig config, NetworkSnapshot snapshot, string region) in _live.Read(Region, _needs, Fail))
            {
                Test(config, snapshot, region);
            }
        }
        catch (AwsException exception)
        {
            ThrowTerminatingError(Errors.Aws(exception, null));
        }
    }

    private void Test(EndpointConfig config, NetworkSnapshot? snapshot, string? region)
    {
        Stop.ThrowIfCancellationRequested();
        ConfigTestResult result = _evaluator.Evaluate(config, snapshot, region);
        _tested++;
        _allPassed &= result.Outcome == TestOutcomes.Passed;
        if (!Quiet)
        {
            WriteObject(result);
        }
    }

    // One look at AWS for all that the pipe brings.
    private LiveTests Waiting => _live ??= new LiveTests(Pump, Connect(), Stop);

    private void Fail(ErrorRecord error)
    {
        _allPassed = false;
        WriteError(error);
    }

    private void ThrowIfAny(ErrorRecord? error)
    {
        if (error is not null)
        {
            ThrowTerminatingError(error);
        }
    }
}
