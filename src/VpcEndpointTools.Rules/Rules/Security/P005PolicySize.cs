using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Security;

/// <summary>An endpoint policy has at most 20,480 characters, white space included.</summary>
public sealed class P005PolicySize : Rule
{
    /// <summary>Declares the rule.</summary>
    public P005PolicySize()
        : base(new RuleInfo
        {
            Id = RuleIds.P005,
            Title = "Endpoint policy longer than AWS takes, or nearly so",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.HasPolicy),
            AwsErrorCode = "InvalidPolicyDocument",
            Remediation = "Shorten the policy: take white space out, group actions and resources with wildcards. The quota cannot be raised.",
            Source = RuleSources.Quotas,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    private const int Quota = 20_480;
    private const int Near = Quota * 9 / 10;

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        Value<string> text = context.Config.PolicyDocument;
        if (!text.IsKnown)
        {
            return text.IsAbsent ? RuleOutcome.NotApplicable : RuleOutcome.Unknown("PolicyDocument", text);
        }

        int length = text.Known.Length;
        return length <= Near
            ? RuleOutcome.Pass
            : RuleOutcome.Fail(new Violation($"PolicyDocument has {length} characters, white space included; AWS takes {Quota}.", "PolicyDocument")
            {
                Severity = length <= Quota ? Severity.Warning : null,
            });
    }
}
