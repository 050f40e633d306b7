using System.Globalization;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests;

/// <summary>What the test classes of rules have in common: run the one rule, say what came out.</summary>
public abstract class RuleTest<TRule>
    where TRule : Rule, new()
{
    private static readonly TRule Rule = new();

    private protected static RuleOutcome Run(EndpointConfig config, NetworkSnapshot? snapshot = null, string? region = null) =>
        Rule.Evaluate(new RuleContext(config, snapshot, region));

    private protected static RuleOutcome Run(EndpointConfig config, NetworkSnapshot? snapshot, Declarations declared) =>
        Rule.Evaluate(new RuleContext(config, snapshot, declared: declared));

    /// <summary>One violation of that severity, whose message has each of the texts; the one thing a user reads.</summary>
    private protected static Violation Fails(RuleOutcome outcome, Severity severity, params string[] texts)
    {
        Assert.True(outcome.Kind == RuleOutcomeKind.Fail, Describe(outcome));
        Assert.True(outcome.Violations.Count == 1, $"{outcome.Violations.Count} violations, not one: {Describe(outcome)}");
        Violation violation = outcome.Violations[0];
        Assert.Equal(severity, violation.Severity ?? Rule.Info.Severity);
        Assert.All(texts, text => Assert.Contains(text, violation.Message, StringComparison.Ordinal));
        Assert.NotEmpty(violation.Property);
        return violation;
    }

    /// <summary>As many violations as there are texts, all of that severity; each message has its text, in that order.</summary>
    private protected static void FailsEach(RuleOutcome outcome, Severity severity, params string[] texts)
    {
        Assert.True(outcome.Kind == RuleOutcomeKind.Fail && outcome.Violations.Count == texts.Length, Describe(outcome));
        Assert.All(texts.Zip(outcome.Violations), pair => Assert.Contains(pair.First, pair.Second.Message, StringComparison.Ordinal));
        Assert.All(outcome.Violations, violation => Assert.Equal(severity, violation.Severity ?? Rule.Info.Severity));
    }

    private protected static void Passes(RuleOutcome outcome) =>
        Assert.True(outcome.Kind == RuleOutcomeKind.Pass, Describe(outcome));

    private protected static void NotApplicable(RuleOutcome outcome) =>
        Assert.True(outcome.Kind == RuleOutcomeKind.NotApplicable, Describe(outcome));

    /// <summary>Not evaluated, and it says what it lacked; <paramref name="wasGiven"/> is true where the result must be Inconclusive for it.</summary>
    private protected static void NotEvaluated(RuleOutcome outcome, bool wasGiven, string missing)
    {
        Assert.True(outcome.Kind == RuleOutcomeKind.NotEvaluated, Describe(outcome));
        Assert.Contains(missing, outcome.Missing!.What, StringComparison.Ordinal);
        Assert.Equal(wasGiven, outcome.Missing.WasGiven);
    }

    private static string Describe(RuleOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rule.Info.Id}: {outcome.Kind} {string.Join("; ", outcome.Violations.Select(violation => violation.Message))}{outcome.Missing?.What}");
}
