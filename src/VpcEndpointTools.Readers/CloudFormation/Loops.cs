using System.Text.RegularExpressions;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Unrolls Fn::ForEach. What it makes is bounded, and costs no more than it makes.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html.</remarks>
internal sealed partial class Loops(Deployment deployment, CancellationToken stop)
{
    private const string ForEach = "Fn::ForEach::";

    /// <summary>CloudFormation takes 500 resources and 1 MB: a template that unrolls to more than this is refused there long before.</summary>
    private const int MostNodes = 200_000;
    private const long MostText = 4 << 20;

    private static readonly Dictionary<string, string> Outside = new(StringComparer.Ordinal);

    private readonly Dictionary<InputNode, bool> _withLoops = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _left = [];
    private int _nodes;
    private long _text;

    /// <summary>The loops that were not unrolled, each with the reason.</summary>
    public IReadOnlyList<string> Left => _left;

    private bool IsFull => _nodes > MostNodes || _text > MostText;

    /// <summary>True where a name in an object is that of a loop.</summary>
    public static bool Is(string name) => name.StartsWith(ForEach, StringComparison.Ordinal);

    /// <summary>A section of the template with what its loops make in their place; the section itself where it has none.</summary>
    public InputNode? Unroll(InputNode? section) => section is not null && HasLoop(section) ? Copy(section, Outside) : section;

    private bool HasLoop(InputNode node)
    {
        if (node.Kind is not (InputKind.Object or InputKind.List))
        {
            return false;
        }

        if (!_withLoops.TryGetValue(node, out bool has))
        {
            has = node.Kind == InputKind.List ? node.Items.Any(HasLoop) : node.Names.Any(name => Is(name) || HasLoop(node.Member(name)!));
            _withLoops[node] = has;
        }

        return has;
    }

    private InputNode Copy(InputNode node, Dictionary<string, string> values)
    {
        if (values.Count == 0 && !HasLoop(node))
        {
            return node;
        }

        _nodes++;
        switch (node.Kind)
        {
            case InputKind.Text:
                return Text(node, values);
            case InputKind.List:
                return BuiltNode.OfList(node.Items.TakeWhile(_ => !IsFull).Select(item => Copy(item, values)), node);
            case InputKind.Object when node.Names is ["Ref"] && node.Member("Ref") is { Kind: InputKind.Text } name && values.TryGetValue(name.Text, out string? value):
                return BuiltNode.OfText(value, node);
            case InputKind.Object:
                BuiltNode made = BuiltNode.OfObject(node);
                AddMembers(made, node, values);
                return made;
            default:
                return node;
        }
    }

    private void AddMembers(BuiltNode made, InputNode node, Dictionary<string, string> values)
    {
        foreach (string name in node.Names.Distinct(StringComparer.Ordinal))
        {
            if (IsFull)
            {
                return;
            }

            InputNode member = node.Member(name)!;
            if (Is(name))
            {
                Expand(made, name, member, values);
            }
            else
            {
                made.With(Replace(name, values), Copy(member, values));
            }
        }
    }

    private void Expand(BuiltNode into, string name, InputNode loop, Dictionary<string, string> values)
    {
        if (loop.Items is not [{ Kind: InputKind.Text } identifier, var collection, { Kind: InputKind.Object } output])
        {
            Leave(name, "it is not a list of an identifier, a collection and an output");
            return;
        }

        if (Collection(Copy(collection, values)) is not { } items)
        {
            Leave(name, "its collection is known only at deploy time");
            return;
        }

        // What does not fit leaves nothing behind: half a loop would look like a whole one.
        BuiltNode made = BuiltNode.OfObject(loop);
        foreach (string item in items)
        {
            stop.ThrowIfCancellationRequested();
            AddMembers(made, output, new Dictionary<string, string>(values, StringComparer.Ordinal) { [identifier.Text] = item });
            if (IsFull)
            {
                Leave(name, $"the template would have more than {MostNodes} values, or {MostText >> 20} MB of text");
                return;
            }
        }

        foreach (string member in made.Names)
        {
            into.With(member, made.Member(member));
        }
    }

    private void Leave(string name, string reason)
    {
        string said = $"{name} was not unrolled: {reason}";
        if (!_left.Contains(said, StringComparer.Ordinal))
        {
            _left.Add(said);
        }
    }

    // Texts, and lists of texts among them.
    private List<string>? Collection(InputNode collection)
    {
        if (deployment.Values.Resolve(collection) is not { Kind: InputKind.List } list)
        {
            return null;
        }

        List<InputNode> items = [.. list.Items.SelectMany(item => item.Kind == InputKind.List ? item.Items : [item])];
        return items.TrueForAll(item => item.Kind == InputKind.Text) ? [.. items.Select(item => item.Text).Distinct(StringComparer.Ordinal)] : null;
    }

    private BuiltNode Text(InputNode node, Dictionary<string, string> values) => BuiltNode.OfText(Replace(node.Text, values), node);

    // ${Name} is the value, &{Name} its letters and digits alone, as logical ids need them. ${!Name} is a literal of Fn::Sub.
    private string Replace(string text, Dictionary<string, string> values)
    {
        string made = values.Count == 0 || !text.Contains('{', StringComparison.Ordinal) ? text : Placeholder().Replace(text, match =>
            !values.TryGetValue(match.Groups["name"].Value, out string? value) ? match.Value
            : match.Value[0] == '&' ? string.Concat(value.Where(char.IsAsciiLetterOrDigit))
            : value);
        _text += made.Length;
        return made;
    }

    [GeneratedRegex(@"[$&]\{(?<name>[A-Za-z0-9]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
