using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests;

/// <summary>Healthy configurations and surroundings to start from: a test changes the one thing that it is about.</summary>
internal static class Given
{
    public const string Region = "eu-west-1";
    public const string VpcId = "vpc-0a1b2c3d4e5f60718";
    public const string OtherVpcId = "vpc-0ffffffffffffffff";
    public const string SubnetA = "subnet-0aaaaaaaaaaaaaaaa";
    public const string SubnetB = "subnet-0bbbbbbbbbbbbbbbb";
    public const string GroupId = "sg-0123456789abcdef0";
    public const string TableA = "rtb-0aaaaaaaaaaaaaaaa";
    public const string TableB = "rtb-0bbbbbbbbbbbbbbbb";
    public const string S3PrefixList = "pl-6da54004";
    public const string GwlbService = "com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718";
    public const string ResourceArn = "arn:aws:vpc-lattice:eu-west-1:111122223333:resourceconfiguration/rcfg-0a1b2c3d4e5f60718";
    public const string NetworkArn = "arn:aws:vpc-lattice:eu-west-1:111122223333:servicenetwork/sn-0a1b2c3d4e5f60718";

    /// <summary>A rule of a security group: TCP 443 for IPv4 ranges.</summary>
    public static IpPermission Https(params Value<string>[] ranges) => Tcp(443, 443) with { Ipv4Ranges = [.. ranges] };

    /// <summary>A rule of a security group for TCP ports, yet without anybody whom it is about.</summary>
    public static IpPermission Tcp(long from, long to) => new() { IpProtocol = "tcp", FromPort = from, ToPort = to };

    /// <summary>The snapshot with other inbound rules of its security group.</summary>
    public static NetworkSnapshot Inbound(params IpPermission[] rules) =>
        Snapshot with { SecurityGroups = [Snapshot.SecurityGroups![0] with { IpPermissions = rules }] };

    /// <summary>An expression that stands for a value nobody knows yet.</summary>
    public static Value<T> Unknown<T>(string expression = "!Ref X")
        where T : notnull => Value<T>.Unknown(expression);

    /// <summary>An entry of a network ACL that lets everything through.</summary>
    private static NetworkAclEntry AllowAll(bool egress) =>
        new() { RuleNumber = 100, Egress = egress, RuleAction = "allow", Protocol = "-1", CidrBlock = "0.0.0.0/0" };

    /// <summary>A policy that allows only callers and buckets of one organization.</summary>
    public const string PerimeterPolicy =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*",
        "Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1234567890","aws:ResourceOrgID":"o-1234567890"}}}]}
        """;

    /// <summary>A request for an Interface endpoint of ssm in two subnets.</summary>
    public static EndpointConfig Interface { get; } = Request(EndpointTypes.Interface) with
    {
        ServiceName = "com.amazonaws.eu-west-1.ssm",
        SubnetIds = [SubnetA, SubnetB],
        SecurityGroupIds = [GroupId],
        PrivateDnsEnabled = true,
        PolicyDocument = PerimeterPolicy,
    };

    /// <summary>A request for a Gateway endpoint of S3 on one route table.</summary>
    public static EndpointConfig Gateway { get; } = Request(EndpointTypes.Gateway) with
    {
        ServiceName = "com.amazonaws.eu-west-1.s3",
        RouteTableIds = [TableA],
        PolicyDocument = PerimeterPolicy,
    };

    /// <summary>A request for a GatewayLoadBalancer endpoint in one subnet.</summary>
    public static EndpointConfig GatewayLoadBalancer { get; } = Request(EndpointTypes.GatewayLoadBalancer) with
    {
        ServiceName = GwlbService,
        SubnetIds = [SubnetA],
    };

    /// <summary>A request for a Resource endpoint in two subnets.</summary>
    public static EndpointConfig Resource { get; } = Request(EndpointTypes.Resource) with
    {
        ResourceConfigurationArn = ResourceArn,
        SubnetIds = [SubnetA, SubnetB],
        SecurityGroupIds = [GroupId],
    };

    /// <summary>A request for a ServiceNetwork endpoint in two subnets.</summary>
    public static EndpointConfig ServiceNetwork { get; } = Request(EndpointTypes.ServiceNetwork) with
    {
        ServiceNetworkArn = NetworkArn,
        SubnetIds = [SubnetA, SubnetB],
        SecurityGroupIds = [GroupId],
    };

    /// <summary>A request for a Tunnel endpoint in two subnets.</summary>
    public static EndpointConfig Tunnel { get; } = Request(EndpointTypes.Tunnel) with
    {
        ResourceConfigurationArn = ResourceArn,
        SubnetIds = [SubnetA, SubnetB],
        SecurityGroupIds = [GroupId],
    };

    /// <summary>One healthy request of each type.</summary>
    public static IReadOnlyList<EndpointConfig> OfEachType { get; } =
        [Interface, Gateway, GatewayLoadBalancer, Resource, ServiceNetwork, Tunnel];

    /// <summary>A complete snapshot of one VPC: two dual-stack subnets in two zones, each with a route table, a group that the VPC's clients
    /// get in by, a network ACL that lets everything through, S3 and ssm as services; and nothing else.</summary>
    public static NetworkSnapshot Snapshot { get; } = new()
    {
        AccountId = "111122223333",
        Region = Region,
        Complete = SnapshotCompleteness.Everything,
        Vpcs = [new Vpc { VpcId = VpcId, EnableDnsSupport = true, EnableDnsHostnames = true, CidrBlocks = ["10.0.0.0/16"] }],
        Subnets = [Subnet(SubnetA, "eu-west-1a", "euw1-az1"), Subnet(SubnetB, "eu-west-1b", "euw1-az2")],
        SecurityGroups =
        [
            new SecurityGroup
            {
                GroupId = GroupId,
                VpcId = VpcId,
                GroupName = "endpoints",
                IpPermissions =
                [
                    Https("10.0.0.0/16"),
                    new IpPermission { IpProtocol = "udp", FromPort = 6081, ToPort = 6081, Ipv4Ranges = ["10.0.0.0/16"] },
                ],
                IpPermissionsEgress = [],
            },
        ],
        RouteTables =
        [
            Table(TableA) with { Associations = [new RouteTableAssociation { SubnetId = SubnetA }] },
            Table(TableB) with { Associations = [new RouteTableAssociation { SubnetId = SubnetB }] },
        ],
        NetworkAcls =
        [
            new NetworkAcl { NetworkAclId = "acl-0123456789abcdef0", VpcId = VpcId, SubnetIds = [SubnetA, SubnetB], Entries = [AllowAll(egress: false), AllowAll(egress: true)] },
        ],
        PrefixLists = [new PrefixList { PrefixListId = S3PrefixList, PrefixListName = "com.amazonaws.eu-west-1.s3", Cidrs = ["3.5.64.0/21", "52.218.0.0/17"] }],
        NatGateways = [],
        NetworkInterfaces = [],
        VpcPeeringConnections = [],
        TransitGatewayVpcAttachments = [],
        ResolverEndpoints = [],
        Quotas = [],
        VpcEndpoints = [],
        ServiceDetails =
        [
            Service("com.amazonaws.eu-west-1.ssm", EndpointTypes.Interface, "ssm.eu-west-1.amazonaws.com"),
            Service("com.amazonaws.eu-west-1.s3", EndpointTypes.Interface, "s3.eu-west-1.amazonaws.com"),
            Service("com.amazonaws.eu-west-1.s3", EndpointTypes.Gateway, null),
            Service("com.amazonaws.eu-west-1.dynamodb", EndpointTypes.Interface, null),
            Service("com.amazonaws.eu-west-1.dynamodb", EndpointTypes.Gateway, null),
            Service(GwlbService, EndpointTypes.GatewayLoadBalancer, null),
        ],
        HostedZones = [],
    };

    /// <summary>The same as AWS shows it once it exists.</summary>
    public static EndpointConfig Existing(EndpointConfig config, string id = "vpce-0123456789abcdef0") => config with
    {
        IsExisting = true,
        VpcEndpointId = id,
        Target = id,
        State = "available",
    };

    /// <summary>A dual-stack subnet of the VPC.</summary>
    public static Subnet Subnet(string id, string zone, string zoneId) => new()
    {
        SubnetId = id,
        VpcId = VpcId,
        AvailabilityZone = zone,
        AvailabilityZoneId = zoneId,
        CidrBlock = "10.0.1.0/24",
        Ipv6CidrBlocks = ["2001:db8::/64"],
        Ipv6Native = false,
        AvailableIpAddressCount = 200,
        OwnerId = "111122223333",
    };

    /// <summary>A route table of the VPC with its local route and any others.</summary>
    public static RouteTable Table(string id, params Route[] routes) => new()
    {
        RouteTableId = id,
        VpcId = VpcId,
        Routes = [new Route { DestinationCidrBlock = "10.0.0.0/16", GatewayId = "local" }, .. routes],
    };

    /// <summary>A service as describe-vpc-endpoint-services shows it.</summary>
    public static ServiceDetail Service(string name, string type, string? privateDnsName) => new()
    {
        ServiceName = name,
        ServiceTypes = [type],
        Owner = "amazon",
        PrivateDnsNames = privateDnsName is null ? ValueList<Value<string>>.Absent : [privateDnsName],
        SupportedIpAddressTypes = ["ipv4"],
        VpcEndpointPolicySupported = true,
        AvailabilityZones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
    };

    private static EndpointConfig Request(string type) => new()
    {
        Target = type,
        VpcEndpointType = type,
        VpcId = VpcId,
        Region = Region,
    };
}
