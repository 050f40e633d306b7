using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Docs;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Templates;

/// <summary>The examples of the rules' pages, written as templates: the same verdict in every form.</summary>
public sealed partial class SameVerdictTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    private const string Test = "param($f, $id, $s, $c) Test-VpcEndpointConfig -Path $f -Region eu-west-1 -IncludeRule $id -Settings $c -WarningAction Ignore -Snapshot $s";
    private const string Alone = "param($f, $id, $s, $c, $r) Test-VpcEndpointConfig -Path $f -Region $r -IncludeRule $id -Settings $c -WarningAction Ignore";

    // How many addresses are free, and which ones are designated, stands in no CloudFormation template.
    private static readonly string[] NotInCloudFormation = ["VPCE-N007", "VPCE-N008", "VPCE-S019"];

    private static readonly string[] OnlyAwsSays = ["format_version", "VpcEndpoints", "VpcEndpoint", "VpcEndpointId", "State"];

    [Fact]
    public void ExamplesAsCloudFormationHaveTheSameVerdict() =>
        Compare((request, _) => TemplateWriter.Write(request, null), true, mayBeSilent: false, atLeast: 290, CloudFormationCount());

    [Fact]
    public void ExamplesAsATerraformPlanHaveTheSameVerdict() =>
        Compare((request, _) => PlanWriter.Write(request), true, mayBeSilent: false, atLeast: 290, PlanCount(), isCloudFormation: false);

    [Fact]
    public void ExamplesWhoseSurroundingsStandInTheTemplateNeverGetTheOppositeVerdict() =>
        Compare(TemplateWriter.Write, withSnapshot: false, mayBeSilent: true, atLeast: 120, AloneCount());

    private void Compare(
        Func<JsonNode, JsonNode?, string> write,
        bool withSnapshot,
        bool mayBeSilent,
        int atLeast,
        Regex figures,
        bool isCloudFormation = true)
    {
        List<string> differences = [];
        int compared = 0;
        int silent = 0;
        foreach ((string id, PageExample example) in RulePage.Ids.SelectMany(id => RulePage.Read(id).FailingExamples.Concat(RulePage.Read(id).PassingExamples).Select(example => (id, example))))
        {
            JsonNode input = JsonNode.Parse(example.Input)!;
            if (!IsRequest(input) || (!withSnapshot && (example.Snapshot is null || NotInCloudFormation.Contains(id, StringComparer.Ordinal))) || (isCloudFormation && example.Input.Contains("SubnetConfigurations", StringComparison.Ordinal)))
            {
                continue;
            }

            using TemporaryFolder folder = new();
            string plain = folder.Write("request.json", WithPrivateDns(input).ToJsonString());
            string template = folder.Write("template.json", write(WithPrivateDns(input), example.Snapshot is null ? null : JsonNode.Parse(example.Snapshot)));
            string? snapshot = example.Snapshot is null ? null : folder.Write("snapshot.json", example.Snapshot);
            string region = (string?)(example.Snapshot is null ? null : JsonNode.Parse(example.Snapshot)!)?["Region"] ?? "eu-west-1";
            string settings = folder.Write("settings.psd1", example.Settings ?? "@{}");
            string expected = Verdict(session.Run(snapshot is null ? Alone : Test, plain, id, snapshot, settings, region));
            string actual = Verdict(session.Run(snapshot is null || !withSnapshot ? Alone : Test, template, id, snapshot, settings, region), onlyRequests: !withSnapshot);
            compared++;
            if (expected == actual)
            {
                continue;
            }

            if (mayBeSilent && (actual.Contains('?', StringComparison.Ordinal) || actual.Length == 0))
            {
                silent++;
                continue;
            }

            differences.Add($"{id}, '{example.Heading}': {expected} as a request, {actual} as a template");
        }

        output.WriteLine($"{compared} compared, {silent} not evaluated in the template, {differences.Count} different:\n{string.Join('\n', differences)}");
        Assert.Empty(differences);
        Assert.True(compared >= atLeast, $"only {compared} compared");

        // The page says how many.
        string path = Path.Combine(Repository.Root, "docs", "templates.md");
        string text = DocsFile.Read(path);
        Assert.Single(figures.Matches(text));
        string notEvaluated = silent.ToString(CultureInfo.InvariantCulture);
        DocsFile.Compare(output, path, figures.Replace(text, match =>
            $"{match.Groups["before"]}{compared}{match.Groups["between"]}{(match.Groups["silent"].Success ? notEvaluated : null)}{match.Groups["after"]}"));
    }

    // One letter an endpoint: F for a finding, P for a pass, ? for not evaluated.
    private static string Verdict(SessionAnswer answer, bool onlyRequests = false) => string.Concat(answer.Output.Where(item => !onlyRequests || item.Properties["Target"].Value.ToString()!.StartsWith("Endpoint", StringComparison.Ordinal)).Select(item =>
    {
        dynamic result = item;
        return ((IEnumerable<object>)result.Findings).Any() ? "F" : (int)result.Coverage.Evaluated > 0 ? "P" : ((IEnumerable<object>)result.NotEvaluated).Any() ? "?" : "-";
    })) + string.Concat(answer.Errors.Select(error => " " + error.FullyQualifiedErrorId));

    private static bool IsRequest(JsonNode input) => input switch
    {
        JsonObject request => !OnlyAwsSays.Any(request.ContainsKey),
        JsonArray several => several.All(item => item is JsonObject && IsRequest(item)),
        _ => false,
    };

    // In a template an omitted PrivateDnsEnabled is off; in a request AWS's documents disagree on it.
    private static JsonNode WithPrivateDns(JsonNode input)
    {
        JsonNode copy = input.DeepClone();
        foreach (JsonObject request in copy is JsonArray several ? several.OfType<JsonObject>() : [copy.AsObject()])
        {
            if ((string?)request["VpcEndpointType"] == "Interface" && request["PrivateDnsEnabled"] is null)
            {
                request["PrivateDnsEnabled"] = false;
            }
        }

        return copy;
    }

    [GeneratedRegex(@"(?<before>that a template can express \()\d+(?<after>\))", RegexOptions.ExplicitCapture)]
    private static partial Regex CloudFormationCount();

    [GeneratedRegex(@"(?<before>so have\s+)\d+(?<after> written as a Terraform plan)", RegexOptions.ExplicitCapture)]
    private static partial Regex PlanCount();

    [GeneratedRegex(
        @"(?<before>Terraform plan\. )\d+(?<between> of them with their surroundings [^:]+: [^,]+, )(?<silent>\d+)(?<after> are not evaluated)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex AloneCount();
}
