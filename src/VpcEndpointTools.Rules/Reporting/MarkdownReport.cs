using System.Globalization;
using System.Text;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Recommendation;

namespace VpcEndpointTools.Reporting;

/// <summary>A comment for a pull request: the verdict in a line, then what to mend.</summary>
internal static class MarkdownReport
{
    // The public forge that takes least takes 65,536 characters.
    private const int MostCharacters = 60_000;

    public static string Write(ReportContent content)
    {
        StringBuilder text = new();
        text.AppendLine("## VPC endpoints").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Verdict(content)} {content.Results.Count} endpoint(s): {content.Count(TestOutcomes.Failed)} failed, {content.Count(TestOutcomes.Inconclusive)} inconclusive, {content.Count(TestOutcomes.Passed)} passed. {content.Count(Severity.Error)} error(s), {content.Count(Severity.Warning)} warning(s), {content.SuppressedCount} suppressed.").AppendLine();
        Findings(text, content);
        foreach (ConfigTestResult result in content.Results.Where(result => result.Outcome == TestOutcomes.Inconclusive).TakeWhile(_ => text.Length < MostCharacters))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- **Inconclusive** {Escape(ReportContent.Title(result))}: {Escape(string.Join("; ", result.NotEvaluated.Where(rule => rule.IsBlocking).Take(3).Select(rule => rule.ToString())))}");
        }

        Recommendations(text, content);
        return text.ToString();
    }

    private static string Verdict(ReportContent content) => content.Count(TestOutcomes.Failed) > 0 ? "❌ **Would not work.**" : content.Count(TestOutcomes.Inconclusive) > 0 ? "❔ **Not certain.**"
        : content.Results.Count == 0 ? "❔ **No endpoint was tested.**"
        : "✅ **No error found.**";

    private static void Findings(StringBuilder text, ReportContent content)
    {
        List<(ConfigTestResult Result, Finding Finding)> findings = [.. content.Results.SelectMany(result => result.Findings.Select(finding => (result, finding)))
            .OrderByDescending(pair => Enum.Parse<Severity>(pair.finding.Severity))];
        if (findings.Count == 0)
        {
            return;
        }

        text.AppendLine("| Severity | Rule | Where | What | Mend |").AppendLine("| --- | --- | --- | --- | --- |");
        int written = 0;
        foreach ((ConfigTestResult result, Finding finding) in findings.TakeWhile(_ => text.Length < MostCharacters))
        {
            string where = content.FileOf(finding.Source) is { } file ? $"{Escape(file)}{(finding.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $":{line}") : string.Empty)} " : string.Empty;
            text.AppendLine(CultureInfo.InvariantCulture, $"| {finding.Severity} | [{finding.RuleId}]({finding.HelpUri}) | {where}{Escape(finding.Target)}{(result.Scenario is { } scenario ? Escape($" ({scenario})") : string.Empty)} | {Escape(finding.Message)} | {Escape(finding.Remediation)} |");
            written++;
        }

        text.AppendLine();
        if (written < findings.Count)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{findings.Count - written} more finding(s) do not fit in here.").AppendLine();
        }
    }

    private static void Recommendations(StringBuilder text, ReportContent content)
    {
        if (content.Recommendations.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine("| Rank | Action | Type | Service | VPC | USD a month | Saves | Why |").AppendLine("| ---: | --- | --- | --- | --- | ---: | ---: | --- |");
        int written = 0;
        foreach (EndpointRecommendation item in content.Recommendations.TakeWhile(_ => text.Length < MostCharacters))
        {
            written++;
            text.AppendLine(CultureInfo.InvariantCulture, $"| {item.Rank} | {item.Action} | {item.Type} | {Escape(item.Service ?? item.Need)} | {item.Vpc} | {item.EstimatedMonthlyCost:F2} | {item.EstimatedMonthlySaving:F2} | {Escape(item.Reasons.FirstOrDefault()?.Text ?? string.Empty)} |");
        }

        if (written < content.Recommendations.Count)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{content.Recommendations.Count - written} more recommendation(s) do not fit in here.");
        }
    }

    // Names come from files of others: nothing in them is markup.
    private static string Escape(string text)
    {
        StringBuilder safe = new(text.Length);
        foreach (char character in text)
        {
            safe.Append(character switch
            {
                '|' or '`' or '*' or '_' or '[' or ']' or '\\' or '#' => $"\\{character}",
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '@' => "&#64;",
                '\r' or '\n' => " ",
                _ => character.ToString(),
            });
        }

        return safe.ToString();
    }
}
