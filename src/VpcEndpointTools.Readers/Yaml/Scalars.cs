using System.Text.RegularExpressions;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Yaml;

/// <summary>Scalars as CloudFormation reads them: its YAML is version 1.1, in which a plain yes or on is true.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html ("YAML Version 1.1 specification"),
/// https://yaml.org/type/bool.html (without y and n, which no parser in use takes).</remarks>
internal static partial class Scalars
{
    /// <summary>True where a plain scalar is a truth value.</summary>
    public static bool IsFlag(string text) => True().IsMatch(text) || False().IsMatch(text);

    /// <summary>The text that CloudFormation makes of a scalar.</summary>
    public static string Text(InputNode node) => node.Kind != InputKind.Boolean ? node.Text : True().IsMatch(node.Text) ? "true" : "false";

    /// <summary>The scalar where it names something, as it is written; null for what is no scalar.</summary>
    public static string? Name(InputNode? node) => node is { Kind: InputKind.Text or InputKind.Boolean or InputKind.Number } ? node.Text : null;

    [GeneratedRegex("^(true|True|TRUE|yes|Yes|YES|on|On|ON)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex True();

    [GeneratedRegex("^(false|False|FALSE|no|No|NO|off|Off|OFF)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex False();
}
