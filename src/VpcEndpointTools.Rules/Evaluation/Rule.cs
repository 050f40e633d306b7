using VpcEndpointTools.Model;

namespace VpcEndpointTools.Evaluation;

/// <summary>One rule. It holds no state, so one instance serves all configurations and threads.</summary>
public abstract class Rule
{
    /// <summary>A rule with its declaration.</summary>
    protected Rule(RuleInfo info) => Info = info;

    /// <summary>What the rule declares about itself.</summary>
    public RuleInfo Info { get; }

    /// <summary>Tests one configuration. What every rule has in common is decided here, the rest in <see cref="Test"/>.</summary>
    public RuleOutcome Evaluate(RuleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        EndpointConfig config = context.Config;
        if (Info.OnlyBeforeCreation && config.IsExisting)
        {
            return RuleOutcome.NotApplicable;
        }

        // Nobody can mend an endpoint that is gone or broken, or that an AWS service manages for the account.
        if (!Info.LooksAtEveryState && (!config.HoldsItsPlace || config.RequesterManaged.Is(true)))
        {
            return RuleOutcome.NotApplicable;
        }

        if (!Info.LooksAtEveryState && (config.State.IsUnknown || config.RequesterManaged.IsUnknown))
        {
            return RuleOutcome.NotEvaluated(MissingInput.ValueOf("State and RequesterManaged", config.State));
        }

        if (Info.EndpointTypes.Count < EndpointTypes.All.Count)
        {
            if (context.Type.IsUnknown)
            {
                return RuleOutcome.NotEvaluated(MissingInput.Undecidable(context.Type.Expression!));
            }

            if (!Info.IsAbout(context.Type.Known))
            {
                return RuleOutcome.NotApplicable;
            }
        }

        return Test(context);
    }

    /// <summary>Tests a configuration whose type the rule is about.</summary>
    protected abstract RuleOutcome Test(RuleContext context);

    /// <summary>The rule's id and title.</summary>
    public override string ToString() => $"{Info.Id}: {Info.Title}";
}
