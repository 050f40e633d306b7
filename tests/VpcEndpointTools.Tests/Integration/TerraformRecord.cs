using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>What stands beside recorded plans and states: which sources they were made of, how, and with what.</summary>
internal static partial class TerraformRecord
{
    /// <summary>Set to 1, the tests record anew instead of comparing.</summary>
    public const string UpdateVariable = "VPCE_UPDATE_PLANS";

    /// <summary>What to do where a record is not of its sources.</summary>
    public const string Advice = $"{UpdateVariable}=1 dotnet test tests/VpcEndpointTools.Tests --filter RecordedPlans records it again.";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // What differs from one run to the next, and what Terraform writes in no order.
    private static readonly string[] Passing = ["timestamp", "terraform_version", "relevant_attributes", "lineage", "serial"];

    public static bool Updates => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    /// <summary>The record that a case should have now.</summary>
    /// <param name="item">The case.</param>
    /// <param name="terraform">The version of Terraform.</param>
    /// <param name="provider">The version of hashicorp/aws.</param>
    public static string Of(TerraformCase item, string terraform, string provider) => Format(new JsonObject
    {
        ["terraform"] = terraform,
        ["hashicorp/aws"] = provider,
        ["steps"] = new JsonArray([.. item.Recipe.Select(step => JsonValue.Create(step))]),
        ["sources"] = Hashes(item.Sources),
        ["files"] = Hashes(item.Files.Where(file => File.Exists(item.FilePath(file))).ToDictionary(file => file, item.Read)),
    });

    /// <summary>The record that a case has; null without one.</summary>
    public static JsonNode? Read(TerraformCase item)
    {
        string file = item.FilePath(TerraformCase.RecordFile);
        return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : null;
    }

    /// <summary>Writes what was made. A file that says the same as before stays as it is.</summary>
    /// <param name="item">The case.</param>
    /// <param name="made">What its recipe made.</param>
    public static void Write(TerraformCase item, Dictionary<string, string> made)
    {
        foreach ((string file, string json) in made)
        {
            if (!File.Exists(item.FilePath(file)) || Content(item.Read(file)) != Content(json))
            {
                File.WriteAllText(item.FilePath(file), json);
            }
        }

        string version = JsonNode.Parse(made.Values.First())!["terraform_version"]!.GetValue<string>();
        File.WriteAllText(item.FilePath(TerraformCase.RecordFile), Of(item, version, TerraformInstallation.ProviderVersion));
    }

    /// <summary>What a plan or a state says, without what is another in each run: times, and the ids that AWS gives.</summary>
    public static string Content(string json)
    {
        JsonObject root = JsonNode.Parse(json)!.AsObject();
        foreach (string name in Passing)
        {
            root.Remove(name);
        }

        if (root["prior_state"] is JsonObject prior)
        {
            prior.Remove("terraform_version");
        }

        return Random().Replace(AwsId().Replace(Format(root), "${kind}-#"), "\"${name}\": \"#\"");
    }

    private static JsonObject Hashes(Dictionary<string, string> texts) => new(texts
        .OrderBy(text => text.Key, StringComparer.Ordinal)
        .Select(text => KeyValuePair.Create(text.Key, (JsonNode?)Hash(text.Value))));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Format(JsonNode node) => node.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";

    [GeneratedRegex("\\b(?<kind>[a-z]{2,10})(-[0-9a-f]{8,})+\\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AwsId();

    [GeneratedRegex("\"(?<name>hosted_zone_id|ipv4)\": \"[^\"]*\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Random();
}
