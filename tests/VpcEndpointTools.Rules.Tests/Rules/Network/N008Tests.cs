using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N008Tests : RuleTest<N008DesignatedAddresses>
{
    private static readonly NetworkSnapshot Ranges = Given.Snapshot with { Subnets = [Given.Snapshot.Subnets![0] with { CidrBlock = "10.0.1.0/24", Ipv6CidrBlocks = ["2001:db8::/64"] }] };

    private static RuleOutcome V4(Value<string> address, NetworkSnapshot? snapshot = null) => Designate(new SubnetConfiguration { SubnetId = Given.SubnetA, Ipv4 = address }, snapshot);

    private static RuleOutcome V6(Value<string> address, NetworkSnapshot? snapshot = null) => Designate(new SubnetConfiguration { SubnetId = Given.SubnetA, Ipv6 = address }, snapshot);

    private static RuleOutcome Designate(SubnetConfiguration item, NetworkSnapshot? snapshot) =>
        Run(Given.Interface with { SubnetIds = [Given.SubnetA], SubnetConfigurations = [item] }, snapshot ?? Ranges);

    [Theory]
    [InlineData("10.0.1.0")]
    [InlineData("10.0.1.3")]
    [InlineData("10.0.1.255")]
    public void ReservedAddressFails(string address) => Assert.Equal("SubnetConfigurations.Ipv4", Fails(V4(address), Severity.Error, address, "first four").Property);

    [Theory]
    [InlineData("10.0.1.4")]
    [InlineData("10.0.1.254")]
    public void FreeAddressPasses(string address) => Passes(V4(address));

    [Theory]
    [InlineData("10.0.0.255")]
    [InlineData("10.0.2.0")]
    public void AddressOutsideFails(string address) => Fails(V4(address), Severity.Error, address, "is not in", "10.0.1.0/24");

    [Theory]
    [InlineData("10.0.1")]
    [InlineData("10.0.1.0/24")]
    [InlineData("nonsense")]
    public void NoAddressFails(string address) => Fails(V4(address), Severity.Error, address, "no Ipv4 address");

    [Fact]
    public void Ipv6IsHeldToItsRange()
    {
        Passes(V6("2001:db8::4"));
        Fails(V6("2001:db8::3"), Severity.Error, "first four");
        Fails(V6("2001:db8::ffff:ffff:ffff:ffff"), Severity.Error, "last");
        Assert.Equal("SubnetConfigurations.Ipv6", Fails(V6("2001:db8:1::4"), Severity.Error, "is not in").Property);
        Fails(V6("2001:db8::4", Ranges with { Subnets = [Ranges.Subnets![0] with { Ipv6CidrBlocks = ValueList<Value<string>>.Absent }] }), Severity.Error, "no Ipv6 range");
    }

    [Fact]
    public void BothAreChecked()
    {
        SubnetConfiguration both = new() { SubnetId = Given.SubnetA, Ipv4 = Given.Unknown<string>(), Ipv6 = "2001:db8::1" };
        Fails(Designate(both, null), Severity.Error, "2001:db8::1");
        NotEvaluated(Designate(both with { Ipv6 = "2001:db8::5" }, null), wasGiven: true, "SubnetConfigurations.Ipv4");
    }

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(V4(Given.Unknown<string>()), wasGiven: true, "!Ref X");
        NotEvaluated(V4("10.0.1.9", Ranges with { Subnets = [Ranges.Subnets![0] with { CidrBlock = Given.Unknown<string>() }] }), wasGiven: true, "ranges");
        NotEvaluated(V6("2001:db8::9", Ranges with { Subnets = [Ranges.Subnets![0] with { Ipv6CidrBlocks = ValueList<Value<string>>.Unknown("x") }] }), wasGiven: true, "ranges");
        NotEvaluated(V4("10.0.1.9", Ranges with { Subnets = null }), wasGiven: true, "Subnets");
        NotEvaluated(V4("10.0.1.9", Ranges with { Subnets = [] }), wasGiven: true, Given.SubnetA);
        NotEvaluated(Run(Given.Interface with { SubnetConfigurations = ValueList<SubnetConfiguration>.Unknown("!Ref C") }, Ranges), wasGiven: true, "!Ref C");
    }

    [Fact]
    public void SubnetWithoutAddressesAsksForNothing()
    {
        NotApplicable(Run(Given.Interface with { SubnetConfigurations = [new SubnetConfiguration { SubnetId = Given.SubnetA }] }, Ranges));
        Passes(Run(Given.Interface with { SubnetConfigurations = [new SubnetConfiguration { SubnetId = "subnet-x" }, new SubnetConfiguration { SubnetId = Given.SubnetA, Ipv4 = "10.0.1.9" }] }, Ranges));
        NotApplicable(Run(Given.Interface, Ranges));
    }
}
