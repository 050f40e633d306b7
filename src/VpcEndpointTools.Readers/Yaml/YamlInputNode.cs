using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Yaml;

/// <summary>A node of a YAML file. All scalars are text: what they mean is for their reader to say, as in CloudFormation itself.</summary>
internal sealed class YamlInputNode(InputKind kind, string text, int line, int column) : InputNode
{
    private readonly List<InputNode> _items = [];
    private readonly List<string> _names = [];

    public override InputKind Kind => kind;

    public override string Text => text;

    public override IReadOnlyList<InputNode> Items => _items;

    public override IReadOnlyList<string> Names => _names;

    public override int? Line => line;

    public override int? Column => column;

    /// <summary>How many nodes it is with all aliases written out.</summary>
    public long Weight { get; private set; } = 1;

    public void Add(YamlInputNode item)
    {
        _items.Add(item);
        Weight += item.Weight;
    }

    public void Add(string name, YamlInputNode value)
    {
        _names.Add(name);
        Add(value);
    }

    public override InputNode? Member(string name)
    {
        int at = _names.IndexOf(name);
        return at < 0 ? null : _items[at];
    }
}
