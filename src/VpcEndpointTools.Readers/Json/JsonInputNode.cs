using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Json;

/// <summary>A node of a JSON file that knows where it stands.</summary>
internal sealed class JsonInputNode(InputKind kind, long offset, LineMap lines) : InputNode
{
    // Most nodes are scalars and have neither.
    private List<JsonInputNode>? _items;
    private List<string>? _names;

    public override InputKind Kind => kind;

    public override string Text { get; } = string.Empty;

    /// <summary>A list's items, or an object's values in the order of <see cref="Names"/>.</summary>
    public override IReadOnlyList<InputNode> Items => _items ?? (IReadOnlyList<InputNode>)[];

    public override IReadOnlyList<string> Names => _names ?? (IReadOnlyList<string>)[];

    public override int? Line => lines.Line(offset);

    public override int? Column => lines.Column(offset);

    public JsonInputNode(InputKind kind, string text, long offset, LineMap lines)
        : this(kind, offset, lines) => Text = text;

    public void Add(JsonInputNode item) => (_items ??= []).Add(item);

    public void Add(string name, JsonInputNode value)
    {
        (_names ??= []).Add(name);
        Add(value);
    }

    /// <summary>The last member of that name: so do the AWS CLI and most readers of JSON.</summary>
    public override InputNode? Member(string name)
    {
        int at = _names?.LastIndexOf(name) ?? -1;
        return at < 0 ? null : _items![at];
    }
}
