using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>The parts of a CloudFormation template.</summary>
internal sealed class Template
{
    private const string ForEach = "Fn::ForEach::";

    /// <summary>Reads the parts; what is missing or has another form is empty.</summary>
    public Template(InputNode root)
    {
        Root = root;
        Parameters = Members(root.Member("Parameters"));
        Conditions = Members(root.Member("Conditions"));
        Mappings = Members(root.Member("Mappings"));
        Resources = Members(root.Member("Resources")).Where(pair => pair.Value.Kind == InputKind.Object && !pair.Key.StartsWith(ForEach, StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        Loops = [.. Members(root.Member("Resources")).Keys.Where(name => name.StartsWith(ForEach, StringComparison.Ordinal))];
    }

    /// <summary>The whole template.</summary>
    public InputNode Root { get; }

    /// <summary>Parameters by name.</summary>
    public IReadOnlyDictionary<string, InputNode> Parameters { get; }

    /// <summary>Conditions by name.</summary>
    public IReadOnlyDictionary<string, InputNode> Conditions { get; }

    /// <summary>Mappings by name.</summary>
    public IReadOnlyDictionary<string, InputNode> Mappings { get; }

    /// <summary>Resources by logical id.</summary>
    public IReadOnlyDictionary<string, InputNode> Resources { get; }

    /// <summary>Loops among the resources, which only CloudFormation unrolls.</summary>
    public IReadOnlyList<string> Loops { get; }

    /// <summary>The macros that work on the template as a whole; AWS's own ones leave endpoints alone.</summary>
    public IReadOnlyList<string> Macros => [.. (Root.Member("Transform") switch
    {
        { Kind: InputKind.Text } one => [one],
        { Kind: InputKind.List } several => several.Items,
        { Kind: InputKind.Object } call => [call.Member("Name") ?? call],
        _ => Array.Empty<InputNode>(),
    }).Select(macro => macro.Kind == InputKind.Object ? macro.Member("Name")?.Text ?? string.Empty : macro.Text)
        .Where(name => name == "AWS::Include" || !name.StartsWith("AWS::", StringComparison.Ordinal))];

    /// <summary>True for what looks like a template: resources with types, or the version that only templates have.</summary>
    public static bool Is(InputNode root) => root.Kind == InputKind.Object
        && (root.Member("AWSTemplateFormatVersion") is not null
            || (root.Member("Resources") is { Kind: InputKind.Object } resources && resources.Items.Count + resources.Names.Count > 0
                && resources.Names.Any(name => resources.Member(name)?.Member("Type") is { Kind: InputKind.Text } type && type.Text.Contains("::", StringComparison.Ordinal))));

    /// <summary>The resources of a type, with their properties.</summary>
    public IEnumerable<(string Name, InputNode Resource, InputNode? Properties)> Of(string type) => Resources
        .Where(pair => TypeOf(pair.Key) == type)
        .Select(pair => (pair.Key, pair.Value, pair.Value.Member("Properties") is { Kind: InputKind.Object } properties ? properties : null));

    /// <summary>The type of a resource; null where there is none of that name.</summary>
    public string? TypeOf(string name) => Resources.GetValueOrDefault(name)?.Member("Type") is { Kind: InputKind.Text } type ? type.Text : null;

    /// <summary>The condition of a resource; null without one.</summary>
    public static string? ConditionOf(InputNode resource) => resource.Member("Condition") is { Kind: InputKind.Text } condition ? condition.Text : null;

    private static Dictionary<string, InputNode> Members(InputNode? node) =>
        node is { Kind: InputKind.Object } ? node.Names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => node.Member(name)!, StringComparer.Ordinal) : [];
}
