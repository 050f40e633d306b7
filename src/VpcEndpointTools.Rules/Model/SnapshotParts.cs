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

/// <summary>A security group.</summary>
public sealed record SecurityGroup
{
    /// <summary>Its id.</summary>
    public required Value<string> GroupId { get; init; }

    /// <summary>Its VPC.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>Its name.</summary>
    public Value<string> GroupName { get; init; }
}

/// <summary>A route table.</summary>
public sealed record RouteTable
{
    /// <summary>Its id.</summary>
    public required Value<string> RouteTableId { get; init; }

    /// <summary>Its VPC.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>Its routes; null when the input does not show them.</summary>
    public IReadOnlyList<Route>? Routes { get; init; }
}

/// <summary>A route: where to (one of the three) and through what.</summary>
public sealed record Route
{
    /// <summary>An IPv4 range.</summary>
    public Value<string> DestinationCidrBlock { get; init; }

    /// <summary>An IPv6 range.</summary>
    public Value<string> DestinationIpv6CidrBlock { get; init; }

    /// <summary>A prefix list.</summary>
    public Value<string> DestinationPrefixListId { get; init; }

    /// <summary>The gateway, gateway endpoints included (vpce-).</summary>
    public Value<string> GatewayId { get; init; }
}

/// <summary>A prefix list.</summary>
public sealed record PrefixList
{
    /// <summary>Its id.</summary>
    public required Value<string> PrefixListId { get; init; }

    /// <summary>Its name; that of an AWS service is the service's name.</summary>
    public Value<string> PrefixListName { get; init; }
}

/// <summary>An endpoint service as describe-vpc-endpoint-services shows it.</summary>
public sealed record ServiceDetail
{
    /// <summary>Its name.</summary>
    public required Value<string> ServiceName { get; init; }

    /// <summary>The endpoint types that this entry is about.</summary>
    public ValueList<Value<string>> ServiceTypes { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>amazon, aws-marketplace or an account.</summary>
    public Value<string> Owner { get; init; }

    /// <summary>Its private DNS names; absent where it has none.</summary>
    public ValueList<Value<string>> PrivateDnsNames { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>ipv4, ipv6 or both.</summary>
    public ValueList<Value<string>> SupportedIpAddressTypes { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>Whether an endpoint policy has any effect.</summary>
    public Value<bool> VpcEndpointPolicySupported { get; init; }

    /// <summary>Zones that it is offered in, by name.</summary>
    public ValueList<Value<string>> AvailabilityZones { get; init; } = ValueList<Value<string>>.Absent;
}

/// <summary>A private hosted zone of Amazon Route 53.</summary>
public sealed record HostedZone
{
    /// <summary>Its name, with or without the final dot.</summary>
    public required Value<string> Name { get; init; }

    /// <summary>Whether it is a private one.</summary>
    public Value<bool> PrivateZone { get; init; }

    /// <summary>The VPCs that it is associated with; null when the input does not show them.</summary>
    public IReadOnlyList<Value<string>>? VpcIds { get; init; }
}
