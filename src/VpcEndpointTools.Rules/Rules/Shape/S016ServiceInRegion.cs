using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>A service of another Region is reached only by an interface endpoint that says so.</summary>
public sealed class S016ServiceInRegion : Rule
{
    /// <summary>Declares the rule.</summary>
    public S016ServiceInRegion()
        : base(new RuleInfo
        {
            Id = RuleIds.S016,
            Title = "Service of another Region than the endpoint's",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.Gateway, EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.Region,
            AwsErrorCode = "InvalidServiceName",
            Remediation = "Name the service of the Region of deployment, or, for an Interface endpoint, add ServiceRegion.",
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
        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        // A few services live in one Region and have its name in theirs wherever they are reached from.
        if (config.ServiceName.IsAbsent || ServiceNames.RegionOf(config.ServiceName.Known) is not { } named || context.Service is { IsGlobal: true })
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.ServiceRegion.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceRegion", config.ServiceRegion);
        }

        if (config.ServiceRegion.IsKnown)
        {
            return config.ServiceRegion.Is(named)
                ? RuleOutcome.Pass
                : RuleOutcome.Fail($"ServiceName '{config.ServiceName}' is in {named}, but ServiceRegion says {config.ServiceRegion}. Make them agree.", "ServiceRegion");
        }

        if (!context.Region.IsKnown)
        {
            return RuleOutcome.NotEvaluated(context.Region.IsUnknown
                ? MissingInput.ValueOf("the Region of deployment", context.Region)
                : MissingInput.NotGiven("the Region of deployment (-Region)"));
        }

        return context.Region.Is(named)
            ? RuleOutcome.Pass
            : RuleOutcome.Fail(
                $"ServiceName '{config.ServiceName}' is in {named}, but the endpoint is in {context.Region}. "
                + (context.Type.Is(EndpointTypes.Interface)
                    ? $"Name the service of {context.Region}, or add ServiceRegion '{named}'."
                    : $"A {context.Type} endpoint reaches services of its own Region only."),
                "ServiceName");
    }
}
