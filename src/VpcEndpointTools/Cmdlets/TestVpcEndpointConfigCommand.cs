using System.Collections;
using System.Management.Automation;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Completion;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Live;
using VpcEndpointTools.Reading;
using VpcEndpointTools.Settings;

namespace VpcEndpointTools.Cmdlets;

/// <summary>Tests VPC endpoint configurations: what is wrong, before AWS says it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "VpcEndpointConfig", DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(ConfigTestResult), typeof(bool))]
public sealed class TestVpcEndpointConfigCommand : EvaluatingCmdlet
{
    private const string InputObjectSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string EndpointIdSet = "VpcEndpointId";
    private const string VpcIdSet = "VpcId";

    private InputFiles _files = null!;
    private ConfigInputs _inputs = null!;
    private TestRun _run = null!;

    /// <summary>A configuration, a file, a path, a VPC or the id of an endpoint or VPC of the snapshot.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>Files of any format that is read; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files of any format that is read, named exactly.</summary>
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
        if (Snapshot is not null && Live)
        {
            ThrowTerminatingError(Errors.SnapshotAndLive());
        }

        // What comes in the pipe may be looked up in AWS without -Live: a VPC, or an id.
        CheckRegions(isLive: Snapshot is null && (Live || ParameterSetName is InputObjectSet or EndpointIdSet or VpcIdSet));
        _run = Begin();
        _files = new InputFiles(SessionState, _run.Voice, Stop)
        {
            Options = new ReadingOptions(Region is [var one] && ServiceNames.IsRegion(one) ? one : null, Parameter is null ? null : new PSObjectNode(Parameter)),
        };
        _inputs = new ConfigInputs(_files, _run.Voice, Stop);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Test(ParameterSetName switch
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
        Test(_inputs.Rest());
        try
        {
            _run.Finish();
        }
        catch (AwsException exception)
        {
            ThrowTerminatingError(Errors.Aws(exception, null));
        }

        if (!Quiet)
        {
            return;
        }

        if (_run.Count == 0)
        {
            WriteWarning("Nothing was tested, so the answer is false.");
        }

        WriteObject(_run.AllPassed);
    }

    private TestRun Begin()
    {
        RuleEvaluator evaluator = BeginEvaluation(new EvaluationParameters(Settings)
        {
            AccessFrom = MyInvocation.BoundParameters.ContainsKey(nameof(AccessFrom)) ? AccessFrom : null,
            Baseline = Baseline,
            IncludeRule = IncludeRule,
            ExcludeRule = ExcludeRule,
        });
        return new TestRun(this)
        {
            Evaluator = evaluator,
            Snapshot = Snapshot is null ? null : SnapshotArgument.Read(Snapshot, SessionState, this, Stop),
            IsQuiet = Quiet,
            IsLive = Live,
            Regions = Region,
            Connect = () => new LiveTests(Pump, Connection, Stop),
            DemandOneRegion = () => CheckRegions(isLive: false),
            Stop = Stop,
        };
    }

    private void Test(IEnumerable<(InputDocument Document, object Target)> inputs)
    {
        foreach ((InputDocument document, object target) in inputs)
        {
            _run.Add(document, target);
        }
    }
}
