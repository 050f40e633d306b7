using VpcEndpointTools.Model;

namespace VpcEndpointTools.Evaluation;

/// <summary>An Error, or a doubt about one, that the settings keep from stopping a creation or a change.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Excuse">What in the settings excuses it.</param>
/// <param name="Message">What is wrong, or what could not be decided.</param>
/// <param name="HelpUri">The source of the fact.</param>
internal sealed record ExcusedError(string RuleId, string Excuse, string Message, string HelpUri)
{
    /// <summary>True where it is the same, whatever its severity.</summary>
    public bool IsOf(Finding finding) => RuleId == finding.RuleId && Message == finding.Message;

    /// <summary>For example "VPCE-P001 (excluded by the settings): ...".</summary>
    public override string ToString() => $"{RuleId} ({Excuse}): {Message}";
}

/// <summary>What settings excuse: by excluded rules, lowered severities, suppressions.</summary>
internal static class Excuses
{
    private const string Excluded = "excluded by the settings";

    /// <summary>The Errors of a configuration that the settings excuse, and what could not be decided of such.</summary>
    /// <param name="evaluator">The rules with the settings.</param>
    /// <param name="config">The configuration.</param>
    /// <param name="snapshot">What surrounds it, if anything was given.</param>
    /// <param name="region">Where it will be deployed, if neither of them says.</param>
    public static IReadOnlyList<ExcusedError> Of(RuleEvaluator evaluator, EndpointConfig config, NetworkSnapshot? snapshot, string? region)
    {
        EvaluationSettings settings = evaluator.Settings;
        bool excusesNothing = settings.Severities.Count == 0 && settings.Suppressions.Count == 0
            && evaluator.Rules.Count == RuleCatalog.All.Count;
        if (excusesNothing)
        {
            return [];
        }

        EvaluationSettings declared = new() { Declared = settings.Declared };
        ConfigTestResult strict = new RuleEvaluator(RuleCatalog.All, evaluator.Catalog, declared).Evaluate(config, snapshot, region);
        ConfigTestResult lenient = evaluator.Evaluate(config, snapshot, region);
        return
        [
            .. strict.Findings.Where(finding => IsError(finding) && !lenient.Findings.Any(other => IsError(other) && Same(finding, other)))
                .Select(finding => new ExcusedError(finding.RuleId, Excuse(finding, lenient), finding.Message, finding.HelpUri)),
            .. strict.NotEvaluated.Where(rule => rule.IsBlocking
                && !lenient.NotEvaluated.Any(other => other.IsBlocking && other.RuleId == rule.RuleId))
                .Select(rule => Undecided(rule, lenient)),
        ];
    }

    /// <summary>True where the settings leave a rule out, or suppress what it says of an endpoint.</summary>
    /// <param name="evaluator">The rules with the settings.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="target">The endpoint's id; empty where there is none yet.</param>
    public static bool Cover(RuleEvaluator evaluator, string ruleId, string target) =>
        !evaluator.Rules.Any(rule => rule.Info.Id == ruleId)
            || evaluator.Settings.Suppressions.Any(suppression => suppression.Covers(ruleId, target));

    private static string Excuse(Finding finding, ConfigTestResult lenient)
    {
        if (lenient.SuppressedFindings.FirstOrDefault(other => Same(finding, other)) is { } suppressed)
        {
            string end = suppressed.SuppressionExpires is { } last ? $", until {last}" : string.Empty;
            return $"suppressed by the settings: {suppressed.SuppressionReason}{end}";
        }

        return lenient.Findings.FirstOrDefault(other => Same(finding, other)) is { } lowered ? Lowered(lowered.Severity) : Excluded;
    }

    private static ExcusedError Undecided(NotEvaluatedRule rule, ConfigTestResult lenient)
    {
        string excuse = lenient.NotEvaluated.FirstOrDefault(other => other.RuleId == rule.RuleId) is { } lowered
            ? Lowered(lowered.Severity)
            : Excluded;
        return new ExcusedError(
            rule.RuleId, excuse, $"An error could not be excluded: {rule}.", RuleCatalog.Find(rule.RuleId)!.Info.Source);
    }

    private static string Lowered(string severity) => $"{severity} by the settings";

    private static bool Same(Finding one, Finding other) =>
        one.RuleId == other.RuleId && one.Message == other.Message && one.Property == other.Property;

    private static bool IsError(Finding finding) => finding.Severity == nameof(Severity.Error);
}
