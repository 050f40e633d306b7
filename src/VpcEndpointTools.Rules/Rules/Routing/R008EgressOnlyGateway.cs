using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;

namespace VpcEndpointTools.Rules.Routing;

/// <summary>An egress-only internet gateway drops what comes from a Gateway Load Balancer endpoint.</summary>
public sealed class R008EgressOnlyGateway : Rule
{
    /// <summary>Declares the rule.</summary>
    public R008EgressOnlyGateway()
        : base(new RuleInfo
        {
            Id = RuleIds.R008,
            Title = "IPv6 from a Gateway Load Balancer endpoint to an egress-only internet gateway",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.RouteTables | RuleNeeds.Subnets,
            Remediation = "Lead IPv6 from the endpoint's subnet to an internet gateway, and let the firewall behind the endpoint refuse what comes in.",
            Source = RuleSources.GatewayLoadBalancer,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;

        // An endpoint is ipv4 unless it says otherwise.
        if (config.IpAddressType.IsAbsent || config.IpAddressType.Is(EndpointAddressTypes.Ipv4) || config.SubnetIds.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.IpAddressType.IsUnknown)
        {
            return RuleOutcome.Unknown("IpAddressType", config.IpAddressType);
        }

        MissingInput? missing = config.SubnetIds.IsUnknown ? MissingInput.ValueOf("SubnetIds", config.SubnetIds) : null;
        List<Violation> violations = [];
        foreach (Value<string> id in config.SubnetIds)
        {
            RouteTable? table = context.Subnet(id).Item is { } subnet ? SubnetRouting.TableOf(context, subnet) : null;
            if (table?.Routes is not { } routes)
            {
                missing ??= MissingInput.NotGiven($"the route table of {id}");
                continue;
            }

            foreach (Route route in routes)
            {
                if (route.EgressOnlyInternetGatewayId.IsKnown && !route.State.IsUnknown && !route.IsDead)
                {
                    violations.Add(new Violation(
                        $"{table.RouteTableId} of the endpoint's subnet {id} leads IPv6 to {route.EgressOnlyInternetGatewayId}, which drops what comes from the endpoint. Use an internet gateway.",
                        "SubnetIds"));
                }
                else if (!route.EgressOnlyInternetGatewayId.IsAbsent && !route.IsDead)
                {
                    missing ??= MissingInput.Undecidable($"the routes of {table.RouteTableId}");
                }
            }
        }

        return RuleOutcome.From(violations, missing);
    }
}
