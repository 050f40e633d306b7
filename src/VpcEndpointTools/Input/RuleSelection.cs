using System.Management.Automation;
using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Input;

/// <summary>Turns -IncludeRule and -ExcludeRule into rules.</summary>
internal static class RuleSelection
{
    /// <summary>The rules to run, or the error that a user must see instead.</summary>
    public static IReadOnlyList<Rule> Select(string[]? include, string[]? exclude, out ErrorRecord? error)
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

    /// <summary>The error of an id that no rule has, with the ids that were probably meant.</summary>
    public static ErrorRecord UnknownRule(string given) => Errors.UnknownRule(given, RuleCatalog.All.Select(rule => rule.Info.Id)
        .Where(id => id.EndsWith(given, StringComparison.OrdinalIgnoreCase) || id.Replace("-", string.Empty, StringComparison.Ordinal)
            .Equals(given.Replace("-", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));

    private static ErrorRecord? Expand(string[]? patterns, List<string> ids)
    {
        foreach (string given in patterns ?? [])
        {
            WildcardPattern pattern = WildcardPattern.Get(given, WildcardOptions.IgnoreCase);
            List<string> matches = [.. RuleCatalog.All.Select(rule => rule.Info.Id).Where(pattern.IsMatch)];
            if (matches.Count == 0)
            {
                return UnknownRule(given);
            }

            ids.AddRange(matches);
        }

        return null;
    }
}
