using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Network;

/// <summary>Which address families a subnet has.</summary>
internal static class SubnetAddressing
{
    /// <summary>Whether it has IPv4; null where the input does not tell.</summary>
    public static bool? HasIpv4(Subnet subnet) =>
        subnet.Ipv6Native.Is(true) ? false
        : !subnet.CidrBlock.IsAbsent ? true
        : subnet.Ipv6CidrBlocks.Count > 0 ? false
        : null;

    /// <summary>Whether it has IPv6; null where the input does not tell. An empty list means that it has none.</summary>
    public static bool? HasIpv6(Subnet subnet) =>
        subnet.Ipv6Native.Is(true) || subnet.Ipv6CidrBlocks.Count > 0 ? true
        : subnet.Ipv6CidrBlocks.IsUnknown ? null
        : false;
}
