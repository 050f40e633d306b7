using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Routing;

namespace VpcEndpointTools.Tests.Rules.Routing;

public sealed class R004Tests : RuleTest<R004ShadowedRoute>
{
    private static NetworkSnapshot With(params Route[] routes) => Given.Snapshot with { RouteTables = [Given.Table(Given.TableA, routes)] };

    private static Route To(Value<string> range) => new() { DestinationCidrBlock = range, NatGatewayId = "nat-1" };

    private static NetworkSnapshot Ranges(params Value<string>[] cidrs) => With(To("3.5.64.0/24")) with { PrefixLists = [Given.Snapshot.PrefixLists![0] with { Cidrs = cidrs }] };

    [Theory]
    [InlineData("3.5.64.0/21")]
    [InlineData("3.5.64.0/22")]
    [InlineData("52.218.1.0/24")]
    public void RouteInsideTheServicesRangesFails(string range)
    {
        Violation violation = Fails(
            Run(Given.Gateway, With(To("0.0.0.0/0"), To(range))), Severity.Warning, $"{Given.TableA} has a route to {range}, inside the ranges of com.amazonaws.eu-west-1.s3");
        Assert.Equal("RouteTableIds", violation.Property);
    }

    [Fact]
    public void Ipv6RouteInsideTheServicesRangesFails() =>
        Fails(
            Run(Given.Gateway, With(new Route { DestinationIpv6CidrBlock = "2001:db8:5::/64" }) with { PrefixLists = [Given.Snapshot.PrefixLists![0] with { Cidrs = ["2001:db8:5::/48"] }] }),
            Severity.Warning,
            "a route to 2001:db8:5::/64");

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("3.5.64.0/20")]
    [InlineData("3.5.72.0/24")]
    [InlineData("x")]
    public void OtherRoutesPass(string range) => Passes(Run(Given.Gateway, With(To(range))));

    [Fact]
    public void ItsOwnRoutePasses() => Passes(Run(Given.Gateway, With(new Route { DestinationPrefixListId = Given.S3PrefixList, GatewayId = "vpce-1" })));

    [Fact]
    public void EachTableIsLookedAt()
    {
        EndpointConfig config = Given.Gateway with { RouteTableIds = [Given.TableA, Given.TableB] };
        NetworkSnapshot snapshot = Given.Snapshot with { RouteTables = [Given.Table(Given.TableA), Given.Table(Given.TableB, To("3.5.64.0/24"))] };
        Fails(Run(config, snapshot), Severity.Warning, Given.TableB);
        Fails(Run(config with { RouteTableIds = [Given.Unknown<string>(), Given.TableB] }, snapshot), Severity.Warning, Given.TableB);
    }

    [Fact]
    public void RangesThatAreNotKnownAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway, With(To("3.5.64.0/24")) with { PrefixLists = null }), wasGiven: false, "Cidrs of the prefix list com.amazonaws.eu-west-1.s3");
        NotEvaluated(Run(Given.Gateway, Ranges()), wasGiven: false, "Cidrs of the prefix list");
        NotEvaluated(Run(Given.Gateway, Ranges("52.218.0.0/17", Given.Unknown<string>())), wasGiven: false, "Cidrs of the prefix list");
        NotEvaluated(Run(Given.Gateway, Ranges("x")), wasGiven: false, "Cidrs of the prefix list");
        Fails(Run(Given.Gateway, Ranges("3.5.64.0/21", Given.Unknown<string>())), Severity.Warning, "3.5.64.0/24");
    }

    [Fact]
    public void RoutesThatAreNotKnownAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway, With(To(Given.Unknown<string>()))), wasGiven: false, "the Routes of " + Given.TableA);
        NotEvaluated(Run(Given.Gateway, With(new Route { DestinationIpv6CidrBlock = Given.Unknown<string>() })), wasGiven: false, "the Routes of " + Given.TableA);
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { RouteTables = [Given.Table(Given.TableA) with { Routes = null }] }), wasGiven: false, "the Routes of " + Given.TableA);
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { RouteTables = null }), wasGiven: false, "the Routes of");
        NotEvaluated(Run(Given.Gateway), wasGiven: false, "prefix list");
        Fails(Run(Given.Gateway, With(To(Given.Unknown<string>()), To("3.5.64.0/24"))), Severity.Warning, "3.5.64.0/24");
    }

    [Fact]
    public void UnknownTablesOrServiceAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway with { RouteTableIds = ValueList<Value<string>>.Unknown("!Ref T") }, Given.Snapshot), wasGiven: true, "RouteTableIds (!Ref T)");
        NotEvaluated(Run(Given.Gateway with { ServiceName = Given.Unknown<string>("!Ref S") }, Given.Snapshot), wasGiven: true, "ServiceName (!Ref S)");
    }

    [Fact]
    public void WithoutTablesOrServiceItIsNotApplicable()
    {
        NotApplicable(Run(Given.Gateway with { RouteTableIds = [] }, Given.Snapshot));
        NotApplicable(Run(Given.Gateway with { ServiceName = default }, Given.Snapshot));
        NotApplicable(Run(Given.Interface, Given.Snapshot));
    }
}
