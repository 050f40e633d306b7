using VpcEndpointTools.Catalog;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Tests.Reachability;

public sealed class GroupReachTests
{
    private static readonly TrafficPorts Ports = TrafficPorts.Of("Interface", ServiceCatalog.Shipped.FindShort("ssm"));
    private static readonly IpPermission Https = Given.Tcp(443, 443);
    private static readonly IpPermission Ssh = Given.Tcp(22, 22) with { Ipv4Ranges = ["0.0.0.0/0"], PrefixListIds = ["pl-1"], GroupIds = ["sg-1"] };
    private static readonly ValueList<Value<string>> Open = ValueList<Value<string>>.Unknown("!Ref L");
    private static readonly GroupReach Reach = new((Given.Snapshot with { PrefixLists = [new PrefixList { PrefixListId = "pl-1", Cidrs = ["10.0.0.0/24"] }] }).Index);

    private static AddressRange Range(string text) => AddressRange.TryParse(text, out AddressRange range) ? range : throw new ArgumentException(text, nameof(text));

    private static Truth Admits(params IpPermission[] rules) => GroupReach.AdmitsAnyone(rules, Ports);

    private static Truth Covers(string range, params IpPermission[] rules) => Reach.Covers(rules, Ports, Range(range));

    private static Truth CoversList(PrefixList? list, params IpPermission[] rules) => Reach.Covers(rules, Ports, list);

    private static Truth Touches(IpPermission rule, params string[] ranges) => Reach.Touches([rule], Ports, [.. ranges.Select(Range)]);

    private static Truth Beyond(IpPermission rule, params string[] ranges) => GroupReach.ReachesBeyond([rule], Ports, [.. ranges.Select(Range)]);

    [Fact]
    public void AnyKindOfPeerIsSomebody()
    {
        Assert.Equal(Truth.Yes, Admits(Https with { Ipv4Ranges = ["10.0.0.0/8"] }));
        Assert.Equal(Truth.Yes, Admits(Https with { Ipv6Ranges = ["::/0"] }));
        Assert.Equal(Truth.Yes, Admits(Https with { PrefixListIds = ["pl-1"] }));
        Assert.Equal(Truth.Yes, Admits(Https with { GroupIds = ["sg-1"] }));
    }

    [Fact]
    public void NobodyIsAdmittedByOtherPortsOrWithoutAPeer()
    {
        Assert.Equal(Truth.No, Admits());
        Assert.Equal(Truth.No, Admits(Https));
        Assert.Equal(Truth.No, Admits(Ssh));
        Assert.Equal(Truth.Yes, Admits(Ssh, Https with { GroupIds = ["sg-1"] }));
    }

    [Fact]
    public void PeersThatAreNotKnownMayBeNone()
    {
        Assert.Equal(Truth.Unknown, Admits(Https with { Ipv4Ranges = Open }));
        Assert.Equal(Truth.Unknown, Admits(Https with { Ipv6Ranges = Open }));
        Assert.Equal(Truth.Unknown, Admits(Https with { PrefixListIds = Open }));
        Assert.Equal(Truth.Unknown, Admits(Https with { GroupIds = Open }));
        Assert.Equal(Truth.Yes, Admits(Https with { GroupIds = Open, Ipv4Ranges = [Given.Unknown<string>()] }));
        Assert.Equal(Truth.No, Admits(Ssh with { GroupIds = Open }));
    }

    [Fact]
    public void RulesThatAreNotSeenStayOpen()
    {
        Assert.Equal(Truth.Unknown, GroupReach.AdmitsAnyone(null, Ports));
        Assert.Equal(Truth.Unknown, Reach.Covers(null, Ports, Range("10.0.0.0/8")));
        Assert.Equal(Truth.Unknown, GroupReach.Names(null, Ports, _ => true));
    }

    [Theory]
    [InlineData("10.0.0.0/16", "10.0.1.0/24", Truth.Yes)]
    [InlineData("10.0.0.0/16", "10.0.0.0/16", Truth.Yes)]
    [InlineData("10.0.1.0/24", "10.0.0.0/16", Truth.No)]
    [InlineData("x", "10.0.0.0/16", Truth.Unknown)]
    public void ARuleCoversWhatLiesInItsRange(string rule, string range, Truth expected) =>
        Assert.Equal(expected, Covers(range, Https with { Ipv4Ranges = [rule] }));

    [Fact]
    public void Ipv6IsCoveredByIpv6Only()
    {
        Assert.Equal(Truth.Yes, Covers("2001:db8::/64", Https with { Ipv6Ranges = ["2001:db8::/56"] }));
        Assert.Equal(Truth.No, Covers("2001:db8::/64", Https with { Ipv4Ranges = ["0.0.0.0/0"] }));
    }

    [Fact]
    public void RangesThatAreNotKnownMayCover()
    {
        Assert.Equal(Truth.Unknown, Covers("10.0.0.0/8", Https with { Ipv4Ranges = [Given.Unknown<string>()] }));
        Assert.Equal(Truth.Unknown, Covers("10.0.0.0/8", Https with { Ipv4Ranges = Open }));
        Assert.Equal(Truth.Unknown, Covers("10.0.0.0/8", Https with { Ipv6Ranges = Open }));
        Assert.Equal(Truth.Unknown, Covers("10.0.0.0/8", Https with { PrefixListIds = Open }));
        Assert.Equal(Truth.Unknown, Covers("10.0.0.0/8", Https with { IpProtocol = Given.Unknown<string>(), Ipv4Ranges = ["0.0.0.0/0"] }));
        Assert.Equal(Truth.No, Covers("10.0.0.0/8", Https with { GroupIds = Open }));
    }

    [Fact]
    public void PrefixListsCoverWhatTheyHave()
    {
        Assert.Equal(Truth.Yes, Covers("10.0.0.0/25", Https with { PrefixListIds = ["pl-1"] }));
        Assert.Equal(Truth.No, Covers("10.0.1.0/25", Https with { PrefixListIds = ["pl-1"] }));
        Assert.Equal(Truth.Unknown, Covers("10.0.0.0/25", Https with { PrefixListIds = ["pl-2"] }));
        Assert.Equal(Truth.Unknown, Covers("10.0.0.0/25", Https with { PrefixListIds = [Given.Unknown<string>()] }));
        Assert.Equal(Truth.Unknown, new GroupReach(null).Covers([Https with { PrefixListIds = ["pl-1"] }], Ports, Range("10.0.0.0/25")));
    }

    [Fact]
    public void AListIsCoveredWhenEachOfItsRangesIs()
    {
        PrefixList list = new() { PrefixListId = "pl-9", Cidrs = ["3.5.0.0/16", "52.218.0.0/17"] };
        Assert.Equal(Truth.Yes, CoversList(list, Https with { Ipv4Ranges = ["0.0.0.0/0"] }));
        Assert.Equal(Truth.Yes, CoversList(list, Given.Https("3.5.0.0/16"), Given.Https("52.218.0.0/16")));
        Assert.Equal(Truth.No, CoversList(list, Given.Https("3.5.0.0/16")));
        Assert.Equal(Truth.No, CoversList(list, Given.Https("52.218.0.0/16")));
        Assert.Equal(Truth.Unknown, CoversList(list with { Cidrs = ["3.5.0.0/16", Given.Unknown<string>()] }, Given.Https("3.5.0.0/16")));
        Assert.Equal(Truth.Unknown, CoversList(list with { Cidrs = ["x"] }, Given.Https("3.5.0.0/16")));
        Assert.Equal(Truth.No, CoversList(list with { Cidrs = ["x"] }, Ssh));
    }

    [Fact]
    public void AListThatIsNotKnownIsOpenWhereThePortIs()
    {
        Assert.Equal(Truth.Unknown, CoversList(null, Https));
        Assert.Equal(Truth.Unknown, CoversList(new PrefixList { PrefixListId = "pl-9" }, Https));
        Assert.Equal(Truth.Unknown, CoversList(new PrefixList { PrefixListId = "pl-9", Cidrs = [] }, Https));
        Assert.Equal(Truth.No, CoversList(null, Ssh));
    }

    [Fact]
    public void TouchesByAGroupARangeOrAList()
    {
        Assert.Equal(Truth.Yes, Touches(Https with { GroupIds = ["sg-1"] }));
        Assert.Equal(Truth.Unknown, Touches(Https with { GroupIds = Open }));
        Assert.Equal(Truth.Yes, Touches(Given.Https("10.0.1.0/24"), "192.168.0.0/16", "10.0.0.0/16"));
        Assert.Equal(Truth.Yes, Touches(Given.Https("10.0.0.0/8"), "10.0.0.0/16"));
        Assert.Equal(Truth.No, Touches(Given.Https("10.1.0.0/24"), "10.0.0.0/16"));
        Assert.Equal(Truth.Yes, Touches(Https with { PrefixListIds = ["pl-1"] }, "10.0.0.0/16"));
        Assert.Equal(Truth.No, Touches(Https with { PrefixListIds = ["pl-1"] }, "10.1.0.0/16"));
        Assert.Equal(Truth.No, Touches(Ssh, "10.0.0.0/16"));
    }

    [Fact]
    public void NamesAGroupOrAList()
    {
        Assert.Equal(Truth.Yes, GroupReach.Names([Https with { GroupIds = ["sg-1", "sg-2"] }], Ports, id => id == "sg-2"));
        Assert.Equal(Truth.No, GroupReach.Names([Https with { GroupIds = ["sg-1"] }], Ports, id => id == "sg-2"));
        Assert.Equal(Truth.No, GroupReach.Names([Ssh], Ports, _ => true));
        Assert.Equal(Truth.Unknown, GroupReach.Names([Https with { GroupIds = [Given.Unknown<string>()] }], Ports, _ => true));
        Assert.Equal(Truth.Unknown, GroupReach.Names([Https with { GroupIds = Open }], Ports, _ => true));
        Assert.Equal(Truth.Yes, GroupReach.NamesList([Https with { PrefixListIds = ["pl-1"] }], Ports, "pl-1"));
        Assert.Equal(Truth.No, GroupReach.NamesList([Https with { PrefixListIds = ["pl-1"] }], Ports, "pl-2"));
        Assert.Equal(Truth.No, GroupReach.NamesList([Https with { GroupIds = ["pl-1"] }], Ports, "pl-1"));
    }

    [Fact]
    public void ReachesBeyondWhatIsInNoneOfTheRanges()
    {
        Assert.Equal(Truth.No, Beyond(Given.Https("10.0.1.0/24"), "192.168.0.0/16", "10.0.0.0/16"));
        Assert.Equal(Truth.Yes, Beyond(Given.Https("10.0.0.0/8"), "10.0.0.0/16"));
        Assert.Equal(Truth.Yes, Beyond(Given.Https("10.0.1.0/24", "172.16.0.0/12"), "10.0.0.0/16"));
        Assert.Equal(Truth.Unknown, Beyond(Https with { GroupIds = ["sg-1"] }, "10.0.0.0/16"));
        Assert.Equal(Truth.Unknown, Beyond(Https with { PrefixListIds = ["pl-1"] }, "10.0.0.0/16"));
        Assert.Equal(Truth.Unknown, Beyond(Https with { GroupIds = Open }, "10.0.0.0/16"));
        Assert.Equal(Truth.No, Beyond(Ssh with { Ipv4Ranges = ["0.0.0.0/0"] }, "10.0.0.0/16"));
    }

    [Theory]
    [InlineData(Truth.No, Truth.No, Truth.No, Truth.No)]
    [InlineData(Truth.No, Truth.Unknown, Truth.Unknown, Truth.No)]
    [InlineData(Truth.No, Truth.Yes, Truth.Yes, Truth.No)]
    [InlineData(Truth.Unknown, Truth.Yes, Truth.Yes, Truth.Unknown)]
    [InlineData(Truth.Unknown, Truth.Unknown, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.Yes, Truth.Yes, Truth.Yes, Truth.Yes)]
    public void TruthHasOrAndAnd(Truth left, Truth right, Truth or, Truth and)
    {
        Assert.Equal(or, left.Or(right));
        Assert.Equal(or, right.Or(left));
        Assert.Equal(and, left.And(right));
        Assert.Equal(and, right.And(left));
    }

    [Fact]
    public void TruthOfABool()
    {
        Assert.Equal(Truth.Yes, Truths.Of(true));
        Assert.Equal(Truth.No, Truths.Of(false));
    }
}
