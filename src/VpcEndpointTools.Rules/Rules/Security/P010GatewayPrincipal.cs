using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Rules.Security;

/// <summary>On a gateway endpoint only Principal * matches the callers.</summary>
public sealed class P010GatewayPrincipal : PolicyRule
{
    /// <summary>Declares the rule.</summary>
    public P010GatewayPrincipal()
        : base(new RuleInfo
        {
            Id = RuleIds.P010,
            Title = "Gateway endpoint policy with a Principal other than *",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Gateway],
            Remediation = "Write Principal * and restrict it with a condition on aws:PrincipalArn, aws:PrincipalAccount or aws:PrincipalOrgID.",
            Source = RuleSources.Policies,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, PolicyDocument policy)
    {
        // A Deny may name whom it likes, and a NotPrincipal says nothing of whom it lets through.
        PolicyStatement[] allows = [.. policy.Statements.Where(statement => statement is { IsAllow: true, Principal: not null })];
        PolicyStatement? named = allows.FirstOrDefault(statement => !statement.Principal!.IsEverybody);
        if (named is null)
        {
            return RuleOutcome.Pass;
        }

        bool othersGetThrough = allows.Any(statement => statement.Principal!.IsEverybody) || policy.Statements.Any(s => s is { IsAllow: true, Principal: null });
        return RuleOutcome.Fail(new Violation(
            $"PolicyDocument: {named.Label} names the Principal {string.Join(", ", named.Principal!.Names)}, which on a Gateway endpoint lets at most a root user through. "
            + "Write * and a condition on aws:PrincipalArn.",
            "PolicyDocument")
        {
            Severity = othersGetThrough ? Severity.Warning : null,
        });
    }
}
