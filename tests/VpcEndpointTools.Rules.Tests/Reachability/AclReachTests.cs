using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Tests.Reachability;

public sealed class AclReachTests
{
    private static readonly TrafficPorts Https = new("tcp", [443]);
    private static readonly TrafficPorts Mail = new("tcp", [25, 465, 587]);
    private static readonly NetworkAclEntry Allow = new() { RuleNumber = 100, Egress = false, RuleAction = "allow", Protocol = "6", FromPort = 443, ToPort = 443, CidrBlock = "10.0.0.0/16" };
    private static readonly NetworkAclEntry Deny = Allow with { RuleNumber = 200, RuleAction = "deny" };
    private static readonly NetworkAclEntry MayAllow = Allow with { RuleNumber = 50, CidrBlock = "10.0.1.0/24" };
    private static readonly NetworkAclEntry MayDeny = MayAllow with { RuleAction = "deny" };
    private static readonly NetworkAclEntry May = MayAllow with { RuleAction = Given.Unknown<string>() };

    private static AddressRange Range(string text) => AddressRange.TryParse(text, out AddressRange range) ? range : throw new ArgumentException(text, nameof(text));

    private static NetworkAcl Acl(IReadOnlyList<NetworkAclEntry>? entries) => new() { NetworkAclId = "acl-1", Entries = entries };

    private static Truth Inbound(params NetworkAclEntry[] entries) => AclReach.Allows(Acl(entries), egress: false, Https, Range("10.0.0.0/16"));

    private static Truth From(string peer, params NetworkAclEntry[] entries) => AclReach.Allows(Acl(entries), egress: false, Https, Range(peer));

    private static Truth MailIn(params NetworkAclEntry[] entries) => AclReach.Allows(Acl(entries), egress: false, Mail, Range("10.0.0.0/16"));

    private static NetworkAclEntry On(NetworkAclEntry entry, long port) => entry with { FromPort = port, ToPort = port };

    [Fact]
    public void NeedsAnAclAndPorts()
    {
        Assert.Equal("acl", Assert.Throws<ArgumentNullException>(() => AclReach.Allows(null!, egress: true, Https, Range("10.0.0.0/16"))).ParamName);
        Assert.Equal("ports", Assert.Throws<ArgumentNullException>(() => AclReach.Allows(Acl([]), egress: true, null!, Range("10.0.0.0/16"))).ParamName);
    }

    [Fact]
    public void WhatNoEntryMatchesIsDenied()
    {
        Assert.Equal(Truth.No, Inbound());
        Assert.Equal(Truth.No, Inbound(On(Allow, 80)));
        Assert.Equal(Truth.No, Inbound(Allow with { Protocol = "17" }));
        Assert.Equal(Truth.No, Inbound(Allow with { CidrBlock = "10.1.0.0/16" }));
    }

    [Fact]
    public void TheLowestNumberThatMatchesDecides()
    {
        Assert.Equal(Truth.Yes, Inbound(Allow));
        Assert.Equal(Truth.No, Inbound(Deny));
        Assert.Equal(Truth.Yes, Inbound(Allow, Deny));
        Assert.Equal(Truth.Yes, Inbound(Deny, Allow));
        Assert.Equal(Truth.No, Inbound(Allow, Deny with { RuleNumber = 99 }));
        Assert.Equal(Truth.No, Inbound(Deny with { RuleNumber = 99 }, Allow));
    }

    [Fact]
    public void EntriesThatDoNotMatchArePassedOver()
    {
        Assert.Equal(Truth.Yes, Inbound(Allow, On(Deny, 22) with { RuleNumber = 10 }, Deny with { RuleNumber = 20, CidrBlock = "10.1.0.0/16" }, Deny));
        Assert.Equal(Truth.No, Inbound(On(Allow, 80) with { RuleNumber = 10 }, Allow with { RuleNumber = 300 }, Deny, Allow with { RuleNumber = 20, Protocol = "udp" }));
    }

    [Fact]
    public void TheTwoDirectionsAreApart()
    {
        NetworkAcl acl = Acl([Allow, Deny with { RuleNumber = 10, Egress = true }]);
        Assert.Equal(Truth.Yes, AclReach.Allows(acl, egress: false, Https, Range("10.0.0.0/16")));
        Assert.Equal(Truth.No, AclReach.Allows(acl, egress: true, Https, Range("10.0.0.0/16")));
        Assert.Equal(Truth.Yes, AclReach.Allows(Acl([Allow with { Egress = true }]), egress: true, Https, Range("10.0.0.0/16")));
        Assert.Equal(Truth.No, AclReach.Allows(Acl([Allow with { Egress = true }]), egress: false, Https, Range("10.0.0.0/16")));
    }

    [Theory]
    [InlineData("allow", Truth.Yes)]
    [InlineData("Allow", Truth.Yes)]
    [InlineData("deny", Truth.No)]
    [InlineData("DENY", Truth.No)]
    public void TheCaseOfTheActionIsIgnored(string action, Truth expected) => Assert.Equal(expected, Inbound(Allow with { RuleAction = action }));

    [Fact]
    public void EntriesThatAreNotSeenStayOpen() => Assert.Equal(Truth.Unknown, AclReach.Allows(Acl(null), egress: false, Https, Range("10.0.0.0/16")));

    [Fact]
    public void EntriesWithoutAnOrderStayOpen()
    {
        Assert.Equal(Truth.Unknown, Inbound(Allow, Deny with { RuleNumber = Given.Unknown<long>() }));
        Assert.Equal(Truth.Unknown, Inbound(Allow with { RuleNumber = default }));
        Assert.Equal(Truth.Unknown, Inbound(Allow, Deny with { Egress = Given.Unknown<bool>() }));
        Assert.Equal(Truth.Unknown, Inbound(Allow with { Egress = default }));
    }

    [Theory]
    [InlineData("10.0.0.0/16", Truth.Yes)]
    [InlineData("10.0.0.0/15", Truth.Yes)]
    [InlineData("0.0.0.0/0", Truth.Yes)]
    [InlineData("10.0.0.0/17", Truth.Unknown)]
    [InlineData("10.1.0.0/16", Truth.No)]
    [InlineData("::/0", Truth.No)]
    [InlineData("10.0.0.0/33", Truth.Unknown)]
    public void AnEntryMatchesAPeerThatLiesInItsRange(string range, Truth expected) => Assert.Equal(expected, Inbound(Allow with { CidrBlock = range }));

    [Fact]
    public void EachFamilyHasItsOwnRange()
    {
        NetworkAclEntry six = Allow with { CidrBlock = default, Ipv6CidrBlock = "2001:db8::/56" };
        Assert.Equal(Truth.Yes, From("2001:db8::/64", six));
        Assert.Equal(Truth.No, From("2001:db9::/64", six));
        Assert.Equal(Truth.No, From("10.0.0.0/16", six));
        Assert.Equal(Truth.No, From("2001:db8::/64", Allow with { CidrBlock = "0.0.0.0/0" }));
        Assert.Equal(Truth.Unknown, From("2001:db8::/64", six with { Ipv6CidrBlock = Given.Unknown<string>() }));
        Assert.Equal(Truth.Yes, From("10.0.0.0/16", Allow with { Ipv6CidrBlock = Given.Unknown<string>() }));
    }

    [Fact]
    public void UnknownPartsOfAnEntryStayOpen()
    {
        Assert.Equal(Truth.Unknown, Inbound(Allow with { CidrBlock = Given.Unknown<string>() }));
        Assert.Equal(Truth.Unknown, Inbound(Allow with { Protocol = Given.Unknown<string>() }));
        Assert.Equal(Truth.Unknown, Inbound(Allow with { FromPort = Given.Unknown<long>() }));
        Assert.Equal(Truth.Unknown, Inbound(Allow with { ToPort = Given.Unknown<long>() }));
        Assert.Equal(Truth.No, Inbound(On(Allow, 80) with { CidrBlock = Given.Unknown<string>() }));
        Assert.Equal(Truth.No, Inbound(Allow with { CidrBlock = "10.1.0.0/16", Protocol = Given.Unknown<string>() }));
    }

    [Fact]
    public void UnknownActionStaysOpenWhereTheEntryMatches()
    {
        NetworkAclEntry open = Allow with { RuleNumber = 10, RuleAction = Given.Unknown<string>() };
        Assert.Equal(Truth.Unknown, Inbound(open));
        Assert.Equal(Truth.Unknown, Inbound(open, Allow));
        Assert.Equal(Truth.Unknown, Inbound(open, Deny));
        Assert.Equal(Truth.Unknown, Inbound(open with { RuleAction = default }, Allow));
        Assert.Equal(Truth.Yes, Inbound(On(open, 80), Allow));
        Assert.Equal(Truth.Yes, Inbound(open with { RuleNumber = 300 }, Allow));
    }

    [Fact]
    public void AnEarlierEntryThatMayMatchCountsWhereItSaysOtherwise()
    {
        Assert.Equal(Truth.Yes, Inbound(MayAllow, Allow));
        Assert.Equal(Truth.Unknown, Inbound(MayDeny, Allow));
        Assert.Equal(Truth.Unknown, Inbound(May, Allow));
        Assert.Equal(Truth.Unknown, Inbound(MayAllow, Deny));
        Assert.Equal(Truth.No, Inbound(MayDeny, Deny));
        Assert.Equal(Truth.Unknown, Inbound(May, Deny));
        Assert.Equal(Truth.Unknown, Inbound(MayAllow));
        Assert.Equal(Truth.No, Inbound(MayDeny));
        Assert.Equal(Truth.Unknown, Inbound(May));
    }

    [Fact]
    public void SeveralEntriesThatMayMatchAddUp()
    {
        Assert.Equal(Truth.Unknown, Inbound(MayAllow, MayDeny with { RuleNumber = 60 }, Allow));
        Assert.Equal(Truth.Unknown, Inbound(MayDeny, MayAllow with { RuleNumber = 60 }, Allow));
        Assert.Equal(Truth.Unknown, Inbound(MayAllow, MayDeny with { RuleNumber = 60 }, Deny));
        Assert.Equal(Truth.Unknown, Inbound(MayDeny, MayAllow with { RuleNumber = 60 }, Deny));
        Assert.Equal(Truth.Unknown, Inbound(MayAllow, MayAllow with { RuleNumber = 60 }, Deny));
        Assert.Equal(Truth.Unknown, Inbound(MayDeny, MayDeny with { RuleNumber = 60 }, Allow));
    }

    [Fact]
    public void ALaterEntryThatMayMatchCountsForNothing()
    {
        Assert.Equal(Truth.Yes, Inbound(Allow, MayDeny with { RuleNumber = 101 }));
        Assert.Equal(Truth.No, Inbound(Deny, MayAllow with { RuleNumber = 201 }));
    }

    [Fact]
    public void OneOfSeveralPortsIsEnough()
    {
        Assert.Equal(Truth.Yes, MailIn(On(Allow, 25)));
        Assert.Equal(Truth.Yes, MailIn(On(Allow, 587)));
        Assert.Equal(Truth.No, MailIn(Allow));
        Assert.Equal(Truth.Unknown, MailIn(On(MayAllow, 465)));
    }

    [Fact]
    public void DenyingOneOfSeveralPortsLeavesTheOthers()
    {
        Assert.Equal(Truth.Yes, MailIn(On(Deny, 25) with { RuleNumber = 10 }, On(Allow, 25), On(Allow, 587) with { RuleNumber = 110 }));
        Assert.Equal(Truth.No, MailIn(Deny with { RuleNumber = 10, FromPort = 25, ToPort = 587 }, On(Allow, 587)));
        Assert.Equal(Truth.No, MailIn(On(Deny, 25) with { RuleNumber = 10 }, On(Allow, 25)));
    }

    [Fact]
    public void AnythingIsLetThroughByAnyPortsOfTcpAndUdp()
    {
        TrafficPorts anything = new(null, []);
        Assert.Equal(Truth.Yes, AclReach.Allows(Acl([Allow]), egress: false, anything, Range("10.0.0.0/16")));
        Assert.Equal(Truth.No, AclReach.Allows(Acl([Allow with { Protocol = "1" }]), egress: false, anything, Range("10.0.0.0/16")));
    }
}
