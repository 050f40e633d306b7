using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Rules.Routing;

/// <summary>The most specific route wins, and a prefix list's ranges are not the most specific there can be.</summary>
public sealed class R004ShadowedRoute : Rule
{
    /// <summary>Declares the rule.</summary>
    public R004ShadowedRoute()
        : base(new RuleInfo
        {
            Id = RuleIds.R004,
            Title = "Route that shadows the Gateway endpoint's",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Gateway],
            Needs = RuleNeeds.RouteTables | RuleNeeds.PrefixLists,
            Remediation = "Remove the route, unless its traffic is meant to go around the endpoint.",
            Source = RuleSources.Gateway,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceName.IsAbsent || config.RouteTableIds.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        List<AddressRange> service = [];
        bool complete = ServicePrefixes.Add(context, service);
        MissingInput? missing = complete ? null : MissingInput.NotGiven($"the Cidrs of the prefix list {config.ServiceName}");
        missing ??= config.RouteTableIds.IsUnknown ? MissingInput.ValueOf("RouteTableIds", config.RouteTableIds) : null;
        List<Violation> violations = [];
        foreach (Value<string> id in config.RouteTableIds)
        {
            Lookup<RouteTable> table = context.RouteTable(id);
            if (table.Item?.Routes is not { } routes)
            {
                missing ??= MissingInput.NotGiven($"the Routes of {id}");
                continue;
            }

            foreach (Route route in routes)
            {
                if (route.DestinationCidrBlock.IsUnknown || route.DestinationIpv6CidrBlock.IsUnknown)
                {
                    missing ??= MissingInput.NotGiven($"the Routes of {id}");
                }
                else if (Shadows(route.DestinationCidrBlock, service) || Shadows(route.DestinationIpv6CidrBlock, service))
                {
                    violations.Add(new Violation(
                        $"{id} has a route to {(route.DestinationCidrBlock.IsKnown ? route.DestinationCidrBlock : route.DestinationIpv6CidrBlock)}, inside the ranges of {config.ServiceName}: "
                        + "what goes there does not take the endpoint.",
                        "RouteTableIds"));
                }
            }
        }

        return RuleOutcome.From(violations, missing);
    }

    private static bool Shadows(Value<string> destination, List<AddressRange> service) =>
        destination.IsKnown && AddressRange.TryParse(destination.Known, out AddressRange route) && service.Exists(range => range.Contains(route));
}
