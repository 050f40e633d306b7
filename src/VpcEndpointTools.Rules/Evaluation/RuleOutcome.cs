namespace VpcEndpointTools.Evaluation;

/// <summary>How a rule ended.</summary>
public enum RuleOutcomeKind
{
    /// <summary>Looked at everything it needs: fine.</summary>
    Pass,

    /// <summary>One violation or more.</summary>
    Fail,

    /// <summary>This rule is not about this endpoint.</summary>
    NotApplicable,

    /// <summary>It needs something that was not given or is not known.</summary>
    NotEvaluated,
}

/// <summary>What a rule lacked.</summary>
/// <param name="What">What it needs, to read after "needs".</param>
/// <param name="WasGiven">True when it stands in what was given but its value is not known: then a verdict of Passed would be too much.</param>
public sealed record MissingInput(string What, bool WasGiven)
{
    /// <summary>Something that nobody gave, such as a snapshot.</summary>
    public static MissingInput NotGiven(string what) => new(what, WasGiven: false);

    /// <summary>Something that was given without its value, such as a template parameter.</summary>
    public static MissingInput Undecidable(string what) => new(what, WasGiven: true);

    /// <summary>The value of a property that was given as an expression.</summary>
    public static MissingInput ValueOf(string property, object expression) => Undecidable($"the value of {property} ({expression})");
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Message">The offending value and what to put instead.</param>
/// <param name="Property">The property that holds it, in AWS's words.</param>
public sealed record Violation(string Message, string Property)
{
    /// <summary>A lesser severity than the rule's own, where this case is not as grave.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Another error code than the rule's own; empty where AWS accepts this case.</summary>
    public string? AwsErrorCode { get; init; }
}

/// <summary>The outcome of one rule on one configuration.</summary>
public sealed class RuleOutcome
{
    private RuleOutcome(RuleOutcomeKind kind, IReadOnlyList<Violation> violations, MissingInput? missing)
    {
        Kind = kind;
        Violations = violations;
        Missing = missing;
    }

    /// <summary>Fine.</summary>
    public static RuleOutcome Pass { get; } = new(RuleOutcomeKind.Pass, [], null);

    /// <summary>Not about this endpoint.</summary>
    public static RuleOutcome NotApplicable { get; } = new(RuleOutcomeKind.NotApplicable, [], null);

    /// <summary>How the rule ended.</summary>
    public RuleOutcomeKind Kind { get; }

    /// <summary>What is wrong; empty unless the rule failed.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    /// <summary>What the rule lacked; null unless it was not evaluated.</summary>
    public MissingInput? Missing { get; }

    /// <summary>One violation.</summary>
    public static RuleOutcome Fail(string message, string property) => Fail(new Violation(message, property));

    /// <summary>One violation.</summary>
    public static RuleOutcome Fail(Violation violation) => new(RuleOutcomeKind.Fail, [violation], null);

    /// <summary>The value of a property that was given as an expression is missing.</summary>
    public static RuleOutcome Unknown(string property, object expression) => NotEvaluated(MissingInput.ValueOf(property, expression));

    /// <summary>Something is missing.</summary>
    public static RuleOutcome NotEvaluated(MissingInput missing) => new(RuleOutcomeKind.NotEvaluated, [], missing);

    /// <summary>Violations win over what is missing; what is missing wins over a pass.</summary>
    public static RuleOutcome From(IReadOnlyCollection<Violation> violations, MissingInput? missing = null)
    {
        if (violations.Count > 0)
        {
            return new(RuleOutcomeKind.Fail, [.. violations], null);
        }

        return missing is null ? Pass : NotEvaluated(missing);
    }
}
