using VpcEndpointTools.Readers.Json;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers;

/// <summary>Recognises what an input is and reads it. One bad configuration costs the others nothing.</summary>
public sealed class InputReader : IInputReader
{
    /// <inheritdoc/>
    public InputDocument Read(Stream content, string source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            byte[] bytes = TextDecoder.ReadJson(content, source);
            return Read(JsonInputParser.Parse(bytes, source, cancellationToken), source);
        }
        catch (InputException exception)
        {
            return new InputDocument { Problems = [exception.Problem] };
        }
    }

    /// <inheritdoc/>
    public InputDocument Read(InputNode node, string source)
    {
        ArgumentNullException.ThrowIfNull(node);
        DocumentBuilder document = new(source);
        document.AddRoot(node);
        return document.Build();
    }
}
