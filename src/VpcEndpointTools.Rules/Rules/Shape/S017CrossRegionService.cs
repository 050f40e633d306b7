using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Only interface endpoints reach into another Region, and only to services that allow it.</summary>
public sealed class S017CrossRegionService : Rule
{
    /// <summary>Declares the rule.</summary>
    public S017CrossRegionService()
        : base(new RuleInfo
        {
            Id = RuleIds.S017,
            Title = "ServiceRegion where no cross-Region endpoint is possible",
            Severity = Severity.Error,
            Needs = RuleNeeds.Region | RuleNeeds.Catalog,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Use an Interface endpoint to a service on AWS's cross-Region list, or an endpoint in the service's own Region.",
            Source = RuleSources.CrossRegion,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceRegion.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.ServiceRegion.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceRegion", config.ServiceRegion);
        }

        if (!context.Region.IsKnown)
        {
            return RuleOutcome.NotEvaluated(context.Region.IsUnknown
                ? MissingInput.ValueOf("the Region of deployment", context.Region)
                : MissingInput.NotGiven("the Region of deployment (-Region)"));
        }

        if (context.Region == config.ServiceRegion)
        {
            return RuleOutcome.Pass;
        }

        if (!context.Type.IsKnown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.Undecidable(context.Type.Expression!));
        }

        if (!context.Type.Is(EndpointTypes.Interface))
        {
            return RuleOutcome.Fail(
                $"ServiceRegion is {config.ServiceRegion}, but a {context.Type} endpoint in {context.Region} reaches services of its own Region only.", "ServiceRegion");
        }

        return CrossRegion(context);
    }

    private static RuleOutcome CrossRegion(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        return context.Service switch
        {
            null or { IsEndpointService: true } => RuleOutcome.NotEvaluated(MissingInput.NotGiven("whether the provider lets other Regions in")),
            { CrossRegionSupported: true } => RuleOutcome.Pass,
            _ => RuleOutcome.Fail(new Violation(
                $"{config.ServiceName} is not on AWS's list of cross-Region services of {context.Catalog.Date:yyyy-MM-dd}: an endpoint in {context.Region} may be refused.",
                "ServiceRegion")
            {
                Severity = Severity.Warning,
            }),
        };
    }
}
