using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Resilience;

namespace VpcEndpointTools.Tests.Rules.Resilience;

public sealed class H003Tests : RuleTest<H003GatewayLoadBalancerPerZone>
{
    private static readonly EndpointConfig Endpoint = Given.Existing(Given.GatewayLoadBalancer);

    private static NetworkSnapshot Routed(params string[] subnets) => Given.Snapshot with
    {
        RouteTables =
        [
            Given.Table(Given.TableA, new Route { DestinationCidrBlock = "0.0.0.0/0", GatewayId = Endpoint.VpcEndpointId, State = "active" }) with
            {
                Associations = [.. subnets.Select(subnet => new RouteTableAssociation { SubnetId = subnet, Main = false })],
            },
        ],
    };

    [Fact]
    public void SubnetOfAnotherZoneIsAWarning()
    {
        Fails(Run(Endpoint, Routed(Given.SubnetB)), Severity.Warning, $"{Given.SubnetB} in euw1-az2 is led", "euw1-az1");
        Fails(Run(Endpoint, Routed(Given.SubnetA, Given.SubnetB)), Severity.Warning, Given.SubnetB);
    }

    [Fact]
    public void SubnetsOfItsOwnZonePass()
    {
        Passes(Run(Endpoint, Routed(Given.SubnetA)));
        Passes(Run(Endpoint, Routed()));
    }

    [Fact]
    public void RouteToAnotherEndpointOrADeadOneDoesNotCount()
    {
        NetworkSnapshot routed = Routed(Given.SubnetB);
        Passes(Run(Given.Existing(Given.GatewayLoadBalancer, "vpce-2"), routed));
        Passes(Run(Endpoint, routed with { RouteTables = [routed.RouteTables![0] with { Routes = [routed.RouteTables[0].Routes![1] with { State = "blackhole" }] }] }));
    }

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(Endpoint), wasGiven: false, "RouteTables");
        NotEvaluated(Run(Endpoint, Routed(Given.SubnetA) with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, "RouteTables");
        NotEvaluated(Run(Endpoint, Routed(Given.SubnetA) with { RouteTables = [Given.Table(Given.TableA)] }), wasGiven: false, "Associations");
        NotEvaluated(Run(Endpoint with { SubnetIds = ["subnet-x"] }, Routed(Given.SubnetA) with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "subnet-x");
        NotEvaluated(Run(Endpoint with { SubnetIds = ValueList<Value<string>>.Absent }, Routed(Given.SubnetA)), wasGiven: false, "SubnetIds");
        NotEvaluated(Run(Endpoint, Routed("subnet-x")), wasGiven: false, "subnet-x");
        NotEvaluated(Run(Endpoint with { VpcEndpointId = default }, Routed(Given.SubnetA)), wasGiven: false, "RouteTables");
    }

    [Fact]
    public void RequestsAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.GatewayLoadBalancer, Routed(Given.SubnetB)));
        NotApplicable(Run(Given.Existing(Given.Interface), Routed(Given.SubnetB)));
    }
}
