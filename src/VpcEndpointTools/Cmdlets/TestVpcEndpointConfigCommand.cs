using System.Globalization;
using System.Management.Automation;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Cmdlets;

/// <summary>Tests VPC endpoint configurations: what is wrong, before AWS says it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "VpcEndpointConfig", DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(ConfigTestResult), typeof(bool))]
public sealed class TestVpcEndpointConfigCommand : VpcEndpointCmdlet
{
    private const string InputObjectSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly JsonLines _json = new();
    private InputFiles _files = null!;
    private RuleEvaluator _evaluator = null!;
    private NetworkSnapshot? _snapshot;
    private int _inputs;
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

    /// <summary>What surrounds the endpoints: a path, or an object with the members of the describe answers.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Snapshot { get; set; }

    /// <summary>Where the endpoints will be deployed, if the input does not say.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Alias("RegionToCall")]
    public string[]? Region { get; set; }

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

    /// <summary>One boolean for the whole invocation: true only if everything was read and passed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _files = new InputFiles(SessionState, Fail, Stop);
        CheckRegion();
        IReadOnlyList<Rule> rules = RuleSelection.Select(IncludeRule, ExcludeRule, out ErrorRecord? error);
        ThrowIfAny(error);
        _evaluator = new RuleEvaluator(rules);
        if (Snapshot is not null)
        {
            _snapshot = SnapshotArgument.Read(Snapshot, SessionState, Stop, out error);
            ThrowIfAny(error);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case PathSet:
                TestFiles(Path.SelectMany(_files.Expand));
                break;
            case LiteralPathSet:
                TestFiles(LiteralPath.SelectMany(_files.Literal));
                break;
            default:
                TestInput(InputObject);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_json.HasText)
        {
            TestJson();
        }

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

    // By value, in code: a by-name binding on an AWS.Tools object would guess.
    private void TestInput(PSObject? input)
    {
        switch (input?.BaseObject)
        {
            case null:
                Fail(Errors.NullInput());
                break;
            case FileSystemInfo file:
                TestFiles([file.FullName]);
                break;
            case EndpointConfig config:
                Test(config, null);
                break;
            case string text when _json.Accepts(text):
                if (_json.Add(text))
                {
                    TestJson();
                }

                break;
            case string id when id.StartsWith("vpce-", StringComparison.Ordinal) || id.StartsWith("vpc-", StringComparison.Ordinal):
                TestById(id, id);
                break;
            case string path:
                TestFiles(_files.Expand(path));
                break;
            default:
                string source = string.Create(CultureInfo.InvariantCulture, $"pipeline[{_inputs++}]");
                Test(ModuleServices.Reader.Read(new PSObjectNode(input), source), input);
                break;
        }
    }

    private void TestFiles(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            if (_files.Read(file) is { } document)
            {
                Test(document, file);
            }
        }
    }

    private void TestJson()
    {
        string source = string.Create(CultureInfo.InvariantCulture, $"pipeline[{_inputs++}]");
        using MemoryStream text = _json.Take();
        Test(ModuleServices.Reader.Read(text, source, Stop), source);
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

        foreach (string vpcId in document.VpcIds)
        {
            TestById(vpcId, target);
        }

        if (document is { Snapshot.IsGiven: true, Configs.Count: 0, Problems.Count: 0 })
        {
            Fail(Errors.NothingToTest(target));
        }

        foreach (EndpointConfig config in document.Configs)
        {
            Test(config, document.Snapshot);
        }
    }

    private void TestById(string id, object target)
    {
        if (_snapshot?.VpcEndpoints is not { } endpoints)
        {
            Fail(Errors.NeedsSnapshot(id, target));
            return;
        }

        List<EndpointConfig> named = [.. endpoints.Where(endpoint => endpoint.VpcEndpointId.Is(id) || endpoint.VpcId.Is(id))];
        if (named.Count == 0)
        {
            Fail(Errors.NotInSnapshot(id, target));
        }

        foreach (EndpointConfig endpoint in named)
        {
            Test(endpoint, _snapshot);
        }
    }

    private void Test(EndpointConfig config, NetworkSnapshot? own)
    {
        Stop.ThrowIfCancellationRequested();
        ConfigTestResult result = _evaluator.Evaluate(config, _snapshot ?? own, Region?[0]);
        _tested++;
        _allPassed &= result.Outcome == TestOutcomes.Passed;
        if (!Quiet)
        {
            WriteObject(result);
        }
    }

    private void Fail(ErrorRecord error)
    {
        _allPassed = false;
        WriteError(error);
    }

    private void CheckRegion()
    {
        if (Region is { Length: > 1 })
        {
            ThrowTerminatingError(Errors.SeveralRegions(Region));
        }

        if (Region is [var region] && !ServiceNames.IsRegion(region))
        {
            ThrowTerminatingError(Errors.InvalidRegion(region));
        }
    }

    private void ThrowIfAny(ErrorRecord? error)
    {
        if (error is not null)
        {
            ThrowTerminatingError(error);
        }
    }
}
