using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>A resource's properties, resolved one by one as they are asked for.</summary>
internal sealed class Properties(InputNode? node, Deployment deployment)
{
    /// <summary>A property; null where it is not there, or was taken away with AWS::NoValue.</summary>
    public InputNode? this[string name] => node?.Member(name) is { } member && deployment.Values.Resolve(member) is { Kind: not InputKind.Null } value ? Placed(value, member) : null;

    /// <summary>True or false; CloudFormation takes text for it.</summary>
    public InputNode? Flag(string name) => this[name] switch
    {
        { Kind: InputKind.Text } text when bool.TryParse(text.Text, out bool flag) => BuiltNode.OfFlag(flag, text),
        var other => other,
    };

    /// <summary>The items of a list of objects; null where the list as a whole is not known.</summary>
    public IReadOnlyList<Properties>? List(string name)
    {
        switch (node?.Member(name))
        {
            case null:
                return [];
            case { Kind: InputKind.List } list:
                List<Properties> items = [];
                foreach (InputNode item in list.Items)
                {
                    InputNode resolved = deployment.Values.Resolve(item);
                    if (resolved.Kind == InputKind.Unknown)
                    {
                        return null;
                    }

                    if (resolved.Kind == InputKind.Object)
                    {
                        items.Add(new Properties(resolved, deployment));
                    }
                }

                return items;
            case var other:
                InputNode whole = deployment.Values.Resolve(other);
                return whole.Kind == InputKind.List ? [.. whole.Items.Where(item => item.Kind == InputKind.Object).Select(item => new Properties(item, deployment))]
                    : whole.Kind == InputKind.Null ? []
                    : null;
        }
    }

    // A value that a function gave stands where the property stands, not where the function found it.
    private static InputNode Placed(InputNode value, InputNode member) => value.Line == member.Line ? value : value.Kind switch
    {
        InputKind.Text => BuiltNode.OfText(value.Text, member),
        InputKind.Unknown => BuiltNode.OfUnknown(value.Text, member),
        InputKind.List => BuiltNode.OfList(value.Items, member),
        _ => value,
    };
}
