using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Lifecycle;

/// <summary>An endpoint that its provider has not accepted carries nothing, and is billed.</summary>
public sealed class L001WaitsForAcceptance : Rule
{
    /// <summary>Declares the rule.</summary>
    public L001WaitsForAcceptance()
        : base(new RuleInfo
        {
            Id = RuleIds.L001,
            Title = "Endpoint that waits for its provider",
            Severity = Severity.Warning,
            Remediation = "Ask the provider to accept the connection, or delete the endpoint: it is billed while it waits.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        return !config.IsExisting ? RuleOutcome.NotApplicable
            : !config.State.IsKnown ? RuleOutcome.NotEvaluated(MissingInput.NotGiven("State"))
            : EndpointStates.Waits(config.State.Known)
                ? RuleOutcome.Fail($"The endpoint is {config.State}: the provider of {config.ServiceName} has not accepted it, so it carries nothing. Ask them to.", "State")
                : RuleOutcome.Pass;
    }
}
