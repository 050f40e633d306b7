using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N005Tests : RuleTest<N005SubnetAddressTypes>
{
    private static readonly Subnet DualStack = Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1");
    private static readonly Subnet Ipv4Only = DualStack with { Ipv6CidrBlocks = [] };
    private static readonly Subnet Ipv6Only = DualStack with { CidrBlock = default, Ipv6Native = true };

    private static RuleOutcome Run(string? type, Subnet subnet) =>
        Run(Given.Interface with { IpAddressType = type, SubnetIds = [Given.SubnetA] }, Given.Snapshot with { Subnets = [subnet] });

    [Fact]
    public void Ipv4InAnIpv6OnlySubnetFails() => Fails(Run("ipv4", Ipv6Only), Severity.Error, "ipv4", Given.SubnetA, "IPv6-only");

    [Fact]
    public void Ipv6InASubnetWithIpv4Fails()
    {
        Fails(Run("ipv6", DualStack), Severity.Error, "has IPv4 and IPv6");
        Fails(Run("ipv6", Ipv4Only), Severity.Error, "has no IPv6");
    }

    [Fact]
    public void DualstackInASingleStackSubnetFails()
    {
        Fails(Run("dualstack", Ipv4Only), Severity.Error, "has no IPv6");
        Fails(Run("dualstack", Ipv6Only), Severity.Error, "IPv6-only");
    }

    [Fact]
    public void FittingSubnetsPass()
    {
        Passes(Run("ipv4", Ipv4Only));
        Passes(Run("ipv4", DualStack));
        Passes(Run("ipv6", Ipv6Only));
        Passes(Run("dualstack", DualStack));
    }

    [Fact]
    public void SubnetWithoutCidrBlockButWithIpv6IsIpv6Only() => Passes(Run("ipv6", Ipv6Only with { Ipv6Native = default }));

    [Fact]
    public void OmittedTypeIsNotApplicable() => NotApplicable(Run(null, Ipv6Only));

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway with { IpAddressType = "ipv6" }, Given.Snapshot));

    [Fact]
    public void ExistingEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface) with { IpAddressType = "ipv6" }, Given.Snapshot));

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Interface with { IpAddressType = "ipv4" }), wasGiven: false, "Subnets");

    [Fact]
    public void UnknownTypeIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { IpAddressType = Value<string>.Unknown("!Ref T") }, Given.Snapshot), wasGiven: true, "!Ref T");

    [Fact]
    public void UnknownRangesAreNotEvaluated() =>
        NotEvaluated(Run("dualstack", DualStack with { Ipv6CidrBlocks = ValueList<Value<string>>.Unknown("!Ref R") }), wasGiven: true, "ranges");

    [Fact]
    public void OneUnknownHalfDoesNotHideTheOther() =>
        Fails(Run("dualstack", Ipv6Only with { Ipv6CidrBlocks = ValueList<Value<string>>.Unknown("!Ref R") }), Severity.Error, "IPv6-only");

    [Fact]
    public void TunnelTakesIpv6InSubnetsThatHaveBoth() => Passes(Run(Given.Tunnel with { IpAddressType = "ipv6" }, Given.Snapshot));
}
