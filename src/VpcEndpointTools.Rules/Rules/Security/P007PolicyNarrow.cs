using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Rules.Security;

/// <summary>A policy that lets everything through protects nothing.</summary>
public sealed class P007PolicyNarrow : Rule
{
    /// <summary>Declares the rule.</summary>
    public P007PolicyNarrow()
        : base(new RuleInfo
        {
            Id = RuleIds.P007,
            Title = "Full access through the endpoint",
            Severity = Severity.Warning,
            EndpointTypes = TypeCapabilities.Where(type => type.HasPolicy),
            Needs = RuleNeeds.Catalog,
            Remediation = "Allow only your organization's callers and resources (aws:PrincipalOrgID, aws:ResourceOrgID), or only the actions that are used.",
            Source = RuleSources.Policies,
            Checked = new DateOnly(2026, 11, 27),
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

        if (context.Config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", context.Config.ServiceName);
        }

        // Where the service takes no policy, there is nothing to narrow.
        if (context.Service is { PolicySupported: false })
        {
            return RuleOutcome.NotApplicable;
        }

        if (text.IsAbsent)
        {
            return RuleOutcome.Fail(new Violation("No PolicyDocument is set: AWS's default lets every caller do everything through the endpoint.", "PolicyDocument")
            {
                Severity = Severity.Information,
            });
        }

        if (context.Policy is not { IsValid: true } policy)
        {
            return RuleOutcome.NotApplicable;
        }

        // A Deny may narrow what an open Allow lets through: that is how data perimeters are often written.
        return PolicyAnalysis.OpenStatement(policy, ActionPrefixes.Of(context.Service)) is { } open
            ? RuleOutcome.Fail(
                $"PolicyDocument: {open.Label} allows everybody (Principal *) everything (Action {string.Join(", ", open.Actions)}) on everything (Resource *).", "PolicyDocument")
            : RuleOutcome.Pass;
    }
}
