namespace VpcEndpointTools.Model;

/// <summary>A VPC with its two DNS attributes.</summary>
public sealed record Vpc
{
    /// <summary>Its id.</summary>
    public required Value<string> VpcId { get; init; }

    /// <summary>All its IPv4 ranges.</summary>
    public ValueList<Value<string>> CidrBlocks { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>All its IPv6 ranges.</summary>
    public ValueList<Value<string>> Ipv6CidrBlocks { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>The enableDnsSupport attribute.</summary>
    public Value<bool> EnableDnsSupport { get; init; }

    /// <summary>The enableDnsHostnames attribute.</summary>
    public Value<bool> EnableDnsHostnames { get; init; }
}

/// <summary>A subnet.</summary>
public sealed record Subnet
{
    /// <summary>Its id.</summary>
    public required Value<string> SubnetId { get; init; }

    /// <summary>Its VPC.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>The zone's name, which differs between accounts.</summary>
    public Value<string> AvailabilityZone { get; init; }

    /// <summary>The zone's id, the same in all accounts.</summary>
    public Value<string> AvailabilityZoneId { get; init; }

    /// <summary>Its IPv4 range; absent for an IPv6-only subnet.</summary>
    public Value<string> CidrBlock { get; init; }

    /// <summary>Its associated IPv6 ranges.</summary>
    public ValueList<Value<string>> Ipv6CidrBlocks { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>True for an IPv6-only subnet.</summary>
    public Value<bool> Ipv6Native { get; init; }

    /// <summary>Free IPv4 addresses.</summary>
    public Value<long> AvailableIpAddressCount { get; init; }

    /// <summary>The account that owns the subnet.</summary>
    public Value<string> OwnerId { get; init; }
}

/// <summary>A network interface.</summary>
public sealed record NetworkInterface
{
    /// <summary>Its id.</summary>
    public required Value<string> NetworkInterfaceId { get; init; }

    /// <summary>Its VPC.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>Its subnet.</summary>
    public Value<string> SubnetId { get; init; }

    /// <summary>interface, vpc_endpoint, gateway_load_balancer_endpoint, nat_gateway, ...</summary>
    public Value<string> InterfaceType { get; init; }

    /// <summary>Its primary IPv4 address; absent for one without, or where it was not shown.</summary>
    public Value<string> PrivateIpAddress { get; init; }

    /// <summary>Its IPv6 addresses; null where they were not shown.</summary>
    public ValueList<Value<string>>? Ipv6Addresses { get; init; }
}
