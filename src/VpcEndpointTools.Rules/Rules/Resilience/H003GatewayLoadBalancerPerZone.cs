using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;

namespace VpcEndpointTools.Rules.Resilience;

/// <summary>Traffic is inspected in the zone that it comes from.</summary>
public sealed class H003GatewayLoadBalancerPerZone : Rule
{
    /// <summary>Declares the rule.</summary>
    public H003GatewayLoadBalancerPerZone()
        : base(new RuleInfo
        {
            Id = RuleIds.H003,
            Title = "Zone led to a Gateway Load Balancer endpoint of another zone",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.RouteTables | RuleNeeds.Subnets,
            Remediation = "Make an endpoint in each zone, and lead each zone's subnets to the one of their own.",
            Source = RuleSources.GatewayLoadBalancer,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (!config.IsExisting)
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Snapshot?.RouteTables is null || !config.VpcId.IsKnown || !config.VpcEndpointId.IsKnown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot with RouteTables"));
        }

        MissingInput? missing = null;
        HashSet<string> own = Zones.Of(context, config.SubnetIds, ref missing);
        if (missing is not null || own.Count == 0)
        {
            return RuleOutcome.NotEvaluated(missing ?? MissingInput.NotGiven("SubnetIds"));
        }

        EndpointRoutes routes = new(context);
        SortedSet<string> foreign = new(StringComparer.Ordinal);
        foreach (Value<string> id in routes.ServedSubnets)
        {
            Value<string> zone = context.Subnet(id).Item is { } subnet ? Zones.Beside(context, config.SubnetIds, subnet) : default;
            if (zone.IsKnown && !own.Contains(zone.Known))
            {
                foreign.Add($"{id} in {zone}");
            }

            missing ??= zone.IsKnown ? null : MissingInput.NotGiven($"the Availability Zone of {id}");
        }

        if (foreign.Count > 0)
        {
            return RuleOutcome.Fail($"{string.Join(", ", foreign)} {(foreign.Count > 1 ? "are" : "is")} led to the endpoint in {string.Join(", ", own)}: if that zone fails, so do they. Make one in each zone.", "SubnetIds");
        }

        missing ??= routes.AreCertain ? null : MissingInput.NotGiven($"all RouteTables of {config.VpcId} with their Routes and Associations");
        return missing is null ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(missing);
    }
}
