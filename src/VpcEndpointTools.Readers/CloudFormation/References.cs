using VpcEndpointTools.Readers.Yaml;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>What Ref and Fn::GetAtt of a resource give: an id that stands for the one it will have, a property of it, or something only AWS knows.</summary>
internal sealed class References(Template template, Deployment deployment)
{
    private readonly Dictionary<(string, string), InputNode?> _attributes = [];

    /// <summary>What Ref gives.</summary>
    public InputNode Ref(string name, InputNode where) => ResourceTypes.Find(template.TypeOf(name)) is { } type
        ? BuiltNode.OfText(type.Ref == AttributeMeaning.Arn ? Arn(type, name, where) : deployment.Ids.For(type.Prefix, name), where)
        : BuiltNode.OfUnknown($"${{{name}}}", where);

    /// <summary>What Fn::GetAtt gives.</summary>
    public InputNode Attribute(string name, string attribute, InputNode where) =>
        (ResourceTypes.Find(template.TypeOf(name)) is { } type && type.Attributes.TryGetValue(attribute, out ResourceAttribute? meaning)
            ? Value(type, name, attribute, meaning, where)
            : null) ?? BuiltNode.OfUnknown($"${{{name}.{attribute}}}", where);

    private InputNode? Value(ResourceType type, string name, string attribute, ResourceAttribute meaning, InputNode where) => meaning.Meaning switch
    {
        AttributeMeaning.Id => BuiltNode.OfText(deployment.Ids.For(type.Prefix, name), where),
        AttributeMeaning.Arn => BuiltNode.OfText(Arn(type, name, where), where),
        AttributeMeaning.Part => BuiltNode.OfText(deployment.Ids.For(meaning.Detail, $"{name}.{attribute}"), where),
        _ => Property(name, meaning, where),
    };

    // Each is resolved once; one that refers to itself is unknown.
    private InputNode? Property(string name, ResourceAttribute meaning, InputNode where)
    {
        if (template.Resources[name].Member("Properties")?.Member(meaning.Detail) is not { } property)
        {
            return null;
        }

        if (meaning.Meaning == AttributeMeaning.Through)
        {
            return Referred(property) is { } next && template.TypeOf(next) == ResourceTypes.Subnet && next != name ? Attribute(next, meaning.Next, where) : null;
        }

        if (_attributes.TryAdd((name, meaning.Detail), null))
        {
            _attributes[(name, meaning.Detail)] = deployment.Values.Resolve(property);
        }

        return _attributes[(name, meaning.Detail)] is { Kind: not InputKind.Null } known ? known : null;
    }

    private static string? Referred(InputNode property) => property switch
    {
        { Kind: InputKind.Object, Names: ["Ref"] } => Scalars.Name(property.Member("Ref")!),
        { Kind: InputKind.Object, Names: ["Fn::GetAtt"] } when property.Member("Fn::GetAtt") is { Kind: InputKind.Text } path && path.Text.EndsWith(".SubnetId", StringComparison.Ordinal) =>
            path.Text[..^".SubnetId".Length],
        _ => null,
    };

    private string Arn(ResourceType type, string name, InputNode where)
    {
        string[] parts = type.ArnOf!.Split(' ');
        string Pseudo(string pseudo) => deployment.Parameter("AWS::" + pseudo, where)!.Text;
        return $"arn:{Pseudo("Partition")}:{parts[0]}:{Pseudo("Region")}:{Pseudo("AccountId")}:{parts[1]}/{deployment.Ids.For(type.Prefix, name)}";
    }
}
