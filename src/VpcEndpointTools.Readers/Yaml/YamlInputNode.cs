using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Yaml;

/// <summary>A node of a YAML file. All scalars are text: what they mean is for their reader to say, as in CloudFormation itself.</summary>
internal sealed class YamlInputNode(InputKind kind, string text, int line, int column) : InputNode
{
    private readonly List<InputNode> _items = [];
    private readonly List<string> _names = [];
    private readonly List<int> _keyLines = [];
    private Dictionary<string, int>? _places;

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

    /// <summary>Adds a member.</summary>
    /// <param name="name">Its name, which may be there already.</param>
    /// <param name="value">Its value.</param>
    /// <param name="keyLine">The line of its key.</param>
    public void Add(string name, YamlInputNode value, int keyLine)
    {
        _names.Add(name);
        _keyLines.Add(keyLine);
        Add(value);
    }

    /// <summary>The line of the key of a member, by its place in <see cref="Names"/>.</summary>
    public int KeyLine(int index) => _keyLines[index];

    /// <summary>The last member of that name, as in JSON; whether that is what counts is for the format to say.</summary>
    public override InputNode? Member(string name)
    {
        if (_names.Count <= 8)
        {
            int last = _names.LastIndexOf(name);
            return last < 0 ? null : _items[last];
        }

        if (_places is null)
        {
            _places = new(_names.Count, StringComparer.Ordinal);
            for (int i = 0; i < _names.Count; i++)
            {
                _places[_names[i]] = i;
            }
        }

        return _places.TryGetValue(name, out int at) ? _items[at] : null;
    }
}
