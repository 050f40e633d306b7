using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>S3's private DNS for the inbound resolver only stands on a gateway endpoint in the same VPC.</summary>
public sealed class D004InboundOnlyNeedsGateway : Rule
{
    /// <summary>Declares the rule.</summary>
    public D004InboundOnlyNeedsGateway()
        : base(new RuleInfo
        {
            Id = RuleIds.D004,
            Title = "S3 private DNS for the inbound resolver only, without a Gateway endpoint",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog | RuleNeeds.VpcEndpoints,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Create an S3 Gateway endpoint in the VPC first (it is free), or set PrivateDnsOnlyForInboundResolverEndpoint to false explicitly.",
            Source = RuleSources.S3Interface,
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

        if (context.Service is not { ShortName: "s3" } || config.PrivateDnsEnabled.IsAbsent || config.PrivateDnsEnabled.Is(false) || IsCrossRegion(context))
        {
            return RuleOutcome.NotApplicable;
        }

        if (inboundOnly.Is(false))
        {
            return RuleOutcome.Pass;
        }

        // Another Region's S3 needs no gateway here; whether it is another must be known.
        if (!config.ServiceRegion.IsAbsent && config.ServiceRegion != context.Region)
        {
            return RuleOutcome.Unknown("ServiceRegion", config.ServiceRegion);
        }

        if (context.Neighbours(config.ServiceName.Known).Any(other => other.VpcEndpointType.Is(EndpointTypes.Gateway)))
        {
            return RuleOutcome.Pass;
        }

        if (context.EndpointsMissing is { } missing)
        {
            return RuleOutcome.NotEvaluated(missing);
        }

        if (config.PrivateDnsEnabled.IsUnknown)
        {
            return RuleOutcome.Unknown("PrivateDnsEnabled", config.PrivateDnsEnabled);
        }

        // A request that leaves the option out gets true; what AWS shows without it was made before there was one.
        if (inboundOnly.IsUnknown || (inboundOnly.IsAbsent && config.IsExisting))
        {
            return inboundOnly.IsUnknown
                ? RuleOutcome.Unknown("PrivateDnsOnlyForInboundResolverEndpoint", inboundOnly)
                : RuleOutcome.NotEvaluated(MissingInput.NotGiven("PrivateDnsOnlyForInboundResolverEndpoint"));
        }

        return RuleOutcome.Fail(
            $"PrivateDnsOnlyForInboundResolverEndpoint is true{(inboundOnly.IsAbsent ? " by default" : string.Empty)}, so {config.VpcId} must have a Gateway endpoint "
            + $"for {config.ServiceName}, and has none. Add it, or set the option to false.",
            "DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint");
    }

    private static bool IsCrossRegion(RuleContext context) => context.Config.ServiceRegion.IsKnown && context.Region.IsKnown && context.Config.ServiceRegion != context.Region;
}
