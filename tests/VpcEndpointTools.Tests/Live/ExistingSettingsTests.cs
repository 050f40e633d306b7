using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>An endpoint that is there is given back where it has every stated setting, and only there.</summary>
public sealed class ExistingSettingsTests : LiveTestBase
{
    private static readonly string Vpc = EmulatedRegion.Id("vpc", 0);
    private static readonly string A = EmulatedRegion.Id("subnet", 0);
    private static readonly string B = EmulatedRegion.Id("subnet", 1);
    private static readonly string Group = EmulatedRegion.Id("sg", 0);

    public ExistingSettingsTests() => Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 0));

    private JsonArray Endpoints => Server.Region(Home).Resources("VpcEndpoints");

    [Fact]
    public void DesignatedAddressesAreComparedThroughTheInterfaces()
    {
        string prefix = ((string)Server.Region(Home).Resources("Subnets")[0]!["CidrBlock"]!).Split("0/")[0];
        Assert.Equal("Unknown", (string)Ssm($"{prefix}20").Single.Created);
        Assert.Equal("No", (string)Ssm($"{prefix}20").Single.Created);
        SessionAnswer other = Ssm($"{prefix}21");
        Assert.Empty(other.Output);
        Assert.Contains(
            $"SubnetConfigurations is {A} {prefix}20; {B} ", Assert.Single(other.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Contains($"-SubnetConfiguration @{{ SubnetId = '{A}'; Ipv4 = '{prefix}21' }}", other.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Single(Endpoints);
    }

    [Fact]
    public void WithoutDesignatedAddressesNoMoreIsRead()
    {
        string ssm = $"New-SafeVpcEndpoint @aws {Vpc} ssm -SubnetId {A}, {B} -SecurityGroupId {Group} -PrivateDnsEnabled $true";
        Assert.Equal("Unknown", (string)Run(ssm).Single.Created);
        Assert.NotEmpty(Server.Calls);
        Assert.All(
            Server.Calls.Where(call => call.Action == "DescribeNetworkInterfaces"),
            call => Assert.DoesNotContain(call.Parameters, parameter => parameter.Value == "subnet-id"));
    }

    [Fact]
    public void PrivateDnsPreferenceAndDomainsAreCompared()
    {
        Assert.Equal("Unknown", (string)Network("orders.example.com").Single.Created);
        Assert.Equal("No", (string)Network("orders.example.com").Single.Created);
        SessionAnswer other = Network("bills.example.com");
        Assert.Contains(
            "PrivateDnsSpecifiedDomains is orders.example.com, not bills.example.com", Assert.Single(other.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Single(Endpoints);
    }

    private SessionAnswer Ssm(string address) => Run(
        $"New-SafeVpcEndpoint @aws {Vpc} ssm -SubnetId {A}, {B} -SecurityGroupId {Group} -PrivateDnsEnabled $true "
        + $"-SubnetConfiguration @{{ SubnetId = '{A}'; Ipv4 = '{address}' }}");

    private SessionAnswer Network(string domain) => Run(
        $"New-SafeVpcEndpoint @aws {Vpc} -ServiceNetworkArn arn:aws:vpc-lattice:eu-west-1:111122223333:servicenetwork/sn-0a1b2c3d4e5f60718 -SubnetId {A}, {B} "
        + $"-SecurityGroupId {Group} -PrivateDnsEnabled $true -DnsOptions_PrivateDnsPreference SPECIFIED_DOMAINS_ONLY -DnsOptions_PrivateDnsSpecifiedDomain {domain}");
}
