using System.Text.RegularExpressions;
using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Readers.Yaml;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>What a template is deployed with: its Region, its parameters, and the conditions that were taken for granted.</summary>
internal sealed partial class Deployment
{
    /// <summary>Conditions that ask for conditions, deeper than anybody nests them.</summary>
    private const int MaxDepth = 200;

    private readonly Template _template;
    private readonly ReadingOptions _options;
    private readonly Scenario _scenario;
    private readonly IReadOnlyDictionary<string, bool> _assumed;
    private readonly Dictionary<string, bool?> _conditions = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>A deployment.</summary>
    /// <param name="template">The template.</param>
    /// <param name="options">Region and parameters, as far as they are given.</param>
    /// <param name="ids">Stand-ins for what has no id yet.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <param name="scenario">Parameters that have other values than their defaults.</param>
    /// <param name="assumed">Conditions that nothing decides, with the value that they are taken to have.</param>
    public Deployment(
        Template template, ReadingOptions options, StandInIds ids, CancellationToken stop, Scenario? scenario = null, IReadOnlyDictionary<string, bool>? assumed = null)
    {
        _template = template;
        _options = options;
        _assumed = assumed ?? new Dictionary<string, bool>(StringComparer.Ordinal);
        _scenario = scenario ?? Scenario.Defaults;
        Ids = ids;
        Stop = stop;
        Values = new Intrinsics(template, this);
    }

    /// <summary>Stand-ins for what has no id yet.</summary>
    public StandInIds Ids { get; }

    /// <summary>Ends the reading.</summary>
    public CancellationToken Stop { get; }

    /// <summary>Resolves what the template says.</summary>
    public Intrinsics Values { get; }

    /// <summary>Conditions that were asked for and that nothing decides.</summary>
    public HashSet<string> Undecided { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of a parameter or pseudo parameter; null where the name is neither.</summary>
    public InputNode? Parameter(string name, InputNode where)
    {
        if (name.StartsWith("AWS::", StringComparison.Ordinal))
        {
            return Pseudo(name, where);
        }

        if (!_template.Parameters.TryGetValue(name, out InputNode? parameter))
        {
            return null;
        }

        string type = parameter.Member("Type")?.Text ?? "String";
        InputNode? given = _options.Parameters?.Member(name);
        if (given is null && _scenario.Values.TryGetValue(name, out string? chosen))
        {
            if (chosen is null)
            {
                return BuiltNode.OfUnknown($"${{{name}}}", where);
            }

            given = BuiltNode.OfText(chosen, where);
        }

        if (given is null && (type.StartsWith("AWS::SSM::", StringComparison.Ordinal) || parameter.Member("Default") is not { Kind: InputKind.Text or InputKind.Number or InputKind.Boolean }))
        {
            // The default of an SSM parameter type is the name of the parameter that holds the value.
            return BuiltNode.OfUnknown($"${{{name}}}", where);
        }

        InputNode value = given ?? parameter.Member("Default")!;
        if (value.Kind == InputKind.List)
        {
            return BuiltNode.OfList(value.Items.Select(item => BuiltNode.OfText(Scalars.Text(item), where)), where);
        }

        if (given is null && value.Text.Split(',', StringSplitOptions.TrimEntries).Any(text => Id().IsMatch(text) && !WholeId().IsMatch(text)))
        {
            // A default such as rtb-xxxxx is there to be replaced.
            return BuiltNode.OfUnknown($"${{{name}}}", where);
        }

        bool isList = type == "CommaDelimitedList" || type.StartsWith("List<", StringComparison.Ordinal);
        return isList ? BuiltNode.OfList(value.Text.Split(',', StringSplitOptions.TrimEntries).Select(item => BuiltNode.OfText(item, where)), where) : BuiltNode.OfText(Scalars.Text(value), where);
    }

    /// <summary>Whether a condition holds; null where nothing decides it.</summary>
    public bool? Condition(string name)
    {
        if (_assumed.TryGetValue(name, out bool assumed))
        {
            return assumed;
        }

        // Each is decided once; one that asks for itself is CloudFormation's to reject.
        if (_depth < MaxDepth && _conditions.TryAdd(name, null) && _template.Conditions.TryGetValue(name, out InputNode? condition))
        {
            Stop.ThrowIfCancellationRequested();
            _depth++;
            _conditions[name] = Holds(condition);
            _depth--;
        }

        bool? holds = _conditions.GetValueOrDefault(name);
        if (holds is null)
        {
            Undecided.Add(name);
        }

        return holds;
    }

    private bool? Holds(InputNode node)
    {
        if (node is not { Kind: InputKind.Object, Names: [var function] })
        {
            return null;
        }

        InputNode argument = node.Member(function)!;
        switch (function)
        {
            case "Condition" when Scalars.Name(argument) is { } condition:
                return Condition(condition);
            case "Fn::Equals" when argument.Items is [var left, var right]:
                (InputNode one, InputNode other) = (Values.Resolve(left), Values.Resolve(right));
                return IsOther(one, other) || IsOther(other, one) ? false
                    : one.Kind == InputKind.Text && other.Kind == InputKind.Text && !IsOpen(one.Text) && !IsOpen(other.Text) ? one.Text == other.Text
                    : null;
            case "Fn::Not" when argument.Items is [var single]:
                return !Holds(single);
            case "Fn::And":
                bool?[] all = [.. argument.Items.Select(Holds)];
                return all.Contains(false) ? false : all.Contains(null) ? null : true;
            case "Fn::Or":
                bool?[] any = [.. argument.Items.Select(Holds)];
                return any.Contains(true) ? true : any.Contains(null) ? null : false;
            default:
                return null;
        }
    }

    /// <summary>True where a text has a part that is known only at deploy time.</summary>
    public static bool IsOpen(string text) => text.Contains(StandInIds.Region, StringComparison.Ordinal) || text.Contains(StandInIds.Account, StringComparison.Ordinal);

    // A parameter whose value is, in this scenario, none of those that it is compared with.
    private bool IsOther(InputNode asked, InputNode text) => text.Kind == InputKind.Text && !IsOpen(text.Text)
        && asked is { Kind: InputKind.Unknown, Text: ['$', '{', .., '}'] } && _scenario.Values.TryGetValue(asked.Text[2..^1], out string? chosen) && chosen is null;

    private BuiltNode Pseudo(string name, InputNode where) => name switch
    {
        "AWS::Region" => BuiltNode.OfText(_options.Region ?? Ids.Named(StandInIds.Region, "${AWS::Region}"), where),
        "AWS::AccountId" => BuiltNode.OfText(Ids.Named(StandInIds.Account, "${AWS::AccountId}"), where),
        "AWS::Partition" => BuiltNode.OfText(Partition(), where),
        "AWS::URLSuffix" => BuiltNode.OfText(Partition() == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com", where),
        "AWS::NoValue" => BuiltNode.OfNull(where),
        _ => BuiltNode.OfUnknown($"${{{name}}}", where),
    };

    private string Partition() => _options.Region switch
    {
        { } region when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        { } region when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ => "aws",
    };

    [GeneratedRegex("^(vpc|subnet|sg|rtb|vpce|eni|pl)-", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();

    [GeneratedRegex("-([0-9a-f]{8}|[0-9a-f]{17})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WholeId();
}
