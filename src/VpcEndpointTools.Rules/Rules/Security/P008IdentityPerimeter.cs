using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Rules.Security;

/// <summary>Only the organization's own callers come through.</summary>
public sealed class P008IdentityPerimeter : PolicyRule
{
    /// <summary>Declares the rule.</summary>
    public P008IdentityPerimeter()
        : base(new RuleInfo
        {
            Id = RuleIds.P008,
            Title = "Endpoint policy open to callers of other organizations",
            Severity = Severity.Warning,
            EndpointTypes = TypeCapabilities.Where(type => type.HasPolicy),
            Remediation = "Add a condition on aws:PrincipalOrgID (or aws:PrincipalAccount), with an Allow of its own for aws:PrincipalIsAWSService where services call.",
            Source = RuleSources.DataPerimeter,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, PolicyDocument policy)
    {
        // What the policy can carry at all depends on the service.
        if (context.Config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", context.Config.ServiceName);
        }

        // Full access is VPCE-P007's finding, and says all of this.
        if (PolicyAnalysis.OpenStatement(policy, ActionPrefixes.Of(context.Service)) is not null)
        {
            return RuleOutcome.NotApplicable;
        }

        PolicyStatement? open = policy.Statements.FirstOrDefault(
            statement => statement.IsAllow && statement.Principal is null or { IsEverybody: true } && !statement.Conditions.Any(PolicyAnalysis.IsOnCaller));
        return open is null || policy.Statements.Any(statement => statement.IsDeny && statement.Conditions.Any(PolicyAnalysis.IsOnCaller))
            ? RuleOutcome.Pass
            : RuleOutcome.Fail(
                $"PolicyDocument: {open.Label} admits callers of any account: credentials of somebody else's would work from this VPC. "
                + "Add a condition on aws:PrincipalOrgID or aws:PrincipalAccount.",
                "PolicyDocument");
    }
}
