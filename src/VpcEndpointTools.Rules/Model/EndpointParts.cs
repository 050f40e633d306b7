namespace VpcEndpointTools.Model;

/// <summary>Addresses designated for one subnet.</summary>
public sealed record SubnetConfiguration
{
    /// <summary>The subnet.</summary>
    public Value<string> SubnetId { get; init; }

    /// <summary>The IPv4 address.</summary>
    public Value<string> Ipv4 { get; init; }

    /// <summary>The IPv6 address.</summary>
    public Value<string> Ipv6 { get; init; }
}

/// <summary>DNS options of an endpoint.</summary>
public sealed record DnsOptions
{
    /// <summary>No option given.</summary>
    public static DnsOptions Absent { get; } = new();

    /// <summary>ipv4, ipv6, dualstack or service-defined.</summary>
    public Value<string> DnsRecordIpType { get; init; }

    /// <summary>S3: private DNS only for the inbound resolver endpoint. AWS takes an omitted one for true where private DNS is on.</summary>
    public Value<bool> PrivateDnsOnlyForInboundResolverEndpoint { get; init; }

    /// <summary>Which private DNS names to make (Resource, ServiceNetwork).</summary>
    public Value<string> PrivateDnsPreference { get; init; }

    /// <summary>The domains of a SPECIFIED preference.</summary>
    public ValueList<Value<string>> PrivateDnsSpecifiedDomains { get; init; } = ValueList<Value<string>>.Absent;
}

/// <summary>A tag.</summary>
public sealed record Tag(Value<string> Key, Value<string> Value);
