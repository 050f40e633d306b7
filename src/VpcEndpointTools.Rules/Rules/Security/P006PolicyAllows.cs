using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Rules.Security;

/// <summary>A policy that allows nothing denies everything.</summary>
public sealed class P006PolicyAllows : PolicyRule
{
    /// <summary>Declares the rule.</summary>
    public P006PolicyAllows()
        : base(new RuleInfo
        {
            Id = RuleIds.P006,
            Title = "Endpoint policy that lets nothing through",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.HasPolicy),
            Remediation = "Add an Allow statement that no Deny takes away again: what is not allowed is denied, and a Deny wins.",
            Source = RuleSources.Policies,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, PolicyDocument policy) =>
        !policy.HasAllow
            ? RuleOutcome.Fail("PolicyDocument has Deny statements only, so every request through the endpoint is denied. Add an Allow.", "PolicyDocument")
        : !policy.HasDeny || PolicyAnalysis.EffectiveAllows(policy).Any() ? RuleOutcome.Pass
        : RuleOutcome.Fail(
            "PolicyDocument takes everything away again that it allows: a Deny without a condition covers each Allow. Narrow the Deny.", "PolicyDocument");
}
