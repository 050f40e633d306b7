using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Rules.Security;

/// <summary>Endpoint policies take fewer patterns than other policies do.</summary>
public sealed class P012ConditionLimits : PolicyRule
{
    /// <summary>Declares the rule.</summary>
    public P012ConditionLimits()
        : base(new RuleInfo
        {
            Id = RuleIds.P012,
            Title = "Condition or ARN pattern that endpoint policies do not take",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.HasPolicy),
            Remediation = "Write account, organization and VPC ids out, with string operators; keep six letters beside each wildcard; in ARNs the account or a wildcard, not both.",
            Source = RuleSources.Policies,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    private const int LettersBesideWildcard = 6;

    private static readonly HashSet<string> SystemKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:ResourceAccount", "aws:ResourceOrgID", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceVpc", "aws:SourceVpce",
    };

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, PolicyDocument policy)
    {
        List<Violation> violations = [];
        foreach (PolicyStatement statement in policy.Statements)
        {
            foreach (PolicyCondition condition in statement.Conditions)
            {
                Check(context, statement, condition, violations);
            }

            CheckArns(statement, statement.Resources, violations);
            CheckArns(statement, statement.NotResources, violations);
        }

        return RuleOutcome.From(violations);
    }

    private static void Check(RuleContext context, PolicyStatement statement, PolicyCondition condition, List<Violation> violations)
    {
        string name = BareOperator(condition.Operator);
        bool like = name is "StringLike" or "StringNotLike";
        if (SystemKeys.Contains(condition.Key) && (name.StartsWith("Numeric", StringComparison.Ordinal) || (like && condition.Values.Any(HasWildcard))))
        {
            violations.Add(new Violation(
                $"PolicyDocument: {statement.Label} compares {condition.Key} with {condition.Operator} '{string.Join("', '", condition.Values)}': "
                + "wildcards and numeric operators cannot be used on ids that AWS makes. Write the id out, with StringEquals.",
                "PolicyDocument")
            {
                // What AWS took may have no effect, but it is there.
                Severity = context.Config.IsExisting ? Severity.Warning : null,
            });
        }
        else if (like && condition.Values.FirstOrDefault(IsTooShort) is { } value)
        {
            violations.Add(new Violation(
                $"PolicyDocument: {statement.Label} compares {condition.Key} with '{value}', where a wildcard has fewer than {LettersBesideWildcard} letters before and after it. Write more of the value out.",
                "PolicyDocument")
            {
                Severity = Severity.Warning,
            });
        }

        CheckArns(statement, condition.Values, violations);
    }

    private static void CheckArns(PolicyStatement statement, IReadOnlyList<string> values, List<Violation> violations)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (HasMixedAccount(values[i]))
            {
                violations.Add(new Violation(
                    $"PolicyDocument: {statement.Label} has '{values[i]}', whose account part mixes digits and a wildcard. Write the account out, or a wildcard alone.",
                    "PolicyDocument")
                {
                    Severity = Severity.Warning,
                });
            }
        }
    }

    private static string BareOperator(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        string bare = colon < 0 ? name : name[(colon + 1)..];
        return bare.EndsWith("IfExists", StringComparison.Ordinal) ? bare[..^"IfExists".Length] : bare;
    }

    private static bool HasWildcard(string value) => value.AsSpan().IndexOfAny('*', '?') >= 0;

    // Before or after each wildcard six letters must stand that are none themselves.
    private static bool IsTooShort(string value)
    {
        string[] literals = value.Split('*', '?');
        for (int i = 0; i + 1 < literals.Length; i++)
        {
            if (literals[i].Length < LettersBesideWildcard && literals[i + 1].Length < LettersBesideWildcard)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasMixedAccount(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal) || !HasWildcard(arn))
        {
            return false;
        }

        string[] parts = arn.Split(':', 6);
        return parts is ["arn", _, _, _, { } account, _] && account.Any(char.IsAsciiDigit) && HasWildcard(account);
    }
}
