using System.Globalization;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Reading;

/// <summary>Reads an object's members as the model's values. What has the wrong form throws <see cref="InputException"/> with its
/// place.</summary>
/// <param name="node">The object.</param>
/// <param name="source">The file or object that it stands in.</param>
/// <param name="path">Where it stands there, to name it in a problem.</param>
internal sealed class NodeReader(InputNode node, string source, string path)
{
    public InputNode Node => node;

    public string Source => source;

    /// <summary>A reader of something that must be an object; throws <see cref="InputException"/> where it is none.</summary>
    public static NodeReader Of(InputNode node, string source, string path) => node.Kind == InputKind.Object
        ? new NodeReader(node, source, path)
        : throw new NodeReader(node, source, string.Empty).Mismatch(node, path, "an object");

    /// <summary>The member of the first of those names that is there and not null.</summary>
    public InputNode? Find(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (node.Member(name) is { Kind: not InputKind.Null } member)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>A text. An empty one is absent: the CLI's skeleton is full of them.</summary>
    public Value<string> Text(params ReadOnlySpan<string> names) => ToText(Find(names), names[0]);

    /// <summary>A truth value.</summary>
    public Value<bool> Flag(params ReadOnlySpan<string> names)
    {
        InputNode? member = Unwrap(Find(names));
        return member switch
        {
            null => default,
            { Kind: InputKind.Boolean } => member.Text == "true",
            { Kind: InputKind.Unknown } => Value<bool>.Unknown(member.Text),
            { Kind: InputKind.Text, IsLoose: true } when bool.TryParse(member.Text, out bool parsed) => parsed,
            { Kind: InputKind.Text, Text: "" } => default,
            _ => throw Mismatch(member, names[0], "true or false"),
        };
    }

    /// <summary>A whole number.</summary>
    public Value<long> Number(string name)
    {
        InputNode? member = Find(name);
        return member switch
        {
            null => default,
            { Kind: InputKind.Unknown } => Value<long>.Unknown(member.Text),
            { Kind: InputKind.Number or InputKind.Text } when long.TryParse(member.Text, CultureInfo.InvariantCulture, out long parsed) => parsed,

            // Service Quotas writes 50.0.
            { Kind: InputKind.Number } when double.TryParse(member.Text, CultureInfo.InvariantCulture, out double real) && double.IsInteger(real) => (long)real,
            _ => throw Mismatch(member, name, "a whole number"),
        };
    }

    /// <summary>A list of texts, or of objects of which <paramref name="key"/> is the text. Objects of the pipe may call it by its
    /// singular.</summary>
    public ValueList<Value<string>> Texts(string name, string? singular = null, string? key = null)
    {
        InputNode? member = singular is not null && node.IsLoose ? Find(name, singular) : Find(name);
        switch (member)
        {
            case null:
                return ValueList<Value<string>>.Absent;
            case { Kind: InputKind.Unknown }:
                return ValueList<Value<string>>.Unknown(member.Text);
            case { Kind: InputKind.List }:
                Value<string>[] items = new Value<string>[member.Items.Count];
                for (int i = 0; i < items.Length; i++)
                {
                    items[i] = Item(member.Items[i], string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), key);
                }

                return [.. items];

            // PowerShell unrolls a list of one.
            case { IsLoose: true, Kind: InputKind.Text or InputKind.Object }:
                return [Item(member, name, key)];
            default:
                throw Mismatch(member, name, "a list");
        }
    }

    /// <summary>A list of objects; null where the member is not there. Objects of the pipe may call it by its singular.</summary>
    public List<NodeReader>? Objects(string name, string? singular = null)
    {
        InputNode? member = singular is not null && node.IsLoose ? Find(name, singular) : Find(name);
        if (member is null)
        {
            return null;
        }

        if (member is { IsLoose: true, Kind: InputKind.Object })
        {
            return [new NodeReader(member, source, Path(name))];
        }

        if (member.Kind != InputKind.List)
        {
            throw Mismatch(member, name, "a list of objects");
        }

        List<NodeReader> objects = new(member.Items.Count);
        for (int i = 0; i < member.Items.Count; i++)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]");
            objects.Add(member.Items[i].Kind == InputKind.Object
                ? new NodeReader(member.Items[i], source, Path(place))
                : throw Mismatch(member.Items[i], place, "an object"));
        }

        return objects;
    }

    /// <summary>A text that must be there.</summary>
    public Value<string> Required(string name)
    {
        Value<string> value = Text(name);
        return value.IsAbsent ? throw Mismatch(node, name, "there") : value;
    }

    /// <summary>Each object of a list; null where the member is not there.</summary>
    public T[]? Each<T>(string name, Func<NodeReader, T> read)
    {
        List<NodeReader>? items = Objects(name);
        return items is null ? null : [.. items.Select(read)];
    }

    /// <summary>An object; null where the member is not there.</summary>
    public NodeReader? Object(string name)
    {
        InputNode? member = Find(name);
        return member switch
        {
            null => null,
            { Kind: InputKind.Object } => new NodeReader(member, source, Path(name)),
            _ => throw Mismatch(member, name, "an object"),
        };
    }

    /// <summary>The problem of a member that has another form than it should.</summary>
    public InputException Mismatch(InputNode member, string name, string expected) => new(new InputProblem(
        "InvalidInput",
        $"{Path(name)} must be {expected}, but is {Describe(member)}.",
        source,
        member.Line,
        member.Column));

    /// <summary>What a node is, in words.</summary>
    public static string Describe(InputNode node) => node.Kind switch
    {
        InputKind.Text => $"the text '{(node.Text.Length > 60 ? node.Text[..60] + "…" : node.Text)}'",
        InputKind.Number => $"the number {node.Text}",
        InputKind.Boolean => node.Text,
        InputKind.List => "a list",
        InputKind.Null => "null",
        _ => "an object",
    };

    // ConvertTo-Json writes an AWS.Tools constant as { "Value": "Interface" }; describe-vpc-attribute writes { "Value": true }.
    private static InputNode? Unwrap(InputNode? member) =>
        member is { Kind: InputKind.Object, Names: ["Value"] } ? member.Member("Value") : member;

    private Value<string> Item(InputNode item, string name, string? key) => key is not null && item.Kind == InputKind.Object
        ? new NodeReader(item, source, Path(name)).Text(key)
        : item switch
        {
            // An empty text in a list is one id too many, and AWS says so.
            { Kind: InputKind.Text, Text: "" } => string.Empty,
            { Kind: InputKind.Null } => throw Mismatch(item, name, "a text"),
            _ => ToText(item, name),
        };

    private Value<string> ToText(InputNode? given, string name)
    {
        InputNode? member = Unwrap(given);
        return member switch
        {
            null or { Kind: InputKind.Text, Text: "" } => default,
            { Kind: InputKind.Text } => member.Text,
            { Kind: InputKind.Unknown } => Value<string>.Unknown(member.Text),
            _ => throw Mismatch(member, name, "a text"),
        };
    }

    private string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
