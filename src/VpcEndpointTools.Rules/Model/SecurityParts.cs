namespace VpcEndpointTools.Model;

/// <summary>A security group.</summary>
public sealed record SecurityGroup
{
    /// <summary>Its id.</summary>
    public required Value<string> GroupId { get; init; }

    /// <summary>Its VPC.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>Its name.</summary>
    public Value<string> GroupName { get; init; }

    /// <summary>Inbound rules; null when the input does not show them.</summary>
    public IReadOnlyList<IpPermission>? IpPermissions { get; init; }

    /// <summary>Outbound rules; null when the input does not show them.</summary>
    public IReadOnlyList<IpPermission>? IpPermissionsEgress { get; init; }

    /// <summary>True for the group that a VPC is born with.</summary>
    public bool IsDefault => GroupName.Is("default");
}

/// <summary>A rule of a security group: protocol, ports, and whom it is about.</summary>
public sealed record IpPermission
{
    /// <summary>tcp, udp, icmp, icmpv6, a protocol number, or -1 for all.</summary>
    public Value<string> IpProtocol { get; init; }

    /// <summary>First port; absent where the protocol is -1.</summary>
    public Value<long> FromPort { get; init; }

    /// <summary>Last port; absent where the protocol is -1.</summary>
    public Value<long> ToPort { get; init; }

    /// <summary>IPv4 ranges.</summary>
    public ValueList<Value<string>> Ipv4Ranges { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>IPv6 ranges.</summary>
    public ValueList<Value<string>> Ipv6Ranges { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>Prefix lists.</summary>
    public ValueList<Value<string>> PrefixListIds { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>Other security groups, or the group itself.</summary>
    public ValueList<Value<string>> GroupIds { get; init; } = ValueList<Value<string>>.Absent;
}

/// <summary>A network ACL.</summary>
public sealed record NetworkAcl
{
    /// <summary>Its id.</summary>
    public required Value<string> NetworkAclId { get; init; }

    /// <summary>Its VPC.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>The subnets that it guards; null when the input does not show them.</summary>
    public IReadOnlyList<Value<string>>? SubnetIds { get; init; }

    /// <summary>Its entries in any order; null when the input does not show them.</summary>
    public IReadOnlyList<NetworkAclEntry>? Entries { get; init; }
}

/// <summary>An entry of a network ACL. The lowest rule number that matches decides.</summary>
public sealed record NetworkAclEntry
{
    /// <summary>Its place: the lowest comes first.</summary>
    public Value<long> RuleNumber { get; init; }

    /// <summary>True for outbound traffic.</summary>
    public Value<bool> Egress { get; init; }

    /// <summary>allow or deny.</summary>
    public Value<string> RuleAction { get; init; }

    /// <summary>A protocol number, or -1 for all.</summary>
    public Value<string> Protocol { get; init; }

    /// <summary>An IPv4 range.</summary>
    public Value<string> CidrBlock { get; init; }

    /// <summary>An IPv6 range.</summary>
    public Value<string> Ipv6CidrBlock { get; init; }

    /// <summary>First port; absent where the protocol has none.</summary>
    public Value<long> FromPort { get; init; }

    /// <summary>Last port; absent where the protocol has none.</summary>
    public Value<long> ToPort { get; init; }
}
