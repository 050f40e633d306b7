using System.Reflection;

namespace VpcEndpointTools.Evaluation;

/// <summary>All rules, in the order of their ids within a family.</summary>
public static class RuleCatalog
{
    private static readonly Lazy<IReadOnlyList<Rule>> Rules = new(Load);

    /// <summary>All rules.</summary>
    public static IReadOnlyList<Rule> All => Rules.Value;

    /// <summary>The rule of that id, whatever its case; null if there is none.</summary>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => string.Equals(rule.Info.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The rules whose id is in <paramref name="include"/> (all when empty) and not in <paramref name="exclude"/>.</summary>
    public static IReadOnlyList<Rule> Select(IReadOnlyCollection<string> include, IReadOnlyCollection<string> exclude)
    {
        HashSet<string> wanted = new(include, StringComparer.OrdinalIgnoreCase);
        HashSet<string> unwanted = new(exclude, StringComparer.OrdinalIgnoreCase);
        return [.. All.Where(rule => (wanted.Count == 0 || wanted.Contains(rule.Info.Id)) && !unwanted.Contains(rule.Info.Id))];
    }

    // A rule joins the catalogue by being there: one file, no list to forget.
    private static Rule[] Load() =>
        [.. typeof(RuleCatalog).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract)
            .Select(type => (Rule)Activator.CreateInstance(type, BindingFlags.Public | BindingFlags.Instance, null, null, null)!)
            .OrderBy(rule => rule.Info.Id, StringComparer.Ordinal)];
}
