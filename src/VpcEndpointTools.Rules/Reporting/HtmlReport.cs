using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Recommendation;

namespace VpcEndpointTools.Reporting;

/// <summary>One page that opens anywhere: findings with filters, recommendations with their cost, a picture of each VPC. Nothing in it comes from elsewhere.</summary>
internal static class HtmlReport
{
    // So many rows at a time: a browser takes its time to lay out thousands.
    private const int AtOnce = 300;

    public static string Write(ReportContent content)
    {
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<title>VPC endpoints</title>\n<style>\n")
            .Append(Resource("report.css")).Append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#findings\">To the findings</a>\n<header>\n<h1>VPC endpoints</h1>\n<p>");
        html.Append(content.Results.Count == 0 ? "<strong>No endpoint was tested.</strong> " : string.Empty)
            .Append(CultureInfo.InvariantCulture, $"{content.Results.Count} endpoint(s): <span class=\"Failed\">{content.Count(TestOutcomes.Failed)} failed</span>, <span class=\"Inconclusive\">{content.Count(TestOutcomes.Inconclusive)} inconclusive</span>, <span class=\"Passed\">{content.Count(TestOutcomes.Passed)} passed</span>. ")
            .Append(CultureInfo.InvariantCulture, $"{content.Count(Severity.Error)} error(s), {content.Count(Severity.Warning)} warning(s), {content.Count(Severity.Information)} note(s), {content.SuppressedCount} suppressed.</p>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"muted\">VpcEndpointTools {Text(content.Version)}, {content.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC</p>\n</header>\n<main>\n");
        Findings(html, content);
        Results(html, content);
        Recommendations(html, content);
        HtmlPicture.Write(html, content);
        return html.Append("</main>\n<script>\n").Append(Resource("report.js")).Append("</script>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Text that is nothing but text, in content and in attributes.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text) ?? string.Empty;

    private static void Findings(StringBuilder html, ReportContent content)
    {
        List<(ConfigTestResult Result, Finding Finding)> findings = [.. content.Results.SelectMany(result => result.Findings.Select(finding => (result, finding))).OrderByDescending(pair => Enum.Parse<Severity>(pair.finding.Severity))];
        html.Append("<section aria-labelledby=\"findings-title\">\n<h2 id=\"findings-title\">Findings</h2>\n");
        if (findings.Count == 0)
        {
            html.Append("<p id=\"findings\">None.</p>\n</section>\n");
            return;
        }

        html.Append("<form id=\"filters\"><fieldset><legend>Severity</legend>");
        foreach (string severity in new[] { "Error", "Warning", "Information" })
        {
            html.Append(CultureInfo.InvariantCulture, $"<label><input type=\"checkbox\" name=\"severity\" value=\"{severity}\" checked> {severity}</label> ");
        }

        html.Append("</fieldset>");
        Choice(html, "rule", "Rule", findings.Select(pair => pair.Finding.RuleId));
        Choice(html, "vpc", "VPC", findings.Select(pair => pair.Result.Vpc).OfType<string>());
        html.Append("<label>Text <input type=\"search\" name=\"text\"></label><span id=\"shown\" role=\"status\"></span><button type=\"button\" id=\"more\" hidden>Show all</button></form>\n<noscript><style>tr[hidden] { display: table-row; }</style></noscript>\n")
            .Append("<table id=\"findings\"><thead><tr><th>Severity</th><th>Rule</th><th>Endpoint</th><th>What</th><th>Mend</th></tr></thead><tbody>\n");
        int row = 0;
        foreach ((ConfigTestResult result, Finding finding) in findings)
        {
            string place = content.FileOf(finding.Source) is { } file ? $"<br><span class=\"muted\">{Text(file)}{(finding.Line is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $":{finding.Line}"))}</span>" : string.Empty;
            html.Append(CultureInfo.InvariantCulture, $"<tr{(row++ < AtOnce ? string.Empty : " hidden")} data-severity=\"{Text(finding.Severity)}\" data-rule=\"{Text(finding.RuleId)}\" data-vpc=\"{Text(result.Vpc)}\"><td class=\"{Text(finding.Severity)}\">{Text(finding.Severity)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td><a href=\"{Text(finding.HelpUri)}\" rel=\"noreferrer\">{Text(finding.RuleId)}</a></td><td>{Text(finding.Target)}{Scenario(result)}<br><span class=\"muted\">{Text(result.Vpc)}</span>{place}</td><td>{Text(finding.Message)}</td><td>{Text(finding.Remediation)}</td></tr>\n");
        }

        html.Append("</tbody></table>\n</section>\n");
    }

    private static void Choice(StringBuilder html, string name, string label, IEnumerable<string> values)
    {
        html.Append(CultureInfo.InvariantCulture, $"<label>{label} <select name=\"{name}\"><option value=\"\">all</option>");
        foreach (string value in values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            html.Append(CultureInfo.InvariantCulture, $"<option>{Text(value)}</option>");
        }

        html.Append("</select></label>");
    }

    private static void Results(StringBuilder html, ReportContent content)
    {
        if (content.Results.Count == 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>Endpoints</h2>\n<details><summary>{content.Results.Count} endpoint(s)</summary><table><thead><tr><th>Endpoint</th><th>Type</th><th>Service</th><th>VPC</th><th>Outcome</th><th>Rules decided</th></tr></thead><tbody>\n");
        foreach (ConfigTestResult result in content.Results)
        {
            string doubts = string.Join("; ", result.NotEvaluated.Where(rule => rule.IsBlocking).Select(rule => rule.ToString()));
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(result.Target)}{Scenario(result)}</td><td>{Text(result.Type)}</td><td>{Text(result.Service)}</td><td>{Text(result.Vpc)}</td><td class=\"{Text(result.Outcome)}\">{Text(result.Outcome)}{(doubts.Length == 0 ? string.Empty : $"<br><span class=\"muted\">{Text(doubts)}</span>")}</td><td>{Text(result.Coverage.ToString())}</td></tr>\n");
        }

        html.Append("</tbody></table></details>\n</section>\n");
    }

    private static string Scenario(ConfigTestResult result) => result.Scenario is null ? string.Empty : $"<br><span class=\"muted\">{Text(result.Scenario)}</span>";

    private static void Recommendations(StringBuilder html, ReportContent content)
    {
        if (content.Recommendations.Count == 0)
        {
            return;
        }

        html.Append("<section>\n<h2>Recommendations</h2>\n");
        HtmlPicture.Costs(html, content.Recommendations);
        html.Append(CultureInfo.InvariantCulture, $"<details{(content.Recommendations.Count > AtOnce ? string.Empty : " open")}><summary>{content.Recommendations.Count} recommendation(s)</summary>");
        html.Append("<table><thead><tr><th class=\"number\">Rank</th><th>Action</th><th>Type</th><th>Need</th><th>VPC</th><th class=\"number\">USD a month</th><th class=\"number\">Saves</th><th>Why</th></tr></thead><tbody>\n");
        foreach (EndpointRecommendation item in content.Recommendations)
        {
            string why = string.Join(" ", item.Reasons.Select(reason => reason.Source is null ? Text(reason.Text) : $"{Text(reason.Text)} <a href=\"{Text(reason.Source)}\" rel=\"noreferrer\">source</a>"));
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"number\">{item.Rank}</td><td>{Text(item.Action)}</td><td>{Text(item.Type)}</td><td>{Text(item.Need)}</td><td>{Text(item.Vpc)}</td><td class=\"number\">{item.EstimatedMonthlyCost:F2}</td><td class=\"number\">{item.EstimatedMonthlySaving:F2}</td><td>{why}</td></tr>\n");
        }

        html.Append("</tbody></table></details>\n</section>\n");
    }

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The embedded file {name} is missing.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
