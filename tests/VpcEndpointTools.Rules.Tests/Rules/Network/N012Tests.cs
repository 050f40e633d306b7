using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N012Tests : RuleTest<N012OneGatewayLoadBalancerPerZone>
{
    private static readonly EndpointConfig Other = Given.Existing(Given.GatewayLoadBalancer, "vpce-0eeeeeeeeeeeeeeee");

    private static NetworkSnapshot Beside(EndpointConfig other) => Given.Snapshot with { VpcEndpoints = [other] };

    [Fact]
    public void SecondInTheZoneIsAWarning() => Fails(Run(Given.GatewayLoadBalancer, Beside(Other)), Severity.Warning, "vpce-0eeeeeeeeeeeeeeee", "euw1-az1");

    [Fact]
    public void OtherZoneServiceTypeOrVpcPasses()
    {
        Passes(Run(Given.GatewayLoadBalancer, Beside(Other with { SubnetIds = [Given.SubnetB] })));
        Passes(Run(Given.GatewayLoadBalancer, Beside(Other with { ServiceName = Given.GwlbService + "1" })));
        Passes(Run(Given.GatewayLoadBalancer, Beside(Other with { VpcEndpointType = "Interface" })));
        Passes(Run(Given.GatewayLoadBalancer, Beside(Other with { VpcId = Given.OtherVpcId })));
        Passes(Run(Given.GatewayLoadBalancer, Beside(Other with { State = "failed" })));
        Passes(Run(Other, Beside(Other)));
    }

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.GatewayLoadBalancer), wasGiven: false, "Subnets");
        NotEvaluated(Run(Given.GatewayLoadBalancer, Given.Snapshot with { VpcEndpoints = null }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(Given.GatewayLoadBalancer, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(Given.GatewayLoadBalancer, Beside(Other with { State = Given.Unknown<string>() })), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(Given.GatewayLoadBalancer, Beside(Other with { SubnetIds = ["subnet-x"] })), wasGiven: true, "subnet-x");
        NotEvaluated(Run(Given.GatewayLoadBalancer with { ServiceName = Given.Unknown<string>() }, Given.Snapshot), wasGiven: true, "ServiceName");
        NotEvaluated(Run(Other with { VpcEndpointId = Given.Unknown<string>() }, Beside(Other)), wasGiven: true, "VpcEndpointId");
    }

    [Fact]
    public void NothingToLookAtIsNotApplicable()
    {
        NotApplicable(Run(Given.GatewayLoadBalancer with { SubnetIds = ValueList<Value<string>>.Absent }, Beside(Other)));
        NotApplicable(Run(Given.GatewayLoadBalancer with { ServiceName = default }, Beside(Other)));
        NotApplicable(Run(Given.Interface, Beside(Other)));
    }
}
