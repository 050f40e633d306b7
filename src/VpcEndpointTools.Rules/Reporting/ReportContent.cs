using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Recommendation;

namespace VpcEndpointTools.Reporting;

/// <summary>What a report tells of.</summary>
public sealed record ReportContent
{
    /// <summary>Verdicts on configurations.</summary>
    public IReadOnlyList<ConfigTestResult> Results { get; init; } = [];

    /// <summary>Recommendations.</summary>
    public IReadOnlyList<EndpointRecommendation> Recommendations { get; init; } = [];

    /// <summary>What surrounds the endpoints, for the picture; null without one.</summary>
    public NetworkSnapshot? Snapshot { get; init; }

    /// <summary>The version of the module.</summary>
    public required string Version { get; init; }

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The folder that files are named from; null to name them as they are.</summary>
    public string? BaseFolder { get; init; }

    /// <summary>True where there is nothing to report: such a report is never a good one.</summary>
    public bool IsEmpty => Results.Count + Recommendations.Count == 0;

    /// <summary>All findings that count.</summary>
    public IEnumerable<Finding> Findings => Results.SelectMany(result => result.Findings);

    /// <summary>How many findings of a severity count.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity.ToString());

    /// <summary>How many results have that outcome.</summary>
    public int Count(string outcome) => Results.Count(result => result.Outcome == outcome);

    /// <summary>How many findings do not count, because the settings or a baseline say so.</summary>
    public int SuppressedCount => Results.Sum(result => result.SuppressedFindings.Count);

    /// <summary>A file as people in the base folder call it, with forward slashes; null for what came from no file.</summary>
    public string? FileOf(string? source)
    {
        if (source is null || !Path.IsPathRooted(source))
        {
            return null;
        }

        string name = BaseFolder is null ? source : Path.GetRelativePath(BaseFolder, source);
        return (name.StartsWith("..", StringComparison.Ordinal) ? source : name).Replace('\\', '/');
    }

    /// <summary>The endpoint of a result in a few words.</summary>
    public static string Title(ConfigTestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return $"{result.Target} ({result.Type ?? "no type"}{(result.Service is null ? string.Empty : ", " + result.Service)}{(result.Scenario is null ? string.Empty : "; " + result.Scenario)})";
    }
}
