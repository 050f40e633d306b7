using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Network;

/// <summary>Whether a Gateway endpoint, which is free, would serve the clients of an Interface endpoint.</summary>
/// <remarks>A Gateway endpoint reaches neither another Region nor clients outside the VPC nor those behind the inbound resolver. Source:
/// the
/// PrivateLink guide, vpc-endpoints-s3 and vpc-endpoints-ddb; checked 2026-11-23.</remarks>
internal static class GatewayInstead
{
    /// <summary>The services, by short name, whose traffic over a NAT gateway a Gateway endpoint saves.</summary>
    public static IReadOnlyList<string> Services { get; } = ["s3", "dynamodb"];

    /// <summary>True for a service that has endpoints of both types.</summary>
    public static bool HasBoth(RuleContext context) =>
        context.Service is { } service && service.HasType(EndpointTypes.Gateway) && service.HasType(EndpointTypes.Interface);

    /// <summary>Whether it would, and where that is unknown, what is missing. Only for a service that has both.</summary>
    public static (Truth Serves, MissingInput? Missing) Serves(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceRegion.IsKnown && context.Region.IsUnknown)
        {
            return Unknown("the Region of deployment", context.Region);
        }

        Value<bool> onlyInbound = config.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint;
        if (context.Declared.HasOutsideClients
            || (config.ServiceRegion.IsKnown && !config.ServiceRegion.Equals(context.Region))
            || (config.PrivateDnsEnabled.Is(true) && onlyInbound.Is(true)))
        {
            return (Truth.No, null);
        }

        return onlyInbound.Is(true) && config.PrivateDnsEnabled.IsUnknown ? Unknown("PrivateDnsEnabled", config.PrivateDnsEnabled)
            : config.ServiceRegion.IsUnknown ? Unknown("ServiceRegion", config.ServiceRegion)
            : onlyInbound.IsUnknown ? Unknown("PrivateDnsOnlyForInboundResolverEndpoint", onlyInbound)
            : (Truth.Yes, null);
    }

    private static (Truth Serves, MissingInput? Missing) Unknown(string property, object value) =>
        (Truth.Unknown, MissingInput.ValueOf(property, value));
}
