using VpcEndpointTools.Readers.Yaml;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers;

/// <summary>A key that one object has several times.</summary>
/// <param name="Key">The key.</param>
/// <param name="First">The line of the first.</param>
/// <param name="Last">The line of the last.</param>
/// <param name="Column">The column of the last one's value.</param>
internal sealed record DuplicateKey(string Key, int? First, int? Last, int? Column);

/// <summary>Finds keys that stand several times in one object of a file.</summary>
internal static class DuplicateKeys
{
    /// <summary>Each such key once an object, in the order of the file.</summary>
    public static IReadOnlyList<DuplicateKey> Find(InputNode root, CancellationToken stop)
    {
        List<DuplicateKey> found = [];
        Stack<InputNode> open = new([root]);
        HashSet<InputNode> seen = new(ReferenceEqualityComparer.Instance);
        while (open.TryPop(out InputNode? node))
        {
            // A YAML alias is the same node once more.
            if (node.Kind is not (InputKind.Object or InputKind.List) || !seen.Add(node))
            {
                continue;
            }

            stop.ThrowIfCancellationRequested();
            IReadOnlyList<InputNode> items = node.Items;
            if (node.Kind == InputKind.Object && node.Names.Count == items.Count)
            {
                AddOf(node, found);
            }

            for (int i = items.Count - 1; i >= 0; i--)
            {
                open.Push(items[i]);
            }
        }

        return found;
    }

    private static void AddOf(InputNode node, List<DuplicateKey> found)
    {
        IReadOnlyList<string> names = node.Names;
        HashSet<string> distinct = new(names, StringComparer.Ordinal);
        if (distinct.Count == names.Count)
        {
            return;
        }

        foreach (IGrouping<string, int> places in Enumerable.Range(0, names.Count).GroupBy(i => names[i], StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            int last = places.Last();
            found.Add(new DuplicateKey(places.Key, LineOf(node, places.First()), LineOf(node, last), node.Items[last].Column));
        }
    }

    private static int? LineOf(InputNode node, int index) => node is YamlInputNode yaml ? yaml.KeyLine(index) : node.Items[index].Line;
}
