using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Routing;

/// <summary>A Gateway endpoint serves its own VPC and nobody else.</summary>
public sealed class R006GatewayOnlyForVpc : Rule
{
    /// <summary>Declares the rule.</summary>
    public R006GatewayOnlyForVpc()
        : base(new RuleInfo
        {
            Id = RuleIds.R006,
            Title = "Gateway endpoint for clients outside the VPC",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Gateway],
            Needs = RuleNeeds.Clients | RuleNeeds.VpcEndpoints,
            Remediation = "Use an Interface endpoint for clients on premises, in peered VPCs, behind a transit gateway or in another Region; keep the Gateway endpoint for the VPC itself.",
            Source = RuleSources.GatewayS3,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (context.Declared.AccessFrom == ClientLocations.None)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("from where clients come (-AccessFrom)"));
        }

        if (!context.Declared.HasOutsideClients || config.ServiceName.IsAbsent)
        {
            return RuleOutcome.Pass;
        }

        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        if (context.Neighbours(config.ServiceName.Known).Any(other => other.VpcEndpointType.Is(EndpointTypes.Interface)))
        {
            return RuleOutcome.Pass;
        }

        // An Interface endpoint may stand beside it. Where clients of the VPC are declared, the worst there can be is a Warning, which blocks nothing.
        bool alsoVpc = context.Declared.AccessFrom.HasFlag(ClientLocations.Vpc);
        if (context.EndpointsMissing is { } missing)
        {
            return RuleOutcome.NotEvaluated(alsoVpc ? missing with { WasGiven = false } : missing);
        }

        ClientLocations outside = context.Declared.AccessFrom & ~ClientLocations.Vpc;
        return RuleOutcome.Fail(new Violation(
            $"Clients are declared in {outside}, but a Gateway endpoint cannot be reached from there{Instead(context, alsoVpc)}.",
            "VpcEndpointType")
        {
            // It still serves the VPC, and an endpoint for the others may be in the making.
            Severity = alsoVpc ? Severity.Warning : null,
        });
    }

    private static string Instead(RuleContext context, bool alsoVpc) => context.Service is { } service && !service.HasType(EndpointTypes.Interface)
        ? $", and {context.Config.ServiceName} has no other kind"
        : $". Use an Interface endpoint{(alsoVpc ? " beside it" : string.Empty)}";
}
