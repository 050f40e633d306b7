using System.Globalization;
using System.Text;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Recommendation;

namespace VpcEndpointTools.Reporting;

/// <summary>Draws: the cost of recommendations as bars, and each VPC with its zones, subnets, endpoints and the tables that lead to them.</summary>
internal static class HtmlPicture
{
    private const int MostBars = 20;
    private const int ZoneWidth = 260;
    private const int RowHeight = 22;

    /// <summary>A bar for what each costs and one for what it saves; the dearest first.</summary>
    public static void Costs(StringBuilder html, IReadOnlyList<EndpointRecommendation> recommendations)
    {
        List<EndpointRecommendation> known = [.. recommendations.Where(item => item.EstimatedMonthlyCost > 0 || item.EstimatedMonthlySaving > 0).OrderByDescending(Largest).Take(MostBars)];
        if (known.Count == 0)
        {
            html.Append("<p class=\"muted\">No cost is known, or none arises.</p>\n");
            return;
        }

        decimal scale = 400 / known.Max(Largest);
        html.Append(CultureInfo.InvariantCulture, $"<figure><figcaption>USD a month: what it costs (blue) and saves (green); the {known.Count} largest</figcaption><svg role=\"img\" aria-label=\"Cost and saving of the recommendations; the table below has the figures\" viewBox=\"0 0 900 {(known.Count * 2 * RowHeight) + 4}\">\n");
        for (int i = 0; i < known.Count; i++)
        {
            EndpointRecommendation item = known[i];
            int y = i * 2 * RowHeight;
            html.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{y + 15}\">{item.Rank}. {HtmlReport.Text(Short(item.Need, 44))}</text>");
            Bar(html, "cost", y, item.EstimatedMonthlyCost ?? 0, scale);
            Bar(html, "saving", y + 18, Math.Max(0, item.EstimatedMonthlySaving ?? 0), scale);
        }

        html.Append("</svg></figure>\n");
    }

    /// <summary>A picture of each VPC of the snapshot that has endpoints.</summary>
    public static void Write(StringBuilder html, ReportContent content)
    {
        if (content.Snapshot is not { Vpcs: { } vpcs } snapshot)
        {
            return;
        }

        ILookup<string, ConfigTestResult> results = content.Results.Where(result => result.Vpc is not null).ToLookup(result => result.Vpc!, StringComparer.Ordinal);
        html.Append("<section>\n<h2>Networks</h2>\n");
        foreach (string id in vpcs.Where(vpc => vpc.VpcId.IsKnown).Select(vpc => vpc.VpcId.Known).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            List<EndpointConfig> endpoints = [.. snapshot.Index.Endpoints.In(id)];
            int failed = results[id].Count(result => result.Outcome == TestOutcomes.Failed);
            html.Append(CultureInfo.InvariantCulture, $"<details{(failed > 0 && vpcs.Count < 10 ? " open" : string.Empty)}><summary>{HtmlReport.Text(id)}: {endpoints.Count} endpoint(s){(failed > 0 ? $", <span class=\"Failed\">{failed} failed</span>" : string.Empty)}</summary>\n");
            Draw(html, snapshot, id, endpoints, results[id].GroupBy(result => result.Target, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.MaxBy(Gravity)!, StringComparer.Ordinal));
            html.Append("</details>\n");
        }

        html.Append("</section>\n");
    }

    private static void Draw(StringBuilder html, NetworkSnapshot snapshot, string vpc, List<EndpointConfig> endpoints, Dictionary<string, ConfigTestResult> results)
    {
        List<IGrouping<string, Subnet>> zones = [.. snapshot.Index.SubnetsIn(vpc).Where(subnet => subnet.SubnetId.IsKnown)
            .GroupBy(subnet => subnet.AvailabilityZone.KnownOrDefault ?? subnet.AvailabilityZoneId.KnownOrDefault ?? "zone not known", StringComparer.Ordinal).OrderBy(zone => zone.Key, StringComparer.Ordinal)];
        ILookup<string, EndpointConfig> standing = endpoints.SelectMany(endpoint => endpoint.SubnetIds.Where(id => id.IsKnown).Select(id => (id.Known, endpoint))).ToLookup(pair => pair.Known, pair => pair.endpoint, StringComparer.Ordinal);
        int rows = zones.Count == 0 ? 0 : zones.Max(zone => zone.Sum(subnet => 2 + standing[subnet.SubnetId.Known].Count()));
        List<EndpointConfig> routed = [.. endpoints.Where(endpoint => endpoint.SubnetIds.IsAbsent)];
        int height = 30 + (rows * RowHeight) + 10;
        html.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" aria-label=\"{HtmlReport.Text(vpc)}: zones, subnets and endpoints\" viewBox=\"0 0 {Math.Max(1, zones.Count) * ZoneWidth} {height + (routed.Count * RowHeight) + 10}\" width=\"{Math.Max(1, zones.Count) * ZoneWidth}\">\n");
        for (int z = 0; z < zones.Count; z++)
        {
            int x = z * ZoneWidth;
            html.Append(CultureInfo.InvariantCulture, $"<rect class=\"zone\" x=\"{x + 4}\" y=\"4\" width=\"{ZoneWidth - 8}\" height=\"{height - 8}\"/><text x=\"{x + 12}\" y=\"20\">{HtmlReport.Text(zones[z].Key)}</text>");
            int y = 30;
            foreach (Subnet subnet in zones[z])
            {
                List<EndpointConfig> here = [.. standing[subnet.SubnetId.Known]];
                html.Append(CultureInfo.InvariantCulture, $"<rect class=\"box\" x=\"{x + 10}\" y=\"{y}\" width=\"{ZoneWidth - 20}\" height=\"{((1 + here.Count) * RowHeight) + 4}\"/><text x=\"{x + 16}\" y=\"{y + 16}\">{HtmlReport.Text(subnet.SubnetId.Known)}</text>");
                for (int i = 0; i < here.Count; i++)
                {
                    Endpoint(html, x + 22, y + ((i + 1) * RowHeight) + 12, here[i], results);
                }

                y += (2 + here.Count) * RowHeight;
            }
        }

        for (int i = 0; i < routed.Count; i++)
        {
            Endpoint(html, 12, height + (i * RowHeight) + 12, routed[i], results);
        }

        html.Append("</svg>\n");
    }

    // Colour is never alone: the word says the same.
    private static void Endpoint(StringBuilder html, int x, int y, EndpointConfig endpoint, Dictionary<string, ConfigTestResult> results)
    {
        ConfigTestResult? result = endpoint.VpcEndpointId.IsKnown && results.TryGetValue(endpoint.VpcEndpointId.Known, out ConfigTestResult? found) ? found : results.GetValueOrDefault(endpoint.Target);
        string look = result?.Outcome switch { TestOutcomes.Failed => "bad", TestOutcomes.Inconclusive => "doubtful", TestOutcomes.Passed when result.Findings.Any(finding => finding.Severity == nameof(Severity.Warning)) => "doubtful", TestOutcomes.Passed => "good", _ => "untested" };
        string name = (endpoint.ServiceName.KnownOrDefault ?? endpoint.ResourceConfigurationArn.KnownOrDefault ?? endpoint.ServiceNetworkArn.KnownOrDefault ?? endpoint.Target).Split('.', '/')[^1];
        string tables = endpoint.RouteTableIds.IsAbsent ? string.Empty : $" by routes in {endpoint.RouteTableIds}";
        string rules = result is null ? "(not tested)" : string.Join(' ', result.Findings.Where(finding => finding.Severity != nameof(Severity.Information)).Select(finding => finding.RuleId.Replace("VPCE-", string.Empty, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));
        html.Append(CultureInfo.InvariantCulture, $"<circle class=\"{look}\" cx=\"{x}\" cy=\"{y - 4}\" r=\"6\"/><text x=\"{x + 12}\" y=\"{y}\">{HtmlReport.Text($"{name} {rules}{tables}".Trim())}</text>");
    }

    // One endpoint may be there several times, as it is and as it is to be: the worst verdict counts.
    private static int Gravity(ConfigTestResult result) => result.Outcome switch { TestOutcomes.Failed => 2, TestOutcomes.Inconclusive => 1, _ => 0 };

    private static void Bar(StringBuilder html, string look, int y, decimal amount, decimal scale)
    {
        if (amount > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<rect class=\"{look}\" x=\"330\" y=\"{y + 3}\" width=\"{amount * scale:F1}\" height=\"14\"/><text x=\"{340 + (amount * scale):F1}\" y=\"{y + 15}\">{amount:F2}</text>");
        }
    }

    private static decimal Largest(EndpointRecommendation item) => Math.Max(item.EstimatedMonthlyCost ?? 0, item.EstimatedMonthlySaving ?? 0);

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
