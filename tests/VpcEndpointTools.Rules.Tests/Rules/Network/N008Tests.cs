using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N008Tests : RuleTest<N008DesignatedAddresses>
{
    private static EndpointConfig With(params SubnetConfiguration[] items) => Given.Interface with { SubnetConfigurations = [.. items] };

    private static SubnetConfiguration Item(Value<string> ipv4, Value<string> ipv6 = default) => new() { SubnetId = Given.SubnetA, Ipv4 = ipv4, Ipv6 = ipv6 };

    private static NetworkSnapshot Ranges(Value<string> ipv4, ValueList<Value<string>>? ipv6 = null) => Given.Snapshot with
    {
        Subnets =
        [
            Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1") with { CidrBlock = ipv4, Ipv6CidrBlocks = ipv6 ?? ["2001:db8::/64"] },
            Given.Snapshot.Subnets![1],
        ],
    };

    private static RuleOutcome Ipv4(Value<string> address, NetworkSnapshot? snapshot = null) => Run(With(Item(address)), snapshot ?? Given.Snapshot);

    private static RuleOutcome Ipv6(Value<string> address, NetworkSnapshot? snapshot = null) => Run(With(Item(default, address)), snapshot ?? Given.Snapshot);

    [Theory]
    [InlineData("10.0.1.0")]
    [InlineData("10.0.1.1")]
    [InlineData("10.0.1.3")]
    [InlineData("10.0.1.255")]
    public void AddressThatAwsKeepsFails(string address)
    {
        RuleOutcome outcome = Ipv4(address);
        Violation violation = Fails(outcome, Severity.Error, $"{address} is one of the first four addresses of {Given.SubnetA} (10.0.1.0/24) or its last");
        Assert.Equal("SubnetConfigurations.Ipv4", violation.Property);
        Assert.Single(outcome.Violations);
    }

    [Theory]
    [InlineData("10.0.1.4")]
    [InlineData("10.0.1.100")]
    [InlineData("10.0.1.254")]
    public void FreeAddressPasses(string address) => Passes(Ipv4(address));

    [Theory]
    [InlineData("2001:db8::")]
    [InlineData("2001:db8::3")]
    [InlineData("2001:db8::ffff:ffff:ffff:ffff")]
    public void Ipv6AddressThatAwsKeepsFails(string address)
    {
        Violation violation = Fails(Ipv6(address), Severity.Error, $"{address} is one of the first four addresses of {Given.SubnetA} (2001:db8::/64) or its last");
        Assert.Equal("SubnetConfigurations.Ipv6", violation.Property);
    }

    [Theory]
    [InlineData("2001:db8::4")]
    [InlineData("2001:db8::ffff:ffff:ffff:fffe")]
    public void FreeIpv6AddressPasses(string address) => Passes(Ipv6(address));

    [Theory]
    [InlineData("10.0.0.255")]
    [InlineData("10.0.2.0")]
    [InlineData("2001:db8::4")]
    public void AddressOutsideFails(string address)
    {
        RuleOutcome outcome = Ipv4(address);
        Violation violation = Fails(outcome, Severity.Error, $"{address} is not in {Given.SubnetA} (10.0.1.0/24).");
        Assert.Equal("SubnetConfigurations.Ipv4", violation.Property);
        Assert.Single(outcome.Violations);
    }

    [Fact]
    public void Ipv6AddressOutsideFails()
    {
        Violation violation = Fails(
            Ipv6("2001:db8:0:9::4", Ranges("10.0.1.0/24", ["2001:db8::/64", "2001:db8:0:1::/64"])),
            Severity.Error,
            $"2001:db8:0:9::4 is not in {Given.SubnetA} (2001:db8::/64, 2001:db8:0:1::/64).");
        Assert.Equal("SubnetConfigurations.Ipv6", violation.Property);
        Fails(Ipv6("10.0.1.4"), Severity.Error, "10.0.1.4 is not in");
    }

    [Fact]
    public void AnyRangeOfTheSubnetWillDo()
    {
        NetworkSnapshot two = Ranges("10.0.1.0/24", ["2001:db8::/64", "2001:db8:0:1::/64"]);
        Passes(Ipv6("2001:db8::4", two));
        Passes(Ipv6("2001:db8:0:1::4", two));
        Fails(Ipv6("2001:db8:0:1::", two), Severity.Error, "(2001:db8:0:1::/64)");
    }

    [Fact]
    public void AddressOfAFamilyThatTheSubnetLacksFails()
    {
        Fails(Ipv4("10.0.1.4", Ranges(default)), Severity.Error, $"10.0.1.4 is not in {Given.SubnetA} (which has no Ipv4 range).");
        Fails(Ipv6("2001:db8::4", Ranges("10.0.1.0/24", [])), Severity.Error, $"2001:db8::4 is not in {Given.SubnetA} (which has no Ipv6 range).");
    }

    [Theory]
    [InlineData("10.0.1")]
    [InlineData("10.0.1.256")]
    [InlineData("")]
    [InlineData("10.0.1.0/25")]
    [InlineData("10.0.1.4/31")]
    [InlineData("2001:db8::/127")]
    public void WhatIsNoAddressFails(string address)
    {
        RuleOutcome outcome = Ipv4(address);
        Violation violation = Fails(outcome, Severity.Error, $"'{address}' is no Ipv4 address.");
        Assert.Equal("SubnetConfigurations.Ipv4", violation.Property);
        Assert.Single(outcome.Violations);
        Assert.Equal("SubnetConfigurations.Ipv6", Fails(Ipv6(address), Severity.Error, $"'{address}' is no Ipv6 address.").Property);
    }

    [Fact]
    public void BothFamiliesAreTested()
    {
        RuleOutcome outcome = Run(With(Item("10.0.1.3", "2001:db8::3")), Given.Snapshot);
        Assert.Equal(["SubnetConfigurations.Ipv4", "SubnetConfigurations.Ipv6"], outcome.Violations.Select(violation => violation.Property));
        Passes(Run(With(Item("10.0.1.4", "2001:db8::4")), Given.Snapshot));
    }

    [Fact]
    public void EachSubnetIsTested()
    {
        SubnetConfiguration other = new() { SubnetId = Given.SubnetB, Ipv4 = "10.0.1.255" };
        Fails(Run(With(Item("10.0.1.4"), other), Given.Snapshot), Severity.Error, Given.SubnetB);
        Assert.Equal(2, Run(With(Item("10.0.1.0"), other), Given.Snapshot).Violations.Count);
    }

    [Fact]
    public void EachTypeWithSubnetsIsTested() =>
        Assert.All(
            Given.OfEachType.Where(config => config != Given.Gateway),
            config => Fails(Run(config with { SubnetConfigurations = [Item("10.0.1.3")] }, Given.Snapshot), Severity.Error, "10.0.1.3"));

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway with { SubnetConfigurations = [Item("10.0.1.3")] }, Given.Snapshot));

    [Fact]
    public void ExistingEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(With(Item("10.0.1.3"))), Given.Snapshot));

    [Fact]
    public void NoDesignatedAddressIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface, Given.Snapshot));
        NotApplicable(Run(With(Item(default)), Given.Snapshot));
        NotApplicable(Run(With(Item(default))));
    }

    [Fact]
    public void UnknownConfigurationsAreNotEvaluated() =>
        NotEvaluated(
            Run(Given.Interface with { SubnetConfigurations = ValueList<SubnetConfiguration>.Unknown("!Ref S") }, Given.Snapshot),
            wasGiven: true,
            "SubnetConfigurations (!Ref S)");

    [Fact]
    public void UnknownAddressIsNotEvaluated()
    {
        NotEvaluated(Ipv4(Given.Unknown<string>()), wasGiven: true, "SubnetConfigurations.Ipv4 (!Ref X)");
        NotEvaluated(Ipv6(Given.Unknown<string>()), wasGiven: true, "SubnetConfigurations.Ipv6 (!Ref X)");
        NotEvaluated(Run(With(Item(Given.Unknown<string>(), "2001:db8::4")), Given.Snapshot), wasGiven: true, "SubnetConfigurations.Ipv4 (!Ref X)");
    }

    [Fact]
    public void UnknownRangeIsNotEvaluated()
    {
        NotEvaluated(Ipv4("10.0.1.3", Ranges(Given.Unknown<string>())), wasGiven: true, $"the ranges of {Given.SubnetA}");
        NotEvaluated(Ipv4("10.0.1.3", Ranges("10.0.1.0/33")), wasGiven: true, $"the ranges of {Given.SubnetA}");
        NotEvaluated(Ipv6("2001:db8::3", Ranges("10.0.1.0/24", ValueList<Value<string>>.Unknown("!Ref R"))), wasGiven: true, $"the ranges of {Given.SubnetA}");
        NotEvaluated(Ipv6("2001:db8::3", Ranges("10.0.1.0/24", ["2001:db8:0:1::/64", Given.Unknown<string>()])), wasGiven: true, $"the ranges of {Given.SubnetA}");
    }

    [Fact]
    public void ARangeThatHasTheAddressDecidesBesideAnUnknownOne()
    {
        NetworkSnapshot snapshot = Ranges("10.0.1.0/24", [Given.Unknown<string>(), "2001:db8::/64"]);
        Passes(Ipv6("2001:db8::4", snapshot));
        Fails(Ipv6("2001:db8::3", snapshot), Severity.Error, "2001:db8::3");
    }

    [Fact]
    public void UnknownSubnetIsNotEvaluated()
    {
        NotEvaluated(Run(With(Item("10.0.1.3") with { SubnetId = Given.Unknown<string>() }), Given.Snapshot), wasGiven: true, "SubnetIds (!Ref X)");
        NotEvaluated(Run(With(Item(default, "2001:db8::3") with { SubnetId = default }), Given.Snapshot), wasGiven: true, "SubnetIds");
    }

    [Fact]
    public void SubnetWithoutAnAddressNeedNotBeKnown()
    {
        Passes(Run(With(new SubnetConfiguration { SubnetId = Given.Unknown<string>() }, Item("10.0.1.4")), Given.Snapshot));
        Passes(Run(With(new SubnetConfiguration { SubnetId = Given.SubnetB }, Item("10.0.1.4")), Given.Snapshot));
    }

    [Fact]
    public void SubnetThatIsNotThereIsNotEvaluated()
    {
        NetworkSnapshot snapshot = Given.Snapshot with { Subnets = [] };
        NotEvaluated(Ipv4("10.0.1.3", snapshot), wasGiven: true, $"{Given.SubnetA} in the snapshot");
        NotEvaluated(Ipv4("10.0.1.3", snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, $"{Given.SubnetA} in the snapshot's Subnets");
    }

    [Fact]
    public void SomethingMissingEarlierIsNotForgotten() =>
        NotEvaluated(Run(With(Item("10.0.1.4") with { SubnetId = Given.Unknown<string>() }, Item("10.0.1.4")), Given.Snapshot), wasGiven: true, "!Ref X");

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(With(Item("10.0.1.3"))), wasGiven: false, "a snapshot with Subnets");

    [Fact]
    public void MissingSubnetsAreNotEvaluated() =>
        NotEvaluated(Ipv4("10.0.1.3", Given.Snapshot with { Subnets = null }), wasGiven: true, "Subnets in the snapshot");

    [Fact]
    public void FindingInAPartialSnapshotStands() =>
        Fails(Ipv4("10.0.1.3", Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), Severity.Error, "10.0.1.3");

    [Fact]
    public void FindingWinsOverAnUnknownAddress() =>
        Fails(Run(With(Item("10.0.1.3", Given.Unknown<string>())), Given.Snapshot), Severity.Error, "10.0.1.3");

    [Fact]
    public void FindingWinsOverWhatWasMissingEarlier()
    {
        SubnetConfiguration unknown = Item("10.0.1.4") with { SubnetId = Given.Unknown<string>() };
        Fails(Run(With(unknown, Item("10.0.1.3")), Given.Snapshot), Severity.Error, "10.0.1.3");
        Fails(Run(With(unknown, Item(default, "2001:db8::3")), Given.Snapshot), Severity.Error, "2001:db8::3");
    }

    [Fact]
    public void RangeOfOneAddressIsStillARange() => Fails(
        Run(
            Given.Interface with { SubnetIds = [Given.SubnetA], SubnetConfigurations = [new SubnetConfiguration { SubnetId = Given.SubnetA, Ipv4 = "10.0.1.9/32" }] },
            Given.Snapshot),
        Severity.Error,
        "10.0.1.9/32");
}
