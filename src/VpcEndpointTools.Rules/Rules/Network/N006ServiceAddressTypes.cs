using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Network;

/// <summary>The service speaks the address type that the endpoint asks for.</summary>
public sealed class N006ServiceAddressTypes : Rule
{
    /// <summary>Declares the rule.</summary>
    public N006ServiceAddressTypes()
        : base(new RuleInfo
        {
            Id = RuleIds.N006,
            Title = "IpAddressType that the service does not support",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.Gateway, EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.Catalog | RuleNeeds.ServiceDetails,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Set IpAddressType to one that the service lists in SupportedIpAddressTypes.",
            Source = RuleSources.Access,
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

        if (config.IpAddressType.IsAbsent || !EndpointAddressTypes.IsValid(config.IpAddressType.Known) || config.ServiceName.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        Lookup<ServiceDetail> listed = context.ServiceDetail(context.Type.Known);
        if (listed.Item is { SupportedIpAddressTypes: { IsUnknown: false, Count: > 0 } supported })
        {
            return Supports(supported, config.IpAddressType.Known) ? RuleOutcome.Pass
                : supported.Any(item => !item.IsKnown) ? RuleOutcome.NotEvaluated(MissingInput.Undecidable($"all SupportedIpAddressTypes of {config.ServiceName}"))
                : RuleOutcome.Fail($"IpAddressType is {config.IpAddressType}, but {config.ServiceName} supports {supported} only.", "IpAddressType");
        }

        // Every AWS service speaks IPv4; of IPv6 the catalogue knows some.
        bool pass = context.Service is { IsEndpointService: false } service
            && (config.IpAddressType.Is(EndpointAddressTypes.Ipv4) || service.Ipv6Supported == true);
        return pass
            ? RuleOutcome.Pass
            : RuleOutcome.NotEvaluated(listed.Missing ?? MissingInput.NotGiven($"SupportedIpAddressTypes of {config.ServiceName} in the snapshot's ServiceDetails"));
    }

    // AWS's own sample lists ipv6 and ipv4 for services that take dualstack endpoints.
    private static bool Supports(ValueList<Value<string>> supported, string type) =>
        supported.Any(item => item.Is(type))
        || (type == EndpointAddressTypes.Dualstack && supported.Any(i => i.Is(EndpointAddressTypes.Ipv4)) && supported.Any(i => i.Is(EndpointAddressTypes.Ipv6)));
}
