using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N009Tests : RuleTest<N009SubnetOfItsOwn>
{
    private const string Server = "eni-0123456789abcdef0";

    private static NetworkInterface Interface(Value<string> type, Value<string> subnet) =>
        new() { NetworkInterfaceId = Server, VpcId = Given.VpcId, SubnetId = subnet, InterfaceType = type };

    private static NetworkSnapshot With(params NetworkInterface[] items) => Given.Snapshot with { NetworkInterfaces = items };

    [Theory]
    [InlineData("interface")]
    [InlineData("lambda")]
    [InlineData("efa")]
    public void ServerBesideTheEndpointIsAWarning(string type)
    {
        Violation violation = Fails(
            Run(Given.GatewayLoadBalancer, With(Interface(type, Given.SubnetA))), Severity.Warning, Server, $"is in {Given.SubnetA},");
        Assert.Equal("SubnetIds", violation.Property);
    }

    [Theory]
    [InlineData("gateway_load_balancer_endpoint")]
    [InlineData("vpc_endpoint")]
    [InlineData("nat_gateway")]
    public void WhatIsNoServerPasses(string type) => Passes(Run(Given.GatewayLoadBalancer, With(Interface(type, Given.SubnetA))));

    [Fact]
    public void ServerInAnotherSubnetPasses() => Passes(Run(Given.GatewayLoadBalancer, With(Interface("interface", Given.SubnetB))));

    [Fact]
    public void NothingAroundPasses() => Passes(Run(Given.GatewayLoadBalancer, Given.Snapshot));

    [Fact]
    public void EachSubnetIsTested() =>
        Fails(Run(Given.GatewayLoadBalancer with { SubnetIds = [Given.SubnetA, Given.SubnetB] }, With(Interface("interface", Given.SubnetB))), Severity.Warning, Given.SubnetB);

    [Fact]
    public void OneServerIsNamedAndNotAll()
    {
        NetworkInterface second = Interface("interface", Given.SubnetA) with { NetworkInterfaceId = "eni-0ffffffffffffffff" };
        Assert.Single(Run(Given.GatewayLoadBalancer, With(Interface("interface", Given.SubnetA), second)).Violations);
    }

    [Fact]
    public void ExistingEndpointIsTestedToo()
    {
        EndpointConfig existing = Given.Existing(Given.GatewayLoadBalancer);
        Fails(Run(existing, With(Interface("interface", Given.SubnetA))), Severity.Warning, Server);
        Passes(Run(existing, With(Interface("gateway_load_balancer_endpoint", Given.SubnetA))));
    }

    [Fact]
    public void DeadEndpointIsNotApplicable() =>
        NotApplicable(Run(Given.Existing(Given.GatewayLoadBalancer) with { State = "failed" }, With(Interface("interface", Given.SubnetA))));

    [Fact]
    public void OtherTypesAreNotApplicable() =>
        Assert.All(
            Given.OfEachType.Where(config => config != Given.GatewayLoadBalancer),
            config => NotApplicable(Run(config with { SubnetIds = [Given.SubnetA] }, With(Interface("interface", Given.SubnetA)))));

    [Fact]
    public void NoSubnetIsNotApplicable() => NotApplicable(Run(Given.GatewayLoadBalancer with { SubnetIds = [] }));

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.GatewayLoadBalancer), wasGiven: false, "a snapshot with NetworkInterfaces");

    [Fact]
    public void MissingInterfacesAreNotEvaluated() =>
        NotEvaluated(Run(Given.GatewayLoadBalancer, Given.Snapshot with { NetworkInterfaces = null }), wasGiven: false, "a snapshot with NetworkInterfaces");

    [Fact]
    public void UnknownSubnetsAreNotEvaluated()
    {
        NetworkSnapshot snapshot = With(Interface("interface", Given.SubnetB));
        NotEvaluated(Run(Given.GatewayLoadBalancer with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, snapshot), wasGiven: true, "SubnetIds (!Ref S)");
        NotEvaluated(Run(Given.GatewayLoadBalancer with { SubnetIds = [Given.Unknown<string>()] }, snapshot), wasGiven: true, "SubnetIds (!Ref X)");
        NotEvaluated(Run(Given.GatewayLoadBalancer with { SubnetIds = [Given.SubnetA, Given.Unknown<string>()] }, snapshot), wasGiven: true, "!Ref X");
    }

    [Fact]
    public void NoServerInAPartialSnapshotIsNotEvaluated()
    {
        NetworkSnapshot snapshot = Given.Snapshot with { Complete = SnapshotCompleteness.Partial };
        NotEvaluated(Run(Given.GatewayLoadBalancer, snapshot), wasGiven: true, $"all NetworkInterfaces of {Given.VpcId}");
        NotEvaluated(Run(Given.GatewayLoadBalancer, Given.Snapshot with { Complete = SnapshotCompleteness.Of([Given.OtherVpcId]) }), wasGiven: true, "NetworkInterfaces");
        Passes(Run(Given.GatewayLoadBalancer, Given.Snapshot with { Complete = SnapshotCompleteness.Of([Given.VpcId]) }));
        Fails(Run(Given.GatewayLoadBalancer, With(Interface("interface", Given.SubnetA)) with { Complete = SnapshotCompleteness.Partial }), Severity.Warning, Server);
    }

    [Fact]
    public void InterfaceThatMayBeAServerHereIsNotEvaluated()
    {
        NotEvaluated(Run(Given.GatewayLoadBalancer, With(Interface(Given.Unknown<string>(), Given.SubnetA))), wasGiven: true, "NetworkInterfaces");
        NotEvaluated(Run(Given.GatewayLoadBalancer, With(Interface("interface", Given.Unknown<string>()))), wasGiven: true, "NetworkInterfaces");
    }
}
