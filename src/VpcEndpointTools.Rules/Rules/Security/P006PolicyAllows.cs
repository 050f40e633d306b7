using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Security;

/// <summary>A policy that allows nothing denies everything.</summary>
public sealed class P006PolicyAllows : Rule
{
    /// <summary>Declares the rule.</summary>
    public P006PolicyAllows()
        : base(new RuleInfo
        {
            Id = RuleIds.P006,
            Title = "Endpoint policy without an Allow statement",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.Gateway],
            Remediation = "Add an Allow statement: a Deny only takes away from what is allowed.",
            Source = RuleSources.Policies,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        Value<string> text = context.Config.PolicyDocument;
        if (text.IsUnknown)
        {
            return RuleOutcome.Unknown("PolicyDocument", text);
        }

        // One that cannot be read is VPCE-P004's finding.
        if (context.Policy is not { IsValid: true } policy)
        {
            return RuleOutcome.NotApplicable;
        }

        return policy.Statements.Any(statement => statement.IsAllow)
            ? RuleOutcome.Pass
            : RuleOutcome.Fail("PolicyDocument has Deny statements only, so every request through the endpoint is denied. Add an Allow.", "PolicyDocument");
    }
}
