using System.Text;
using System.Text.RegularExpressions;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>How Terraform writes the instance of a resource or a module: module.net["a"].aws_subnet.b[0].</summary>
internal static partial class TerraformAddress
{
    /// <summary>The pattern of an instance's key with its brackets. A key of for_each is any text; its quotes are escaped.</summary>
    public const string Key = """\[("(\\.|[^"\\])*"|[0-9]+)\]""";

    /// <summary>The key of an instance as it is written in its address; empty without one.</summary>
    /// <param name="index">Its number or its text.</param>
    public static string KeyOf(InputNode? index) => index switch
    {
        { Kind: InputKind.Number } => $"[{index.Text}]",
        { Kind: InputKind.Text } => $"[{Quoted(index.Text)}]",
        _ => string.Empty,
    };

    /// <summary>An address without the keys of its instances: what the configuration calls it.</summary>
    public static string WithoutKeys(string address) => Keys().Replace(address, string.Empty);

    // As in HCL: https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
    private static string Quoted(string text)
    {
        StringBuilder quoted = new("\"");
        for (int i = 0; i < text.Length; i++)
        {
            quoted.Append(text[i] switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '"' => "\\\"",
                '\\' => "\\\\",
                '$' or '%' when i + 1 < text.Length && text[i + 1] == '{' => $"{text[i]}{text[i]}",
                char other => other.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(Key, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Keys();
}
