using System.Text;
using VpcEndpointTools.Readers.Aws;
using VpcEndpointTools.Readers.CloudFormation;
using VpcEndpointTools.Readers.Terraform;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Formats;

/// <summary>The formats that inputs are recognised by.</summary>
internal sealed class InputFormats
{
    private readonly IReadOnlyList<IInputFormat> _formats;
    private readonly byte[][] _yamlMarks;

    /// <summary>Formats, asked in their order: the last one takes what no other recognises, and says what is wrong with it.</summary>
    public InputFormats(IReadOnlyList<IInputFormat> formats)
    {
        _formats = formats;
        _yamlMarks = [.. formats.SelectMany(format => format.YamlMarks).Select(Encoding.UTF8.GetBytes)];
        string[] names = [.. formats.Reverse().SelectMany(format => format.Names)];
        Expected = names.Length == 1 ? $"{names[0]}." : $"{string.Join(", ", names[..^1])}, or {names[^1]}.";
    }

    /// <summary>The formats of the module. A new one goes first.</summary>
    public static InputFormats Shipped { get; } = new(
    [
        new TerraformFormat(),
        new CloudFormationFormat(),
        new AwsFormat(),
    ]);

    /// <summary>The formats in the order in which they are asked.</summary>
    public IReadOnlyList<IInputFormat> All => _formats;

    /// <summary>What a user can give, for messages: a sentence without its "Expected".</summary>
    public string Expected { get; }

    /// <summary>Reads a document with the first format that recognises it.</summary>
    public InputDocument Read(InputNode root, string source, ReadingOptions options, CancellationToken stop = default) =>
        Of(root).Read(new FormatInput(root, source, options, Expected, stop));

    /// <summary>The first format that recognises a document; the last one where none does.</summary>
    public IInputFormat Of(InputNode root) => _formats.FirstOrDefault(format => format.Recognises(root)) ?? _formats[^1];

    /// <summary>True where text that is no JSON has the words of a format that is written in YAML.</summary>
    public bool LooksLikeYaml(ReadOnlySpan<byte> text)
    {
        foreach (byte[] mark in _yamlMarks)
        {
            if (text.IndexOf(mark) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a document that was written in YAML is of a format that may be.</summary>
    public bool IsOfYaml(InputNode root) => _formats.Any(format => format.YamlMarks.Count > 0 && format.Recognises(root));
}
