using VpcEndpointTools.Readers.Json;
using VpcEndpointTools.Readers.Prices;
using VpcEndpointTools.Readers.Terraform;
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
        if (TerraformReader.TryRead(node, source, out InputDocument? terraform))
        {
            return terraform;
        }

        DocumentBuilder document = new(source);
        document.AddRoot(node);
        return document.Build();
    }

    /// <inheritdoc/>
    public BaselineDocument ReadBaseline(Stream content, string source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            return new BaselineBuilder(source).Build(JsonInputParser.Parse(
                TextDecoder.ReadJson(content, source, BaselineBuilder.Expected), source, cancellationToken, BaselineBuilder.Expected));
        }
        catch (InputException exception)
        {
            return new BaselineDocument { Problem = exception.Problem };
        }
    }

    /// <inheritdoc/>
    public BaselineDocument ReadBaseline(InputNode node, string source)
    {
        ArgumentNullException.ThrowIfNull(node);
        try
        {
            return new BaselineBuilder(source).Build(node);
        }
        catch (InputException exception)
        {
            return new BaselineDocument { Problem = exception.Problem };
        }
    }

    /// <inheritdoc/>
    public PriceDocument ReadPrices(Stream content, string source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            return PriceReader.Read(TextDecoder.ReadJson(content, source, PriceReader.Expected), source, cancellationToken);
        }
        catch (InputException exception)
        {
            return new PriceDocument { Problem = exception.Problem };
        }
    }
}
