using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Cost;

/// <summary>S3 and DynamoDB have gateway endpoints, which cost nothing.</summary>
public sealed class C001GatewayIsFree : Rule
{
    /// <summary>Declares the rule.</summary>
    public C001GatewayIsFree()
        : base(new RuleInfo
        {
            Id = RuleIds.C001,
            Title = "Interface endpoint where a free Gateway endpoint may do",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog | RuleNeeds.Region | RuleNeeds.Clients,
            Remediation = "Use a Gateway endpoint unless clients outside the VPC (on premises, peered, behind a transit gateway, in another Region) need it.",
            Source = RuleSources.GatewayS3,
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

        if (context.Service is null || !context.Service.HasType(EndpointTypes.Gateway) || !context.Service.HasType(EndpointTypes.Interface))
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.ServiceRegion.IsKnown && context.Region.IsUnknown)
        {
            return RuleOutcome.Unknown("the Region of deployment", context.Region);
        }

        // A gateway endpoint reaches neither another Region nor clients behind the inbound resolver.
        DnsOptions dns = config.DnsOptions;
        if (context.Declared.HasOutsideClients
            || (config.ServiceRegion.IsKnown && !config.ServiceRegion.Equals(context.Region))
            || (config.PrivateDnsEnabled.Is(true) && dns.PrivateDnsOnlyForInboundResolverEndpoint.Is(true)))
        {
            return RuleOutcome.Pass;
        }

        if (dns.PrivateDnsOnlyForInboundResolverEndpoint.Is(true) && config.PrivateDnsEnabled.IsUnknown)
        {
            return RuleOutcome.Unknown("PrivateDnsEnabled", config.PrivateDnsEnabled);
        }

        if (config.ServiceRegion.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceRegion", config.ServiceRegion);
        }

        if (dns.PrivateDnsOnlyForInboundResolverEndpoint.IsUnknown)
        {
            return RuleOutcome.Unknown("PrivateDnsOnlyForInboundResolverEndpoint", dns.PrivateDnsOnlyForInboundResolverEndpoint);
        }

        return RuleOutcome.Fail(
            $"{config.ServiceName} through an Interface endpoint is billed by the hour, zone and GB; a Gateway endpoint is free. "
            + "Is it for clients outside the VPC? If not, use a Gateway endpoint.",
            "VpcEndpointType");
    }
}
