using VpcEndpointTools.Model;
using VpcEndpointTools.Recommendation;
using VpcEndpointTools.Removal;

namespace VpcEndpointTools.Tests.Removal;

public sealed class EndpointUsesTests
{
    private const string Id = "vpce-0a1b2c3d4e5f60718";

    private static EndpointConfig Gateway => Given.Gateway with { VpcEndpointId = Id, State = "available", IsExisting = true };

    private static EndpointConfig Interface =>
        Given.Interface with { VpcEndpointId = Id, State = "available", IsExisting = true, PrivateDnsEnabled = false };

    private static string[] Uses(EndpointConfig endpoint, NetworkSnapshot around, NetworkSnapshot? given = null,
        params TrafficVolume[] traffic) =>
        [.. new EndpointUses(endpoint) { Around = around with { Region = Given.Region }, Given = given, Traffic = traffic }.Find()
            .Select(use => $"{use.Weight} {use.Kind} {use.UsedBy}")];

    private static NetworkSnapshot Table(params Route[] routes) =>
        new() { RouteTables = [new RouteTable { RouteTableId = Given.TableA, VpcId = Given.VpcId, Routes = routes }] };

    private static Route ToIt => new() { DestinationPrefixListId = Given.S3PrefixList, GatewayId = Id };

    [Fact]
    public void NothingUsesWhatNothingNames() =>
        Assert.Empty(Uses(Interface, Table(new Route { DestinationCidrBlock = "0.0.0.0/0", GatewayId = "igw-1" })));

    [Fact]
    public void WayOutDecidesWhatBecomesOfARoute()
    {
        Assert.Equal([$"InUse Route {Given.TableA}"], Uses(Gateway, Table(ToIt)));
        Assert.Equal([$"Consequence Route {Given.TableA}"],
            Uses(Gateway, Table(ToIt, new Route { DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = "nat-1", State = "active" })));
        Assert.Equal([$"Consequence Route {Given.TableA}"],
            Uses(Gateway, Table(ToIt, new Route { DestinationIpv6CidrBlock = "::/0", EgressOnlyInternetGatewayId = "eigw-1" })));
        Assert.Equal([$"Consequence Route {Given.TableA}"],
            Uses(Gateway, Table(ToIt, new Route { DestinationCidrBlock = "0.0.0.0/0", OtherTarget = "tgw-1" })));
        Assert.Equal([$"InUse Route {Given.TableA}"],
            Uses(Gateway, Table(ToIt, new Route { DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = "nat-1", State = "blackhole" })));
        Assert.Equal([$"InUse Route {Given.TableA}"],
            Uses(Gateway, Table(ToIt, new Route { DestinationCidrBlock = "10.0.0.0/8", OtherTarget = "tgw-1" })));
    }

    [Fact]
    public void AwsDoesNotDeleteAGatewayLoadBalancerEndpointWithRoutes() => Assert.Equal(
        [$"Refused Route {Given.TableA}"],
        Uses(Given.GatewayLoadBalancer with { VpcEndpointId = Id },
            Table(new Route { DestinationCidrBlock = "0.0.0.0/0", GatewayId = Id })));

    [Theory]
    [InlineData("StringEquals", "aws:SourceVpce", Id, true)]
    [InlineData("StringNotEqualsIfExists", "aws:sourcevpce", Id, true)]
    [InlineData("StringEquals", "aws:SourceVpce", "vpce-0a1b2c3d4e5f60719", false)]
    [InlineData("StringLike", "aws:SourceVpce", "vpce-0a1b2c*", true)]
    [InlineData("ForAnyValue:StringNotLikeIfExists", "aws:SourceVpce", "VPCE-0a1b2c3d4e5f6071?", true)]
    [InlineData("StringLike", "aws:SourceVpce", "vpce-0b*", false)]
    [InlineData("StringLike", "aws:SourceVpce", "vpce-*", false)]
    [InlineData("StringEquals", "aws:SourceVpce", "vpce-0a1b2c*", false)]
    public void PoliciesThatNameItUseIt(string test, string key, string value, bool isUse)
    {
        EndpointConfig other = Given.Interface with
        {
            VpcEndpointId = "vpce-0ffffffffffffffff", State = "available",
            PolicyDocument = "{\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"" + test + "\":{\"" + key + "\":\"" + value + "\"}}}]}",
        };
        Assert.Equal(isUse ? ["InUse EndpointPolicy vpce-0ffffffffffffffff"] : [],
            Uses(Interface, new NetworkSnapshot { VpcEndpoints = [Interface, other] }));
        Assert.Equal(isUse ? 1 : 0, Uses(Interface, new NetworkSnapshot(), given: new NetworkSnapshot { VpcEndpoints = [other] }).Length);
        Assert.Empty(Uses(Interface, new NetworkSnapshot { VpcEndpoints = [other with { State = "deleting" }] }));
    }

    [Theory]
    [InlineData("{\"Statement\":[{\"Condition\":{\"StringEquals\":{\"aws:SourceVpce\":\"" + Id + "\"}}}]}", true, "InUse")]
    [InlineData("{\"Statement\":[{\"Condition\":{\"StringEquals\":{\"aws:SourceVpc\":\"" + Id + "\"}}}]}", false, "Consequence")]
    [InlineData("{ not JSON: aws:SourceVpce " + Id, false, "Consequence")]
    [InlineData("{\"Statement\":[{\"Resource\":\"arn:aws:ec2:*:*:vpc-endpoint/" + Id + "\"}]}", true, "Consequence")]
    public void PolicyThatIsEncodedOrContainsTheIdIsTold(string policy, bool isEncoded, string weight)
    {
        EndpointConfig other = Given.Interface with
        {
            VpcEndpointId = "vpce-0ffffffffffffffff", State = "available", PolicyDocument = isEncoded ? Uri.EscapeDataString(policy) : policy,
        };
        Assert.Equal([$"{weight} EndpointPolicy vpce-0ffffffffffffffff"],
            Uses(Interface, new NetworkSnapshot { VpcEndpoints = [Interface, other] }));
    }

    [Theory]
    [InlineData("SSM")]
    [InlineData("Com.AmazonAWS.eu-west-1.SSM")]
    [InlineData("ssm.eu-west-1.amazonaws.com")]
    public void ServiceOfATrafficRowIsRecognisedInItsForms(string service) =>
        Assert.Equal([$"InUse Traffic {Given.VpcId}"], Uses(Interface, new NetworkSnapshot(), null,
            new TrafficVolume(Given.VpcId, service, 1e9m, TimeSpan.FromDays(7)) { IsOverNat = false }));

    [Theory]
    [InlineData("smm")]
    [InlineData("AMAZON")]
    [InlineData("ssm.us-east-1.amazonaws.com")]
    public void ServiceOfATrafficRowThatIsNotRecognisedIsTold(string service)
    {
        TrafficVolume row = new(Given.VpcId, service, 1e9m, TimeSpan.FromDays(7)) { IsOverNat = false };
        EndpointUse use = Assert.Single(new EndpointUses(Interface)
        {
            Around = new NetworkSnapshot { Region = Given.Region }, Traffic = [row, row, row with { VpcId = Given.OtherVpcId }],
        }.Find());
        Assert.Equal(("Traffic", "Consequence"), (use.Kind, use.Weight));
        Assert.Contains($"not recognised, so they were not counted: {service}.", use.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FewBytesAreNotToldAsNone()
    {
        TrafficVolume row = new(Given.VpcId, "ssm", 5, TimeSpan.FromDays(7)) { IsOverNat = true, IsPathKnown = false };
        EndpointUse use = Assert.Single(new EndpointUses(Interface)
        {
            Around = new NetworkSnapshot { Region = Given.Region }, Traffic = [row],
        }.Find());
        Assert.Equal("InUse", use.Weight);
        Assert.StartsWith("Less than 0.001 GB a month", use.Message, StringComparison.Ordinal);
        Assert.Contains("no Path", use.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InboundOnlyEndpointNeedsAGatewayUnlessThereIsAnother()
    {
        EndpointConfig inbound = Given.Interface with
        {
            VpcEndpointId = "vpce-0ffffffffffffffff", ServiceName = "com.amazonaws.eu-west-1.s3", PolicyDocument = default,
                DnsOptions = DnsOptions.Absent with { PrivateDnsOnlyForInboundResolverEndpoint = true },
        };
        Assert.Equal(["InUse InboundOnlyPrivateDns vpce-0ffffffffffffffff"],
            Uses(Gateway, new NetworkSnapshot { VpcEndpoints = [Gateway, inbound] }));
        Assert.Empty(Uses(Gateway,
            new NetworkSnapshot { VpcEndpoints = [Gateway, inbound, Gateway with { VpcEndpointId = "vpce-0eeeeeeeeeeeeeeee" }] }));
        Assert.Empty(Uses(Gateway, new NetworkSnapshot { VpcEndpoints = [Gateway, inbound with { VpcId = Given.OtherVpcId }] }));
        Assert.Empty(Uses(Gateway, new NetworkSnapshot { VpcEndpoints = [Gateway, inbound with { DnsOptions = DnsOptions.Absent }] }));
    }

    [Theory]
    [InlineData("vpce-0a1b2c3d4e5f60718-abc.ssm.eu-west-1.vpce.amazonaws.com.", true)]
    [InlineData("*.VPCE-0a1b2c3d4e5f60718-abc.ssm.eu-west-1.vpce.amazonaws.com", true)]
    [InlineData("bucket.vpce-0a1b2c3d4e5f60718-abc.s3.eu-west-1.vpce.amazonaws.com", true)]
    [InlineData("vpce-0ffffffffffffffff-abc.ssm.eu-west-1.vpce.amazonaws.com", false)]
    public void RecordsThatPointToItUseIt(string target, bool isUse)
    {
        HostedZone zone = new() { Name = "corp.example.",
            ResourceRecordSets = [new ResourceRecordSet { Name = "ssm.corp.example.", Type = "CNAME", Targets = [target] }] };
        Assert.Equal(isUse ? ["InUse HostedZone corp.example."] : [],
            Uses(Interface, new NetworkSnapshot(), new NetworkSnapshot { HostedZones = [zone] }));
    }

    [Fact]
    public void TrafficThatGoesNotThroughANatGatewayUsesIt()
    {
        TrafficVolume row = new(Given.VpcId, "ssm", 1e9m, TimeSpan.FromDays(7)) { IsOverNat = false };
        Assert.Equal([$"InUse Traffic {Given.VpcId}"], Uses(Interface, new NetworkSnapshot(), null, row));
        Assert.Equal([$"InUse Traffic {Given.VpcId}"], Uses(Gateway, new NetworkSnapshot(), null, row with { Service = "S3" }));
        Assert.Equal([$"Consequence Traffic {Given.VpcId}"], Uses(Interface, new NetworkSnapshot(), null, row with { IsOverNat = true }));
        Assert.Empty(Uses(Interface, new NetworkSnapshot(), null, row with { Bytes = 0 }, row with { VpcId = Given.OtherVpcId },
            row with { Service = "kms" }));
    }

    [Fact]
    public void PrivateNamesAreAConsequence() =>
        Assert.Equal([$"Consequence PrivateDns {Given.VpcId}"], Uses(Interface with { PrivateDnsEnabled = true }, new NetworkSnapshot()));

    [Fact]
    public void WhatNothingShowsIsSaid()
    {
        EndpointUses blind = new(Interface) { Around = new NetworkSnapshot() };
        EndpointUses seeing = new(Interface)
        {
            Around = new NetworkSnapshot(),
                Given = new NetworkSnapshot { HostedZones = [new HostedZone { Name = "a.", ResourceRecordSets = [] }] },
                Traffic = [new TrafficVolume(Given.VpcId, "ssm", 0, TimeSpan.FromDays(1))],
        };
        Assert.Equal(4, blind.NotLookedAt.Length);
        Assert.Equal(2, seeing.NotLookedAt.Length);
    }
}
