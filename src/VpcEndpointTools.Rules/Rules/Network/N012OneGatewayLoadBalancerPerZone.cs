using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;

namespace VpcEndpointTools.Rules.Network;

/// <summary>One Gateway Load Balancer endpoint a zone and service.</summary>
public sealed class N012OneGatewayLoadBalancerPerZone : Rule
{
    /// <summary>Declares the rule.</summary>
    public N012OneGatewayLoadBalancerPerZone()
        : base(new RuleInfo
        {
            Id = RuleIds.N012,
            Title = "Second Gateway Load Balancer endpoint of a service in a zone",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.Subnets | RuleNeeds.VpcEndpoints,
            Remediation = "Use the endpoint that is there: the guide wants one for each zone and service.",
            Source = RuleSources.GatewayLoadBalancer,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceName.IsAbsent || config.SubnetIds.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        MissingInput? missing = null;
        HashSet<string> own = Zones.Of(context, config.SubnetIds, ref missing);
        foreach (EndpointConfig other in context.Neighbours(config.ServiceName.Known).Where(other => other.VpcEndpointType.Is(EndpointTypes.GatewayLoadBalancer)))
        {
            if (Zones.Of(context, other.SubnetIds, ref missing, beside: config.SubnetIds).FirstOrDefault(own.Contains) is { } zone)
            {
                return RuleOutcome.Fail($"{other} is an endpoint of {config.ServiceName} in {zone} already. Use it.", "SubnetIds");
            }
        }

        missing ??= context.EndpointsMissing;
        return missing is null ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(missing);
    }
}
