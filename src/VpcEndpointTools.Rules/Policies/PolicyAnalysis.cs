using System.IO.Enumeration;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Policies;

/// <summary>What an endpoint policy lets through, as far as its text alone decides it.</summary>
/// <remarks>A condition on the caller is taken as fulfilled: the policy was written for callers whom it admits.
/// Source of the logic: the IAM guide, policy evaluation (an explicit Deny wins, nothing is allowed that no statement allows).</remarks>
public static class PolicyAnalysis
{
    private static readonly string[] CallerKeys =
    [
        "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalIsAWSService", "aws:PrincipalServiceName",
        "aws:PrincipalServiceNamesList",
    ];

    private static readonly string[] ResourceKeys =
    [
        "aws:ResourceOrgID", "aws:ResourceOrgPaths", "aws:ResourceAccount", "s3:ResourceAccount", "s3:DataAccessPointAccount",
    ];

    /// <summary>True for a condition on who calls.</summary>
    public static bool IsOnCaller(PolicyCondition condition) => HasKey(condition, CallerKeys) || HasPrefix(condition, "aws:PrincipalTag/");

    /// <summary>True for a condition on whose the resource is.</summary>
    public static bool IsOnResource(PolicyCondition condition) => HasKey(condition, ResourceKeys) || HasPrefix(condition, "aws:ResourceTag/");

    /// <summary>The statement that lets everybody do everything that comes through the endpoint; null where there is none, or a Deny narrows it.</summary>
    /// <param name="policy">A valid policy.</param>
    /// <param name="prefixes">The IAM prefixes of the endpoint's service; null where they are not known.</param>
    public static PolicyStatement? OpenStatement(PolicyDocument policy, IReadOnlyList<string>? prefixes)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.HasDeny ? null : policy.Statements.FirstOrDefault(statement => IsOpen(statement, prefixes));
    }

    /// <summary>The Allow statements of which something is left when every unconditional Deny has been taken away.</summary>
    public static IEnumerable<PolicyStatement> EffectiveAllows(PolicyDocument policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        List<PolicyStatement> flat = [.. policy.Statements.Where(IsFlatDeny)];
        return policy.Statements.Where(allow => allow.IsAllow
            && (allow.Actions.Count == 0 ? !flat.Exists(deny => deny.Actions.Contains("*", StringComparer.Ordinal))
                : allow.Actions.Any(action => !flat.Exists(deny => deny.Actions.Any(denied => IsWithin(action, denied))))));
    }

    /// <summary>True when every caller that the policy lets through can do the action on a resource of AWS's own.</summary>
    /// <param name="policy">A valid policy.</param>
    /// <param name="action">For example s3:GetObject.</param>
    /// <param name="resource">The resource's ARN.</param>
    public static Truth AllowsOnForeignResource(PolicyDocument policy, string action, string resource)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Truth allowed = Truth.No;
        Truth denied = Truth.No;
        foreach (PolicyStatement statement in policy.Statements)
        {
            Truth match = Truths.Of(MatchesAction(statement, action) && MatchesResource(statement, resource)).And(Conditions(statement));
            if (statement.IsAllow)
            {
                allowed = allowed.Or(match);
            }
            else
            {
                denied = denied.Or(match);
            }
        }

        return denied switch
        {
            Truth.Yes => Truth.No,
            Truth.Unknown => allowed.And(Truth.Unknown),
            _ => allowed,
        };
    }

    // "s3:*" is everything that an endpoint of S3 carries.
    private static bool IsOpen(PolicyStatement statement, IReadOnlyList<string>? prefixes) =>
        statement is { IsAllow: true, Principal.IsEverybody: true, Conditions.Count: 0 }
        && statement.Resources.Contains("*", StringComparer.Ordinal)
        && statement.Actions.Any(action => action == "*" || (prefixes?.Any(prefix => string.Equals(action, prefix + ":*", StringComparison.OrdinalIgnoreCase)) ?? false));

    private static bool IsFlatDeny(PolicyStatement statement) =>
        statement is { IsDeny: true, Principal.IsEverybody: true, Conditions.Count: 0 } && statement.Resources.Contains("*", StringComparer.Ordinal);

    // As sets of actions. A wildcard in the inner pattern is matched only by a * of the outer one.
    private static bool IsWithin(string inner, string outer) =>
        string.Equals(inner, outer, StringComparison.OrdinalIgnoreCase)
        || (!outer.Contains('?', StringComparison.Ordinal) && Matches(outer, inner));

    private static bool MatchesAction(PolicyStatement statement, string action) => statement.NotActions.Count > 0
        ? !statement.NotActions.Any(pattern => Matches(pattern, action))
        : statement.Actions.Any(pattern => Matches(pattern, action));

    private static bool MatchesResource(PolicyStatement statement, string resource) => statement.NotResources.Count > 0
        ? !statement.NotResources.Any(pattern => Matches(pattern, resource))
        : statement.Resources.Any(pattern => Matches(pattern, resource));

    // Whoever calls is one of those whom the policy is for; the resource is not: AWS's own buckets belong to no customer's organization.
    private static Truth Conditions(PolicyStatement statement)
    {
        Truth all = Truths.Of(statement.IsAllow || statement.Principal is { IsEverybody: true });
        foreach (PolicyCondition condition in statement.Conditions)
        {
            all = all.And(IsOnCaller(condition) ? (statement.IsAllow ? Truth.Yes : Truth.No)
                : IsOnResource(condition) ? OnForeign(condition)
                : Truth.Unknown);
        }

        return all;
    }

    private static Truth OnForeign(PolicyCondition condition) => condition.Operator switch
    {
        _ when condition.Operator.Contains("Null", StringComparison.OrdinalIgnoreCase) => Truth.Unknown,
        _ when condition.Operator.Contains("Not", StringComparison.OrdinalIgnoreCase) => Truth.Yes,
        _ => Truth.No,
    };

    private static bool HasKey(PolicyCondition condition, string[] keys) => keys.Contains(condition.Key, StringComparer.OrdinalIgnoreCase);

    private static bool HasPrefix(PolicyCondition condition, string prefix) => condition.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static bool Matches(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);
}
