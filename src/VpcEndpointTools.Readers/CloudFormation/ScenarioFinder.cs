using System.Text.RegularExpressions;
using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Readers.Yaml;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Finds the nearest scenario in which a condition holds: the fewest parameters that were not given, with values that the template itself
/// names (AllowedValues, what Fn::Equals compares them with).</summary>
internal sealed partial class ScenarioFinder(Template template, ReadingOptions options, StandInIds ids, CancellationToken stop)
{
    private const int MostChanges = 4;
    private const int MostParameters = 16;

    /// <summary>Conditions evaluated for one template, however many it has.</summary>
    private const long MostWork = 500_000;

    private readonly Dictionary<string, Scenario?> _found = new(StringComparer.Ordinal);
    private readonly Deployment _defaults = new(template, options, ids, stop);
    private long _work;

    /// <summary>The scenario; null where none was found.</summary>
    public Scenario? Find(string condition)
    {
        if (!_found.TryGetValue(condition, out Scenario? found))
        {
            found = _found[condition] = Search(condition, new Closure(condition, template, _defaults));
        }

        return found;
    }

    /// <summary>True where a condition is decided by something that was given, and not by defaults alone.</summary>
    public bool HangsOnGiven(string condition) =>
        new Closure(condition, template, _defaults).Parameters.Any(name => options.Parameters?.Member(name) is not null);

    private Scenario? Search(string condition, Closure closure)
    {
        List<(string Name, string?[] Values)> free = [.. template.Parameters.Keys
            .Where(name => closure.Parameters.Contains(name) && options.Parameters?.Member(name) is null)
            .Select(name => (name, Candidates(name, closure)))
            .Where(pair => pair.Item2.Length > 0)
            .Take(MostParameters)];
        for (int changes = 1; changes <= Math.Min(MostChanges, free.Count); changes++)
        {
            if (Choose(condition, closure.Size, free, 0, changes, new Dictionary<string, string?>(StringComparer.Ordinal)) is { } values)
            {
                return new Scenario(values, string.Join(", ", values.Select(pair => Words(pair.Key, pair.Value, closure))));
            }
        }

        return null;
    }

    private Dictionary<string, string?>? Choose(
        string condition, int size, List<(string Name, string?[] Values)> free, int from, int changes, Dictionary<string, string?> taken)
    {
        stop.ThrowIfCancellationRequested();
        if (changes == 0)
        {
            _work += size;
            Deployment tried = new(template, options, ids, stop, new Scenario(taken, null));
            return _work <= MostWork && tried.Condition(condition) == true ? new Dictionary<string, string?>(taken, StringComparer.Ordinal) : null;
        }

        for (int i = from; i <= free.Count - changes && _work <= MostWork; i++)
        {
            foreach (string? value in free[i].Values)
            {
                taken[free[i].Name] = value;
                if (Choose(condition, size, free, i + 1, changes - 1, taken) is { } found)
                {
                    return found;
                }
            }

            taken.Remove(free[i].Name);
        }

        return null;
    }

    // Null stands for any value other than those: only where nothing says which there are.
    private string?[] Candidates(string name, Closure closure)
    {
        InputNode parameter = template.Parameters[name];
        string? current = _defaults.Parameter(name, parameter) is { Kind: InputKind.Text } text ? text.Text : null;
        return parameter.Member("AllowedValues") is { Kind: InputKind.List } allowed
            ? [.. allowed.Items.Select(Scalars.Text).Where(value => value != current)]
            : [.. closure.Literals(name).Where(value => value != current), null];
    }

    private string Words(string name, string? value, Closure closure)
    {
        if (value is not null)
        {
            return $"{name} = {Scenario.Show(template, name, BuiltNode.OfText(value))}";
        }

        string[] others = [.. closure.Literals(name).Where(literal => literal.Length > 0)];
        return others.Length == 0 ? $"{name} is set" : $"{name} is not {string.Join(" or ", others)}";
    }

    /// <summary>What a condition hangs on, through all conditions that it asks for.</summary>
    private sealed class Closure
    {
        private readonly Dictionary<string, List<string>> _literals = new(StringComparer.Ordinal);
        private readonly HashSet<string> _conditions = new(StringComparer.Ordinal);
        private readonly Template _template;
        private readonly Deployment _defaults;

        public Closure(string condition, Template template, Deployment defaults)
        {
            (_template, _defaults) = (template, defaults);
            Queue<string> open = new([condition]);
            while (open.TryDequeue(out string? name))
            {
                if (_conditions.Add(name) && template.Conditions.TryGetValue(name, out InputNode? node))
                {
                    Walk(node, open);
                }
            }
        }

        /// <summary>Parameters that it asks for.</summary>
        public HashSet<string> Parameters { get; } = new(StringComparer.Ordinal);

        /// <summary>What it costs to evaluate.</summary>
        public int Size { get; private set; }

        /// <summary>What a parameter is compared with.</summary>
        public List<string> Literals(string parameter) => _literals.GetValueOrDefault(parameter) ?? [];

        private void Walk(InputNode node, Queue<string> open)
        {
            Size++;
            if (node.Kind == InputKind.List)
            {
                foreach (InputNode item in node.Items)
                {
                    Walk(item, open);
                }
            }

            if (node.Kind != InputKind.Object)
            {
                return;
            }

            foreach (string name in node.Names)
            {
                InputNode argument = node.Member(name)!;
                switch (name)
                {
                    case "Condition" when Scalars.Name(argument) is { } asked:
                        open.Enqueue(asked);
                        break;
                    case "Ref" when Scalars.Name(argument) is { } parameter:
                        Parameters.Add(parameter);
                        break;
                    case "Fn::Sub" when (argument.Kind == InputKind.List && argument.Items.Count > 0 ? argument.Items[0] : argument) is { Kind: InputKind.Text } text:
                        Parameters.UnionWith(Placeholder().Matches(text.Text).Select(match => match.Groups["name"].Value));
                        break;
                    case "Fn::Equals" when argument.Items is [var left, var right]:
                        Compare(left, right);
                        Compare(right, left);
                        break;
                }

                Walk(argument, open);
            }
        }

        private void Compare(InputNode asked, InputNode other)
        {
            if (asked is { Kind: InputKind.Object, Names: ["Ref"] } && Scalars.Name(asked.Member("Ref")) is { } name && _template.Parameters.ContainsKey(name)
                && _defaults.Values.Resolve(other) is { Kind: InputKind.Text } literal && !Deployment.IsOpen(literal.Text))
            {
                List<string> list = _literals.TryGetValue(name, out List<string>? known) ? known : _literals[name] = [];
                if (!list.Contains(literal.Text, StringComparer.Ordinal))
                {
                    list.Add(literal.Text);
                }
            }
        }
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
