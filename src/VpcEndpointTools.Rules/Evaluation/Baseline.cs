namespace VpcEndpointTools.Evaluation;

/// <summary>A finding as an earlier result named it: rule, endpoint and property. The message is left out, because its words may change.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Target">The endpoint.</param>
/// <param name="Property">The property; null where the earlier result does not say.</param>
public sealed record BaselineFinding(string RuleId, string Target, string? Property);

/// <summary>The findings of an earlier result: what stands in it does not fail, so that a team can begin today.</summary>
public sealed class Baseline
{
    private readonly Dictionary<(string RuleId, string Target), List<string?>> _known = [];

    /// <summary>A baseline of the given findings; one that stands there twice covers two.</summary>
    public Baseline(IEnumerable<BaselineFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        foreach (BaselineFinding finding in findings)
        {
            (string, string) key = (finding.RuleId.ToUpperInvariant(), finding.Target);
            if (!_known.TryGetValue(key, out List<string?>? properties))
            {
                _known[key] = properties = [];
            }

            properties.Add(finding.Property);
        }
    }

    /// <summary>The findings of one result that the baseline does not have; the others go to <paramref name="known"/>.</summary>
    public List<Finding> Split(IReadOnlyList<Finding> findings, List<Finding> known)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(known);
        List<Finding> fresh = [];
        Dictionary<(string, string), List<string?>> left = [];
        foreach (Finding finding in findings)
        {
            (string, string) key = (finding.RuleId.ToUpperInvariant(), finding.Target);
            if (!left.TryGetValue(key, out List<string?>? properties))
            {
                left[key] = properties = [.. _known.GetValueOrDefault(key) ?? []];
            }

            if (properties.Remove(finding.Property) || properties.Remove(null))
            {
                known.Add(finding.With(SuppressedFinding.ByBaseline, "in the baseline"));
            }
            else
            {
                fresh.Add(finding);
            }
        }

        return fresh;
    }
}

/// <summary>What keeps a finding from counting.</summary>
public static class SuppressedFinding
{
    /// <summary>A suppression in the settings.</summary>
    public const string BySettings = "Settings";

    /// <summary>The baseline.</summary>
    public const string ByBaseline = "Baseline";
}
