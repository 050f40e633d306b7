using VpcEndpointTools.Dns;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>A Gateway endpoint makes DNS records of its own only where the VPC resolves names.</summary>
public sealed class D007GatewayRecordsNeedDns : Rule
{
    /// <summary>Declares the rule.</summary>
    public D007GatewayRecordsNeedDns()
        : base(new RuleInfo
        {
            Id = RuleIds.D007,
            Title = "Gateway endpoint with DNS records of its own in a VPC whose DNS attributes are off",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Gateway],
            Needs = RuleNeeds.Vpcs | RuleNeeds.VpcDnsAttributes | RuleNeeds.Catalog,
            Remediation = "Set enableDnsSupport and enableDnsHostnames of the VPC to true, or DnsRecordIpType to service-defined.",
            Source = RuleSources.Gateway,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        Value<string> record = context.Config.DnsOptions.DnsRecordIpType;
        if (record.IsAbsent || record.Is(EndpointAddressTypes.ServiceDefined) || (record.IsKnown && !EndpointAddressTypes.Records.Contains(record.Known, StringComparer.Ordinal)))
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", context.Config.ServiceName);
        }

        // One of DynamoDB takes service-defined only: VPCE-D006.
        if (context.Service is not { ShortName: "s3" })
        {
            return RuleOutcome.NotApplicable;
        }

        (string[] off, MissingInput? missing) = VpcDns.Off(context);
        return off.Length == 0 ? (missing is null ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(missing))
            : record.IsUnknown ? RuleOutcome.Unknown("DnsRecordIpType", record)
            : RuleOutcome.Fail(
                $"DnsRecordIpType is {record}, but {string.Join(" and ", off)} of {context.Config.VpcId} {(off.Length > 1 ? "are" : "is")} false: records of the endpoint's own require both.",
                "DnsOptions.DnsRecordIpType");
    }
}
