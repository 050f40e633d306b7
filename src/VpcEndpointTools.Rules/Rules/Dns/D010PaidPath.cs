using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>With private DNS for all, S3 traffic of the VPC takes the endpoint that is billed.</summary>
public sealed class D010PaidPath : Rule
{
    /// <summary>Declares the rule.</summary>
    public D010PaidPath()
        : base(new RuleInfo
        {
            Id = RuleIds.D010,
            Title = "S3 traffic led to the billed endpoint beside a free one",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog | RuleNeeds.VpcEndpoints,
            Remediation = "Set PrivateDnsOnlyForInboundResolverEndpoint to true: clients in the VPC then use the free Gateway endpoint, those on premises the interface endpoint.",
            Source = RuleSources.GatewayS3,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        Value<bool> inboundOnly = config.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint;
        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        if (context.Service is not { ShortName: "s3" } || config.PrivateDnsEnabled.IsAbsent || config.PrivateDnsEnabled.Is(false))
        {
            return RuleOutcome.NotApplicable;
        }

        if (inboundOnly.Is(true))
        {
            return RuleOutcome.Pass;
        }

        // Left out, it is true for a request (VPCE-D004); for an old endpoint nobody knows.
        if (!inboundOnly.IsKnown)
        {
            return inboundOnly.IsUnknown ? RuleOutcome.Unknown("PrivateDnsOnlyForInboundResolverEndpoint", inboundOnly) : RuleOutcome.NotApplicable;
        }

        if (config.PrivateDnsEnabled.IsUnknown)
        {
            return RuleOutcome.Unknown("PrivateDnsEnabled", config.PrivateDnsEnabled);
        }

        EndpointConfig? gateway = context.Neighbours(config.ServiceName.Known).FirstOrDefault(other => other.VpcEndpointType.Is(EndpointTypes.Gateway));
        if (gateway is null)
        {
            return context.EndpointsMissing is { } missing ? RuleOutcome.NotEvaluated(missing) : RuleOutcome.Pass;
        }

        return RuleOutcome.Fail(
            $"PrivateDnsOnlyForInboundResolverEndpoint is false beside the free Gateway endpoint {gateway}: all S3 traffic of {config.VpcId} takes the endpoint that is billed. Set it to true.",
            "DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint");
    }
}
