using System.Text;
using System.Text.Json;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Resolved values as JSON text.</summary>
internal static class NodeText
{
    /// <summary>The JSON of a value in which everything is known.</summary>
    public static string Json(InputNode node)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text))
        {
            InputNodeJson.Write(node, writer);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
