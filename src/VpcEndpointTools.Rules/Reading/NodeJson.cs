using System.Buffers;
using System.Text;
using System.Text.Json;

namespace VpcEndpointTools.Reading;

/// <summary>Writes an object of the pipe as JSON: a policy may be given as a hashtable.</summary>
internal static class NodeJson
{
    // Objects of the pipe can contain themselves; no policy nests like this.
    private const int MaxDepth = 20;

    public static string Write(InputNode node, NodeReader owner)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { MaxDepth = MaxDepth }))
        {
            try
            {
                InputNodeJson.Write(node, writer);
            }
            catch (InvalidOperationException)
            {
                throw owner.Mismatch(node, "PolicyDocument", $"JSON of at most {MaxDepth} levels");
            }
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
