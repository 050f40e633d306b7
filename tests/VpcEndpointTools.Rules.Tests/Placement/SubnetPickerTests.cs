using VpcEndpointTools.Model;
using VpcEndpointTools.Placement;

namespace VpcEndpointTools.Tests.Placement;

/// <summary>Which subnets an endpoint gets, and why the others do not.</summary>
public sealed class SubnetPickerTests
{
    private const string A2 = "subnet-0aaaaaaaaaaaaaaab";

    private static readonly Route ToInternet =
        new() { DestinationCidrBlock = "0.0.0.0/0", GatewayId = "igw-0123456789abcdef0", State = "active" };

    private static readonly Subnet A = Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1");
    private static readonly Subnet B = Given.Subnet(Given.SubnetB, "eu-west-1b", "euw1-az2");
    private static readonly Subnet Second = Given.Subnet(A2, "eu-west-1a", "euw1-az1");

    [Fact]
    public void OneInEachZone() => Assert.Equal([Given.SubnetA, Given.SubnetB], Picked(Given.Interface, [A, B, Second]));

    [Fact]
    public void PrivateSubnetBeforePublic()
    {
        NetworkSnapshot publicA = Snapshot([A, B, Second]) with
        {
            RouteTables =
            [
                Table(Given.TableA, Given.SubnetA, ToInternet), Table(Given.TableB, Given.SubnetB), Table("rtb-0cccccccccccccccc", A2),
            ],
        };
        Assert.Equal([A2, Given.SubnetB], Picked(Given.Interface, publicA));
    }

    [Fact]
    public void PublicSubnetWhereTheZoneHasNoOther()
    {
        NetworkSnapshot publicA =
            Snapshot([A, B]) with { RouteTables = [Table(Given.TableA, Given.SubnetA, ToInternet), Table(Given.TableB, Given.SubnetB)] };
        IReadOnlyList<SubnetChoice> chosen = Picker(publicA).OnePerZone(Given.Interface);
        Assert.Equal(Given.SubnetA, chosen[0].Subnet.SubnetId.Known);
        Assert.Contains("with a route to an internet gateway", chosen[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void DeadRouteToTheInternetMakesNoSubnetPublic()
    {
        NetworkSnapshot dead = Snapshot([A, B, Second]) with
        {
            RouteTables = [Table(Given.TableA, Given.SubnetA, ToInternet with { State = "blackhole" }), Table("rtb-0cccccccccccccccc", A2)],
        };
        Assert.Equal([Given.SubnetA, Given.SubnetB], Picked(Given.Interface, dead));
    }

    [Fact]
    public void SubnetKnownToBePrivateBeforeOneWhoseRoutesAreUnknown()
    {
        Route unknown = new() { DestinationCidrBlock = "0.0.0.0/0", GatewayId = Given.Unknown<string>(), State = "active" };
        NetworkSnapshot snapshot =
            Snapshot([A, B, Second]) with { RouteTables = [Table(Given.TableA, Given.SubnetA, unknown), Table(Given.TableB, A2)] };
        Assert.Equal([A2, Given.SubnetB], Picked(Given.Interface, snapshot));
    }

    [Fact]
    public void LargestRangeThenLowestId() =>
        Assert.Equal([A2, Given.SubnetB], Picked(Given.Interface, [A, B, Second with { CidrBlock = "10.0.16.0/20" }]));

    [Theory]
    [InlineData(5, 200)]
    [InlineData(200, 5)]
    [InlineData(1, 1)]
    public void FreeAddressesDoNotDecide(long inA, long inSecond) =>
        Assert.Equal([Given.SubnetA, Given.SubnetB],
            Picked(Given.Interface, [A with { AvailableIpAddressCount = inA }, B, Second with { AvailableIpAddressCount = inSecond }]));

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void FullSubnetIsChosenAllTheSame(long free)
    {
        NetworkSnapshot full = Snapshot([A with { AvailableIpAddressCount = free }, B, Second]);
        Assert.Equal([Given.SubnetA, Given.SubnetB], Picked(Given.Interface, full));
        Assert.Equal([Given.SubnetA, Given.SubnetB], Picked(Given.ServiceNetwork, full));
        Assert.Equal([Given.SubnetA, Given.SubnetB], Picked(Given.Interface, full with { VpcEndpoints = [Given.Existing(Given.Interface)] }));
        Assert.Empty(Picker(full).LeftOut(Given.Interface));
    }

    [Fact]
    public void SharedSubnetIsLeftOut()
    {
        NetworkSnapshot shared = Snapshot([A with { OwnerId = "444455556666" }, B, Second]);
        Assert.Equal([A2, Given.SubnetB], Picked(Given.Interface, shared));
        Assert.Equal([A2, Given.SubnetB], Picker(shared).All(Given.Interface).Select(choice => choice.Subnet.SubnetId.Known));
        Assert.Contains("444455556666", Assert.Single(Picker(shared).LeftOut(Given.Interface)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void SubnetThatIsKnownToFitBeforeOneOfAnUnknownOwner() =>
        Assert.Equal([A2, Given.SubnetB], Picked(Given.Interface, [A with { OwnerId = default }, B, Second]));

    [Theory]
    [InlineData("dualstack", A2)]
    [InlineData("ipv4", Given.SubnetA)]
    public void AddressTypeDecides(string type, string expected)
    {
        Subnet ipv4Only = A with { Ipv6CidrBlocks = ValueList<Value<string>>.Absent };
        Assert.Equal(expected, Picked(Given.Interface with { IpAddressType = type }, [ipv4Only, B, Second])[0]);
    }

    [Fact]
    public void Ipv6WantsSubnetsWithoutIpv4ButATunnelTakesBoth()
    {
        Subnet ipv6Only = Second with { Ipv6Native = true, CidrBlock = default, AvailableIpAddressCount = 0 };
        Assert.Equal([A2], Picked(Given.Interface with { IpAddressType = "ipv6" }, [A, B, ipv6Only]));
        Assert.Equal([Given.SubnetA, Given.SubnetB], Picked(Given.Tunnel with { IpAddressType = "ipv6" }, [A, B, ipv6Only]));
        Assert.Equal([Given.SubnetA, Given.SubnetB], Picked(Given.Interface, [A, B, ipv6Only]));
    }

    [Fact]
    public void ZoneWithoutTheServiceIsLeftOut()
    {
        NetworkSnapshot snapshot = Snapshot([A, B]);
        ServiceDetail inB =
            Given.Service("com.amazonaws.eu-west-1.ssm", EndpointTypes.Interface, null) with { AvailabilityZones = ["eu-west-1b"] };
        Assert.Equal([Given.SubnetB], Picked(Given.Interface, snapshot with { ServiceDetails = [inB] }));

        // The zones of another Region's service are that Region's, and an unknown zone may be this one.
        Assert.Equal(2, Picked(Given.Interface with { ServiceRegion = "us-east-1" }, snapshot with { ServiceDetails = [inB] }).Count);
        Assert.Equal(2,
            Picked(Given.Interface, snapshot with { ServiceDetails = [inB with { AvailabilityZones = [Given.Unknown<string>()] }] }).Count);
        Assert.Equal(2, Picked(Given.Interface, snapshot with { ServiceDetails = [] }).Count);
    }

    [Fact]
    public void ZonesOfTheTypeCount()
    {
        NetworkSnapshot snapshot = Snapshot([A, B]);
        ServiceDetail gateway = Given.Service("com.amazonaws.eu-west-1.s3", EndpointTypes.Gateway, null);
        ServiceDetail inB =
            Given.Service("com.amazonaws.eu-west-1.s3", EndpointTypes.Interface, null) with { AvailabilityZones = ["eu-west-1b"] };
        EndpointConfig request = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3" };
        Assert.Equal([Given.SubnetB], Picked(request, snapshot with { ServiceDetails = [gateway, inB] }));
    }

    [Fact]
    public void ZonesWithServersComeFirst()
    {
        NetworkInterface server =
            new() { NetworkInterfaceId = "eni-1", VpcId = Given.VpcId, SubnetId = Given.SubnetB, InterfaceType = "interface" };
        NetworkInterface endpoint = server with { SubnetId = Given.SubnetA, InterfaceType = "vpc_endpoint" };
        Assert.Equal([Given.SubnetB, Given.SubnetA],
            Picked(Given.Interface, Snapshot([A, B]) with { NetworkInterfaces = [server, endpoint] }));
    }

    [Fact]
    public void SubnetsWithoutAZoneAreNeverTakenForOne()
    {
        Subnet nowhere = Second with { AvailabilityZone = default, AvailabilityZoneId = default };
        Assert.Equal([Given.SubnetA, Given.SubnetB], Picked(Given.Interface, [A, B, nowhere]));
        Assert.Empty(Picked(Given.Interface, [nowhere]));
    }

    [Fact]
    public void ZonesAreComparedByNameWhereAnIdIsMissing() =>
        Assert.Equal([Given.SubnetA, Given.SubnetB], Picked(Given.Interface, [A, B, Second with { AvailabilityZoneId = default }]));

    [Fact]
    public void PrivateTablesServeSubnetsAndLeadToNoInternetGateway()
    {
        NetworkSnapshot snapshot = Snapshot([A, B]) with
        {
            RouteTables =
            [
                Table(Given.TableB, Given.SubnetB, ToInternet), Table(Given.TableA, Given.SubnetA), Given.Table("rtb-0cccccccccccccccc"),
                Given.Table("rtb-0dddddddddddddddd")
                    with { Associations = [new RouteTableAssociation { GatewayId = "igw-0123456789abcdef0" }] },
            ],
        };
        VpcPlaces places = new(snapshot, Given.VpcId);
        Assert.Equal([Given.TableA], places.PrivateTables.Select(table => table.RouteTableId.Known));
        Assert.Equal(4, places.AllTables.Count);
    }

    private static RouteTable Table(string id, string subnet, params Route[] routes) =>
        Given.Table(id, routes) with { Associations = [new RouteTableAssociation { SubnetId = subnet }] };

    // All have the main table, which is private.
    private static NetworkSnapshot Snapshot(IReadOnlyList<Subnet> subnets) => Given.Snapshot with
    {
        Subnets = subnets,
        RouteTables = [Given.Table(Given.TableA) with { Associations = [new RouteTableAssociation { Main = true }] }],
    };

    private static SubnetPicker Picker(NetworkSnapshot snapshot) => new(new VpcPlaces(snapshot, Given.VpcId));

    private static List<string> Picked(EndpointConfig request, IReadOnlyList<Subnet> subnets) => Picked(request, Snapshot(subnets));

    private static List<string> Picked(EndpointConfig request, NetworkSnapshot snapshot) =>
        [.. Picker(snapshot).OnePerZone(request).Select(choice => choice.Subnet.SubnetId.Known)];
}
