using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>The DNS records carry the addresses that the endpoint has.</summary>
public sealed class D006DnsRecordType : Rule
{
    /// <summary>Declares the rule.</summary>
    public D006DnsRecordType()
        : base(new RuleInfo
        {
            Id = RuleIds.D006,
            Title = "DnsRecordIpType that does not fit IpAddressType",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.Gateway],
            Needs = RuleNeeds.Catalog,
            AwsErrorCode = "InvalidParameter",
            Remediation = "ipv4 goes with ipv4, ipv6 with ipv6, dualstack with any; a Gateway endpoint may always have service-defined, and one of DynamoDB only that.",
            Source = RuleSources.Gateway,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        Value<string> record = config.DnsOptions.DnsRecordIpType;
        if (record.IsAbsent || (record.IsKnown && !EndpointAddressTypes.Records.Contains(record.Known, StringComparer.Ordinal)))
        {
            return RuleOutcome.NotApplicable;
        }

        if (record.IsUnknown)
        {
            return RuleOutcome.Unknown("DnsRecordIpType", record);
        }

        bool gateway = context.Type.Is(EndpointTypes.Gateway);
        if (gateway && record.Is(EndpointAddressTypes.ServiceDefined))
        {
            return RuleOutcome.Pass;
        }

        if (gateway && context.Config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", context.Config.ServiceName);
        }

        if (gateway && context.Service is { ShortName: "dynamodb" })
        {
            return RuleOutcome.Fail($"DnsRecordIpType is {record}, but a Gateway endpoint of DynamoDB takes service-defined only.", "DnsOptions.DnsRecordIpType");
        }

        return ByAddressType(config, gateway);
    }

    private static RuleOutcome ByAddressType(EndpointConfig config, bool gateway)
    {
        Value<string> record = config.DnsOptions.DnsRecordIpType;
        Value<string> type = config.IpAddressType;
        if (type.IsUnknown)
        {
            return RuleOutcome.Unknown("IpAddressType", type);
        }

        // A gateway endpoint is ipv4 unless it says otherwise; for the others the default stands nowhere.
        if (type.IsAbsent && !gateway)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("IpAddressType, beside DnsRecordIpType"));
        }

        string effective = type.IsAbsent ? EndpointAddressTypes.Ipv4 : type.Known;
        if (!EndpointAddressTypes.IsValid(effective))
        {
            return RuleOutcome.NotApplicable;
        }

        return effective == EndpointAddressTypes.Dualstack || record.Is(effective)
            ? RuleOutcome.Pass
            : RuleOutcome.Fail(
                $"DnsRecordIpType is {record}, but the endpoint's IpAddressType is {effective}{(type.IsAbsent ? " by default" : string.Empty)}: "
                + $"write {effective}{(gateway ? " or service-defined" : string.Empty)}.",
                "DnsOptions.DnsRecordIpType");
    }
}
