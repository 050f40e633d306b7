using System.Globalization;
using CsCheck;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Properties;

/// <summary>A configuration with what surrounds it and what was declared.</summary>
internal sealed record World(EndpointConfig Config, NetworkSnapshot Snapshot, Declarations Declared);

/// <summary>Makes worlds: small ones, in which ids meet often, so that rules have something to find and something to pass.</summary>
/// <remarks>What AWS lists of a service agrees with the catalogue: where the two contradict each other, knowing less can only mean believing the catalogue.</remarks>
internal static class Worlds
{
    private static readonly string[] Vpcs = [Given.VpcId, Given.OtherVpcId];
    private static readonly string[] Subnets = [Given.SubnetA, Given.SubnetB, "subnet-0cccccccccccccccc"];
    private static readonly string[] Tables = [Given.TableA, Given.TableB, "rtb-0cccccccccccccccc"];
    private static readonly string[] Groups = [Given.GroupId, "sg-0bbbbbbbbbbbbbbbb"];
    private static readonly string[] Services = ["ssm", "ssmmessages", "s3", "dynamodb", "ecr.api", "ecr.dkr", "sqs", "cassandra", "kms", "kms-fips"];
    private static readonly string[] Cidrs = ["0.0.0.0/0", "10.0.0.0/16", "10.0.1.0/24", "10.1.0.0/16", "192.168.0.0/16", "3.5.140.0/22", "3.5.141.0/24"];
    private static readonly string[] Policies =
    [
        Given.PerimeterPolicy,
        """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""",
        """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"s3:*","Resource":"arn:aws:s3:::mine/*"}]}""",
        """{"Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}""",
        """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"dynamodb:*","Resource":"*","Condition":{"StringLike":{"aws:PrincipalAccount":"1111*"},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}]}""",
        "{",
    ];

    private static readonly Gen<string> Cidr = From(Cidrs);
    private static readonly Gen<string> VpcId = Gen.Frequency((5, Gen.Const(Vpcs[0])), (1, Gen.Const(Vpcs[1])));
    private static readonly Gen<string> ServiceName = Gen.Frequency(
        (8, From(Services).Select(name => $"com.amazonaws.eu-west-1.{name}")), (2, Gen.Const(Given.GwlbService)), (1, Gen.Const("com.amazonaws.eu-west-1.nonsense")));

    /// <summary>Any world.</summary>
    public static Gen<World> Any { get; } = Gen.Select(Config(isExisting: null), Snapshot(), Declared()).Select((config, snapshot, declared) => new World(config, snapshot, declared));

    private static Gen<T> From<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<Value<T>> Maybe<T>(Gen<T> gen, int absent = 1)
        where T : notnull => Gen.Frequency((4, gen.Select(Value<T>.Of)), (absent, Gen.Const(Value<T>.Absent)));

    private static Gen<ValueList<Value<string>>> List(string[] from, int most) =>
        From(from).Array[0, most].Select(ids => (ValueList<Value<string>>)[.. ids.Distinct().Select(id => (Value<string>)id)]);

    private static Gen<T[]> Many<T>(Gen<T> gen, int most) => gen.Array[0, most];

    private static Gen<EndpointConfig> Config(bool? isExisting) => Gen.Select(
        Gen.Select(Maybe(From([.. EndpointTypes.All]), absent: 0), Maybe(VpcId, absent: 0), Maybe(ServiceName, absent: 0), Gen.Int[0, 3]),
        Gen.Select(List(Subnets, 3), List(Groups, 2), List(Tables, 3), Maybe(From(Policies), absent: 2)),
        Gen.Select(Maybe(Gen.Bool), Maybe(From("ipv4", "ipv6", "dualstack"), absent: 4), Maybe(From("ipv4", "dualstack", "service-defined"), absent: 4), Maybe(Gen.Bool, absent: 3)),
        Gen.Select(Gen.Bool, From("available", "pendingAcceptance", "failed", "deleting", "partial"), Gen.Int[0, 9], Maybe(From("eu-west-1", "us-east-1"), absent: 12)))
        .Select((what, where, how, life) => Build(what, where, how, life, isExisting));

    private static EndpointConfig Build(
        (Value<string> Type, Value<string> Vpc, Value<string> Service, int Slip) what,
        (ValueList<Value<string>> Subnets, ValueList<Value<string>> Groups, ValueList<Value<string>> Tables, Value<string> Policy) where,
        (Value<bool> Private, Value<string> Ip, Value<string> Record, Value<bool> Inbound) how,
        (bool Existing, string State, int Number, Value<string> ServiceRegion) life,
        bool? isExisting)
    {
        bool existing = isExisting ?? life.Existing;
        bool lattice = what.Type.Is(EndpointTypes.Resource) || what.Type.Is(EndpointTypes.ServiceNetwork) || what.Type.Is(EndpointTypes.Tunnel);
        bool gateway = what.Type.Is(EndpointTypes.Gateway);
        bool slip = what.Slip == 0;
        string id = string.Create(CultureInfo.InvariantCulture, $"vpce-0{life.Number:x16}");
        return new EndpointConfig
        {
            Target = id,
            IsExisting = existing,
            VpcEndpointId = existing ? id : default(Value<string>),
            State = existing ? life.State : default(Value<string>),
            Region = "eu-west-1",
            VpcEndpointType = what.Type,
            VpcId = what.Vpc,
            ServiceName = lattice && !slip ? default : what.Service,
            ServiceRegion = life.ServiceRegion,
            ResourceConfigurationArn = lattice ? Given.ResourceArn : default(Value<string>),
            SubnetIds = gateway && !slip ? ValueList<Value<string>>.Absent : where.Subnets,
            SecurityGroupIds = gateway && !slip ? ValueList<Value<string>>.Absent : where.Groups,
            RouteTableIds = gateway || slip ? where.Tables : ValueList<Value<string>>.Absent,
            PolicyDocument = where.Policy,
            PrivateDnsEnabled = gateway && !slip ? default : how.Private,
            IpAddressType = how.Ip,
            DnsOptions = new DnsOptions { DnsRecordIpType = how.Record, PrivateDnsOnlyForInboundResolverEndpoint = how.Inbound },
            Tags = slip ? ValueList<Tag>.Absent : [new Tag("Name", "x")],
            NetworkInterfaceIds = existing && !gateway ? ["eni-1", "eni-2"] : ValueList<Value<string>>.Absent,
        };
    }

    private static Gen<NetworkSnapshot> Snapshot() => Gen.Select(
        Gen.Select(Many(Vpc(), 3), Many(Subnet(), 4), Many(Group(), 3), Many(Table(), 4)),
        Gen.Select(Many(Acl(), 3), Many(Config(isExisting: true), 6), Many(Gen.Select(VpcId, From("available", "deleted")), 2), Gen.Bool),
        Gen.Select(Many(Gen.Select(VpcId, From("dynamodb.eu-west-1.amazonaws.com.", "ssm.eu-west-1.amazonaws.com", "corp")), 2), Gen.Select(VpcId, From("INBOUND", "OUTBOUND")).Array[0, 2], From(Subnets).Array[0, 2], Gen.Int[0, 3]),
        Gen.Select(From(Services).Array[0, 6], Gen.Bool, Gen.Int[1, 60], Gen.Bool))
        .Select((places, things, names, rest) => new NetworkSnapshot
        {
            AccountId = "111122223333",
            Region = "eu-west-1",
            Complete = names.Item4 switch { 0 => SnapshotCompleteness.Partial, 1 => SnapshotCompleteness.Of([Given.VpcId]), _ => SnapshotCompleteness.Everything },
            Vpcs = [.. places.Item1.DistinctBy(vpc => vpc.VpcId)],
            Subnets = [.. places.Item2.DistinctBy(subnet => subnet.SubnetId)],
            SecurityGroups = [.. places.Item3.DistinctBy(group => group.GroupId)],
            RouteTables = WithPrefixRoutes(OneTableASubnet(places.Item4.DistinctBy(table => table.RouteTableId)), things.Item2.DistinctBy(endpoint => endpoint.VpcEndpointId)),
            NetworkAcls = OneAclASubnet(things.Item1.DistinctBy(acl => acl.NetworkAclId)),
            VpcEndpoints = [.. things.Item2.DistinctBy(endpoint => endpoint.VpcEndpointId)],
            NatGateways = [.. things.Item3.Select((nat, i) => new NatGateway { NatGatewayId = $"nat-{i}", VpcId = nat.Item1, State = nat.Item2, ConnectivityType = "public" })],
            PrefixLists =
            [
                new PrefixList { PrefixListId = "pl-1", PrefixListName = "com.amazonaws.eu-west-1.s3", Cidrs = ["3.5.140.0/22"] },
                new PrefixList { PrefixListId = "pl-2", PrefixListName = "com.amazonaws.eu-west-1.dynamodb", Cidrs = ["3.218.182.0/24"] },
            ],
            HostedZones = [.. names.Item1.Select(zone => new HostedZone { Name = zone.Item2, PrivateZone = true, VpcIds = [zone.Item1] })],
            ResolverEndpoints = [.. names.Item2.Select((item, i) => new ResolverEndpoint { Id = $"rslvr-{i}", VpcId = item.Item1, Direction = item.Item2, Status = "OPERATIONAL" })],
            NetworkInterfaces = [.. names.Item3.Select((subnet, i) => new NetworkInterface { NetworkInterfaceId = $"eni-{i}", VpcId = Given.VpcId, SubnetId = subnet, InterfaceType = "interface" })],
            VpcPeeringConnections = rest.Item2
                ? [new VpcPeeringConnection { VpcPeeringConnectionId = "pcx-1", Status = "active", Requester = new PeeredVpc { VpcId = Vpcs[0], CidrBlocks = ["10.0.0.0/16"] }, Accepter = new PeeredVpc { VpcId = Vpcs[1], CidrBlocks = ["10.1.0.0/16"] } }]
                : [],
            TransitGatewayVpcAttachments = [.. Vpcs.Where(_ => rest.Item4).Select(vpc => new TransitGatewayVpcAttachment { TransitGatewayAttachmentId = $"tgw-attach-{vpc}", TransitGatewayId = "tgw-1", VpcId = vpc, State = "available" })],
            Quotas = [.. QuotaCodes.All.Select(code => new Quota { QuotaCode = code, Value = rest.Item3 })],
            ServiceDetails = [.. rest.Item1.Distinct().SelectMany(Details)],
        });

    // AWS lets a subnet have one network ACL and one route table, and a VPC one main table.
    private static List<NetworkAcl> OneAclASubnet(IEnumerable<NetworkAcl> acls)
    {
        HashSet<Value<string>> seen = [];
        return [.. acls.Select(acl => acl with { SubnetIds = [.. acl.SubnetIds!.Where(seen.Add)] })];
    }

    private static List<RouteTable> OneTableASubnet(IEnumerable<RouteTable> tables)
    {
        HashSet<(Value<string>, Value<string>)> seen = [];
        return [.. tables.Select(table => table with { Associations = [.. table.Associations!.Where(item => seen.Add((item.SubnetId, item.SubnetId.IsAbsent ? table.VpcId : default)))] })];
    }

    // AWS puts the route of a gateway endpoint into each of its tables, and nobody else can.
    private static List<RouteTable> WithPrefixRoutes(List<RouteTable> tables, IEnumerable<EndpointConfig> endpoints) => [.. tables.Select(table => table with
    {
        Routes =
        [
            .. table.Routes!,
            .. endpoints.Where(endpoint => endpoint.HoldsItsPlace && endpoint.VpcEndpointType.Is(EndpointTypes.Gateway) && endpoint.RouteTableIds.Contains(table.RouteTableId))
                .SelectMany(endpoint => PrefixListsOf(endpoint).Select(list => new Route { DestinationPrefixListId = list, GatewayId = endpoint.VpcEndpointId, State = "active" })),
        ],
    })];

    private static string[] PrefixListsOf(EndpointConfig endpoint) => endpoint.ServiceName.KnownOrDefault switch
    {
        "com.amazonaws.eu-west-1.s3" => ["pl-1"],
        "com.amazonaws.eu-west-1.dynamodb" => ["pl-2"],
        _ => [],
    };

    private static IEnumerable<ServiceDetail> Details(string shortName)
    {
        ServiceEntry entry = ServiceCatalog.Shipped.FindShort(shortName)!;
        string? name = entry.HasPrivateDnsName == true ? entry.PrivateDnsNameTemplates[0].Replace("{region}", "eu-west-1", StringComparison.Ordinal) : null;
        return entry.EndpointTypes.Select(type => Given.Service(entry.NameIn("eu-west-1"), type, type == EndpointTypes.Interface ? name : null) with
        {
            VpcEndpointPolicySupported = entry.PolicySupported ?? true,
            SupportedIpAddressTypes = entry.Ipv6Supported == true ? ["ipv4", "ipv6"] : ["ipv4"],
            AvailabilityZones = ["eu-west-1a", "eu-west-1b"],
        });
    }

    private static Gen<Vpc> Vpc() => Gen.Select(VpcId, From("10.0.0.0/16", "10.1.0.0/16"), Gen.Bool, Gen.Bool)
        .Select((id, cidr, support, names) => new Vpc { VpcId = id, CidrBlocks = [cidr], EnableDnsSupport = support, EnableDnsHostnames = names });

    private static Gen<Subnet> Subnet() => Gen.Select(From(Subnets), VpcId, Gen.Int[0, 2], Gen.Bool).Select((id, vpc, zone, dual) => new Subnet
    {
        SubnetId = id, VpcId = vpc, AvailabilityZone = "eu-west-1" + "abc"[zone], AvailabilityZoneId = $"euw1-az{zone + 1}", CidrBlock = $"10.0.{zone}.0/24",
        Ipv6CidrBlocks = dual ? ["2001:db8::/64"] : ValueList<Value<string>>.Absent, Ipv6Native = false, AvailableIpAddressCount = 10 * zone,
        OwnerId = dual ? "111122223333" : "444455556666",
    });

    private static Gen<SecurityGroup> Group() => Gen.Select(From(Groups), VpcId, From("default", "endpoints"), Many(Permission(), 2), Many(Permission(), 2))
        .Select((id, vpc, name, inward, outward) => new SecurityGroup { GroupId = id, VpcId = vpc, GroupName = name, IpPermissions = inward, IpPermissionsEgress = outward });

    private static Gen<IpPermission> Permission() => Gen.Select(From("tcp", "udp", "-1"), From(443L, 80L, 0L), From(443L, 65535L), Cidr.Array[0, 2], From(Groups).Array[0, 1])
        .Select((protocol, from, to, ranges, groups) => new IpPermission
        {
            IpProtocol = protocol, FromPort = protocol == "-1" ? default(Value<long>) : from, ToPort = protocol == "-1" ? default(Value<long>) : to,
            Ipv4Ranges = [.. ranges.Select(range => (Value<string>)range)], GroupIds = [.. groups.Select(group => (Value<string>)group)],
        });

    private static Gen<RouteTable> Table() => Gen.Select(From(Tables), VpcId, Many(Route(), 3), From(Subnets).Array[0, 2], Gen.Int[0, 3]).Select((id, vpc, routes, subnets, kind) => new RouteTable
    {
        RouteTableId = id, VpcId = vpc, Routes = routes,
        Associations =
        [
            .. subnets.Distinct().Select(subnet => new RouteTableAssociation { SubnetId = subnet, Main = false }),
            .. kind switch { 0 => new[] { new RouteTableAssociation { Main = true } }, 1 => [new RouteTableAssociation { GatewayId = "igw-1", Main = false }], _ => [] },
        ],
    });

    private static Gen<Route> Route() => Gen.Select(Cidr, Gen.Int[0, 9], Gen.Int[0, 7]).Select((cidr, number, kind) => kind switch
    {
        0 => new Route { DestinationCidrBlock = cidr, NatGatewayId = "nat-0", State = "active" },
        1 => new Route { DestinationCidrBlock = cidr, GatewayId = "igw-1", State = "active" },
        2 => new Route { DestinationIpv6CidrBlock = "::/0", EgressOnlyInternetGatewayId = "eigw-1", State = "active" },
        3 => new Route { DestinationPrefixListId = "pl-9", GatewayId = "igw-1", State = "active" },
        4 => new Route { DestinationCidrBlock = cidr, OtherTarget = "tgw-1", State = "blackhole" },
        5 => new Route { DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = "nat-1", State = "active" },
        _ => new Route { DestinationCidrBlock = cidr, GatewayId = string.Create(CultureInfo.InvariantCulture, $"vpce-0{number:x16}"), State = "active" },
    });

    private static Gen<NetworkAcl> Acl() => Gen.Select(Gen.Int[0, 2], VpcId, From(Subnets).Array[1, 2], Many(Entry(), 4)).Select((number, vpc, subnets, entries) => new NetworkAcl
    {
        NetworkAclId = $"acl-{number}", VpcId = vpc, SubnetIds = [.. subnets.Select(subnet => (Value<string>)subnet)], Entries = [.. entries.DistinctBy(entry => (entry.RuleNumber, entry.Egress))],
    });

    private static Gen<NetworkAclEntry> Entry() => Gen.Select(Gen.Int[1, 5], Gen.Bool, Gen.Bool, From("-1", "6", "17"), Gen.Select(From(443L, 1024L), From(443L, 65535L), Cidr))
        .Select((number, egress, allow, protocol, target) => new NetworkAclEntry
        {
            RuleNumber = 100 * number, Egress = egress, RuleAction = allow ? "allow" : "deny", Protocol = protocol, CidrBlock = target.Item3,
            FromPort = protocol == "-1" ? default(Value<long>) : target.Item1, ToPort = protocol == "-1" ? default(Value<long>) : target.Item2,
        });

    private static Gen<Declarations> Declared() => Gen.Select(
        From(ClientLocations.None, ClientLocations.Vpc, ClientLocations.OnPremises, ClientLocations.PeeredVpc | ClientLocations.Vpc, ClientLocations.TransitGateway),
        From([.. Cidrs, .. Groups, .. Subnets, "pl-1"]).Array[0, 2],
        Gen.Bool,
        From<string[]?>(null, ["amazon"], ["444455556666"]))
        .Select((from, clients, fips, owners) => new Declarations
        {
            AccessFrom = from, Clients = [.. clients.Select(client => DeclaredClient.Parse(client)!)], RequireFips = fips, AllowedServiceOwners = owners,
        });
}
