using CsCheck;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;
using VpcEndpointTools.Placement;

namespace VpcEndpointTools.Tests.Properties;

/// <summary>The same VPC gets the same choice, whatever endpoints were created in it since.</summary>
public sealed class PlacementTests
{
    private static readonly Gen<EndpointConfig> Request = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3]).Select((type, addresses) =>
    {
        EndpointConfig[] forms = [Given.Interface, Given.GatewayLoadBalancer, Given.Resource, Given.ServiceNetwork, Given.Tunnel];
        return forms[type] with
        {
            SubnetIds = ValueList<Value<string>>.Absent,
            IpAddressType = addresses switch { 0 => "dualstack", 1 => "ipv6", 2 => "ipv4", _ => default(Value<string>) },
        };
    });

    // Subnets with few and with many free addresses.
    private static readonly Gen<NetworkSnapshot> Vpc =
        Gen.Select(Worlds.Any, Gen.Long[0, 40].Array[4, 4]).Select((world, free) => world.Snapshot with
    {
        Subnets =
        [
            .. world.Snapshot.Subnets!.Select((subnet, i) =>
                subnet with { AvailableIpAddressCount = free[i % free.Length], OwnerId = "111122223333" }),
        ],
    });

    // Endpoints made later: each of some type, in some of the subnets.
    private static readonly Gen<(EndpointConfig Form, int Subnets)[]> Later = Gen.Select(Request, Gen.Int[1, 7]).Array[0, 6];

    [Fact]
    public void EndpointsMadeSinceChangeNothing()
    {
        int full = 0;
        Gen.Select(Vpc, Request, Later).Sample(
            (before, request, later) =>
            {
                NetworkSnapshot after =
                    later.Aggregate(before, (snapshot, item) => With(snapshot, item.Form, Some(snapshot, item.Subnets)));
                Assert.Equal(Picked(before, request), Picked(after, request));

                // And while the list of endpoints lags behind their addresses.
                Assert.Equal(Picked(before, request), Picked(after with { VpcEndpoints = before.VpcEndpoints }, request));
                full += after.Subnets!.Any(subnet => subnet.AvailableIpAddressCount.Known == 0) ? 1 : 0;
            },
            iter: 10_000,
            threads: 1);
        Assert.True(full > 100, $"only {full} worlds with a full subnet");
    }

    [Fact]
    public void WhatWasCreatedAsChosenIsChosenAgain() => Gen.Select(Vpc, Request).Sample(
        (before, request) =>
        {
            Dictionary<string, string> first = Picked(before, request);
            Assert.Equal(first, Picked(With(before, request, [.. first.Values]), request));
        },
        iter: 10_000,
        threads: 2);

    [Fact]
    public void RouteTablesStayTheSameWithGatewayEndpointsAndTheirRoutes() => Worlds.Any.Sample(
        world =>
        {
            string[] tables = [.. new VpcPlaces(world.Snapshot, Given.VpcId).PrivateTables.Select(table => table.RouteTableId.Known)];
            Route prefix = new() { DestinationPrefixListId = "pl-1", GatewayId = "vpce-0000000000000beef", State = "active" };
            EndpointConfig made = Given.Gateway with { RouteTableIds = [.. tables.Select(id => (Value<string>)id)] };
            NetworkSnapshot after = world.Snapshot with
            {
                VpcEndpoints = [.. world.Snapshot.VpcEndpoints!, Given.Existing(made, "vpce-0000000000000beef")],
                RouteTables =
                [
                    .. world.Snapshot.RouteTables!.Select(table =>
                        tables.Contains(table.RouteTableId.Known) ? table with { Routes = [.. table.Routes!, prefix] } : table),
                ],
            };
            Assert.Equal(tables, new VpcPlaces(after, Given.VpcId).PrivateTables.Select(table => table.RouteTableId.Known));
        },
        iter: 5_000,
        threads: 2);

    private static Dictionary<string, string> Picked(NetworkSnapshot snapshot, EndpointConfig request) =>
        new SubnetPicker(new VpcPlaces(snapshot, Given.VpcId)).OnePerZone(request)
            .ToDictionary(choice => VpcPlaces.ZoneOf(choice.Subnet)!, choice => choice.Subnet.SubnetId.Known);

    // An endpoint for something else, unless it is the request itself.
    private static string[] Some(NetworkSnapshot snapshot, int bits) =>
        [.. snapshot.Subnets!.Where((subnet, i) => subnet.VpcId.Is(Given.VpcId) && (bits & (1 << i)) != 0)
            .Select(subnet => subnet.SubnetId.Known)];

    // As AWS does it: an interface and addresses in each subnet that has room for them.
    private static NetworkSnapshot With(NetworkSnapshot snapshot, EndpointConfig form, string[] subnets)
    {
        int needed = SubnetAddressing.NeededBy(form.VpcEndpointType);
        bool usesIpv4 = !form.IpAddressType.Is("ipv6");
        string id = $"vpce-made{snapshot.VpcEndpoints!.Count}";
        HashSet<string> taken =
        [
            .. snapshot.Subnets!.Where(subnet => subnets.Contains(subnet.SubnetId.Known))
                .Where(subnet => !usesIpv4 || subnet.AvailableIpAddressCount.Known >= needed).Select(subnet => subnet.SubnetId.Known),
        ];
        EndpointConfig made = form with { SubnetIds = [.. taken.Select(subnet => (Value<string>)subnet)] };
        NetworkInterface Interface(string subnet) =>
            new() { NetworkInterfaceId = $"eni-{id}-{subnet}", VpcId = Given.VpcId, SubnetId = subnet, InterfaceType = "vpc_endpoint" };
        Subnet Used(Subnet subnet) => usesIpv4 && taken.Contains(subnet.SubnetId.Known)
            ? subnet with { AvailableIpAddressCount = subnet.AvailableIpAddressCount.Known - needed }
            : subnet;
        return snapshot with
        {
            VpcEndpoints = [.. snapshot.VpcEndpoints, Given.Existing(made, id)],
            NetworkInterfaces = [.. snapshot.NetworkInterfaces!, .. taken.Select(Interface)],
            Subnets = [.. snapshot.Subnets!.Select(Used)],
        };
    }
}
