using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N009Tests : RuleTest<N009SubnetOfItsOwn>
{
    private static NetworkSnapshot With(string type, string subnet = Given.SubnetA) => Given.Snapshot with
    {
        NetworkInterfaces = [new NetworkInterface { NetworkInterfaceId = "eni-7", SubnetId = subnet, VpcId = Given.VpcId, InterfaceType = type }],
    };

    [Theory]
    [InlineData("interface")]
    [InlineData("lambda")]
    [InlineData("efa")]
    public void ServerInTheSubnetIsAWarning(string type) => Fails(Run(Given.GatewayLoadBalancer, With(type)), Severity.Warning, "eni-7", Given.SubnetA);

    [Theory]
    [InlineData("gateway_load_balancer_endpoint")]
    [InlineData("nat_gateway")]
    public void OtherInterfacesPass(string type) => Passes(Run(Given.GatewayLoadBalancer, With(type)));

    [Fact]
    public void ServerInAnotherSubnetPasses() => Passes(Run(Given.GatewayLoadBalancer, With("interface", Given.SubnetB)));

    [Fact]
    public void WhatIsNotListedIsNotEvaluated()
    {
        NotEvaluated(Run(Given.GatewayLoadBalancer), wasGiven: false, "NetworkInterfaces");
        NotEvaluated(Run(Given.GatewayLoadBalancer, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "NetworkInterfaces");
        NotEvaluated(Run(Given.GatewayLoadBalancer with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, Given.Snapshot), wasGiven: true, "!Ref S");
        NotEvaluated(Run(Given.GatewayLoadBalancer with { SubnetIds = [Given.Unknown<string>()] }, Given.Snapshot), wasGiven: true, "SubnetIds");
    }

    [Fact]
    public void NothingToLookAtIsNotApplicable()
    {
        NotApplicable(Run(Given.GatewayLoadBalancer with { SubnetIds = ValueList<Value<string>>.Absent }, Given.Snapshot));
        NotApplicable(Run(Given.Interface, With("interface")));
    }
}
