using VpcEndpointTools.Readers.CloudFormation;
using VpcEndpointTools.Readers.Json;
using VpcEndpointTools.Readers.Prices;
using VpcEndpointTools.Readers.Terraform;
using VpcEndpointTools.Readers.Yaml;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers;

/// <summary>Recognises what an input is and reads it. One bad configuration costs the others nothing.</summary>
public sealed class InputReader : IInputReader
{
    /// <inheritdoc/>
    public InputDocument Read(Stream content, string source, CancellationToken cancellationToken, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            byte[] bytes = TextDecoder.Read(content, source);
            InputNode root = TextDecoder.LooksLikeJson(bytes) ? JsonInputParser.Parse(bytes, source, cancellationToken) : TemplateInYaml(bytes, source, cancellationToken);
            return Read(root, source, options);
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
        if (Template.Is(node))
        {
            return CloudFormationReader.Read(node, source, options ?? ReadingOptions.None);
        }

        if (TerraformReader.TryRead(node, source, out InputDocument? terraform))
        {
            return terraform;
        }

        DocumentBuilder document = new(source);
        document.AddRoot(node);
        return document.Build();
    }

    // Nothing but templates is read from YAML: any other text is a mistake, and rather one about JSON.
    private static InputNode TemplateInYaml(byte[] bytes, string source, CancellationToken cancellationToken)
    {
        TextDecoder.CheckNotEmpty(bytes, source);
        try
        {
            if (YamlInputParser.Parse(bytes, source, cancellationToken) is { } root && Template.Is(root))
            {
                return root;
            }
        }
        catch (InputException) when (!TextDecoder.LooksLikeTemplate(bytes))
        {
            // Then the place of its fault in YAML is of no use to anybody.
        }

        throw TextDecoder.NotJson(bytes, source);
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
