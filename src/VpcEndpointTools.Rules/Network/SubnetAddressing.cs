using VpcEndpointTools.Model;

namespace VpcEndpointTools.Network;

/// <summary>Which address families a subnet has, and what an endpoint takes of them.</summary>
internal static class SubnetAddressing
{
    // A service network endpoint takes a contiguous /28 in each subnet: sixteen free addresses are necessary, if not sufficient.
    private const int ServiceNetworkBlock = 16;

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

    /// <summary>Whether a subnet has the address families of an endpoint; null where the input does not tell.</summary>
    /// <param name="subnet">The subnet.</param>
    /// <param name="ipAddressType">ipv4, ipv6 or dualstack.</param>
    /// <param name="isTunnel">True for a tunnel endpoint.</param>
    /// <remarks>In three values: false as soon as one half is, null only where the other half does not decide. The guide asks for IPv6-only
    /// subnets, but for a tunnel only for IPv6 ranges. Source: the PrivateLink guide, create-interface-endpoint and
    /// use-cidr-endpoint.</remarks>
    public static bool? Has(Subnet subnet, string ipAddressType, bool isTunnel)
    {
        bool? ipv4 = HasIpv4(subnet);
        bool? ipv6 = HasIpv6(subnet);
        return ipAddressType switch
        {
            EndpointAddressTypes.Ipv4 => ipv4,
            EndpointAddressTypes.Ipv6 => isTunnel ? ipv6 : !ipv4 & ipv6,
            _ => ipv4 & ipv6,
        };
    }

    /// <summary>How many free IPv4 addresses an endpoint of a type takes in a subnet when it is made.</summary>
    /// <param name="type">The endpoint type.</param>
    /// <remarks>Source: the PrivateLink guide, access-with-service-network-endpoint; checked 2026-11-23.</remarks>
    public static int NeededBy(Value<string> type) => type.Is(EndpointTypes.ServiceNetwork) ? ServiceNetworkBlock : 1;
}
