using VpcEndpointTools.Catalog;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Tests.Reachability;

public sealed class TrafficPortsTests
{
    private static readonly TrafficPorts Https = TrafficPorts.Of("Interface", ServiceCatalog.Shipped.FindShort("ssm"));
    private static readonly TrafficPorts Mail = TrafficPorts.Of("Interface", ServiceCatalog.Shipped.FindShort("email-smtp"));
    private static readonly TrafficPorts Anything = TrafficPorts.Of("Resource", null);

    [Theory]
    [InlineData("Interface", "ssm", "TCP 443")]
    [InlineData("Gateway", "s3", "TCP 443")]
    [InlineData("Interface", "cassandra", "TCP 9142")]
    [InlineData("Interface", "email-smtp", "TCP 25 or 465 or 587 or 2465 or 2587")]
    [InlineData("Interface", "transfer.server", "anything")]
    [InlineData("Interface", "vpce-svc", "anything")]
    [InlineData("GatewayLoadBalancer", "ssm", "anything")]
    [InlineData("Resource", null, "anything")]
    [InlineData("ServiceNetwork", null, "anything")]
    [InlineData("Interface", null, "anything")]
    [InlineData("Tunnel", null, "UDP 6081")]
    public void FollowFromTypeAndService(string type, string? service, string expected)
    {
        TrafficPorts ports = TrafficPorts.Of(type, service is null ? null : ServiceCatalog.Shipped.FindShort(service));
        Assert.Equal(expected, ports.ToString());
        Assert.Equal(expected != "anything", ports.AreKnown);
    }

    [Theory]
    [InlineData("tcp", 443, 443, Truth.Yes)]
    [InlineData("TCP", 443, 443, Truth.Yes)]
    [InlineData("6", 443, 443, Truth.Yes)]
    [InlineData("tcp", 442, 444, Truth.Yes)]
    [InlineData("tcp", 444, 65535, Truth.No)]
    [InlineData("tcp", 0, 442, Truth.No)]
    [InlineData("udp", 443, 443, Truth.No)]
    [InlineData("17", 443, 443, Truth.No)]
    [InlineData("icmp", -1, -1, Truth.No)]
    public void MatchOnePort(string protocol, long from, long to, Truth expected) => Assert.Equal(expected, Https.Match(protocol, from, to));

    [Fact]
    public void AnyOneOfSeveralPortsIsEnough()
    {
        Assert.Equal(Truth.Yes, Mail.Match("tcp", 2587, 2587));
        Assert.Equal(Truth.No, Mail.Match("tcp", 26, 464));
    }

    [Fact]
    public void AllProtocolsNeedNoPorts() => Assert.Equal(Truth.Yes, Https.Match("-1", default, default));

    [Theory]
    [InlineData("tcp", Truth.Yes)]
    [InlineData("17", Truth.Yes)]
    [InlineData("icmp", Truth.No)]
    [InlineData("58", Truth.No)]
    public void AnythingIsTcpOrUdpOnAnyPort(string protocol, Truth expected) => Assert.Equal(expected, Anything.Match(protocol, 8080, 8080));

    [Fact]
    public void TunnelsTakeUdp()
    {
        TrafficPorts geneve = TrafficPorts.Of("Tunnel", null);
        Assert.Equal(Truth.Yes, geneve.Match("17", 6081, 6081));
        Assert.Equal(Truth.No, geneve.Match("tcp", 6081, 6081));
        Assert.Equal(Truth.No, geneve.Match("udp", 6082, 6082));
    }

    [Fact]
    public void WhatIsNotKnownStaysOpen()
    {
        Assert.Equal(Truth.Unknown, Https.Match(Given.Unknown<string>(), 443, 443));
        Assert.Equal(Truth.Unknown, Https.Match(default, 443, 443));
        Assert.Equal(Truth.Unknown, Https.Match("tcp", Given.Unknown<long>(), 443));
        Assert.Equal(Truth.Unknown, Https.Match("tcp", 443, Given.Unknown<long>()));
        Assert.Equal(Truth.No, Https.Match("udp", Given.Unknown<long>(), 443));
    }

    [Fact]
    public void AnswersComeOnAnEphemeralPort()
    {
        Assert.Equal("TCP 49152", TrafficPorts.Answers.ToString());
        Assert.Equal(Truth.Yes, TrafficPorts.Answers.Match("tcp", 49_152, 65_535));
        Assert.Equal(Truth.Yes, TrafficPorts.Answers.Match("tcp", 1024, 49_152));
    }
}
