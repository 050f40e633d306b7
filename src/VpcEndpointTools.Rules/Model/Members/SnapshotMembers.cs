using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Model.Members;

/// <summary>The members of a snapshot, a row each. Peerings and attachments are read for the Region: they join VPCs through
/// others.</summary>
public static class SnapshotMembers
{
    private static readonly MemberList<SnapshotMember> Rows = new();

    /// <summary>VPCs, on which the completeness of the others hangs.</summary>
    public static SnapshotMember<Vpc> Vpcs { get; } = Rows.Add(new SnapshotMember<Vpc>("Vpcs", RuleNeeds.Vpcs)
    {
        Ec2 = new("DescribeVpcs", IsOfVpc: true),
        IsFromTemplate = true,
        ReadEntry = NetworkEntries.ReadVpc,
        IsClear = vpc => vpc.VpcId.IsKnown,
    });

    /// <summary>Subnets.</summary>
    public static SnapshotMember<Subnet> Subnets { get; } = Rows.Add(new SnapshotMember<Subnet>("Subnets", RuleNeeds.Subnets)
    {
        Ec2 = new("DescribeSubnets", IsOfVpc: true),
        IsFromTemplate = true,
        ReadEntry = NetworkEntries.ReadSubnet,
        IsClear = subnet => subnet.SubnetId.IsKnown && subnet.VpcId.IsKnown,
        BesideAws = NetworkEntries.WithoutGuessedZone,
    });

    /// <summary>Security groups.</summary>
    public static SnapshotMember<SecurityGroup> SecurityGroups { get; } = Rows.Add(
        new SnapshotMember<SecurityGroup>("SecurityGroups", RuleNeeds.SecurityGroups)
        {
            Ec2 = new("DescribeSecurityGroups", IsOfVpc: true),
            IsFromTemplate = true,
            ReadEntry = SecurityEntries.ReadGroup,
            IsClear = group => group.GroupId.IsKnown && group.VpcId.IsKnown && !group.GroupName.IsUnknown,
        });

    /// <summary>Route tables.</summary>
    public static SnapshotMember<RouteTable> RouteTables { get; } = Rows.Add(
        new SnapshotMember<RouteTable>("RouteTables", RuleNeeds.RouteTables)
        {
            Ec2 = new("DescribeRouteTables", IsOfVpc: true, PageSize: 100),
            IsFromTemplate = true,
            ReadEntry = RoutingEntries.ReadTable,
            IsClear = table => table.RouteTableId.IsKnown && table.VpcId.IsKnown,
        });

    /// <summary>Prefix lists. A gateway endpoint in a Terraform state tells the one of its service.</summary>
    public static SnapshotMember<PrefixList> PrefixLists { get; } = Rows.Add(
        new SnapshotMember<PrefixList>("PrefixLists", RuleNeeds.PrefixLists)
        {
            Ec2 = new("DescribePrefixLists", IsOfVpc: false),
            IsFromTemplate = true,
            JoinsAlone = true,
            IsOfRegion = true,
            ReadEntry = RoutingEntries.ReadPrefixList,
            IsClear = list => list.PrefixListId.IsKnown && list.PrefixListName.IsKnown,
        });

    /// <summary>Existing endpoints. Each is a configuration, which the document reads by itself.</summary>
    public static SnapshotMember<EndpointConfig> VpcEndpoints { get; } = Rows.Add(
        new SnapshotMember<EndpointConfig>("VpcEndpoints", RuleNeeds.VpcEndpoints)
        {
            Ec2 = new("DescribeVpcEndpoints", IsOfVpc: true),
            IsFromTemplate = true,
            IsClear = endpoint => endpoint.VpcId.IsKnown && !endpoint.VpcEndpointId.IsUnknown && !endpoint.State.IsUnknown
                && !endpoint.VpcEndpointType.IsUnknown && !endpoint.ServiceName.IsUnknown
                && !endpoint.RouteTableIds.IsUnknown && endpoint.RouteTableIds.All(id => id.IsKnown),
        });

    /// <summary>Endpoint services; one service can be there once per type.</summary>
    public static SnapshotMember<ServiceDetail> ServiceDetails { get; } = Rows.Add(
        new SnapshotMember<ServiceDetail>("ServiceDetails", RuleNeeds.ServiceDetails)
        {
            Ec2 = new("DescribeVpcEndpointServices", IsOfVpc: false),
            IsOfRegion = true,
            ReadEntry = ServiceEntries.ReadService,
            IsClear = service => service.ServiceName.IsKnown && !service.ServiceTypes.IsUnknown
                && service.ServiceTypes.All(type => type.IsKnown),
        });

    /// <summary>Private hosted zones and the VPCs that they are associated with.</summary>
    public static SnapshotMember<HostedZone> HostedZones { get; } = Rows.Add(
        new SnapshotMember<HostedZone>("HostedZones", RuleNeeds.HostedZones)
        {
            OtherCommand = "route53 list-hosted-zones, with the VPCs of get-hosted-zone",
            ReadEntry = ServiceEntries.ReadZone,
            IsClear = zone => zone.PrivateZone.Is(false)
                || (zone.Name.IsKnown && zone.VpcIds is not null && zone.VpcIds.All(id => id.IsKnown)),
        });

    /// <summary>Network ACLs.</summary>
    public static SnapshotMember<NetworkAcl> NetworkAcls { get; } = Rows.Add(
        new SnapshotMember<NetworkAcl>("NetworkAcls", RuleNeeds.NetworkAcls)
        {
            Ec2 = new("DescribeNetworkAcls", IsOfVpc: true),
            IsFromTemplate = true,
            ReadEntry = SecurityEntries.ReadAcl,
            IsClear = acl => acl.SubnetIds is not null && acl.SubnetIds.All(id => id.IsKnown),
        });

    /// <summary>NAT gateways.</summary>
    public static SnapshotMember<NatGateway> NatGateways { get; } = Rows.Add(
        new SnapshotMember<NatGateway>("NatGateways", RuleNeeds.NatGateways)
        {
            Ec2 = new("DescribeNatGateways", IsOfVpc: true),
            IsFromTemplate = true,
            ReadEntry = RoutingEntries.ReadNatGateway,
            IsClear = nat => nat.VpcId.IsKnown && !nat.State.IsUnknown && !nat.ConnectivityType.IsUnknown,
        });

    /// <summary>Network interfaces.</summary>
    public static SnapshotMember<NetworkInterface> NetworkInterfaces { get; } = Rows.Add(
        new SnapshotMember<NetworkInterface>("NetworkInterfaces", RuleNeeds.NetworkInterfaces)
        {
            Ec2 = new("DescribeNetworkInterfaces", IsOfVpc: true),
            ReadEntry = NetworkEntries.ReadInterface,
            IsClear = item => item.SubnetId.IsKnown && !item.InterfaceType.IsUnknown,
        });

    /// <summary>Peering connections.</summary>
    public static SnapshotMember<VpcPeeringConnection> VpcPeeringConnections { get; } = Rows.Add(
        new SnapshotMember<VpcPeeringConnection>("VpcPeeringConnections", RuleNeeds.VpcPeeringConnections)
        {
            Ec2 = new("DescribeVpcPeeringConnections", IsOfVpc: false),
            IsFromTemplate = true,
            ReadEntry = RoutingEntries.ReadPeering,
            IsClear = peering => !peering.Status.IsUnknown && peering.Requester.VpcId.IsKnown && peering.Accepter.VpcId.IsKnown,
        });

    /// <summary>Attachments of VPCs to transit gateways.</summary>
    public static SnapshotMember<TransitGatewayVpcAttachment> TransitGatewayVpcAttachments { get; } = Rows.Add(
        new SnapshotMember<TransitGatewayVpcAttachment>("TransitGatewayVpcAttachments", RuleNeeds.TransitGatewayVpcAttachments)
        {
            Ec2 = new("DescribeTransitGatewayVpcAttachments", IsOfVpc: false),
            IsFromTemplate = true,
            ReadEntry = RoutingEntries.ReadAttachment,
            IsClear = attachment => !attachment.State.IsUnknown && attachment.VpcId.IsKnown && attachment.TransitGatewayId.IsKnown,
        });

    /// <summary>Endpoints of Route 53 Resolver.</summary>
    public static SnapshotMember<ResolverEndpoint> ResolverEndpoints { get; } = Rows.Add(
        new SnapshotMember<ResolverEndpoint>("ResolverEndpoints", RuleNeeds.ResolverEndpoints)
        {
            OtherCommand = "route53resolver list-resolver-endpoints",
            ReadEntry = ServiceEntries.ReadResolver,
            IsClear = resolver => resolver.VpcId.IsKnown && !resolver.Direction.IsUnknown && !resolver.Status.IsUnknown,
        });

    /// <summary>Applied quotas of the account.</summary>
    public static SnapshotMember<Quota> Quotas { get; } = Rows.Add(new SnapshotMember<Quota>("Quotas", RuleNeeds.Quotas)
    {
        OtherCommand = "service-quotas list-service-quotas",
        ReadEntry = ServiceEntries.ReadQuota,
        IsClear = quota => quota.QuotaCode.IsKnown,
    });

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SnapshotMember> All => Rows;

    /// <summary>What a live reading can ask EC2 for, as needs.</summary>
    internal static RuleNeeds FromEc2 => Needs();

    /// <summary>The names of all.</summary>
    internal static IReadOnlyList<string> Names => RowNames();

    /// <summary>The rows, for tests that make some up.</summary>
    internal static MemberList<SnapshotMember> List => Rows;

    private static Func<string[]> RowNames { get; } = Rows.Derive(rows => rows.Select(row => row.Name).ToArray());

    private static Func<RuleNeeds> Needs { get; } =
        Rows.Derive(rows => rows.Where(row => row.Ec2 is not null).Aggregate(RuleNeeds.None, (needs, row) => needs | row.Need));
}
