namespace VpcEndpointTools.Reporting;

/// <summary>The forms that a report can have.</summary>
public static class ReportFormats
{
    private static readonly Dictionary<string, (string Extension, Func<ReportContent, string> Write)> Writers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Sarif"] = (".sarif", SarifReport.Write),
        ["JUnit"] = (".xml", JUnitReport.Write),
        ["Markdown"] = (".md", MarkdownReport.Write),
        ["Csv"] = (".csv", CsvReport.Write),
        ["Json"] = (".json", JsonReport.Write),
        ["Html"] = (".html", HtmlReport.Write),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Writers.Keys];

    /// <summary>The extensions, in the order of the names.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. Writers.Values.Select(writer => writer.Extension)];

    /// <summary>The format that a file's extension means; null for none.</summary>
    public static string? OfFile(string path)
    {
        string extension = Path.GetExtension(path);
        return Writers.FirstOrDefault(pair => string.Equals(pair.Value.Extension, extension, StringComparison.OrdinalIgnoreCase)).Key;
    }

    /// <summary>The report as text.</summary>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="content">What it tells of.</param>
    public static string Write(string format, ReportContent content) => Writers[format].Write(content);
}
