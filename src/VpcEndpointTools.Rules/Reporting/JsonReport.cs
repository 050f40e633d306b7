using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Reporting;

/// <summary>Everything as JSON: what -Baseline reads, and what other programs do.</summary>
internal static class JsonReport
{
    /// <summary>Indented; nothing embeds these files in HTML, so names in other scripts stay readable.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ReportContent content) => new JsonObject
    {
        ["Tool"] = "VpcEndpointTools",
        ["Version"] = content.Version,
        ["Time"] = content.Time.ToString("o", System.Globalization.CultureInfo.InvariantCulture),
        ["Results"] = new JsonArray([.. content.Results.Select(result => JsonSerializer.SerializeToNode(result, Readable))]),

        // Each with the properties of its own kind.
        ["Recommendations"] = new JsonArray([.. content.Recommendations.Select(item => JsonSerializer.SerializeToNode(item, item.GetType(), Readable))]),
    }.ToJsonString(Readable);
}
