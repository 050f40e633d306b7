using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>Dual-stack clients may prefer an address that the Gateway endpoint does not carry.</summary>
public sealed class D012DualstackClients : Rule
{
    /// <summary>Declares the rule.</summary>
    public D012DualstackClients()
        : base(new RuleInfo
        {
            Id = RuleIds.D012,
            Title = "IPv4-only S3 Gateway endpoint for dual-stack subnets",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Gateway],
            Needs = RuleNeeds.Catalog | RuleNeeds.RouteTables | RuleNeeds.Subnets,
            Remediation = "Set IpAddressType to dualstack, or keep clients off s3.dualstack names, whose IPv6 answers go around the endpoint.",
            Source = RuleSources.S3Interface,
            Checked = new DateOnly(2026, 11, 27),
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

        if (context.Service is not { ShortName: "s3" })
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.IpAddressType.IsUnknown)
        {
            return RuleOutcome.Unknown("IpAddressType", config.IpAddressType);
        }

        if (config.IpAddressType.IsKnown && !config.IpAddressType.Is(EndpointAddressTypes.Ipv4))
        {
            return RuleOutcome.Pass;
        }

        (HashSet<Value<string>> subnets, MissingInput? missing) = SubnetRouting.SubnetsOf(context, config.RouteTableIds);
        foreach (Value<string> id in subnets)
        {
            Lookup<Subnet> subnet = context.Subnet(id);
            if (subnet.Item is { Ipv6CidrBlocks.Count: > 0, CidrBlock.IsKnown: true })
            {
                return RuleOutcome.Fail(
                    $"IpAddressType is ipv4{(config.IpAddressType.IsAbsent ? " by default" : string.Empty)}, but {id} behind the endpoint is dual-stack: what goes to S3 over IPv6 does not take the endpoint.",
                    "IpAddressType");
            }

            missing ??= subnet.Item is null || subnet.Item.Ipv6CidrBlocks.IsUnknown || subnet.Item.CidrBlock.IsUnknown ? MissingInput.NotGiven($"{id} in a snapshot's Subnets") : null;
        }

        return missing is null ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(missing);
    }
}
