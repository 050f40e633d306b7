using System.Text;
using System.Text.Json.Nodes;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Readers;
using VpcEndpointTools.Reading;
using VpcEndpointTools.Tests.Docs;

namespace VpcEndpointTools.PeerComparison;

/// <summary>An example of a page, as a template.</summary>
internal sealed record Case(string Id, bool IsWrong, string File, PageExample Example)
{
    private static readonly string[] OnlyAwsSays = ["format_version", "VpcEndpoints", "VpcEndpoint", "VpcEndpointId", "State"];

    /// <summary>True for requests: an endpoint that AWS describes is not born in a template.</summary>
    public static bool IsRequest(JsonNode input) => input switch
    {
        JsonObject request => !OnlyAwsSays.Any(request.ContainsKey),
        JsonArray several => several.All(item => item is JsonObject && IsRequest(item)),
        _ => false,
    };

    /// <summary>True when the page's rule objects.</summary>
    public bool IsFound() => Results().Any(result => result.Findings.Any(finding => finding.RuleId == Id));

    /// <summary>True when any rule calls it an error.</summary>
    public bool HasError() => Results().Any(result => result.Outcome == TestOutcomes.Failed);

    private IEnumerable<ConfigTestResult> Results()
    {
        NetworkSnapshot? snapshot = Example.Snapshot is null ? null : Read(Example.Snapshot).Snapshot! with { IsGiven = true };
        return Read(Example.Input).Configs.Select(config => new RuleEvaluator().Evaluate(config, snapshot, "eu-west-1"));
    }

    private static InputDocument Read(string json)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        return new InputReader().Read(stream, "example.json", CancellationToken.None);
    }
}
