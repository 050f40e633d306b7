using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;

namespace VpcEndpointTools.Rules.Network;

/// <summary>Each subnet has a free IPv4 address for the endpoint's network interface.</summary>
public sealed class N007FreeAddresses : Rule
{
    /// <summary>Declares the rule.</summary>
    public N007FreeAddresses()
        : base(new RuleInfo
        {
            Id = RuleIds.N007,
            Title = "Subnet without free addresses",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.HasSubnets),
            Needs = RuleNeeds.Subnets,
            AwsErrorCode = "InsufficientFreeAddressesInSubnet",
            Remediation = "Free addresses, or choose a larger subnet in the same Availability Zone.",
            Source = RuleSources.CreateInterface,
            Checked = new DateOnly(2026, 11, 27),

            // An endpoint that exists has its addresses.
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.SubnetIds.IsAbsent || config.IpAddressType.Is(EndpointAddressTypes.Ipv6))
        {
            return RuleOutcome.NotApplicable;
        }

        int needed = SubnetAddressing.NeededBy(context.Type);
        List<Violation> violations = [];
        MissingInput? missing = config.SubnetIds.IsUnknown ? MissingInput.ValueOf("SubnetIds", config.SubnetIds) : null;
        foreach (Value<string> id in config.SubnetIds)
        {
            Lookup<Subnet> subnet = context.Subnet(id);
            if (subnet.Item is null)
            {
                missing ??= subnet.Missing;
            }
            else if (subnet.Item.AvailableIpAddressCount is not { IsKnown: true } free)
            {
                // A template's own subnets never say it: there nobody left it out.
                missing ??= context.Snapshot!.IsGiven || subnet.Item.AvailableIpAddressCount.IsUnknown
                    ? MissingInput.Undecidable($"AvailableIpAddressCount of {id}")
                    : MissingInput.NotGiven($"AvailableIpAddressCount of {id}");
            }
            else if (free.Known < needed)
            {
                // An IPv6-only endpoint needs none, and this one may become one.
                if (config.IpAddressType.IsUnknown || SubnetAddressing.HasIpv4(subnet.Item) != true)
                {
                    missing ??= MissingInput.ValueOf("IpAddressType", config.IpAddressType);
                    continue;
                }

                violations.Add(new Violation($"{id} has {free} free IPv4 addresses; an endpoint of type {context.Type} needs {needed} there.", "SubnetIds"));
            }
        }

        return RuleOutcome.From(violations, missing);
    }
}
