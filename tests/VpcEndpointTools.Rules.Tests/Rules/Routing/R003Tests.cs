using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Routing;

namespace VpcEndpointTools.Tests.Rules.Routing;

public sealed class R003Tests : RuleTest<R003PrivateSubnetsCovered>
{
    private static readonly Route Nat = new() { DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = "nat-1", State = "active" };
    private static readonly RouteTableAssociation Main = new() { Main = true };
    private static readonly RouteTableAssociation OfB = new() { SubnetId = Given.SubnetB, Main = false };
    private static readonly EndpointConfig Other = Given.Existing(Given.Gateway with { RouteTableIds = [Given.TableB] }, "vpce-0eeeeeeeeeeeeeeee");

    private static NetworkSnapshot With(RouteTable b) => Given.Snapshot with { RouteTables = [Given.Snapshot.RouteTables![0], b] };

    private static NetworkSnapshot With(params Route[] routes) => With(Given.Table(Given.TableB, routes) with { Associations = [OfB] });

    private static void Open(NetworkSnapshot snapshot, string missing = "Routes and Associations of " + Given.TableB) =>
        NotEvaluated(Run(Given.Gateway, snapshot), wasGiven: false, missing);

    [Fact]
    public void TableThatLeadsOutOverNatFails()
    {
        Violation violation = Fails(Run(Given.Gateway, With(Nat)), Severity.Warning, Given.TableB + " leads out over NAT", "no route to com.amazonaws.eu-west-1.s3");
        Assert.Equal("RouteTableIds", violation.Property);
    }

    [Fact]
    public void TableThatLeadsOutOverAnApplianceFails() =>
        Fails(Run(Given.Gateway, With(new Route { DestinationCidrBlock = "0.0.0.0/0", OtherTarget = "tgw-1" })), Severity.Warning, Given.TableB);

    [Fact]
    public void TableOfTheEndpointPasses() => Passes(Run(Given.Gateway with { RouteTableIds = [Given.TableA, Given.TableB] }, With(Nat)));

    [Fact]
    public void TableOfAnotherEndpointPasses()
    {
        Passes(Run(Given.Gateway, With(Nat) with { VpcEndpoints = [Other] }));
        Fails(Run(Given.Gateway, With(Nat) with { VpcEndpoints = [Other with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" }] }), Severity.Warning, Given.TableB);
        Fails(Run(Given.Gateway, With(Nat) with { VpcEndpoints = [Other with { State = "deleted" }] }), Severity.Warning, Given.TableB);
        Fails(Run(Given.Existing(Given.Gateway), With(Nat) with { VpcEndpoints = [Given.Existing(Other)] }), Severity.Warning, Given.TableB);
        NotEvaluated(Run(Given.Gateway, With(Nat) with { VpcEndpoints = [Other with { State = Given.Unknown<string>() }] }), wasGiven: true, "VpcEndpoints");
    }

    [Fact]
    public void PublicIsolatedAndDeadTablesPass()
    {
        Passes(Run(Given.Gateway, Given.Snapshot));
        Passes(Run(Given.Gateway, With(new Route { DestinationCidrBlock = "0.0.0.0/0", GatewayId = "igw-1" })));
        Passes(Run(Given.Gateway, With(Nat with { DestinationCidrBlock = "192.168.0.0/16" })));
        Passes(Run(Given.Gateway, With(Nat with { State = "blackhole" })));
    }

    [Fact]
    public void TableThatServesNobodyPasses()
    {
        Passes(Run(Given.Gateway, With(Given.Table(Given.TableB, Nat) with { Associations = [] })));
        Passes(Run(Given.Gateway, With(Given.Table(Given.TableB, Nat) with { Associations = [new RouteTableAssociation { GatewayId = "igw-1" }] })));
    }

    [Fact]
    public void MainTableServesTheSubnetsWithoutOne()
    {
        NetworkSnapshot main = With(Given.Table(Given.TableB, Nat) with { Associations = [Main] });
        Fails(Run(Given.Gateway, main), Severity.Warning, Given.TableB);
        Passes(Run(Given.Gateway, main with { Subnets = [Given.Snapshot.Subnets![0]] }));
        Open(main with { Subnets = null });
        Fails(Run(Given.Gateway, With(Given.Table(Given.TableB, Nat) with { Associations = [Main, OfB] }) with { Subnets = null }), Severity.Warning, Given.TableB);
    }

    [Fact]
    public void RoutesAndAssociationsThatAreNotKnownAreNotEvaluated()
    {
        Open(With(Given.Table(Given.TableB) with { Associations = null }));
        Open(With(Given.Table(Given.TableB) with { Associations = [OfB], Routes = null }));
        Open(With(Nat with { DestinationCidrBlock = Given.Unknown<string>() }));
        Open(With(Nat with { NatGatewayId = Given.Unknown<string>() }));
        Open(With(Nat with { NatGatewayId = default, OtherTarget = Given.Unknown<string>() }));
        Open(With(Nat with { State = Given.Unknown<string>() }));
        Open(With(Given.Table(Given.TableB, Nat) with { Associations = [new RouteTableAssociation { SubnetId = Given.Unknown<string>() }] }));
        Open(With(Given.Table(Given.TableB, Nat) with { Associations = [new RouteTableAssociation { Main = Given.Unknown<bool>() }] }));
    }

    [Fact]
    public void TablesThatAreNotListedAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway), wasGiven: false, "a snapshot with RouteTables");
        Open(With(Nat) with { RouteTables = null }, "RouteTables");
        NotEvaluated(Run(Given.Gateway with { VpcId = Given.Unknown<string>() }, With(Nat)), wasGiven: false, "RouteTables");
        NotEvaluated(Run(Given.Gateway, With(Nat) with { VpcEndpoints = null }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(Given.Gateway, With(Nat) with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(Given.Gateway, With(Given.Table(Given.TableB, Nat) with { VpcId = Given.Unknown<string>() })), wasGiven: true, "all RouteTables");
        NotEvaluated(Run(Given.Gateway, With(Given.Table(Given.TableB, Nat) with { RouteTableId = Given.Unknown<string>() })), wasGiven: true, "all RouteTables");
    }

    [Fact]
    public void WithoutTablesOrServiceItIsNotApplicable()
    {
        NotApplicable(Run(Given.Gateway with { RouteTableIds = [] }, With(Nat)));
        NotApplicable(Run(Given.Gateway with { ServiceName = default }, With(Nat)));
        NotApplicable(Run(Given.Interface, With(Nat)));
    }

    [Fact]
    public void UnknownTablesOrServiceAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway with { RouteTableIds = ValueList<Value<string>>.Unknown("!Ref T") }, With(Nat)), wasGiven: true, "RouteTableIds (!Ref T)");
        NotEvaluated(Run(Given.Gateway with { RouteTableIds = [Given.TableA, Given.Unknown<string>("!Ref T")] }, With(Nat)), wasGiven: true, "RouteTableIds");
        NotEvaluated(Run(Given.Gateway with { ServiceName = Given.Unknown<string>("!Ref S") }, With(Nat)), wasGiven: true, "ServiceName (!Ref S)");
    }
}
