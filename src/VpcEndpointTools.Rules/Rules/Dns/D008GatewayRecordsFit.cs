using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>The Gateway endpoint under an inbound-only interface endpoint has DNS records of the same kind.</summary>
public sealed class D008GatewayRecordsFit : Rule
{
    /// <summary>Declares the rule.</summary>
    public D008GatewayRecordsFit()
        : base(new RuleInfo
        {
            Id = RuleIds.D008,
            Title = "S3 Gateway endpoint whose DNS records do not fit the inbound-only endpoint",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog | RuleNeeds.VpcEndpoints,
            Remediation = "Give both endpoints the same DnsRecordIpType, or the Gateway endpoint service-defined.",
            Source = RuleSources.S3Interface,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
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

        Value<bool> inboundOnly = config.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint;
        if (context.Service is not { ShortName: "s3" } || config.PrivateDnsEnabled.IsAbsent || config.PrivateDnsEnabled.Is(false) || inboundOnly.Is(false))
        {
            return RuleOutcome.NotApplicable;
        }

        Value<string> own = OwnRecords(config);
        string? unfit = null;
        MissingInput? missing = context.EndpointsMissing;
        foreach (EndpointConfig gateway in context.Neighbours(config.ServiceName.Known).Where(other => other.VpcEndpointType.Is(EndpointTypes.Gateway)))
        {
            Value<string> records = gateway.DnsOptions.DnsRecordIpType;

            // service-defined is what a Gateway endpoint has unless it says otherwise.
            if (records.IsAbsent || records.Is(EndpointAddressTypes.ServiceDefined) || (records.IsKnown && records == own))
            {
                return RuleOutcome.Pass;
            }

            if (records.IsKnown && own.IsKnown)
            {
                unfit ??= $"{gateway} has {records}";
            }
            else
            {
                missing ??= MissingInput.ValueOf($"DnsRecordIpType of {gateway} and of the endpoint", records);
            }
        }

        // Without any Gateway endpoint it is VPCE-D004's finding.
        return missing is not null ? RuleOutcome.NotEvaluated(missing)
            : unfit is null ? RuleOutcome.NotApplicable
            : config.PrivateDnsEnabled.IsUnknown ? RuleOutcome.Unknown("PrivateDnsEnabled", config.PrivateDnsEnabled)
            : inboundOnly.IsUnknown ? RuleOutcome.Unknown("PrivateDnsOnlyForInboundResolverEndpoint", inboundOnly)
            : RuleOutcome.Fail(
                $"PrivateDnsOnlyForInboundResolverEndpoint is true{(inboundOnly.IsAbsent ? " by default" : string.Empty)} and DnsRecordIpType is {own}, but {unfit}: "
                + $"give it {own} or service-defined.",
                "DnsOptions.DnsRecordIpType");
    }

    private static Value<string> OwnRecords(EndpointConfig config) => !config.DnsOptions.DnsRecordIpType.IsAbsent ? config.DnsOptions.DnsRecordIpType
        : config.IpAddressType.IsAbsent ? EndpointAddressTypes.Ipv4
        : config.IpAddressType;
}
