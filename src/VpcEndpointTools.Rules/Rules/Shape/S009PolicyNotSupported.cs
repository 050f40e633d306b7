using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Only interface and gateway endpoints have an endpoint policy.</summary>
public sealed class S009PolicyNotSupported : Rule
{
    /// <summary>Declares the rule.</summary>
    public S009PolicyNotSupported()
        : base(new RuleInfo
        {
            Id = RuleIds.S009,
            Title = "Policy on an endpoint type that has none",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => !type.HasPolicy),
            AwsErrorCode = "InvalidParameter",
            Remediation = "Remove PolicyDocument. Control access at the target: its own policy, its security groups, its share.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        // Even an unknown policy is a policy; but an unknown may also turn out to be nothing (a conditional).
        Value<string> policy = context.Config.PolicyDocument;
        if (policy.IsUnknown)
        {
            return RuleOutcome.Unknown("PolicyDocument", policy);
        }

        if (policy.IsAbsent)
        {
            return RuleOutcome.Pass;
        }

        string types = string.Join(" and ", TypeCapabilities.Where(type => type.HasPolicy));
        return RuleOutcome.Fail(
            $"PolicyDocument is for {types} endpoints; a {context.Type} endpoint has no policy. Remove it.", "PolicyDocument");
    }
}
