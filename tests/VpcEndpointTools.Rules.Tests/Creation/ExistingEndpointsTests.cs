using VpcEndpointTools.Creation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Creation;

public sealed class ExistingEndpointsTests
{
    private const string Id = "vpce-0eeeeeeeeeeeeeeee";

    private static readonly EndpointConfig Existing = Given.Existing(Given.Interface, Id);

    [Fact]
    public void SameTargetInTheVpcIsFoundUnlessItIsDeadOrNotOnesOwn()
    {
        Assert.Single(Of(Existing));
        Assert.Empty(Of(Existing with { VpcId = Given.OtherVpcId }));
        Assert.Empty(Of(Existing with { ServiceName = "com.amazonaws.eu-west-1.sqs" }));
        Assert.Empty(Of(Existing with { VpcEndpointType = EndpointTypes.Gateway }));
        Assert.Empty(Of(Existing with { State = "Failed" }));
        Assert.Empty(Of(Existing with { RequesterManaged = true }));
    }

    [Fact]
    public void OnlyWhatIsStatedIsCompared()
    {
        Assert.Empty(ExistingEndpoints.Differences(Given.Interface with { Tags = [new Tag("Name", "x")] }, Existing));
        Assert.Empty(ExistingEndpoints.Differences(new EndpointConfig { VpcId = Given.VpcId }, Existing));
        Assert.Empty(ExistingEndpoints.Differences(Given.Interface with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }, Existing));
        Assert.Empty(ExistingEndpoints.Differences(Given.Interface with { PolicyDocument = """{ "a" : 1 }""" }, Existing with { PolicyDocument = """{"a":1}""" }));
    }

    [Fact]
    public void DifferencesComeWithTheCallThatAlignsThem()
    {
        EndpointConfig wanted = Given.Interface with { SubnetIds = [Given.SubnetA], PrivateDnsEnabled = false, IpAddressType = "dualstack", PolicyDocument = "{}" };
        EndpointConfig has = Existing with { SubnetIds = [Given.SubnetA, Given.SubnetB], PrivateDnsEnabled = true, PolicyDocument = default };
        Assert.Equal(["SubnetIds", "IpAddressType", "PrivateDnsEnabled", "PolicyDocument"], ExistingEndpoints.Differences(wanted, has).Select(difference => difference.Property));
        string call = ExistingEndpoints.Alignment(wanted, has)!;
        Assert.StartsWith($"Edit-EC2VpcEndpoint -VpcEndpointId {Id}", call, StringComparison.Ordinal);
        Assert.Contains($"-RemoveSubnetId {Given.SubnetB}", call, StringComparison.Ordinal);
        Assert.Contains("-PrivateDnsEnabled $false", call, StringComparison.Ordinal);
        Assert.Contains("-IpAddressType dualstack", call, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryStatedSettingIsCompared()
    {
        EndpointConfig resource = Given.Resource with { DnsOptions = new DnsOptions { PrivateDnsPreference = "SPECIFIED_DOMAINS_ONLY", PrivateDnsSpecifiedDomains = ["a.example.com", "b.example.com"] } };
        EndpointConfig has = Given.Existing(resource, Id);
        Assert.Empty(ExistingEndpoints.Differences(resource, has));
        Assert.Empty(ExistingEndpoints.Differences(
            resource, has with { DnsOptions = has.DnsOptions with { PrivateDnsSpecifiedDomains = ["B.Example.com", "a.example.com"] } }));
        Assert.Equal(["PrivateDnsPreference"], Different(resource, has with { DnsOptions = has.DnsOptions with { PrivateDnsPreference = "ALL_DOMAINS" } }));
        Assert.Equal(
            ["PrivateDnsSpecifiedDomains"], Different(resource, has with { DnsOptions = has.DnsOptions with { PrivateDnsSpecifiedDomains = ["a.example.com"] } }));
        Assert.Equal(["PrivateDnsPreference", "PrivateDnsSpecifiedDomains"], Different(resource, has with { DnsOptions = DnsOptions.Absent }));
        Assert.Empty(ExistingEndpoints.Differences(Given.Resource, has));
    }

    [Fact]
    public void RegionOfTheServiceIsComparedAndCannotBeChanged()
    {
        EndpointConfig wanted = Given.Interface with { ServiceRegion = "us-east-1", Region = Given.Region };
        Assert.Equal(["ServiceRegion"], Different(wanted, Existing with { ServiceRegion = Given.Region }));
        Assert.Equal(["ServiceRegion"], Different(wanted, Existing));
        Assert.Empty(ExistingEndpoints.Differences(wanted, Existing with { ServiceRegion = "us-east-1" }));
        Assert.Null(ExistingEndpoints.Alignment(wanted, Existing with { ServiceRegion = Given.Region }));

        // An answer without it is about the endpoint's own Region; where even that is not known nothing is said.
        Assert.Empty(ExistingEndpoints.Differences(wanted with { ServiceRegion = Given.Region }, Existing));
        Assert.Empty(ExistingEndpoints.Differences(Given.Interface with { ServiceRegion = "us-east-1", Region = default }, Existing with { Region = default }));
    }

    [Fact]
    public void DesignatedAddressesAreThoseOfTheNetworkInterfaces()
    {
        EndpointConfig has = Existing with { NetworkInterfaceIds = ["eni-a", "eni-b"] };
        NetworkSnapshot around = Given.Snapshot with { NetworkInterfaces = [Interface("eni-a", Given.SubnetA, "10.0.1.9", "2001:db8::9"), Interface("eni-b", Given.SubnetB, "10.0.2.9")] };
        Assert.Empty(Addresses(has, around, Designated(Given.SubnetA, "10.0.1.9"), Designated(Given.SubnetB, "10.0.2.9")));
        Assert.Empty(Addresses(has, around, Designated(Given.SubnetA, "10.0.1.9", "2001:0DB8:0::0:9")));
        Assert.Single(Addresses(has, around, Designated(Given.SubnetA, "10.0.1.8")));
        Assert.Single(Addresses(has, around, Designated(Given.SubnetA, "10.0.1.9", "2001:db8::8")));
        Assert.Single(Addresses(has, around, Designated(Given.SubnetB, "10.0.2.9", "2001:db8::8")));

        // Without a network interface in the subnet no address of it can be there.
        Assert.Single(Addresses(has with { SubnetIds = [Given.SubnetA] }, around, Designated(Given.SubnetB, "10.0.2.9")));
    }

    [Fact]
    public void AddressesThatWereNotReadAreNoDifference()
    {
        EndpointConfig has = Existing with { NetworkInterfaceIds = ["eni-a", "eni-b"] };
        SubnetConfiguration wanted = Designated(Given.SubnetA, "10.0.1.8", "2001:db8::8");
        Assert.Empty(Addresses(has, null, wanted));
        Assert.Empty(Addresses(has, Given.Snapshot with { NetworkInterfaces = null }, wanted));
        Assert.Empty(Addresses(has, Given.Snapshot with { NetworkInterfaces = [Interface("eni-b", Given.SubnetB, "10.0.2.9")] }, wanted));
        Assert.Empty(Addresses(has, Given.Snapshot with { NetworkInterfaces = [new NetworkInterface { NetworkInterfaceId = "eni-a", SubnetId = Given.SubnetA }] }, wanted));
        Assert.Empty(Addresses(has with { SubnetIds = ValueList<Value<string>>.Absent }, Given.Snapshot, wanted));
    }

    [Fact]
    public void AlignmentOfAddressesIsACallToo()
    {
        EndpointConfig has = Existing with { NetworkInterfaceIds = ["eni-a"] };
        NetworkSnapshot around = Given.Snapshot with { NetworkInterfaces = [Interface("eni-a", Given.SubnetA, "10.0.1.9")] };
        EndpointConfig wanted = Given.Interface with { SubnetConfigurations = [Designated(Given.SubnetA, "10.0.1.8")] };
        Assert.Equal(
            $"Edit-EC2VpcEndpoint -VpcEndpointId {Id} -SubnetConfiguration @{{ SubnetId = '{Given.SubnetA}'; Ipv4 = '10.0.1.8' }}",
            ExistingEndpoints.Alignment(wanted, has, around));
    }

    // Preferences and their domains are for Resource and ServiceNetwork endpoints.
    [Theory]
    [InlineData("Interface", false)]
    [InlineData("Resource", true)]
    [InlineData("ServiceNetwork", true)]
    public void AlignmentOfDomainsIsACallWhereTheTypeHasThem(string type, bool isCall)
    {
        EndpointConfig wanted = Given.Interface with
        {
            VpcEndpointType = type, DnsOptions = new DnsOptions { PrivateDnsSpecifiedDomains = ["a.example.com"] },
        };
        Assert.Equal(
            isCall ? $"Edit-EC2VpcEndpoint -VpcEndpointId {Id} -DnsOptions_PrivateDnsSpecifiedDomain a.example.com" : null,
            ExistingEndpoints.Alignment(wanted, Existing with { VpcEndpointType = type }));
    }

    [Fact]
    public void WhatCannotBeChangedHasNoCall() => Assert.Null(ExistingEndpoints.Alignment(
        Given.GatewayLoadBalancer with { SubnetIds = [Given.SubnetB] }, Given.Existing(Given.GatewayLoadBalancer, Id) with { SubnetIds = [Given.SubnetA] }));

    private static IEnumerable<string> Different(EndpointConfig wanted, EndpointConfig has) =>
        ExistingEndpoints.Differences(wanted, has).Select(difference => difference.Property);

    private static IReadOnlyList<EndpointDifference> Addresses(EndpointConfig has, NetworkSnapshot? around, params SubnetConfiguration[] wanted) =>
        ExistingEndpoints.Differences(Given.Interface with { SubnetIds = ValueList<Value<string>>.Absent, SubnetConfigurations = [.. wanted] }, has, around);

    private static SubnetConfiguration Designated(string subnet, string ipv4, string? ipv6 = null) => new() { SubnetId = subnet, Ipv4 = ipv4, Ipv6 = ipv6 };

    private static NetworkInterface Interface(string id, string subnet, string ipv4, params Value<string>[] ipv6) =>
        new() { NetworkInterfaceId = id, SubnetId = subnet, PrivateIpAddress = ipv4, Ipv6Addresses = [.. ipv6] };

    private static IReadOnlyList<EndpointConfig> Of(EndpointConfig existing) => ExistingEndpoints.Of(Given.Interface, Given.Snapshot with { VpcEndpoints = [existing] });
}
