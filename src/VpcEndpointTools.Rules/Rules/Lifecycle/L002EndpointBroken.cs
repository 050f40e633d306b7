using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Lifecycle;

/// <summary>A failed, rejected or expired endpoint carries no traffic, and is billed until it is deleted.</summary>
public sealed class L002EndpointBroken : Rule
{
    /// <summary>Declares the rule.</summary>
    public L002EndpointBroken()
        : base(new RuleInfo
        {
            Id = RuleIds.L002,
            Title = "Endpoint that failed, was rejected or expired",
            Severity = Severity.Error,
            LooksAtEveryState = true,
            Remediation = "Mend the cause, delete the endpoint and make a new one: it cannot be used again, and costs until it is gone.",
            Source = RuleSources.Pricing,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (!config.IsExisting || config.RequesterManaged.Is(true) || config.IsGone)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.RequesterManaged.IsUnknown)
        {
            return RuleOutcome.Unknown("RequesterManaged", config.RequesterManaged);
        }

        if (!config.State.IsKnown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("State"));
        }

        return EndpointStates.IsBroken(config.State.Known)
            ? RuleOutcome.Fail(
                $"The endpoint is {config.State}{(config.FailureReason.IsKnown ? $" ({config.FailureReason})" : string.Empty)}; it is billed until it is deleted.", "State")
            : RuleOutcome.Pass;
    }
}
