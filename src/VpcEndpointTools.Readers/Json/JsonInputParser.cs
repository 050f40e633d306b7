using System.Text;
using System.Text.Json;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Json;

/// <summary>Parses JSON into nodes that know where they stand. The parsing itself is System.Text.Json's.</summary>
internal static class JsonInputParser
{
    /// <summary>Deeper than any answer of AWS; a file that nests deeper is not one.</summary>
    private const int MaxDepth = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>Throws <see cref="InputException"/> where the content is not JSON.</summary>
    public static JsonInputNode Parse(byte[] content, string source, string expected, CancellationToken cancellationToken)
    {
        LineMap lines = new(content);
        TextPool texts = new();
        Utf8JsonReader reader = new(content, Options);
        try
        {
            reader.Read();
            JsonInputNode root = ReadNode(ref reader, lines, texts, cancellationToken);

            // Reading on proves that nothing follows.
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            throw new InputException(new InputProblem(
                "InvalidJson",
                $"not valid JSON: {Reason(exception)} Expected {expected}",
                source,
                (int)(exception.LineNumber ?? 0) + 1,
                (int)(exception.BytePositionInLine ?? 0) + 1));
        }
        catch (InvalidOperationException exception) when (exception.InnerException is DecoderFallbackException)
        {
            long offset = reader.TokenStartIndex;
            throw new InputException(new InputProblem(
                "InvalidJson", "a text that is not valid UTF-8. Save the file as UTF-8.", source, lines.Line(offset), lines.Column(offset)));
        }
    }

    private static JsonInputNode ReadNode(ref Utf8JsonReader reader, LineMap lines, TextPool texts, CancellationToken cancellationToken)
    {
        long offset = reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                cancellationToken.ThrowIfCancellationRequested();
                JsonInputNode map = new(InputKind.Object, offset, lines);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = texts.Get(ref reader);
                    reader.Read();
                    map.Add(name, ReadNode(ref reader, lines, texts, cancellationToken));
                }

                return map;
            case JsonTokenType.StartArray:
                JsonInputNode list = new(InputKind.List, offset, lines);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Add(ReadNode(ref reader, lines, texts, cancellationToken));
                }

                return list;
            case JsonTokenType.String:
                return new(InputKind.Text, texts.Get(ref reader), offset, lines);
            case JsonTokenType.Number:
                return new(InputKind.Number, Encoding.UTF8.GetString(reader.ValueSpan), offset, lines);
            case JsonTokenType.True:
                return new(InputKind.Boolean, "true", offset, lines);
            case JsonTokenType.False:
                return new(InputKind.Boolean, "false", offset, lines);
            default:
                return new(InputKind.Null, offset, lines);
        }
    }

    // System.Text.Json appends the place to its sentence; ours stands in front, counted from 1.
    private static string Reason(JsonException exception)
    {
        int place = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? exception.Message : exception.Message[..place];
    }
}
