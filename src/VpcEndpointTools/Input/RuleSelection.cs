using System.Management.Automation;
using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Input;

/// <summary>Turns -IncludeRule and -ExcludeRule into rules.</summary>
internal static class RuleSelection
{
    /// <summary>The rules to run, or the error that a user must see instead.</summary>
    public static IReadOnlyList<Rule> Select(IEnumerable<string>? include, IEnumerable<string>? exclude, out ErrorRecord? error)
    {
        error = null;
        List<string> wanted = [];
        List<string> unwanted = [];
        error = Expand(include, wanted) ?? Expand(exclude, unwanted);
        if (error is not null)
        {
            return [];
        }

        IReadOnlyList<Rule> rules = RuleCatalog.Select(wanted, unwanted);
        error = rules.Count == 0 ? Errors.NoRuleLeft() : null;
        return rules;
    }

    /// <summary>The ids that a pattern means.</summary>
    public static IEnumerable<string> Matches(string pattern)
    {
        WildcardPattern ids = WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase);
        return RuleCatalog.All.Select(rule => rule.Info.Id).Where(ids.IsMatch);
    }

    /// <summary>The error of an id that no rule has, with the ids that were probably meant.</summary>
    public static ErrorRecord UnknownRule(string given) => Errors.UnknownRule(given, RuleCatalog.All.Select(rule => rule.Info.Id)
        .Where(id => id.EndsWith(given, StringComparison.OrdinalIgnoreCase) || id.Replace("-", string.Empty, StringComparison.Ordinal)
            .Equals(given.Replace("-", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));

    private static ErrorRecord? Expand(IEnumerable<string>? patterns, List<string> ids)
    {
        foreach (string given in patterns ?? [])
        {
            List<string> matches = [.. Matches(given)];
            if (matches.Count == 0)
            {
                return UnknownRule(given);
            }

            ids.AddRange(matches);
        }

        return null;
    }
}
