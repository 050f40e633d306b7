using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;

namespace VpcEndpointTools.Rules.Routing;

/// <summary>Traffic takes a Gateway Load Balancer endpoint both ways, and in its own zone.</summary>
public sealed class R007GatewayLoadBalancerRoutes : Rule
{
    /// <summary>Declares the rule.</summary>
    public R007GatewayLoadBalancerRoutes()
        : base(new RuleInfo
        {
            Id = RuleIds.R007,
            Title = "Gateway Load Balancer endpoint that traffic does not take, or takes one way only",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.RouteTables | RuleNeeds.Subnets | RuleNeeds.VpcEndpoints,
            Remediation = "Lead the subnets of the zone to the endpoint, and in the internet gateway's edge route table lead their ranges to it as well.",
            Source = RuleSources.GatewayLoadBalancer,
            Checked = new DateOnly(2026, 11, 23),
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

        EndpointRoutes routes = new(context);
        if (!routes.AreCertain)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven($"all RouteTables of {config.VpcId} with their Routes and Associations"));
        }

        if (!routes.Subnet.Any() && !routes.Edge.Any())
        {
            return RuleOutcome.Fail($"No route of {config.VpcId} leads to the endpoint: nothing is inspected. Lead the subnets of its zone to it.", "VpcEndpointId");
        }

        if (routes.Edge.Any() && !routes.Subnet.Any())
        {
            return RuleOutcome.Fail("Traffic from the internet takes the endpoint, but no subnet's route leads to it: answers go around the appliance.", "VpcEndpointId");
        }

        return Beyond(context, routes);
    }

    // Behind the endpoint the way to the internet decides who must lead the answers back.
    private static RuleOutcome Beyond(RuleContext context, EndpointRoutes routes)
    {
        if (context.Config.SubnetIds is not [{ IsKnown: true } id] || context.Subnet(id).Item is not { } subnet || SubnetRouting.TableOf(context, subnet) is not { Routes: { } onward })
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("the route table of the endpoint's subnet"));
        }

        bool toInternet = onward.Any(route => route.DestinationCidrBlock.Is("0.0.0.0/0") && route.GatewayId.IsKnown && route.GatewayId.Known.StartsWith("igw-", StringComparison.Ordinal));
        return toInternet && routes.Subnet.Any(route => route.DestinationCidrBlock.Is("0.0.0.0/0")) && !routes.Edge.Any() && !routes.EdgeOfOthers
            ? RuleOutcome.Fail(
                "Subnets lead to the internet over the endpoint, but no edge route table of the internet gateway leads back to it: answers go around the appliance.", "VpcEndpointId")
            : RuleOutcome.Pass;
    }
}
