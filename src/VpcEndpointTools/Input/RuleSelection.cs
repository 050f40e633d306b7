using System.Management.Automation;
using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Input;

/// <summary>Turns -IncludeRule and -ExcludeRule into rules.</summary>
internal static class RuleSelection
{
    /// <summary>The rules to run; an id that no rule has, or no rule left, ends the cmdlet.</summary>
    public static IReadOnlyList<Rule> Select(IEnumerable<string>? include, IEnumerable<string>? exclude, IVoice voice)
    {
        List<string> wanted = [];
        List<string> unwanted = [];
        Expand(include, wanted, voice);
        Expand(exclude, unwanted, voice);
        IReadOnlyList<Rule> rules = RuleCatalog.Select(wanted, unwanted);
        return rules.Count == 0 ? throw voice.End(Errors.NoRuleLeft()) : rules;
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

    private static void Expand(IEnumerable<string>? patterns, List<string> ids, IVoice voice)
    {
        foreach (string given in patterns ?? [])
        {
            List<string> matches = [.. Matches(given)];
            if (matches.Count == 0)
            {
                throw voice.End(UnknownRule(given));
            }

            ids.AddRange(matches);
        }
    }
}
