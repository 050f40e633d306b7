using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Security;

/// <summary>An endpoint policy is a policy.</summary>
public sealed class P004PolicyValid : Rule
{
    /// <summary>Declares the rule.</summary>
    public P004PolicyValid()
        : base(new RuleInfo
        {
            Id = RuleIds.P004,
            Title = "Endpoint policy that is none",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.HasPolicy),
            AwsErrorCode = "InvalidPolicyDocument",
            Remediation = "Write a JSON object with Statement, and in each statement Effect, Principal and Action.",
            Source = RuleSources.Policies,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        Value<string> text = context.Config.PolicyDocument;
        if (context.Policy is not { } policy)
        {
            return text.IsAbsent ? RuleOutcome.NotApplicable : RuleOutcome.Unknown("PolicyDocument", text);
        }

        return RuleOutcome.From([.. policy.Mistakes.Select(mistake => new Violation($"PolicyDocument is no policy: {mistake}.", "PolicyDocument"))]);
    }
}
