namespace VpcEndpointTools.Evaluation;

/// <summary>What a user wants done with findings: other severities, suppressions, a baseline.</summary>
public sealed record EvaluationSettings
{
    /// <summary>Nothing special.</summary>
    public static EvaluationSettings None { get; } = new();

    /// <summary>What only the user can say of the endpoints.</summary>
    public Declarations Declared { get; init; } = Declarations.None;

    /// <summary>Severities by rule id, whatever its case, in place of the rules' own.</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Suppressions that hold; the caller, who has a clock, leaves out the expired.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <summary>Findings of an earlier result; null without one.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The severity of a rule's finding.</summary>
    public Severity SeverityOf(RuleInfo rule, Severity own)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Severities.Count > 0 && Severities.TryGetValue(rule.Id, out Severity wanted) ? wanted : own;
    }

    /// <summary>The findings that count; those that do not go to <paramref name="suppressed"/>, with the reason.</summary>
    public List<Finding> Sift(List<Finding> findings, List<Finding> suppressed)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(suppressed);
        if (Suppressions.Count == 0 && Baseline is null)
        {
            return findings;
        }

        List<Finding> counting = [];
        foreach (Finding finding in findings)
        {
            if (Suppressions.FirstOrDefault(suppression => suppression.Covers(finding)) is { } suppression)
            {
                suppressed.Add(finding.With(SuppressedFinding.BySettings, suppression.Reason, suppression.Expires));
            }
            else
            {
                counting.Add(finding);
            }
        }

        return Baseline?.Split(counting, suppressed) ?? counting;
    }
}
