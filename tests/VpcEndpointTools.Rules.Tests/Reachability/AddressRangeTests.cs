using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Tests.Reachability;

public sealed class AddressRangeTests
{
    private static AddressRange Range(string text) => AddressRange.TryParse(text, out AddressRange range) ? range : throw new ArgumentException(text, nameof(text));

    [Theory]
    [InlineData("10.0.0.0/16", 16, 32)]
    [InlineData("10.0.0.1", 32, 32)]
    [InlineData(" 10.0.0.0/0 ", 0, 32)]
    [InlineData("10.0.0.0/32", 32, 32)]
    [InlineData("2001:db8::/56", 56, 128)]
    [InlineData("2001:db8::1", 128, 128)]
    [InlineData("::/0", 0, 128)]
    [InlineData("2001:db8::/128", 128, 128)]
    public void ReadsRanges(string text, int length, int width)
    {
        Assert.Equal(length, Range(text).Length);
        Assert.Equal(width, Range(text).Width);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("10.1")]
    [InlineData("10")]
    [InlineData("10/8")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/x")]
    [InlineData("10.0.0.256/24")]
    [InlineData("2001:db8::/129")]
    [InlineData("sg-0123456789abcdef0")]
    public void RefusesWhatIsNone(string? text)
    {
        Assert.False(AddressRange.TryParse(text, out AddressRange range));
        Assert.Equal(default, range);
    }

    [Theory]
    [InlineData("10.0.0.0/16", "10.0.0.0/16", true)]
    [InlineData("10.0.0.0/16", "10.0.255.0/24", true)]
    [InlineData("10.0.0.0/16", "10.1.0.0/24", false)]
    [InlineData("10.0.0.0/24", "10.0.0.0/16", false)]
    [InlineData("10.0.77.0/16", "10.0.1.0/24", true)]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("::/0", "10.0.0.0/8", false)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("2001:db8::/56", "2001:db8:0:ff::/64", true)]
    [InlineData("2001:db8::/56", "2001:db8:0:100::/64", false)]
    public void ContainsWhatLiesInIt(string outer, string inner, bool expected) => Assert.Equal(expected, Range(outer).Contains(Range(inner)));

    [Theory]
    [InlineData("10.0.0.0/16", "10.0.1.0/24", true)]
    [InlineData("10.0.1.0/24", "10.0.0.0/16", true)]
    [InlineData("10.0.1.0/24", "10.0.2.0/24", false)]
    [InlineData("::/0", "0.0.0.0/0", false)]
    public void OverlapsEitherWay(string left, string right, bool expected) => Assert.Equal(expected, Range(left).Overlaps(Range(right)));

    [Theory]
    [InlineData("0.0.0.0/0", true)]
    [InlineData("::/0", true)]
    [InlineData("0.0.0.0/1", false)]
    [InlineData("0.0.0.0", false)]
    public void EverythingHasNoPrefix(string text, bool expected) => Assert.Equal(expected, Range(text).IsEverything);

    [Fact]
    public void HostBitsDoNotMatter() => Assert.Equal(Range("10.0.0.0/24"), Range("10.0.0.77/24"));

    [Fact]
    public void FamiliesDiffer() => Assert.NotEqual(Range("0.0.0.0/0"), Range("::/0"));

    [Fact]
    public void CountsAddresses()
    {
        Assert.Equal((UInt128)256, Range("10.0.0.0/24").Count);
        Assert.Equal((UInt128)1, Range("10.0.0.1").Count);
        Assert.Equal(UInt128.One << 32, Range("0.0.0.0/0").Count);
        Assert.Equal(UInt128.One << 127, Range("::/1").Count);
        Assert.Equal(UInt128.MaxValue, Range("::/0").Count);
    }

    [Fact]
    public void TellsThePlaceOfAnAddress()
    {
        Assert.Equal((UInt128)0, Range("10.0.1.0/24").IndexOf(Range("10.0.1.0")));
        Assert.Equal((UInt128)255, Range("10.0.1.0/24").IndexOf(Range("10.0.1.255")));
    }
}
