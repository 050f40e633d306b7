using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S020Tests : RuleTest<S020ChangeReplaces>
{
    [Fact]
    public void WithoutAnEarlierStateItIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void SameEndpointPasses() => Passes(Run(Changed(Given.Interface, Given.Interface)));

    [Fact]
    public void AnotherVpcFails() => Fails(
        Run(Changed(Given.Interface, Given.Interface with { VpcId = "vpc-0fffffffffffffff0" })), Severity.Warning, "VpcId", "vpc-0fffffffffffffff0");

    [Fact]
    public void AnotherServiceFails() => Fails(
        Run(Changed(Given.Interface, Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.sqs" })), Severity.Warning, "ServiceName", "com.amazonaws.eu-west-1.sqs");

    [Fact]
    public void AnotherTypeFails() => Fails(
        Run(Changed(Given.Interface, Given.Interface with { VpcEndpointType = "GatewayLoadBalancer" })), Severity.Warning, "from Interface to GatewayLoadBalancer");

    [Fact]
    public void AnotherServiceRegionFails() => Fails(
        Run(Changed(Given.Interface, Given.Interface with { ServiceRegion = "us-east-1" })), Severity.Warning, "ServiceRegion changes from nothing to us-east-1");

    [Fact]
    public void OwnRegionAsServiceRegionIsNoChange() => Passes(Run(Changed(Given.Interface with { ServiceRegion = Given.Region }, Given.Interface)));

    [Fact]
    public void OmittedTypeIsGateway() => Passes(Run(Changed(Given.Gateway, Given.Gateway with { VpcEndpointType = default })));

    [Fact]
    public void SubnetsOfAnInterfaceEndpointCanChange() =>
        Passes(Run(Changed(Given.Interface, Given.Interface with { SubnetIds = ["subnet-0dddddddddddddddd"] })));

    [Theory]
    [InlineData("GatewayLoadBalancer")]
    [InlineData("Resource")]
    [InlineData("ServiceNetwork")]
    [InlineData("Tunnel")]
    public void SubnetsOfTheOthersCannot(string type)
    {
        EndpointConfig before = Given.Interface with { VpcEndpointType = type, SubnetIds = ["subnet-0aaaaaaaaaaaaaaaa"] };
        Fails(Run(Changed(before, before with { SubnetIds = ["subnet-0dddddddddddddddd"] })), Severity.Warning, "SubnetIds", "subnet-0dddddddddddddddd");
        Passes(Run(Changed(before, before with { SecurityGroupIds = ["sg-0dddddddddddddddd"], Tags = [new Tag("Name", "x")] })));
    }

    // Source: https://docs.aws.amazon.com/vpc/latest/privatelink/doc-history.html, 2026-11-17.
    [Fact]
    public void SubnetsCanBeAddedToAServiceNetworkEndpointAndNotTakenAway()
    {
        EndpointConfig one = Given.Interface with { VpcEndpointType = "ServiceNetwork", SubnetIds = ["subnet-0aaaaaaaaaaaaaaaa"] };
        EndpointConfig two = one with { SubnetIds = ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0dddddddddddddddd"] };
        Passes(Run(Changed(one, two)));
        Fails(Run(Changed(two, one)), Severity.Warning, "SubnetIds", "subnet-0dddddddddddddddd");
    }

    [Theory]
    [InlineData("Resource")]
    [InlineData("ServiceNetwork")]
    public void PrivateDnsOfLatticeEndpointsCanBeSwitched(string type)
    {
        EndpointConfig off = Given.Interface with { VpcEndpointType = type, PrivateDnsEnabled = false };
        Passes(Run(Changed(off, off with { PrivateDnsEnabled = true })));
    }

    [Fact]
    public void OrderOfSubnetsIsNoChange()
    {
        EndpointConfig before = Given.Interface with { VpcEndpointType = "Resource", SubnetIds = ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb"] };
        Passes(Run(Changed(before, before with { SubnetIds = ["subnet-0bbbbbbbbbbbbbbbb", "subnet-0aaaaaaaaaaaaaaaa"] })));
    }

    [Fact]
    public void ReplacementForAnotherReasonFails() =>
        Fails(Run(Changed(Given.Interface, Given.Interface) with { IsReplaced = true }), Severity.Warning, "makes another one");

    [Fact]
    public void NameThatAwsShowsBesideAnArnIsNoChange()
    {
        EndpointConfig lattice = Given.Interface with { VpcEndpointType = "Resource", ServiceName = default, ResourceConfigurationArn = "arn:aws:vpc-lattice:eu-west-1:123456789012:resourceconfiguration/rcfg-0a1b2c3d4e5f60718" };
        Passes(Run(Changed(lattice with { ServiceName = "com.amazonaws.vpce.eu-west-1.rcfg-0a1b2c3d4e5f60718" }, lattice)));
    }

    [Fact]
    public void UnknownValueIsNotEvaluated() => NotEvaluated(
        Run(Changed(Given.Interface, Given.Interface with { VpcId = Value<string>.Unknown("local.vpc") })), wasGiven: true, "local.vpc");

    private static EndpointConfig Changed(EndpointConfig before, EndpointConfig after) =>
        after with { Previous = before with { IsExisting = true, VpcEndpointId = "vpce-0123456789abcdef0", State = "available" } };
}
