using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Rules.Network;

/// <summary>A designated address is a free one of its subnet.</summary>
public sealed class N008DesignatedAddresses : Rule
{
    /// <summary>Declares the rule.</summary>
    public N008DesignatedAddresses()
        : base(new RuleInfo
        {
            Id = RuleIds.N008,
            Title = "Designated address that the subnet cannot give",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.HasSubnets),
            Needs = RuleNeeds.Subnets,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Name an address of the subnet's range that is none of its first four nor its last: those are AWS's.",
            Source = RuleSources.CreateInterface,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    private const int ReservedAtStart = 4;

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        ValueList<SubnetConfiguration> given = context.Config.SubnetConfigurations;
        if (given.IsUnknown)
        {
            return RuleOutcome.Unknown("SubnetConfigurations", given);
        }

        if (given.All(item => item.Ipv4.IsAbsent && item.Ipv6.IsAbsent))
        {
            return RuleOutcome.NotApplicable;
        }

        List<Violation> violations = [];
        MissingInput? missing = null;
        foreach (SubnetConfiguration item in given)
        {
            Lookup<Subnet> subnet = context.Subnet(item.SubnetId);
            if (subnet.Item is null && item.Ipv4.IsAbsent && item.Ipv6.IsAbsent)
            {
                continue;
            }

            missing ??= subnet.Item is null && subnet.Missing is null ? MissingInput.Undecidable($"{item.SubnetId} in the snapshot") : subnet.Missing;
            if (subnet.Item is { } known)
            {
                missing = Check(item.SubnetId, item.Ipv4, known.CidrBlock.IsAbsent ? [] : [known.CidrBlock], "Ipv4", violations) ?? missing;
                missing = Check(item.SubnetId, item.Ipv6, known.Ipv6CidrBlocks, "Ipv6", violations) ?? missing;
            }
        }

        return RuleOutcome.From(violations, missing);
    }

    private static MissingInput? Check(Value<string> subnet, Value<string> address, ValueList<Value<string>> ranges, string property, List<Violation> violations)
    {
        string name = $"SubnetConfigurations.{property}";
        if (address.IsAbsent)
        {
            return null;
        }

        if (address.IsUnknown)
        {
            return MissingInput.ValueOf(name, address);
        }

        if (!AddressRange.TryParse(address.Known, out AddressRange single) || address.Known.Contains('/', StringComparison.Ordinal))
        {
            violations.Add(new Violation($"'{address}' is no {property} address.", name));
            return null;
        }

        bool certain = !ranges.IsUnknown;
        foreach (Value<string> text in ranges)
        {
            if (!text.IsKnown || !AddressRange.TryParse(text.Known, out AddressRange range))
            {
                certain = false;
            }
            else if (range.Contains(single))
            {
                if (range.IndexOf(single) < ReservedAtStart || range.IndexOf(single) == range.Count - 1)
                {
                    violations.Add(new Violation($"{address} is one of the first four addresses of {subnet} ({text}) or its last, which AWS keeps for itself.", name));
                }

                return null;
            }
        }

        if (certain)
        {
            violations.Add(new Violation($"{address} is not in {subnet} ({(ranges.IsAbsent ? $"which has no {property} range" : ranges.ToString())}).", name));
        }

        return certain ? null : MissingInput.Undecidable($"the ranges of {subnet}");
    }
}
