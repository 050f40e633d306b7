using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Tests.Reachability;

public sealed class AclReachTests
{
    private static readonly TrafficPorts Https = new("tcp", [443]);

    [Fact]
    public void NothingIsDenied() => Assert.Equal(Truth.No, Allows("10.0.0.0/16"));

    [Fact]
    public void AllowOfTheWholeRangeAllows() => Assert.Equal(Truth.Yes, Allows("10.0.0.0/16", Entry(100, "allow", "10.0.0.0/8")));

    [Fact]
    public void LowestNumberDecidesWhateverTheOrder()
    {
        Assert.Equal(Truth.No, Allows("10.0.0.0/16", Entry(200, "allow", "0.0.0.0/0"), Entry(100, "deny", "0.0.0.0/0")));
        Assert.Equal(Truth.Yes, Allows("10.0.0.0/16", Entry(200, "deny", "0.0.0.0/0"), Entry(100, "ALLOW", "0.0.0.0/0")));
        Assert.Equal(Truth.Yes, Allows("10.0.0.0/16", Entry(100, "deny", "192.168.0.0/16"), Entry(101, "allow", "0.0.0.0/0"), Entry(102, "deny", "0.0.0.0/0")));
    }

    [Fact]
    public void OtherDirectionPortProtocolOrFamilyDoesNotMatch()
    {
        Assert.Equal(Truth.No, Allows("10.0.0.0/16", Entry(100, "allow", "0.0.0.0/0") with { Egress = true }));
        Assert.Equal(Truth.No, Allows("10.0.0.0/16", Entry(100, "allow", "0.0.0.0/0") with { FromPort = 444 , ToPort = 500 }));
        Assert.Equal(Truth.No, Allows("10.0.0.0/16", Entry(100, "allow", "0.0.0.0/0") with { Protocol = "17" }));
        Assert.Equal(Truth.No, Allows("10.0.0.0/16", Entry(100, "allow", default) with { Ipv6CidrBlock = "::/0" }));
        Assert.Equal(Truth.Yes, Allows("2001:db8::/64", Entry(100, "allow", default) with { Ipv6CidrBlock = "::/0" }));
    }

    [Fact]
    public void PartOfTheRangeIsNotCertain()
    {
        Assert.Equal(Truth.Unknown, Allows("10.0.0.0/16", Entry(100, "allow", "10.0.1.0/24")));
        Assert.Equal(Truth.Unknown, Allows("10.0.0.0/16", Entry(100, "deny", "10.0.1.0/24"), Entry(200, "allow", "0.0.0.0/0")));
        Assert.Equal(Truth.Yes, Allows("10.0.0.0/16", Entry(100, "allow", "10.0.1.0/24"), Entry(200, "allow", "0.0.0.0/0")));
        Assert.Equal(Truth.No, Allows("10.0.0.0/16", Entry(100, "deny", "10.0.1.0/24")));
    }

    [Fact]
    public void UnknownPartsOfAnEntryMakeItUncertain()
    {
        NetworkAclEntry allow = Entry(100, "allow", "0.0.0.0/0");
        Assert.Equal(Truth.Unknown, Allows("10.0.0.0/16", allow with { CidrBlock = Given.Unknown<string>() }));
        Assert.Equal(Truth.Unknown, Allows("10.0.0.0/16", allow with { CidrBlock = "nonsense" }));
        Assert.Equal(Truth.Unknown, Allows("10.0.0.0/16", allow with { RuleAction = Given.Unknown<string>() }));
        Assert.Equal(Truth.Unknown, Allows("10.0.0.0/16", allow with { RuleAction = Given.Unknown<string>() }, allow with { RuleNumber = 200 }));
        Assert.Equal(Truth.Unknown, Allows("10.0.0.0/16", allow with { Protocol = Given.Unknown<string>() }));
        Assert.Equal(Truth.Unknown, Allows("10.0.0.0/16", allow with { RuleNumber = Given.Unknown<long>() }));
        Assert.Equal(Truth.Unknown, Allows("10.0.0.0/16", allow, Entry(200, "deny", "0.0.0.0/0") with { Egress = Given.Unknown<bool>() }));
        Assert.Equal(Truth.Unknown, AclReach.Allows(new NetworkAcl { NetworkAclId = "acl-1" }, egress: false, Https, Range("10.0.0.0/16")));
    }

    private static Truth Allows(string peer, params NetworkAclEntry[] entries) =>
        AclReach.Allows(new NetworkAcl { NetworkAclId = "acl-1", Entries = entries }, egress: false, Https, Range(peer));

    private static AddressRange Range(string text) => AddressRange.TryParse(text, out AddressRange range) ? range : throw new ArgumentException(text, nameof(text));

    private static NetworkAclEntry Entry(long number, string action, Value<string> cidr) =>
        new() { RuleNumber = number, Egress = false, RuleAction = action, Protocol = "6", FromPort = 443, ToPort = 443, CidrBlock = cidr };
}
