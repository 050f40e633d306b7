using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Routing;

namespace VpcEndpointTools.Tests.Rules.Routing;

public sealed class R007Tests : RuleTest<R007GatewayLoadBalancerRoutes>
{
    private const string Id = "vpce-0123456789abcdef0";
    private const string EdgeTable = "rtb-0eeeeeeeeeeeeeeee";

    private static readonly EndpointConfig Endpoint = Given.Existing(Given.GatewayLoadBalancer, Id);
    private static readonly Route Onward = new() { DestinationCidrBlock = "0.0.0.0/0", GatewayId = "igw-1" };

    private static Route To(Value<string> range, string gateway = Id) => new() { DestinationCidrBlock = range, GatewayId = gateway };

    private static RouteTable Table(string id, string subnet, params Route[] routes) => Given.Table(id, routes) with { Associations = [new RouteTableAssociation { SubnetId = subnet }] };

    private static RouteTable Edge(params Route[] routes) => Given.Table(EdgeTable, routes) with { Associations = [new RouteTableAssociation { GatewayId = "igw-1" }] };

    // The endpoint stands in subnet A; B is the subnet of the servers.
    private static NetworkSnapshot With(Route[] own, Route[] servers, Route[] edge) =>
        Given.Snapshot with { RouteTables = [Table(Given.TableA, Given.SubnetA, own), Table(Given.TableB, Given.SubnetB, servers), Edge(edge)] };

    private static void Open(NetworkSnapshot snapshot) => NotEvaluated(Run(Endpoint, snapshot), wasGiven: false, "all RouteTables of " + Given.VpcId);

    private static NetworkSnapshot WithTableOfB(Func<RouteTable, RouteTable> change)
    {
        NetworkSnapshot healthy = With([Onward], [To("0.0.0.0/0")], [To("10.0.2.0/24")]);
        return healthy with { RouteTables = [healthy.RouteTables![0], change(healthy.RouteTables[1]), healthy.RouteTables[2]] };
    }

    [Fact]
    public void NoRouteToItFails() =>
        Assert.Equal("VpcEndpointId", Fails(Run(Endpoint, With([Onward], [Onward], [])), Severity.Warning, "No route of " + Given.VpcId, "nothing is inspected").Property);

    [Fact]
    public void DeadRouteOrRouteToAnotherIsNone()
    {
        Fails(Run(Endpoint, With([Onward], [To("0.0.0.0/0") with { State = "blackhole" }], [])), Severity.Warning, "No route");
        Fails(Run(Endpoint, With([Onward], [To("0.0.0.0/0", "vpce-1")], [])), Severity.Warning, "No route");
    }

    [Fact]
    public void OnlyTheWayInFails() => Fails(Run(Endpoint, With([Onward], [], [To("10.0.2.0/24")])), Severity.Warning, "Traffic from the internet takes the endpoint, but no subnet's route");

    [Fact]
    public void OnlyTheWayOutFails() => Fails(Run(Endpoint, With([Onward], [To("0.0.0.0/0")], [])), Severity.Warning, "no edge route table of the internet gateway leads back");

    [Fact]
    public void BothWaysPass() => Passes(Run(Endpoint, With([Onward], [To("0.0.0.0/0")], [To("10.0.2.0/24")])));

    [Fact]
    public void WayBackOverAnotherEndpointPasses()
    {
        Passes(Run(Endpoint, With([Onward], [To("0.0.0.0/0")], [To("10.0.2.0/24", "vpce-1")])));
        Fails(Run(Endpoint, With([Onward, To("10.9.0.0/16", "vpce-1")], [To("0.0.0.0/0")], [To("10.0.2.0/24", "eni-1")])), Severity.Warning, "leads back");
    }

    [Fact]
    public void WhereNothingComesFromTheInternetOneWayPasses()
    {
        Passes(Run(Endpoint, With([], [To("0.0.0.0/0")], [])));
        Passes(Run(Endpoint, With([To("0.0.0.0/0", "tgw-1")], [To("0.0.0.0/0")], [])));
        Passes(Run(Endpoint, With([To("192.168.0.0/16", "igw-1")], [To("0.0.0.0/0")], [])));
        Passes(Run(Endpoint, With([Onward], [To("10.9.0.0/16")], [])));
        Passes(Run(Endpoint, With([new Route { DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = "nat-1" }], [To("0.0.0.0/0")], [])));
    }

    [Fact]
    public void WhatIsNotKnownOfTablesIsNotEvaluated()
    {
        Open(WithTableOfB(table => table with { Routes = null }));
        Open(WithTableOfB(table => table with { Associations = null }));
        Open(WithTableOfB(table => table with { VpcId = Given.Unknown<string>() }));
        Open(WithTableOfB(table => table with { Associations = [new RouteTableAssociation { GatewayId = Given.Unknown<string>() }] }));
        Open(WithTableOfB(table => table with { Associations = [new RouteTableAssociation { SubnetId = Given.Unknown<string>() }] }));
        Open(WithTableOfB(table => table with { Associations = [new RouteTableAssociation { Main = Given.Unknown<bool>() }] }));
        Open(WithTableOfB(table => table with { Routes = [To("0.0.0.0/0") with { GatewayId = Given.Unknown<string>() }] }));
        Open(WithTableOfB(table => table with { Routes = [To("0.0.0.0/0") with { State = Given.Unknown<string>() }] }));
        Open(WithTableOfB(table => table with { Routes = [To(Given.Unknown<string>())] }));
        Open(WithTableOfB(table => table) with { Complete = SnapshotCompleteness.Partial });
    }

    [Fact]
    public void DeadRoutesNeedNotBeKnown() =>
        Passes(Run(Endpoint, WithTableOfB(table => table with { Routes = [.. table.Routes!, new Route { GatewayId = Given.Unknown<string>(), State = "blackhole" }] })));

    [Fact]
    public void MainTableThatLeadsToItNeedsTheSubnets()
    {
        NetworkSnapshot main = WithTableOfB(table => table with { Associations = [new RouteTableAssociation { Main = true }] });
        Passes(Run(Endpoint, main));
        Open(main with { Subnets = null });
    }

    [Fact]
    public void SubnetOfTheEndpointThatIsNotKnownIsNotEvaluated()
    {
        NetworkSnapshot healthy = WithTableOfB(table => table);
        NotEvaluated(Run(Endpoint, healthy with { Subnets = null }), wasGiven: false, "the route table of the endpoint's subnet");
        NotEvaluated(Run(Endpoint with { SubnetIds = [] }, healthy), wasGiven: false, "the endpoint's subnet");
        NotEvaluated(Run(Endpoint with { SubnetIds = [Given.Unknown<string>()] }, healthy), wasGiven: false, "the endpoint's subnet");
        NotEvaluated(Run(Endpoint, healthy with { RouteTables = [healthy.RouteTables![1], healthy.RouteTables[2]] }), wasGiven: false, "the endpoint's subnet");
    }

    [Fact]
    public void WithoutTablesVpcOrIdItIsNotEvaluated()
    {
        NotEvaluated(Run(Endpoint), wasGiven: false, "a snapshot with RouteTables");
        NotEvaluated(Run(Endpoint, Given.Snapshot with { RouteTables = null }), wasGiven: false, "a snapshot with RouteTables");
        NotEvaluated(Run(Endpoint with { VpcId = Given.Unknown<string>() }, Given.Snapshot), wasGiven: false, "a snapshot with RouteTables");
        NotEvaluated(Run(Endpoint with { VpcEndpointId = default }, Given.Snapshot), wasGiven: false, "a snapshot with RouteTables");
    }

    [Fact]
    public void RequestsAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.GatewayLoadBalancer, With([], [], [])));
        NotApplicable(Run(Given.Existing(Given.Interface), With([], [], [])));
    }
}
