using System.Text.Encodings.Web;
using System.Text.Json;

namespace VpcEndpointTools.Reading;

/// <summary>Writes input nodes as JSON.</summary>
public static class InputNodeJson
{
    // Nothing embeds these files in HTML; names in other scripts stay readable.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a node and all under it, indented, as UTF-8.</summary>
    public static void Write(InputNode node, Stream stream)
    {
        using Utf8JsonWriter writer = new(stream, Readable);
        Write(node, writer);
    }

    /// <summary>Writes a node and all under it. Throws <see cref="InvalidOperationException"/> where it nests deeper than the writer takes.</summary>
    public static void Write(InputNode node, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(writer);
        switch (node.Kind)
        {
            case InputKind.Object:
                writer.WriteStartObject();
                foreach (string name in node.Names)
                {
                    writer.WritePropertyName(name);
                    Write(node.Member(name)!, writer);
                }

                writer.WriteEndObject();
                break;
            case InputKind.List:
                writer.WriteStartArray();
                foreach (InputNode item in node.Items)
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case InputKind.Number:
                writer.WriteRawValue(node.Text);
                break;
            case InputKind.Boolean:
                writer.WriteBooleanValue(node.Text == "true");
                break;
            case InputKind.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteStringValue(node.Text);
                break;
        }
    }
}
