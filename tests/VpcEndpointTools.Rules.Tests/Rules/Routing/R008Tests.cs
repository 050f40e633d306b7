using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Routing;

namespace VpcEndpointTools.Tests.Rules.Routing;

public sealed class R008Tests : RuleTest<R008EgressOnlyGateway>
{
    private static readonly EndpointConfig Endpoint = Given.GatewayLoadBalancer with { IpAddressType = "dualstack" };
    private static readonly Route EgressOnly = new() { DestinationIpv6CidrBlock = "::/0", EgressOnlyInternetGatewayId = "eigw-1" };

    private static NetworkSnapshot With(params Route[] routes) => Given.Snapshot with
    {
        RouteTables = [Given.Table(Given.TableA, routes) with { Associations = [new RouteTableAssociation { SubnetId = Given.SubnetA }] }, Given.Snapshot.RouteTables![1]],
    };

    [Theory]
    [InlineData("dualstack")]
    [InlineData("ipv6")]
    public void EgressOnlyGatewayFails(string type)
    {
        Violation violation = Fails(
            Run(Endpoint with { IpAddressType = type }, With(EgressOnly)), Severity.Error, $"{Given.TableA} of the endpoint's subnet {Given.SubnetA} leads IPv6 to eigw-1, which drops");
        Assert.Equal("SubnetIds", violation.Property);
    }

    [Fact]
    public void ActiveRouteFailsEvenInAPartialSnapshot() =>
        Fails(Run(Endpoint, With(EgressOnly with { State = "active" }) with { Complete = SnapshotCompleteness.Partial }), Severity.Error, "eigw-1");

    [Fact]
    public void InternetGatewayOrADeadRoutePasses()
    {
        Passes(Run(Endpoint, With(new Route { DestinationIpv6CidrBlock = "::/0", GatewayId = "igw-1" })));
        Passes(Run(Endpoint, With(EgressOnly with { State = "blackhole" })));
        Passes(Run(Endpoint, With(EgressOnly with { EgressOnlyInternetGatewayId = Given.Unknown<string>(), State = "blackhole" })));
    }

    [Fact]
    public void OtherSubnetsRoutesPass() => Passes(Run(Endpoint with { SubnetIds = [Given.SubnetB] }, With(EgressOnly)));

    [Fact]
    public void MainTableCountsWhereTheSubnetHasNone()
    {
        NetworkSnapshot main = Given.Snapshot with { RouteTables = [Given.Table(Given.TableA, EgressOnly) with { Associations = [new RouteTableAssociation { Main = true }] }] };
        Fails(Run(Endpoint, main), Severity.Error, Given.TableA);
        NotEvaluated(Run(Endpoint, main with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, "the route table of " + Given.SubnetA);
    }

    [Fact]
    public void Ipv4IsNotApplicable()
    {
        NotApplicable(Run(Given.GatewayLoadBalancer, With(EgressOnly)));
        NotApplicable(Run(Endpoint with { IpAddressType = "ipv4" }, With(EgressOnly)));
        NotApplicable(Run(Endpoint with { SubnetIds = [] }, With(EgressOnly)));
        NotApplicable(Run(Given.Interface with { IpAddressType = "dualstack" }, With(EgressOnly)));
    }

    [Fact]
    public void RoutesThatAreNotKnownAreNotEvaluated()
    {
        NotEvaluated(Run(Endpoint, With(EgressOnly with { EgressOnlyInternetGatewayId = Given.Unknown<string>() })), wasGiven: true, "the routes of " + Given.TableA);
        NotEvaluated(Run(Endpoint, With(EgressOnly with { State = Given.Unknown<string>() })), wasGiven: true, "the routes of " + Given.TableA);
        Passes(Run(Endpoint, With(new Route { GatewayId = "igw-1", State = Given.Unknown<string>() })));
    }

    [Fact]
    public void TablesAndSubnetsThatAreNotKnownAreNotEvaluated()
    {
        NotEvaluated(Run(Endpoint), wasGiven: false, "the route table of " + Given.SubnetA);
        NotEvaluated(Run(Endpoint, With(EgressOnly) with { RouteTables = null }), wasGiven: false, "the route table of");
        NotEvaluated(Run(Endpoint, With(EgressOnly) with { Subnets = null }), wasGiven: false, "the route table of");
        NotEvaluated(Run(Endpoint with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref N") }, With(EgressOnly)), wasGiven: true, "!Ref N");
        NotEvaluated(Run(Endpoint with { IpAddressType = Given.Unknown<string>("!Ref I") }, With(EgressOnly)), wasGiven: true, "!Ref I");
        Fails(Run(Endpoint with { SubnetIds = ["subnet-1", Given.SubnetA] }, With(EgressOnly)), Severity.Error, "eigw-1");
    }
}
