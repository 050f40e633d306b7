using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;

namespace VpcEndpointTools.Rules.Network;

/// <summary>The subnets have the address families that the endpoint's type of addresses asks for.</summary>
public sealed class N005SubnetAddressTypes : Rule
{
    /// <summary>Declares the rule.</summary>
    public N005SubnetAddressTypes()
        : base(new RuleInfo
        {
            Id = RuleIds.N005,
            Title = "Subnet without the addresses that IpAddressType needs",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.HasSubnets),
            Needs = RuleNeeds.Subnets,
            AwsErrorCode = "InvalidParameter",
            Remediation = "ipv4 needs subnets with IPv4, ipv6 needs IPv6-only subnets, dualstack needs subnets with both.",
            Source = RuleSources.CreateInterface,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.IpAddressType.IsUnknown)
        {
            return RuleOutcome.Unknown("IpAddressType", config.IpAddressType);
        }

        // Another value is VPCE-S023's finding.
        if (config.IpAddressType.IsAbsent || !EndpointAddressTypes.IsValid(config.IpAddressType.Known) || config.SubnetIds.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        List<Violation> violations = [];
        MissingInput? missing = config.SubnetIds.IsUnknown ? MissingInput.ValueOf("SubnetIds", config.SubnetIds) : null;
        foreach (Value<string> id in config.SubnetIds)
        {
            Lookup<Subnet> subnet = context.Subnet(id);
            if (subnet.Item is null)
            {
                missing ??= subnet.Missing;
                continue;
            }

            switch (SubnetAddressing.Has(subnet.Item, config.IpAddressType.Known, context.Type.Is(EndpointTypes.Tunnel)))
            {
                case null:
                    missing ??= MissingInput.Undecidable($"the address ranges of {id}");
                    break;
                case false:
                    violations.Add(new Violation(
                        $"IpAddressType is {config.IpAddressType}, but {id} {Describe(subnet.Item)}. Change the type or the subnet.", "IpAddressType"));
                    break;
            }
        }

        return RuleOutcome.From(violations, missing);
    }

    private static string Describe(Subnet subnet) => (SubnetAddressing.HasIpv4(subnet), SubnetAddressing.HasIpv6(subnet)) switch
    {
        (true, true) => "has IPv4 and IPv6",
        (false, _) => "is IPv6-only",
        (_, false) => "has no IPv6",
        _ => "has IPv4",
    };
}
