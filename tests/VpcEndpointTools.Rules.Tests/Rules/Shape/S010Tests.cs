using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S010Tests : RuleTest<S010GatewayLoadBalancerOneSubnet>
{
    [Fact]
    public void TwoSubnetsFail() => Fails(Run(Given.GatewayLoadBalancer with { SubnetIds = [Given.SubnetA, Given.SubnetB] }), Severity.Error, "2", Given.SubnetB);

    [Fact]
    public void NoSubnetFails() => Fails(Run(Given.GatewayLoadBalancer with { SubnetIds = [] }), Severity.Error, "exactly one");

    [Fact]
    public void OneSubnetPasses() => Passes(Run(Given.GatewayLoadBalancer));

    [Fact]
    public void OneSubnetOfUnknownIdPasses() => Passes(Run(Given.GatewayLoadBalancer with { SubnetIds = [Value<string>.Unknown("!Ref Subnet")] }));

    [Fact]
    public void InterfaceIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void UnknownListIsNotEvaluated() =>
        NotEvaluated(Run(Given.GatewayLoadBalancer with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref Subnets") }), wasGiven: true, "!Ref Subnets");
}
