using System.Text;
using VpcEndpointTools.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VpcEndpointTools.Readers.Yaml;

/// <summary>Parses YAML into nodes that know where they stand; CloudFormation's short tags become its long functions. The parsing itself is YamlDotNet's.</summary>
internal sealed class YamlInputParser
{
    /// <summary>CloudFormation takes templates of 1 MB at most.</summary>
    private const int MaxBytes = 4 << 20;
    private const int MaxDepth = 100;
    private const long MaxWeight = 1_000_000;

    private readonly Dictionary<string, YamlInputNode> _anchors = new(StringComparer.Ordinal);
    private readonly string _source;
    private readonly Parser _parser;
    private readonly CancellationToken _stop;

    private YamlInputParser(Parser parser, string source, CancellationToken stop)
    {
        _parser = parser;
        _source = source;
        _stop = stop;
    }

    /// <summary>The first document's root; null for an empty one. Throws <see cref="InputException"/> for what is no YAML, or too much of it.</summary>
    public static InputNode? Parse(byte[] content, string source, CancellationToken stop)
    {
        if (content.Length > MaxBytes)
        {
            throw new InputException(new InputProblem("InputTooLarge", $"{content.Length} bytes of YAML; at most {MaxBytes} are read (CloudFormation takes 1 MB).", source));
        }

        using StringReader text = new(Encoding.UTF8.GetString(content));
        try
        {
            YamlInputParser reader = new(new Parser(text), source, stop);
            return reader.Root();
        }
        catch (YamlException exception)
        {
            throw new InputException(new InputProblem("InvalidYaml", $"not valid YAML: {Reason(exception)}", source, (int)exception.Start.Line, (int)exception.Start.Column));
        }
    }

    private YamlInputNode? Root()
    {
        while (_parser.MoveNext())
        {
            if (_parser.Current is NodeEvent or AnchorAlias)
            {
                return Read(0);
            }
        }

        return null;
    }

    private YamlInputNode Read(int depth)
    {
        _stop.ThrowIfCancellationRequested();
        ParsingEvent current = _parser.Current!;
        (int line, int column) = ((int)current.Start.Line, (int)current.Start.Column);
        if (depth > MaxDepth)
        {
            throw Problem("InputTooDeep", $"nested deeper than {MaxDepth} levels.", line, column);
        }

        if (current is AnchorAlias alias)
        {
            return _anchors.GetValueOrDefault(alias.Value.Value) ?? throw Problem("InvalidYaml", $"the alias *{alias.Value} has no anchor before it.", line, column);
        }

        NodeEvent node = (NodeEvent)current;
        YamlInputNode read = node switch
        {
            MappingStart => Mapping(line, column, depth),
            SequenceStart => Sequence(line, column, depth),
            _ => Scalar((Scalar)node, line, column),
        };
        if (read.Weight > MaxWeight)
        {
            throw Problem("AliasesExpandTooFar", $"its aliases, written out, are more than {MaxWeight} values.", line, column);
        }

        YamlInputNode whole = node.Tag.IsEmpty ? read : Function(node.Tag.Value, read, line, column);
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor.Value] = whole;
        }

        return whole;
    }

    private YamlInputNode Mapping(int line, int column, int depth)
    {
        YamlInputNode map = new(InputKind.Object, string.Empty, line, column);
        List<YamlInputNode> merged = [];
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            YamlInputNode key = Read(depth + 1);
            if (key.Kind is not (InputKind.Text or InputKind.Boolean or InputKind.Null))
            {
                throw Problem("InvalidYaml", "a key that is no text.", key.Line, key.Column);
            }

            _parser.MoveNext();
            YamlInputNode value = Read(depth + 1);
            if (key.Text == "<<" && value.Kind == InputKind.Object)
            {
                merged.Add(value);
            }
            else
            {
                map.Add(key.Text, value, key.Line ?? line);
            }
        }

        // What is written out goes before what is merged in.
        HashSet<string> own = new(map.Names, StringComparer.Ordinal);
        foreach (YamlInputNode from in merged)
        {
            foreach (string name in from.Names.Where(own.Add))
            {
                map.Add(name, (YamlInputNode)from.Member(name)!, line);
            }
        }

        return map;
    }

    private YamlInputNode Sequence(int line, int column, int depth)
    {
        YamlInputNode list = new(InputKind.List, string.Empty, line, column);
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            list.Add(Read(depth + 1));
        }

        return list;
    }

    private static YamlInputNode Scalar(Scalar scalar, int line, int column)
    {
        bool isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" && scalar.Tag.IsEmpty;
        bool isFlag = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty && Scalars.IsFlag(scalar.Value);
        return new(isNull ? InputKind.Null : isFlag ? InputKind.Boolean : InputKind.Text, scalar.Value, line, column);
    }

    // !Ref x is { Ref: x }, !GetAtt a.b is { Fn::GetAtt: a.b }. YAML's own tags (tag:yaml.org,2002:str) say nothing here.
    private static YamlInputNode Function(string tag, YamlInputNode value, int line, int column)
    {
        if (!tag.StartsWith('!') || tag.Length == 1)
        {
            return value;
        }

        YamlInputNode function = new(InputKind.Object, string.Empty, line, column);
        string name = tag[1..];
        function.Add(name is "Ref" or "Condition" ? name : "Fn::" + name, value, line);
        return function;
    }

    private static string Reason(YamlException exception) => exception.Message.Contains("): ", StringComparison.Ordinal) ? exception.Message[(exception.Message.LastIndexOf("): ", StringComparison.Ordinal) + 3)..] : exception.Message;

    private InputException Problem(string id, string message, int? line, int? column) => new(new InputProblem(id, message, _source, line, column));
}
