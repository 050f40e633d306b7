namespace VpcEndpointTools.Reading;

/// <summary>A node that is made and not read: what a template says, or a request, in the words of the AWS CLI. It has the place of its
/// origin.</summary>
internal sealed class BuiltNode : InputNode
{
    private readonly List<InputNode> _items = [];
    private readonly Dictionary<string, InputNode> _members = new(StringComparer.Ordinal);
    private readonly InputNode? _origin;

    private BuiltNode(InputKind kind, string text, InputNode? origin)
    {
        Kind = kind;
        Text = text;
        _origin = origin;
    }

    public override InputKind Kind { get; }

    public override string Text { get; }

    public override IReadOnlyList<InputNode> Items => _items;

    public override IReadOnlyList<string> Names => [.. _members.Keys];

    public override int? Line => _origin?.Line;

    public override int? Column => _origin?.Column;

    /// <summary>A text.</summary>
    public static BuiltNode OfText(string text, InputNode? origin = null) => new(InputKind.Text, text, origin);

    /// <summary>True or false.</summary>
    public static BuiltNode OfFlag(bool flag, InputNode? origin = null) => new(InputKind.Boolean, flag ? "true" : "false", origin);

    /// <summary>Nothing.</summary>
    public static BuiltNode OfNull(InputNode? origin = null) => new(InputKind.Null, string.Empty, origin);

    /// <summary>A value that is known only at deploy time, by the expression that stands for it.</summary>
    public static BuiltNode OfUnknown(string expression, InputNode? origin = null) => new(InputKind.Unknown, expression, origin);

    /// <summary>A list.</summary>
    public static BuiltNode OfList(IEnumerable<InputNode> items, InputNode? origin = null)
    {
        BuiltNode list = new(InputKind.List, string.Empty, origin);
        list._items.AddRange(items);
        return list;
    }

    /// <summary>An object without members yet.</summary>
    public static BuiltNode OfObject(InputNode? origin = null) => new(InputKind.Object, string.Empty, origin);

    /// <summary>Sets a member; null leaves it out.</summary>
    public BuiltNode With(string name, InputNode? value)
    {
        if (value is not null and not { Kind: InputKind.Null })
        {
            _members[name] = value;
        }

        return this;
    }

    public override InputNode? Member(string name) => _members.GetValueOrDefault(name);
}
