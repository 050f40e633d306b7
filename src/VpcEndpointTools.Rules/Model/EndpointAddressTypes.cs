namespace VpcEndpointTools.Model;

/// <summary>The address types of endpoints and of their DNS records.</summary>
/// <remarks>Source: Amazon.EC2.IpAddressType and DnsRecordIpType of AWSSDK.EC2 4.0.132.2.</remarks>
public static class EndpointAddressTypes
{
    /// <summary>IPv4 only.</summary>
    public const string Ipv4 = "ipv4";

    /// <summary>IPv6 only.</summary>
    public const string Ipv6 = "ipv6";

    /// <summary>Both.</summary>
    public const string Dualstack = "dualstack";

    /// <summary>DNS records as the service makes them.</summary>
    public const string ServiceDefined = "service-defined";

    /// <summary>The types of an endpoint.</summary>
    public static IReadOnlyList<string> All { get; } = [Ipv4, Ipv6, Dualstack];

    /// <summary>The types of its DNS records.</summary>
    public static IReadOnlyList<string> Records { get; } = [Ipv4, Ipv6, Dualstack, ServiceDefined];

    /// <summary>True for a type that an endpoint can have.</summary>
    public static bool IsValid(string type) => All.Contains(type, StringComparer.Ordinal);
}
