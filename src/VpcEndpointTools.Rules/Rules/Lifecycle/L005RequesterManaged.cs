using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Rules.Lifecycle;

/// <summary>An endpoint that a service made for the account is that service's to change.</summary>
public sealed class L005RequesterManaged : Rule
{
    /// <summary>Declares the rule.</summary>
    public L005RequesterManaged()
        : base(new RuleInfo
        {
            Id = RuleIds.L005,
            Title = "Endpoint managed by an AWS service",
            Severity = Severity.Information,
            LooksAtEveryState = true,
            Remediation = "Leave it to the service that made it: change it there.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context) =>
        !context.Config.RequesterManaged.Is(true) || context.Config.IsGone ? RuleOutcome.NotApplicable
        : context.Config.State.IsUnknown ? RuleOutcome.Unknown("State", context.Config.State)
        : RuleOutcome.Fail("An AWS service made this endpoint for the account and manages it. Do not edit or delete it by hand.", "RequesterManaged");
}
