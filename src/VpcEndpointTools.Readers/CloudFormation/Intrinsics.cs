using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VpcEndpointTools.Readers.Yaml;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Resolves CloudFormation's functions where they can be; where not, the value is unknown, with the expression that stands for it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html.</remarks>
internal sealed partial class Intrinsics(Template template, Deployment deployment)
{
    private const int MaxDepth = 60;

    /// <summary>What functions may make of one template, in characters and list items: references that feed each other can double with each step.</summary>
    private const long MostMade = 16 << 20;
    private const int MostText = 1 << 20;

    private readonly References _references = new(template, deployment);
    private readonly Dictionary<InputNode, InputNode> _resolved = new(ReferenceEqualityComparer.Instance);
    private int _depth;
    private long _made;

    /// <summary>The value: text, a list, an object, null (AWS::NoValue) or an unknown.</summary>
    public InputNode Resolve(InputNode node)
    {
        if (node.Kind is not (InputKind.Object or InputKind.List))
        {
            return node.Kind is InputKind.Number or InputKind.Boolean ? BuiltNode.OfText(Scalars.Text(node), node) : node;
        }

        if (_resolved.TryGetValue(node, out InputNode? known))
        {
            return known;
        }

        if (_depth >= MaxDepth)
        {
            return BuiltNode.OfUnknown("(nested too deeply)", node);
        }

        deployment.Stop.ThrowIfCancellationRequested();
        _depth++;
        try
        {
            return _resolved[node] = node switch
            {
                { Kind: InputKind.List } => Bounded(node.Items.Count) ?? BuiltNode.OfList(node.Items.Select(Resolve).Where(item => item.Kind != InputKind.Null), node),
                { Names: [var name] } when name == "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal) => Call(name, node.Member(name)!, node),
                _ => node.Names.Distinct(StringComparer.Ordinal).Aggregate(BuiltNode.OfObject(node), (made, name) => made.With(name, Resolve(node.Member(name)!))),
            };
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>True where something in a value is not known.</summary>
    public static bool HasUnknown(InputNode node) => node.Kind switch
    {
        InputKind.Unknown => true,
        InputKind.List => node.Items.Any(HasUnknown),
        InputKind.Object => node.Names.Any(name => HasUnknown(node.Member(name)!)),
        _ => false,
    };

    private InputNode Call(string function, InputNode argument, InputNode where)
    {
        InputNode? result = function switch
        {
            "Ref" => Scalars.Name(argument) is { } name ? deployment.Parameter(name, where) ?? _references.Ref(name, where) : null,
            "Fn::GetAtt" => GetAtt(argument, where),
            "Fn::Sub" => Sub(argument, where),
            "Fn::Join" => Join(argument, where),
            "Fn::Select" => Select(argument, where),
            "Fn::Split" => Split(argument, where),
            "Fn::FindInMap" => FindInMap(argument, where),
            "Fn::If" => If(argument),
            "Fn::Length" => Resolve(argument) is { Kind: InputKind.List } list ? BuiltNode.OfText(list.Items.Count.ToString(CultureInfo.InvariantCulture), where) : null,
            "Fn::ToJsonString" => Json(argument, where),
            "Fn::Cidr" => CidrBlocks.Split(argument.Items.Select(Resolve).ToList(), where),
            _ => null,
        };
        return (result is { Kind: InputKind.Text } text ? Bounded(text.Text.Length) : null) ?? result ?? BuiltNode.OfUnknown(Expression(function, argument), where);
    }

    // Null while there is room.
    private BuiltNode? Bounded(int size) => (_made += size) > MostMade || size > MostText ? BuiltNode.OfUnknown("(too much text)") : null;

    private BuiltNode? Json(InputNode argument, InputNode where)
    {
        InputNode value = Resolve(argument);
        return value.Kind is InputKind.Object or InputKind.List && !HasUnknown(value) ? BuiltNode.OfText(NodeText.Json(value), where) : null;
    }

    private InputNode? GetAtt(InputNode argument, InputNode where)
    {
        string? path = argument.Kind == InputKind.Text ? argument.Text
            : argument.Items is [{ Kind: InputKind.Text } resource, { Kind: InputKind.Text } attribute] ? $"{resource.Text}.{attribute.Text}"
            : null;
        return path?.Split('.', 2) is [var name, var value] ? _references.Attribute(name, value, where) : null;
    }

    private BuiltNode? Sub(InputNode argument, InputNode where)
    {
        InputNode? text = argument is { Kind: InputKind.List, Items: [var first, ..] } ? first : argument;
        InputNode? own = argument.Items is [_, { Kind: InputKind.Object } map] ? map : null;
        if (text is not { Kind: InputKind.Text })
        {
            return null;
        }

        bool isKnown = true;
        long length = text.Text.Length;
        string made = Placeholder().Replace(text.Text, match =>
        {
            string name = match.Groups["name"].Value;
            if (match.Groups["literal"].Success)
            {
                return $"${{{name}}}";
            }

            InputNode? value = own?.Member(name) is { } given ? Resolve(given)
                : name.Contains('.', StringComparison.Ordinal) ? GetAtt(BuiltNode.OfText(name), where)
                : deployment.Parameter(name, where) ?? _references.Ref(name, where);
            isKnown &= value is { Kind: InputKind.Text } && (length += value.Text.Length) <= MostText;
            return isKnown ? value!.Text : match.Value;
        });
        return isKnown ? BuiltNode.OfText(made, where) : BuiltNode.OfUnknown(text.Text, where);
    }

    private BuiltNode? Join(InputNode argument, InputNode where)
    {
        if (argument.Items is not [{ Kind: InputKind.Text } separator, var list] || Resolve(list) is not { Kind: InputKind.List } items)
        {
            return null;
        }

        return items.Items.All(item => item.Kind == InputKind.Text) && items.Items.Sum(item => (long)item.Text.Length + separator.Text.Length) <= MostText ? BuiltNode.OfText(string.Join(separator.Text, items.Items.Select(item => item.Text)), where) : null;
    }

    private InputNode? Select(InputNode argument, InputNode where)
    {
        if (argument.Items is not [var position, var list] || !int.TryParse(Resolve(position).Text, CultureInfo.InvariantCulture, out int index) || index < 0)
        {
            return null;
        }

        if (list is { Kind: InputKind.Object, Names: ["Fn::GetAZs"] })
        {
            // Which zone it is only AWS knows; that two numbers are two zones is certain.
            string zone = string.Create(CultureInfo.InvariantCulture, $"getazs-{index}");
            return BuiltNode.OfText(deployment.Ids.Named(zone, string.Create(CultureInfo.InvariantCulture, $"Fn::GetAZs[{index}]")), where);
        }

        return Resolve(list) is { Kind: InputKind.List } items && index < items.Items.Count ? items.Items[index] : null;
    }

    private BuiltNode? Split(InputNode argument, InputNode where) =>
        argument.Items is [{ Kind: InputKind.Text, Text.Length: > 0 } separator, var text] && Resolve(text) is { Kind: InputKind.Text } known && Bounded(known.Text.Length) is null
            ? BuiltNode.OfList(known.Text.Split(separator.Text).Select(part => BuiltNode.OfText(part, where)), where)
            : null;

    private InputNode? FindInMap(InputNode argument, InputNode where)
    {
        if (argument.Items is not [var map, var first, var second, ..]
            || Resolve(map) is not { Kind: InputKind.Text } name || Resolve(first) is not { Kind: InputKind.Text } top || Resolve(second) is not { Kind: InputKind.Text } key
            || Deployment.IsOpen(top.Text) || Deployment.IsOpen(key.Text))
        {
            return null;
        }

        // A default counts with AWS::LanguageExtensions alone; without that the template is rejected anyway.
        InputNode? found = template.Mappings.GetValueOrDefault(name.Text)?.Member(top.Text)?.Member(key.Text)
            ?? (argument.Items is [_, _, _, { Kind: InputKind.Object } options] ? options.Member("DefaultValue") : null);
        InputNode? value = found is null ? null : Resolve(found);
        return value is { Kind: InputKind.Text } ? BuiltNode.OfText(value.Text, where) : value;
    }

    private InputNode? If(InputNode argument) => argument.Items is [var condition, var yes, var no] && Scalars.Name(condition) is { } name && deployment.Condition(name) is { } holds
        ? Resolve(holds ? yes : no)
        : null;

    // Short and the same for the same: two unknowns are equal where their expressions are.
    private static string Expression(string function, InputNode argument)
    {
        StringBuilder text = new(function == "Ref" ? "Ref" : function["Fn::".Length..]);
        Write(text.Append(' '), argument);
        return text.ToString();
    }

    private static void Write(StringBuilder text, InputNode node)
    {
        switch (node.Kind)
        {
            case InputKind.List:
                text.Append('[');
                for (int i = 0; i < node.Items.Count; i++)
                {
                    Write(i == 0 ? text : text.Append(", "), node.Items[i]);
                }

                text.Append(']');
                break;
            case InputKind.Object:
                foreach (string name in node.Names)
                {
                    Write(text.Append(name.Replace("Fn::", string.Empty, StringComparison.Ordinal)).Append(' '), node.Member(name)!);
                }

                break;
            default:
                text.Append(node.Text);
                break;
        }
    }

    [GeneratedRegex(@"\$\{(?<literal>!)?(?<name>[^}]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
