using VpcEndpointTools.Model;

namespace VpcEndpointTools.Network;

/// <summary>The NAT gateways of a VPC.</summary>
internal static class NatGateways
{
    /// <summary>Those that certainly carry traffic to the internet: available ones that are not private.</summary>
    public static IEnumerable<NatGateway> ToInternet(SnapshotIndex index, string vpcId) => index.NatGatewaysIn(vpcId)
        .Where(nat => nat.State.IsKnown && string.Equals(nat.State.Known, "available", StringComparison.OrdinalIgnoreCase)
            && !nat.ConnectivityType.IsUnknown && !nat.ConnectivityType.Is("private"));
}
