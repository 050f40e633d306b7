using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Rules.Security;

/// <summary>A rule about what a valid endpoint policy says. One that cannot be read is VPCE-P004's finding alone.</summary>
public abstract class PolicyRule : Rule
{
    /// <summary>A rule with its declaration.</summary>
    protected PolicyRule(RuleInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    protected sealed override RuleOutcome Test(RuleContext context)
    {
        Value<string> text = context.Config.PolicyDocument;
        return text.IsUnknown ? RuleOutcome.Unknown("PolicyDocument", text)
            : context.Policy is { IsValid: true } policy ? Test(context, policy)
            : RuleOutcome.NotApplicable;
    }

    /// <summary>Tests a configuration that has a valid policy.</summary>
    protected abstract RuleOutcome Test(RuleContext context, PolicyDocument policy);
}
