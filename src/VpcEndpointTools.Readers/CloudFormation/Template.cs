using VpcEndpointTools.Readers.Yaml;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>The parts of a CloudFormation template.</summary>
internal sealed class Template
{
    private readonly ILookup<string, (string Name, InputNode Resource, InputNode? Properties)> _ofType;

    private Template(InputNode root, InputNode? conditions, InputNode? resources, IReadOnlyList<string> leftLoops)
    {
        Root = root;
        Parameters = Members(root.Member("Parameters"));
        Conditions = Members(conditions);
        Mappings = Members(root.Member("Mappings"));
        Resources = Members(resources).Where(pair => pair.Value.Kind == InputKind.Object && !Loops.Is(pair.Key)).ToDictionary(StringComparer.Ordinal);
        LeftLoops = leftLoops;
        _ofType = Resources.Where(pair => TypeOf(pair.Key) is not null).ToLookup(
            pair => TypeOf(pair.Key)!,
            pair => (pair.Key, pair.Value, pair.Value.Member("Properties") is { Kind: InputKind.Object } properties ? properties : null),
            StringComparer.Ordinal);
    }

    /// <summary>Reads the parts, its loops unrolled; what is missing or has another form is empty.</summary>
    public static Template Read(InputNode root, Func<Template, Deployment> deploy, CancellationToken stop)
    {
        (InputNode? conditions, InputNode? resources) = (root.Member("Conditions"), root.Member("Resources"));
        Loops loops = new(deploy(new Template(root, conditions, resources, [])), stop);
        return new Template(root, loops.Unroll(conditions), loops.Unroll(resources), loops.Left);
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

    /// <summary>Loops that were not unrolled, each with the reason.</summary>
    public IReadOnlyList<string> LeftLoops { get; }

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
                && resources.Names.Any(name => Loops.Is(name)
                    || (resources.Member(name)?.Member("Type") is { Kind: InputKind.Text } type && type.Text.Contains("::", StringComparison.Ordinal)))));

    /// <summary>The resources of a type, with their properties.</summary>
    public IEnumerable<(string Name, InputNode Resource, InputNode? Properties)> Of(string type) => _ofType[type];

    /// <summary>The type of a resource; null where there is none of that name.</summary>
    public string? TypeOf(string name) => Resources.GetValueOrDefault(name)?.Member("Type") is { Kind: InputKind.Text } type ? type.Text : null;

    /// <summary>The condition of a resource; null without one.</summary>
    public static string? ConditionOf(InputNode resource) => Scalars.Name(resource.Member("Condition"));

    private static Dictionary<string, InputNode> Members(InputNode? node) =>
        node is { Kind: InputKind.Object } ? node.Names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => node.Member(name)!, StringComparer.Ordinal) : [];
}
