using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Wire;

/// <summary>How EC2's requests and answers are spelled: the part of AWS's own service model that these operations need.</summary>
internal static class WireModel
{
    private static readonly JsonObject Root = Load();

    /// <summary>True for an operation that this server has.</summary>
    public static bool Has(string action) => Root["Operations"]!.AsObject().ContainsKey(action);

    /// <summary>The shape of an operation's request.</summary>
    public static string Request(string action) => (string)Root["Operations"]![action]![0]!;

    /// <summary>The shape of an operation's answer; null where it only says that all went well.</summary>
    public static string? Answer(string action) => Root["Operations"]![action]!.AsArray() is { Count: > 1 } both ? (string)both[1]! : null;

    /// <summary>The members of a structure: name, XML name, query name, shape.</summary>
    public static IEnumerable<WireMember> Members(string shape) => Root["Shapes"]![shape]!.AsObject().Select(member =>
    {
        JsonArray parts = member.Value!.AsArray();
        string xml = (string)parts[0]!;
        string query = parts.Count > 2 ? (string)parts[1]! : char.ToUpperInvariant(xml[0]) + xml[1..];
        return new WireMember(member.Key, xml, query, (string)parts[^1]!);
    });

    /// <summary>The shape of a list's items; null where the shape is no list.</summary>
    public static string? ItemOf(string shape) => Root["Shapes"]![shape] is JsonArray list ? (string)list[1]! : null;

    /// <summary>True for a structure or a list.</summary>
    public static bool IsComposite(string shape) => Root["Shapes"]!.AsObject().ContainsKey(shape);

    private static JsonObject Load()
    {
        using Stream stream = typeof(WireModel).Assembly.GetManifestResourceStream("wire.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}

/// <summary>A member of a structure.</summary>
/// <param name="Name">As the AWS CLI shows it.</param>
/// <param name="Xml">Its element in an answer.</param>
/// <param name="Query">Its name in a request.</param>
/// <param name="Shape">What it is.</param>
internal sealed record WireMember(string Name, string Xml, string Query, string Shape);
