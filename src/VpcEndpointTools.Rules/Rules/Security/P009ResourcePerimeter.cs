using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Rules.Security;

/// <summary>Only the organization's own resources are reached.</summary>
public sealed class P009ResourcePerimeter : PolicyRule
{
    /// <summary>Declares the rule.</summary>
    public P009ResourcePerimeter()
        : base(new RuleInfo
        {
            Id = RuleIds.P009,
            Title = "Endpoint policy open to resources of other organizations",
            Severity = Severity.Warning,
            EndpointTypes = TypeCapabilities.Where(type => type.HasPolicy),
            Remediation = "Name the resources, or add a condition on aws:ResourceOrgID or aws:ResourceAccount, with a list of AWS-owned resources where they are used.",
            Source = RuleSources.DataPerimeter,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, PolicyDocument policy)
    {
        if (context.Config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", context.Config.ServiceName);
        }

        if (PolicyAnalysis.OpenStatement(policy, ActionPrefixes.Of(context.Service)) is not null)
        {
            return RuleOutcome.NotApplicable;
        }

        PolicyStatement? open = policy.Statements.FirstOrDefault(
            statement => statement.IsAllow && (statement.Resources.Count == 0 || statement.Resources.Any(IsAnything)) && !statement.Conditions.Any(IsNarrow));
        return open is null || policy.Statements.Any(statement => statement.IsDeny && statement.Conditions.Any(PolicyAnalysis.IsOnResource))
            ? RuleOutcome.Pass
            : RuleOutcome.Fail(
                $"PolicyDocument: {open.Label} reaches resources of any account: data can be carried out of the organization. "
                + "Add a condition on aws:ResourceOrgID or aws:ResourceAccount, or name the resources.",
                "PolicyDocument");
    }

    // What AWS services do on their own behalf is not bound to one's own resources.
    private static bool IsNarrow(PolicyCondition condition) =>
        PolicyAnalysis.IsOnResource(condition) || string.Equals(condition.Key, "aws:PrincipalIsAWSService", StringComparison.OrdinalIgnoreCase);

    private static bool IsAnything(string resource) => resource is "*" or "arn:aws:s3:::*" or "arn:aws:s3:::*/*";
}
