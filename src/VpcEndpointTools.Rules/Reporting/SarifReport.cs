using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Reporting;

/// <summary>SARIF 2.1.0, which code scanning services show in pull requests.</summary>
/// <remarks>Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.</remarks>
internal static class SarifReport
{
    public static string Write(ReportContent content)
    {
        Dictionary<string, int> places = RuleCatalog.All.Select((rule, i) => (rule.Info.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        JsonArray results = [];
        foreach (ConfigTestResult result in content.Results)
        {
            foreach (Finding finding in result.Findings)
            {
                results.Add(Result(content, result, finding, places));
            }

            foreach (Finding finding in result.SuppressedFindings)
            {
                JsonObject suppressed = Result(content, result, finding, places);
                suppressed["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "external", ["status"] = "accepted", ["justification"] = finding.SuppressionReason ?? finding.SuppressedBy });
                results.Add(suppressed);
            }
        }

        JsonArray notes = [.. content.Results.Where(result => result.Outcome == TestOutcomes.Inconclusive).Select(result => (JsonNode)new JsonObject
        {
            ["level"] = "warning",
            ["message"] = Message($"{ReportContent.Title(result)}: an error could not be excluded. {string.Join("; ", result.NotEvaluated.Where(rule => rule.IsBlocking).Select(rule => rule.ToString()))}"),
        })];
        if (content.IsEmpty)
        {
            notes.Add(new JsonObject { ["level"] = "error", ["message"] = Message("No endpoint was tested.") });
        }

        JsonObject run = new()
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "VpcEndpointTools",
                    ["version"] = content.Version,
                    ["rules"] = new JsonArray([.. RuleCatalog.All.Select(rule => Descriptor(rule.Info))]),
                },
            },
            ["invocations"] = new JsonArray(new JsonObject
            {
                ["executionSuccessful"] = !content.IsEmpty,
                ["endTimeUtc"] = content.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                ["toolExecutionNotifications"] = notes,
            }),
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = results,
        };
        return new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(run),
        }.ToJsonString(JsonReport.Readable);
    }

    private static JsonObject Descriptor(RuleInfo rule) => new()
    {
        ["id"] = rule.Id,
        ["shortDescription"] = Message(rule.Title),
        ["fullDescription"] = Message($"{rule.Title}. {rule.Remediation}"),
        ["help"] = new JsonObject { ["text"] = $"{rule.Remediation} Source: {rule.Source}", ["markdown"] = $"{rule.Remediation}\n\n[Source]({rule.Source})" },
        ["helpUri"] = rule.Source,
        ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity.ToString()) },
        ["properties"] = new JsonObject { ["tags"] = new JsonArray(rule.Family) },
    };

    private static JsonObject Result(ReportContent content, ConfigTestResult result, Finding finding, Dictionary<string, int> places)
    {
        JsonObject location = new() { ["logicalLocations"] = new JsonArray(new JsonObject { ["name"] = finding.Target, ["fullyQualifiedName"] = $"{finding.Target}.{finding.Property}", ["kind"] = "resource" }) };
        if (content.FileOf(finding.Source) is { } file)
        {
            JsonObject physical = new() { ["artifactLocation"] = new JsonObject { ["uri"] = Uri(file) } };
            if (finding.Line is { } line)
            {
                JsonObject region = new() { ["startLine"] = line };
                if (finding.Column is { } column)
                {
                    region["startColumn"] = column;
                }

                physical["region"] = region;
            }

            location["physicalLocation"] = physical;
        }

        JsonObject found = new()
        {
            ["ruleId"] = finding.RuleId,
            ["ruleIndex"] = places[finding.RuleId],
            ["level"] = Level(finding.Severity),
            ["message"] = Message($"{finding.Target}: {finding.Message} {finding.Remediation}"),
            ["locations"] = new JsonArray(location),
            ["partialFingerprints"] = new JsonObject { ["endpointAndProperty/v1"] = Fingerprint($"{finding.RuleId}|{finding.Target}|{finding.Property}") },
        };
        if (result.Scenario is { } scenario)
        {
            found["properties"] = new JsonObject { ["scenario"] = scenario };
        }

        return found;
    }

    private static JsonObject Message(string text) => new() { ["text"] = text };

    private static string Level(string severity) => severity switch
    {
        nameof(Severity.Error) => "error",
        nameof(Severity.Warning) => "warning",
        _ => "note",
    };

    // A rooted path is a file; a relative one is escaped part by part.
    private static string Uri(string file) => Path.IsPathRooted(file) || file.Contains(':', StringComparison.Ordinal)
        ? new UriBuilder { Scheme = "file", Host = string.Empty, Path = file }.Uri.AbsoluteUri
        : string.Join('/', file.Split('/').Select(System.Uri.EscapeDataString));

    private static string Fingerprint(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32].ToLowerInvariant();
}
