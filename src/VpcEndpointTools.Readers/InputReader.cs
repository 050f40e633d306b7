using VpcEndpointTools.Readers.Formats;
using VpcEndpointTools.Readers.Json;
using VpcEndpointTools.Readers.Prices;
using VpcEndpointTools.Readers.Yaml;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers;

/// <summary>Recognises what an input is and reads it. One bad configuration costs the others nothing.</summary>
public sealed class InputReader : IInputReader
{
    private readonly InputFormats _formats;

    /// <summary>A reader of all formats.</summary>
    public InputReader()
        : this(InputFormats.Shipped)
    {
    }

    /// <summary>A reader of some formats.</summary>
    internal InputReader(InputFormats formats) => _formats = formats;

    /// <inheritdoc/>
    public string Expected => _formats.Expected;

    /// <inheritdoc/>
    public InputDocument Read(Stream content, string source, CancellationToken cancellationToken, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            byte[] bytes = TextDecoder.Read(content, source, Expected, head => _formats.LooksLikeYaml(head));
            InputNode root = TextDecoder.LooksLikeJson(bytes)
                ? JsonInputParser.Parse(bytes, source, Expected, cancellationToken)
                : Yaml(bytes, source, cancellationToken);
            return _formats.Read(root, source, options ?? ReadingOptions.None, cancellationToken);
        }
        catch (InputException exception)
        {
            return new InputDocument { Problems = [exception.Problem] };
        }
    }

    /// <inheritdoc/>
    public InputDocument Read(InputNode node, string source, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(node);
        return _formats.Read(node, source, options ?? ReadingOptions.None);
    }

    // Few formats are read from YAML: any other text is a mistake, and rather one about JSON.
    private InputNode Yaml(byte[] bytes, string source, CancellationToken cancellationToken)
    {
        TextDecoder.CheckNotEmpty(bytes, source, Expected);
        try
        {
            if (YamlInputParser.Parse(bytes, source, cancellationToken) is { } root && _formats.IsOfYaml(root))
            {
                return _formats.Of(root).TakesLastOfKeys || DuplicateKeys.Find(root, cancellationToken) is not [var twice, ..] ? root : throw new InputException(
                    new InputProblem("DuplicateKey", $"{twice.Key} is there twice in one mapping, in lines {twice.First} and {twice.Last}.", source, twice.Last, twice.Column));
            }
        }
        catch (InputException exception) when (exception.Problem.Id != "DuplicateKey" && !_formats.LooksLikeYaml(bytes))
        {
            // Then the place of its fault in YAML is of no use to anybody.
        }

        throw TextDecoder.NotJson(bytes, source, Expected);
    }

    /// <inheritdoc/>
    public BaselineDocument ReadBaseline(Stream content, string source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            return new BaselineBuilder(source).Build(JsonInputParser.Parse(
                TextDecoder.ReadJson(content, source, BaselineBuilder.Expected), source, BaselineBuilder.Expected, cancellationToken));
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
            return PriceReader.Read(TextDecoder.ReadJson(content, source, PriceDocument.Expected), source, cancellationToken);
        }
        catch (InputException exception)
        {
            return new PriceDocument { Problem = exception.Problem };
        }
    }
}
