using VpcEndpointTools.Readers.Yaml;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>A deployment in which some parameters have other values than their defaults.</summary>
/// <param name="Values">The values by the parameters' names; null where it is any value other than those that the template compares it with.</param>
/// <param name="Text">What it is, for people; null for the defaults.</param>
internal sealed record Scenario(IReadOnlyDictionary<string, string?> Values, string? Text)
{
    /// <summary>The defaults alone.</summary>
    public static Scenario Defaults { get; } = new(new Dictionary<string, string?>(StringComparer.Ordinal), null);

    /// <summary>What was given for the template's parameters, in words: "Stage = prod". Null where nothing was.</summary>
    public static string? Given(Template template, ReadingOptions options)
    {
        string[] given = [.. (options.Parameters?.Names ?? []).Where(template.Parameters.ContainsKey)
            .Select(name => $"{name} = {Show(template, name, options.Parameters!.Member(name)!)}")];
        return given.Length == 0 ? null : string.Join(", ", given);
    }

    /// <summary>Scenarios and conditions in one text; null where there is none.</summary>
    public static string? Join(params string?[] parts) => string.Join(", ", parts.Where(part => part is not null)) is { Length: > 0 } text ? text : null;

    /// <summary>A parameter's value as results show it: secrets are not, and what is long is cut.</summary>
    public static string Show(Template template, string name, InputNode value)
    {
        const int Most = 60;
        if (template.Parameters[name].Member("NoEcho") is { } secret && Scalars.Text(secret) == "true")
        {
            return "****";
        }

        string text = value.Kind == InputKind.List ? string.Join(',', value.Items.Select(Scalars.Text)) : Scalars.Text(value);
        return text.Length > Most ? text[..Most] + "…" : text.Length == 0 ? "''" : text;
    }
}
