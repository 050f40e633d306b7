using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Model;

/// <summary>What surrounds an endpoint, in the words of AWS's describe answers. A null member was not given and is unknown.</summary>
public sealed record NetworkSnapshot : IMemberOwner
{
    private static readonly Dictionary<string, object> NoOthers = new(StringComparer.Ordinal);

    private SnapshotIndex? _index;

    /// <summary>The account that was looked at.</summary>
    public string? AccountId { get; init; }

    /// <summary>The Region that was looked at.</summary>
    public string? Region { get; init; }

    /// <summary>How much each member that is present lists. Without it what is not in a member is unknown.</summary>
    public SnapshotCompleteness Complete { get; init; } = SnapshotCompleteness.Partial;

    /// <summary>False for what only stands beside the tested endpoints (the other endpoints of one describe answer): nobody offered it as the surroundings.</summary>
    public bool IsGiven { get; init; } = true;

    /// <summary>VPCs with their DNS attributes.</summary>
    public IReadOnlyList<Vpc>? Vpcs { get; init; }

    /// <summary>Subnets.</summary>
    public IReadOnlyList<Subnet>? Subnets { get; init; }

    /// <summary>Security groups.</summary>
    public IReadOnlyList<SecurityGroup>? SecurityGroups { get; init; }

    /// <summary>Route tables.</summary>
    public IReadOnlyList<RouteTable>? RouteTables { get; init; }

    /// <summary>Prefix lists.</summary>
    public IReadOnlyList<PrefixList>? PrefixLists { get; init; }

    /// <summary>Existing endpoints.</summary>
    public IReadOnlyList<EndpointConfig>? VpcEndpoints { get; init; }

    /// <summary>Endpoint services; one service can be there once per type.</summary>
    public IReadOnlyList<ServiceDetail>? ServiceDetails { get; init; }

    /// <summary>Private hosted zones and the VPCs that they are associated with.</summary>
    public IReadOnlyList<HostedZone>? HostedZones { get; init; }

    /// <summary>Network ACLs.</summary>
    public IReadOnlyList<NetworkAcl>? NetworkAcls { get; init; }

    /// <summary>NAT gateways.</summary>
    public IReadOnlyList<NatGateway>? NatGateways { get; init; }

    /// <summary>Network interfaces.</summary>
    public IReadOnlyList<NetworkInterface>? NetworkInterfaces { get; init; }

    /// <summary>Peering connections.</summary>
    public IReadOnlyList<VpcPeeringConnection>? VpcPeeringConnections { get; init; }

    /// <summary>Attachments of VPCs to transit gateways.</summary>
    public IReadOnlyList<TransitGatewayVpcAttachment>? TransitGatewayVpcAttachments { get; init; }

    /// <summary>Endpoints of Route 53 Resolver.</summary>
    public IReadOnlyList<ResolverEndpoint>? ResolverEndpoints { get; init; }

    /// <summary>Applied quotas of the account.</summary>
    public IReadOnlyList<Quota>? Quotas { get; init; }

    /// <summary>Lists of members that have no property here, by the member's name.</summary>
    internal IReadOnlyDictionary<string, object> Others { get; private set; } = NoOthers;

    /// <summary>Members that do not list everything although the snapshot calls itself complete.</summary>
    internal IReadOnlyList<SnapshotMember> PartialMembers { get; set; } = [];

    IReadOnlyDictionary<string, object> IMemberOwner.Others
    {
        get => Others;
        set => Others = value;
    }

    /// <summary>Look-ups by id, by VPC, by service: made once, at first use.</summary>
    public SnapshotIndex Index =>

        // A copy made with "with" inherits the field, but not the right to that index.
        _index is { } made && ReferenceEquals(made.Owner, this) ? made : _index = new SnapshotIndex(this);

    /// <summary>True when each member that is present lists everything of that VPC.</summary>
    public bool IsCompleteFor(Value<string> vpcId) => Complete.Covers(vpcId.KnownOrDefault);
}
