using System.Management.Automation;
using System.Text;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Model;
using VpcEndpointTools.Recommendation;
using VpcEndpointTools.Reporting;

namespace VpcEndpointTools.Cmdlets;

/// <summary>Writes results and recommendations as a report: SARIF, JUnit, Markdown, CSV, JSON or HTML.</summary>
[Cmdlet(VerbsData.Export, "VpcEndpointReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportVpcEndpointReportCommand : VpcEndpointCmdlet
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<ConfigTestResult> _results = [];
    private readonly List<EndpointRecommendation> _recommendations = [];
    private OutputFile _file = null!;
    private NetworkSnapshot? _snapshot;
    private string _format = string.Empty;

    /// <summary>The file; its extension says the format.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Results of Test-VpcEndpointConfig, recommendations of Get-EndpointRecommendation, in any mix.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The format, where the extension does not say it.</summary>
    [Parameter]
    [ValidateSet("Sarif", "JUnit", "Markdown", "Csv", "Json", "Html")]
    public string? Format { get; set; }

    /// <summary>What surrounds the endpoints, for the picture of each VPC (Html).</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Snapshot { get; set; }

    /// <summary>Fails, after the file is written, on errors, on warnings too, or on errors and what is inconclusive.</summary>
    [Parameter]
    [ValidateSet("Error", "Warning", "Inconclusive")]
    public string? FailOn { get; set; }

    /// <summary>Refuses to overwrite a file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gives the file that was written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _format = Format ?? ReportFormats.OfFile(Path) ?? string.Empty;
        if (_format.Length == 0)
        {
            ThrowTerminatingError(Errors.UnknownReportFormat(Path));
        }

        _file = new OutputFile(SessionState, Path, NoClobber, this);
        if (Directory.Exists(SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path)))
        {
            ThrowTerminatingError(Errors.ReportIsFolder(Path));
        }

        _file.MustHoldSeveral([string.Empty]);
        _snapshot = Snapshot is null ? null : SnapshotArgument.Read(Snapshot, SessionState, this, Stop);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (InputObject?.BaseObject)
        {
            case ConfigTestResult result:
                _results.Add(result);
                break;
            case EndpointRecommendation recommendation:
                _recommendations.Add(recommendation);
                break;
            case null when !MyInvocation.ExpectingInput && !MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)):
                break;
            case object?[] several:
                // -InputObject @(...) is not unrolled as a pipe is.
                foreach (object? item in several)
                {
                    InputObject = item is null ? null : PSObject.AsPSObject(item);
                    ProcessRecord();
                }

                break;
            default:
                WriteError(Errors.NotReportable(InputObject));
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        string file = _file.For(string.Empty);
        if (_results.Count + _recommendations.Count == 0)
        {
            WriteWarning($"{Path}: nothing was given to report, so the report is empty.");
        }

        if (!ShouldProcess(file, $"Write a report ({_format}) of {_results.Count} result(s) and {_recommendations.Count} recommendation(s)"))
        {
            return;
        }

        ReportContent content = new()
        {
            Results = _results,
            Recommendations = _recommendations,
            Snapshot = _snapshot,
            Version = typeof(ExportVpcEndpointReportCommand).Assembly.GetName().Version!.ToString(3),
            Time = DateTimeOffset.UtcNow,
            BaseFolder = SessionState.Path.CurrentFileSystemLocation.ProviderPath,
        };
        byte[] text = Utf8.GetBytes(ReportFormats.Write(_format, content));
        FileInfo? written = OutputFile.Write(file, stream => stream.Write(text), this);
        if (written is not null && PassThru)
        {
            WriteObject(written);
        }

        if (Verdict(content) is { } failed)
        {
            ThrowTerminatingError(Errors.ReportFailed(file, failed, written is not null));
        }
    }

    private string? Verdict(ReportContent content)
    {
        (int errors, int warnings, int doubts) = (content.Count(Severity.Error), content.Count(Severity.Warning), content.Count(TestOutcomes.Inconclusive));
        return FailOn switch
        {
            not null when content.IsEmpty => "No endpoint was tested.",
            "Error" when errors > 0 => $"{errors} error(s).",
            "Warning" when errors + warnings > 0 => $"{errors} error(s), {warnings} warning(s).",
            "Inconclusive" when errors + doubts > 0 => $"{errors} error(s), {doubts} inconclusive result(s).",
            _ => null,
        };
    }
}
