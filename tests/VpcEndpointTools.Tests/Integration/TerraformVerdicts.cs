using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>What a plan or a state holds, read here without the product, and what the product says of it.</summary>
internal static class TerraformVerdicts
{
    /// <summary>The addresses of the endpoints that a plan leaves or a state has.</summary>
    public static IReadOnlyList<string> Endpoints(string json)
    {
        JsonNode root = JsonNode.Parse(json)!;
        return root["planned_values"] is not null ? [.. OfPlan(root)]
            : root["values"] is { } values ? [.. OfModule(values["root_module"])]
            : [.. root["resources"]!.AsArray().Where(resource => IsEndpoint(resource!)).SelectMany(OfStored!)];
    }

    // What stays of what the plan looks at, then what it does not look at.
    private static IEnumerable<string> OfPlan(JsonNode plan)
    {
        JsonNode?[] changes = [.. plan["resource_changes"]?.AsArray() ?? []];
        string[] names = ["address", "previous_address"];
        string[] known = [.. changes.SelectMany(change => names.Select(name => (string?)change![name])).OfType<string>()];
        return changes.Where(change => IsEndpoint(change!) && !IsTakenAway(change!)).Select(Address)
            .Concat(OfModule(plan["prior_state"]?["values"]?["root_module"]).Except(known, StringComparer.Ordinal));
    }

    private static bool IsTakenAway(JsonNode change) =>
        change["change"]!["actions"]!.AsArray() is [var only] && (string)only! is ("delete" or "forget");

    /// <summary>The Error rules of each result, by address.</summary>
    public static Dictionary<string, string> ErrorsOf(SessionAnswer answer)
    {
        Assert.Empty(answer.Errors);
        return answer.Output.ToDictionary(result => (string)result.Properties["Target"].Value, result => Rules(result, "Error"));
    }

    /// <summary>The rules of a severity that a result fails, each once.</summary>
    public static string Rules(PSObject result, string severity)
    {
        IEnumerable<dynamic> findings = (IEnumerable<dynamic>)result.Properties["Findings"].Value;
        IEnumerable<string> rules = findings.Where(finding => finding.Severity == severity).Select(finding => (string)finding.RuleId);
        return string.Join(' ', rules.Distinct());
    }

    /// <summary>As text: a difference shows where it is.</summary>
    public static string Lines(IEnumerable<KeyValuePair<string, string>> errors) =>
        string.Join('\n', errors.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}".TrimEnd()));

    private static bool IsEndpoint(JsonNode resource) =>
        (string?)resource["type"] == "aws_vpc_endpoint" && (string?)resource["mode"] == "managed";

    private static string Address(JsonNode? resource) => (string)resource!["address"]!;

    private static IEnumerable<string> OfModule(JsonNode? module) =>
        (module?["resources"]?.AsArray() ?? []).Where(resource => IsEndpoint(resource!)).Select(Address)
        .Concat((module?["child_modules"]?.AsArray() ?? []).SelectMany(OfModule));

    private static IEnumerable<string> OfStored(JsonNode resource)
    {
        string module = (string?)resource["module"] is { } path ? path + "." : string.Empty;
        string address = $"{module}{(string?)resource["type"]}.{(string?)resource["name"]}";
        return resource["instances"]!.AsArray().Select(instance => instance!["index_key"] switch
        {
            null => address,
            { } key when key.GetValueKind() == JsonValueKind.String =>
                $"{address}[\"{((string)key!).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]",
            { } key => $"{address}[{key}]",
        });
    }
}
