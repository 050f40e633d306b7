using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>New-SafeVpcEndpoint -SubnetSelection and -RouteTableSelection: what is chosen, and that it stays chosen.</summary>
public sealed class SelectionTests : LiveTestBase
{
    private static readonly string Vpc = EmulatedRegion.Id("vpc", 0);
    private static readonly string Group = EmulatedRegion.Id("sg", 0);
    private static readonly string OnePerZone =
        $"New-SafeVpcEndpoint @aws {Vpc} ssm -SubnetSelection OnePerZone -SecurityGroupId {Group} -PrivateDnsEnabled $true";

    private VpcEndpointTools.Emulator.Ec2Region Region => Server.Region(Home);

    public SelectionTests() => Server.Region(Home).Load(EmulatedRegion.Account(1, 6, 0));

    [Fact]
    public void SameCommandTwiceMakesOneEndpoint()
    {
        dynamic made = Run(OnePerZone).Single;
        Assert.Equal([Subnet(0), Subnet(1), Subnet(2)], (IEnumerable<string>)made.SubnetIds);
        dynamic again = Run(OnePerZone).Single;
        Assert.Equal((string)made.VpcEndpointId, (string)again.VpcEndpointId);
        Assert.Equal("No", (string)again.Created);
        Assert.Single(Server.Region(Home).Resources("VpcEndpoints"));
    }

    [Fact]
    public void SharedAndPublicSubnetsGiveWay()
    {
        JsonArray subnets = Server.Region(Home).Resources("Subnets");
        subnets[0]!["OwnerId"] = "444455556666";
        JsonArray tables = Server.Region(Home).Resources("RouteTables");
        tables.Add(new JsonObject
        {
            ["RouteTableId"] = EmulatedRegion.Id("rtb", 1), ["VpcId"] = Vpc,
            ["Associations"] = new JsonArray(new JsonObject { ["SubnetId"] = Subnet(2), ["Main"] = false }),
            ["Routes"] = new JsonArray(new JsonObject
            {
                ["DestinationCidrBlock"] = "0.0.0.0/0", ["GatewayId"] = "igw-0123456789abcdef0", ["State"] = "active",
            }),
        });
        SessionAnswer answer = Run(OnePerZone + " -Verbose 4>&1");
        Assert.Empty(answer.Errors);
        dynamic made = answer.Output.Single(item => item.BaseObject is not VerboseRecord);
        Assert.Equal([Subnet(1), Subnet(3), Subnet(5)], (IEnumerable<string>)made.SubnetIds);
        string said = string.Join('\n', answer.Output.Where(item => item.BaseObject is VerboseRecord));
        Assert.Contains($"Subnet {Subnet(0)} in eu-west-1a: left out: it belongs to account 444455556666", said, StringComparison.Ordinal);
        Assert.Contains($"Subnet {Subnet(5)} in eu-west-1c: private", said, StringComparison.Ordinal);
    }

    [Fact]
    public void SubnetThatTheFirstRunFilledIsChosenAgainWhileTheListLags()
    {
        Region.Resources("Subnets")[0]!["AvailableIpAddressCount"] = 1;
        Region.HiddenDescribes = int.MaxValue;
        string command = OnePerZone.Replace("$true", "$false", StringComparison.Ordinal) + " -NoWait";
        Run(command);
        SessionAnswer again = Run(command);
        Assert.Contains(Subnet(0), again.OnlyError("VPCE-N007").Exception.Message, StringComparison.Ordinal);
        Assert.Single(Region.EverCreated);
    }

    [Fact]
    public void RecommendationAndCreationChooseTheSame()
    {
        dynamic advice = Run($"Get-EndpointRecommendation ssm -VpcId {Vpc} @aws").Single;
        dynamic plan = Run(OnePerZone + " -WhatIf").Single;
        Assert.Equal((IEnumerable<string>)advice.SubnetId, (IEnumerable<string>)plan.Request.SubnetIds);
    }

    private static string Subnet(int number) => EmulatedRegion.Id("subnet", number);
}
