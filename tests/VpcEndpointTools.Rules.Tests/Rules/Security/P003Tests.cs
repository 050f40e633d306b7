using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P003Tests : RuleTest<P003GroupNotOpen>
{
    private static readonly IpPermission AllPorts = new() { IpProtocol = "-1", Ipv4Ranges = ["10.0.0.0/16"] };
    private static readonly ValueList<Value<string>> Open = ValueList<Value<string>>.Unknown("!Ref L");

    private static RuleOutcome Run(params IpPermission[] rules) => Run(Given.Interface, Given.Inbound(rules));

    private static void StaysOpen(IpPermission rule) => NotEvaluated(Run(rule), wasGiven: true, "inbound rules of " + Given.GroupId);

    [Fact]
    public void EveryAddressFails()
    {
        Violation violation = Fails(Run(Given.Https("0.0.0.0/0")), Severity.Warning, Given.GroupId + " admits port 443 from 0.0.0.0/0: every address");
        Assert.Equal("SecurityGroupIds", violation.Property);
        Fails(Run(Given.Https("10.0.0.0/16", "0.0.0.0/0")), Severity.Warning, "from 0.0.0.0/0");
        Fails(Run(Given.Tcp(443, 443) with { Ipv6Ranges = ["::/0"] }), Severity.Warning, "from ::/0");
        Fails(Run(Given.Tcp(443, 444) with { Ipv4Ranges = ["0.0.0.0/0"] }), Severity.Warning, "ports 443 to 444");
        Fails(Run(AllPorts with { Ipv4Ranges = ["0.0.0.0/0"] }), Severity.Warning, "every port from 0.0.0.0/0");
    }

    [Fact]
    public void HalfOfAllAddressesPasses() => Passes(Run(Given.Https("0.0.0.0/1")));

    [Theory]
    [InlineData(0, 65535)]
    [InlineData(1, 65535)]
    public void EveryPortFails(long from, long to) =>
        Fails(Run(Given.Tcp(from, to) with { Ipv4Ranges = ["10.0.0.0/16"] }), Severity.Warning, Given.GroupId + " admits every port where the endpoint takes TCP 443 only");

    [Theory]
    [InlineData(2, 65535)]
    [InlineData(1, 65534)]
    public void FewerPortsPass(long from, long to) => Passes(Run(Given.Tcp(from, to) with { Ipv4Ranges = ["10.0.0.0/16"] }));

    [Fact]
    public void EveryProtocolFailsFromAnyAddresses()
    {
        Fails(Run(AllPorts), Severity.Warning, "every port");
        Fails(Run(AllPorts with { Ipv4Ranges = [], Ipv6Ranges = ["2001:db8::/56"] }), Severity.Warning, "every port");
        Fails(Run(AllPorts with { Ipv4Ranges = [], PrefixListIds = ["pl-1"] }), Severity.Warning, "every port");
    }

    [Fact]
    public void MembersOfGroupsTrustEachOther() => Passes(Run(AllPorts with { Ipv4Ranges = [], GroupIds = [Given.GroupId] }));

    [Fact]
    public void WhereAnyPortCanBeMeantAllMayBeOpen() => Passes(Run(Given.Resource, Given.Inbound(AllPorts)));

    [Fact]
    public void EachBadRuleIsSaid() => Assert.Equal(2, Run(Given.Https("0.0.0.0/0"), Given.Https("10.0.0.0/16"), AllPorts).Violations.Count);

    [Fact]
    public void NarrowRulesPass() => Passes(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void OtherTypesAreNotApplicable() => NotApplicable(Run(Given.Gateway, Given.Inbound(AllPorts)));

    [Fact]
    public void RulesThatAreNotKnownAreNotEvaluated()
    {
        StaysOpen(Given.Https("10.0.0.0/16") with { IpProtocol = Given.Unknown<string>() });
        StaysOpen(Given.Https("10.0.0.0/16") with { IpProtocol = default });
        StaysOpen(Given.Https("10.0.0.0/16") with { FromPort = Given.Unknown<long>() });
        StaysOpen(Given.Https("10.0.0.0/16") with { ToPort = Given.Unknown<long>() });
        StaysOpen(Given.Tcp(443, 443) with { Ipv4Ranges = Open });
        StaysOpen(Given.Tcp(443, 443) with { Ipv6Ranges = Open });
        StaysOpen(Given.Tcp(443, 443) with { PrefixListIds = Open });
        StaysOpen(Given.Https("10.0.0.0/16", Given.Unknown<string>()));
        StaysOpen(Given.Tcp(443, 443) with { Ipv6Ranges = [Given.Unknown<string>()] });
    }

    [Fact]
    public void WhatIsKnownToBeOpenFailsBesideTheUnknown() => Fails(Run(Given.Https(Given.Unknown<string>()), Given.Https("0.0.0.0/0")), Severity.Warning, "0.0.0.0/0");

    [Fact]
    public void HalfKnownPortsAreNotEveryPort()
    {
        StaysOpen(Given.Tcp(0, 0) with { Ipv4Ranges = ["10.0.0.0/16"], ToPort = Given.Unknown<long>() });
        StaysOpen(Given.Tcp(0, 65535) with { Ipv4Ranges = ["10.0.0.0/16"], FromPort = Given.Unknown<long>() });
        Passes(Run(Given.Tcp(0, 0) with { Ipv4Ranges = ["10.0.0.0/16"], FromPort = default, ToPort = default }));
    }

    [Fact]
    public void UnknownServiceIsNotEvaluatedWhereItsPortMatters()
    {
        EndpointConfig config = Given.Interface with { ServiceName = Given.Unknown<string>() };
        NotEvaluated(Run(config, Given.Inbound(AllPorts)), wasGiven: true, "inbound rules");
        Passes(Run(config, Given.Inbound(AllPorts with { Ipv4Ranges = [], GroupIds = ["sg-1"] })));
        Fails(Run(config, Given.Inbound(Given.Https("0.0.0.0/0"))), Severity.Warning, "0.0.0.0/0");
    }

    [Fact]
    public void GroupsThatAreNotSeenAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface), wasGiven: false, "SecurityGroups");
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { SecurityGroups = [Given.Snapshot.SecurityGroups![0] with { IpPermissions = null }] }), wasGiven: false, "the IpPermissions of " + Given.GroupId);
        NotEvaluated(Run(Given.Interface with { SecurityGroupIds = [Given.GroupId, "sg-1"] }, Given.Snapshot), wasGiven: true, "the rules of sg-1");
    }
}
