using VpcEndpointTools.Creation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Creation;

public sealed class CanonicalRequestTests
{
    [Fact]
    public void EverythingThatHasNoOrderIsInOne()
    {
        EndpointConfig one = Given.Interface with
        {
            SubnetIds = [Given.SubnetB, Given.SubnetA],
            SecurityGroupIds = ["sg-2", "sg-1"],
            RouteTableIds = ["rtb-2", "rtb-1"],
            Tags = [new Tag("b", "1"), new Tag("a", "2")],
            SubnetConfigurations = [new SubnetConfiguration { SubnetId = Given.SubnetB }, new SubnetConfiguration { SubnetId = Given.SubnetA }],
            DnsOptions = new DnsOptions { PrivateDnsSpecifiedDomains = ["b.example", "a.example"] },
        };
        EndpointConfig other = one with
        {
            SubnetIds = [Given.SubnetA, Given.SubnetB],
            SecurityGroupIds = ["sg-1", "sg-2"],
            RouteTableIds = ["rtb-1", "rtb-2"],
            Tags = [new Tag("a", "2"), new Tag("b", "1")],
            SubnetConfigurations = [new SubnetConfiguration { SubnetId = Given.SubnetA }, new SubnetConfiguration { SubnetId = Given.SubnetB }],
            DnsOptions = new DnsOptions { PrivateDnsSpecifiedDomains = ["a.example", "b.example"] },
        };
        Assert.Equal(Written(CanonicalRequest.Of(other)), Written(CanonicalRequest.Of(one)));
        Assert.Equal(CreationToken.Of(other, "eu-west-1", 0), CreationToken.Of(one, "eu-west-1", 0));
    }

    [Fact]
    public void WhatIsNamedTwiceIsMeantOnce()
    {
        EndpointConfig once = Given.Interface with { SubnetIds = [Given.SubnetA, Given.SubnetB], RouteTableIds = ["rtb-1"] };
        EndpointConfig twice = once with { SubnetIds = [Given.SubnetB, Given.SubnetA, Given.SubnetB], RouteTableIds = ["rtb-1", "rtb-1"] };
        Assert.Equal(Written(CanonicalRequest.Of(once)), Written(CanonicalRequest.Of(twice)));
        Assert.Equal(CreationToken.Of(once, "eu-west-1", 0), CreationToken.Of(twice, "eu-west-1", 0));
    }

    [Fact]
    public void WhatIsNotGivenOrNotKnownStaysSo()
    {
        EndpointConfig request = CanonicalRequest.Of(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref Subnets"), Tags = ValueList<Tag>.Absent });
        Assert.True(request.SubnetIds.IsUnknown);
        Assert.True(request.Tags.IsAbsent);
        Assert.Equal(DnsOptions.Absent, request.DnsOptions);
    }

    private static string Written(EndpointConfig request) => string.Join(
        '|',
        request.SubnetIds,
        request.SecurityGroupIds,
        request.RouteTableIds,
        request.Tags,
        string.Join(',', request.SubnetConfigurations.Select(one => one.SubnetId)),
        request.DnsOptions.PrivateDnsSpecifiedDomains);
}
