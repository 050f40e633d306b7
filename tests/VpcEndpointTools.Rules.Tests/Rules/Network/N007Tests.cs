using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N007Tests : RuleTest<N007FreeAddresses>
{
    private static NetworkSnapshot Free(Value<long> count) => Given.Snapshot with
    {
        Subnets = [Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1"), Given.Subnet(Given.SubnetB, "eu-west-1b", "euw1-az2") with { AvailableIpAddressCount = count }],
    };

    [Fact]
    public void FullSubnetFails() => Fails(Run(Given.Interface, Free(0)), Severity.Error, Given.SubnetB, "0");

    [Fact]
    public void OneFreeAddressPasses() => Passes(Run(Given.Interface, Free(1)));

    [Fact]
    public void ServiceNetworkNeedsSixteen()
    {
        Fails(Run(Given.ServiceNetwork, Free(15)), Severity.Error, "15", "16");
        Passes(Run(Given.ServiceNetwork, Free(16)));
    }

    [Fact]
    public void Ipv6EndpointIsNotApplicable() => NotApplicable(Run(Given.Interface with { IpAddressType = "ipv6" }, Free(0)));

    [Fact]
    public void ExistingEndpointHasItsAddresses() => NotApplicable(Run(Given.Existing(Given.Interface), Free(0)));

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway, Free(0)));

    [Fact]
    public void UnknownCountIsNotEvaluated() => NotEvaluated(Run(Given.Interface, Free(default)), wasGiven: true, "AvailableIpAddressCount");

    [Fact]
    public void TypeThatMayBecomeIpv6IsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { IpAddressType = Value<string>.Unknown("!Ref T") }, Free(0)), wasGiven: true, "!Ref T");

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "a snapshot with Subnets");
}
