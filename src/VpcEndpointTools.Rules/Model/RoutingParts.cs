namespace VpcEndpointTools.Model;

/// <summary>A route table.</summary>
public sealed record RouteTable
{
    /// <summary>Its id.</summary>
    public required Value<string> RouteTableId { get; init; }

    /// <summary>Its VPC.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>Its routes; null when the input does not show them.</summary>
    public IReadOnlyList<Route>? Routes { get; init; }

    /// <summary>What it is associated with; null when the input does not show it.</summary>
    public IReadOnlyList<RouteTableAssociation>? Associations { get; init; }
}

/// <summary>What a route table is associated with: a subnet, a gateway, or all subnets of the VPC that have no other table.</summary>
public sealed record RouteTableAssociation
{
    /// <summary>The subnet.</summary>
    public Value<string> SubnetId { get; init; }

    /// <summary>The internet or virtual private gateway (an edge association).</summary>
    public Value<string> GatewayId { get; init; }

    /// <summary>True for the VPC's main table.</summary>
    public Value<bool> Main { get; init; }
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

    /// <summary>The gateway: igw-, vgw-, local, or an endpoint (vpce-).</summary>
    public Value<string> GatewayId { get; init; }

    /// <summary>The NAT gateway.</summary>
    public Value<string> NatGatewayId { get; init; }

    /// <summary>The egress-only internet gateway (IPv6).</summary>
    public Value<string> EgressOnlyInternetGatewayId { get; init; }

    /// <summary>Whatever else it goes through: a transit gateway, a peering connection, a network interface.</summary>
    public Value<string> OtherTarget { get; init; }

    /// <summary>active, blackhole or filtered.</summary>
    public Value<string> State { get; init; }

    /// <summary>True when it is known not to go anywhere any more.</summary>
    public bool IsDead => State.IsKnown && string.Equals(State.Known, "blackhole", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A prefix list.</summary>
public sealed record PrefixList
{
    /// <summary>Its id.</summary>
    public required Value<string> PrefixListId { get; init; }

    /// <summary>Its name; that of an AWS service is the service's name.</summary>
    public Value<string> PrefixListName { get; init; }

    /// <summary>Its ranges; null when the input does not show them.</summary>
    public IReadOnlyList<Value<string>>? Cidrs { get; init; }
}

/// <summary>A NAT gateway.</summary>
public sealed record NatGateway
{
    /// <summary>Its id.</summary>
    public required Value<string> NatGatewayId { get; init; }

    /// <summary>Its VPC.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>Its subnet.</summary>
    public Value<string> SubnetId { get; init; }

    /// <summary>public or private.</summary>
    public Value<string> ConnectivityType { get; init; }

    /// <summary>pending, failed, available, deleting or deleted.</summary>
    public Value<string> State { get; init; }
}

/// <summary>A peering connection of two VPCs.</summary>
public sealed record VpcPeeringConnection
{
    /// <summary>Its id.</summary>
    public required Value<string> VpcPeeringConnectionId { get; init; }

    /// <summary>active, pending-acceptance, deleted, ...</summary>
    public Value<string> Status { get; init; }

    /// <summary>The VPC that asked.</summary>
    public required PeeredVpc Requester { get; init; }

    /// <summary>The VPC that was asked.</summary>
    public required PeeredVpc Accepter { get; init; }
}

/// <summary>One side of a peering connection.</summary>
public sealed record PeeredVpc
{
    /// <summary>Its id.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>Its IPv4 and IPv6 ranges.</summary>
    public ValueList<Value<string>> CidrBlocks { get; init; } = ValueList<Value<string>>.Absent;
}

/// <summary>A VPC's attachment to a transit gateway.</summary>
public sealed record TransitGatewayVpcAttachment
{
    /// <summary>Its id.</summary>
    public required Value<string> TransitGatewayAttachmentId { get; init; }

    /// <summary>The transit gateway.</summary>
    public Value<string> TransitGatewayId { get; init; }

    /// <summary>The VPC.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>available, pending, deleted, ...</summary>
    public Value<string> State { get; init; }
}
