using System.Buffers;
using System.Text;
using System.Text.Json;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Aws;

/// <summary>Writes an object of the pipe as JSON: a policy may be given as a hashtable.</summary>
internal static class NodeJson
{
    // Objects of the pipe can contain themselves; no policy nests like this.
    private const int MaxDepth = 20;

    public static string Write(InputNode node, NodeReader owner)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            Write(node, writer, owner, 0);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(InputNode node, Utf8JsonWriter writer, NodeReader owner, int depth)
    {
        if (depth > MaxDepth)
        {
            throw owner.Mismatch(node, "PolicyDocument", $"JSON of at most {MaxDepth} levels");
        }

        switch (node.Kind)
        {
            case InputKind.Object:
                writer.WriteStartObject();
                foreach (string name in node.Names)
                {
                    writer.WritePropertyName(name);
                    Write(node.Member(name)!, writer, owner, depth + 1);
                }

                writer.WriteEndObject();
                break;
            case InputKind.List:
                writer.WriteStartArray();
                foreach (InputNode item in node.Items)
                {
                    Write(item, writer, owner, depth + 1);
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
