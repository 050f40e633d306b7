using System.Globalization;
using System.Text;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Recommendation;

namespace VpcEndpointTools.Reporting;

/// <summary>A row a finding, a row an endpoint without one, a row a recommendation. RFC 4180.</summary>
internal static class CsvReport
{
    public static string Write(ReportContent content)
    {
        StringBuilder text = new();
        Row(text, "Kind", "Target", "Vpc", "Service", "Type", "Region", "Outcome", "Severity", "RuleId", "Property", "Message", "Remediation", "Source", "Line", "Column", "SuppressedBy", "MonthlyCost", "MonthlySaving", "Scenario");
        foreach (ConfigTestResult result in content.Results)
        {
            foreach (Finding? finding in result.Findings.Concat(result.SuppressedFindings).DefaultIfEmpty())
            {
                Row(
                    text, finding is null ? "Result" : "Finding", result.Target, result.Vpc, result.Service, result.Type, result.Region, result.Outcome, finding?.Severity, finding?.RuleId, finding?.Property,
                    finding?.Message, finding?.Remediation, content.FileOf(result.Source) ?? result.Source, Number(finding?.Line ?? result.Line), Number(finding?.Column), finding?.SuppressedBy, null, null, result.Scenario);
            }
        }

        foreach (EndpointRecommendation item in content.Recommendations)
        {
            Row(
                text, "Recommendation", item.Need, item.Vpc, item.Service, item.Type, item.Region, item.Action, item.Confidence, string.Join(' ', item.RuleId), null,
                string.Join(' ', item.Reasons.Select(reason => reason.Text)), string.Join(' ', item.Against.Select(reason => reason.Text)), null, null, null, null, Money(item.EstimatedMonthlyCost), Money(item.EstimatedMonthlySaving), null);
        }

        return text.ToString();
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Money(decimal? amount) => amount?.ToString("F2", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, params string?[] cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // A spreadsheet takes what begins like this for a formula; a number may be below zero.
    private static string Cell(string? value)
    {
        string cell = value ?? string.Empty;
        if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' && !decimal.TryParse(cell, CultureInfo.InvariantCulture, out _))
        {
            cell = "'" + cell;
        }

        return cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
