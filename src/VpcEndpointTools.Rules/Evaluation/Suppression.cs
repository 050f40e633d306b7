using System.IO.Enumeration;

namespace VpcEndpointTools.Evaluation;

/// <summary>A finding that somebody has looked at and decided to live with, until a day.</summary>
/// <param name="RuleId">The rule; * and ? are wildcards.</param>
/// <param name="Target">The endpoint as results name it; * and ? are wildcards.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expires">The last day that it holds; null for no end.</param>
public sealed record Suppression(string RuleId, string Target, string Reason, DateOnly? Expires)
{
    /// <summary>True when it no longer holds on that day.</summary>
    public bool IsExpired(DateOnly today) => Expires is { } last && last < today;

    /// <summary>True when it is about that finding.</summary>
    public bool Covers(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Covers(finding.RuleId, finding.Target);
    }

    /// <summary>True when it is about what that rule says of that endpoint.</summary>
    internal bool Covers(string ruleId, string target) =>
        FileSystemName.MatchesSimpleExpression(RuleId, ruleId) && FileSystemName.MatchesSimpleExpression(Target, target);

    /// <summary>For example "VPCE-P007 on vpce-1: reviewed (until 2027-01-31)".</summary>
    public override string ToString() => $"{RuleId} on {Target}: {Reason}{(Expires is { } last ? $" (until {last:yyyy-MM-dd})" : string.Empty)}";
}
