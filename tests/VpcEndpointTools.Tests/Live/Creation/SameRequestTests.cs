using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live.Creation;

/// <summary>The same command is the same request, and whatever means the same endpoint makes one.</summary>
public sealed class SameRequestTests : CreationTestBase
{
    private static readonly string OnePerZone = $"New-SafeVpcEndpoint @aws {Vpc} ssm -SubnetSelection OnePerZone -SecurityGroupId {Group} -PrivateDnsEnabled $false";

    public SameRequestTests() => Region.Load(new JsonObject
    {
        // A second subnet in the zone of the first, with as many free addresses.
        ["Subnets"] = new JsonArray(new JsonObject
        {
            ["SubnetId"] = "subnet-0ffffffffffffffff", ["VpcId"] = Vpc, ["CidrBlock"] = "10.0.9.0/24", ["AvailabilityZone"] = Home + "a", ["AvailabilityZoneId"] = "az1",
            ["AvailableIpAddressCount"] = 200, ["OwnerId"] = "111122223333", ["Ipv6Native"] = false, ["State"] = "available",
        }),
    });

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void OnePerZoneTwiceIsOneEndpoint(int lag)
    {
        string id = Told(Run(OnePerZone)).Id;
        if (lag > 0)
        {
            Region.Hide(id);
            for (int i = 1; i <= lag; i++)
            {
                int describe = i;
                Server.Faults.Before("DescribeVpcEndpoints", Calls("DescribeVpcEndpoints") + describe, _ =>
                {
                    if (describe == lag)
                    {
                        Region.Show(id);
                    }
                });
            }
        }

        SessionAnswer again = Run(OnePerZone);
        Assert.Equal(id, Told(again).Id);
        Assert.Equal([A, B], (IEnumerable<string>)again.Single.SubnetIds);
        Assert.Equal(id, OnlyId);
    }

    [Fact]
    public void OnePerZoneTwiceWhileTheListLagsForSeconds()
    {
        Region.ListLag = TimeSpan.FromSeconds(6);
        string command = OnePerZone.Replace("$false", "$true", StringComparison.Ordinal);
        string id = Told(Run(command + " -NoWait")).Id;
        Assert.Equal(id, Told(Run(command)).Id);
        Assert.Equal(id, OnlyId);
    }

    [Fact]
    public void OrderOfIdsIsThatOfTheTokenInBothCommands()
    {
        string id = Told(Run(Ssm)).Id;
        Region.Hide(id);
        SessionAnswer again = Run(Ssm.Replace($"{A}, {B}", $"{B}, {A}", StringComparison.Ordinal) + " -NoWait");
        Assert.Equal(id, Told(again).Id);
        Assert.Single(Creations.Select(call => call.Parameters["ClientToken"]).Distinct());
        Assert.DoesNotContain(Creations, call => call.Outcome == "IdempotentParameterMismatch");
        Assert.Equal(id, OnlyId);
    }

    [Theory]
    [InlineData("-Tag @{ Build = '1' }", "-Tag @{ Build = '2' }")]
    [InlineData("", "-Tag @{ Name = 'ssm' }")]
    [InlineData("-Tag @{ A = '1'; B = '2' }", "")]
    public void OtherTagsWhileTheListLagsMakeNoSecondEndpoint(string first, string second)
    {
        string id = Told(Run($"{Ssm} {first}")).Id;
        Region.Hide(id);
        Server.Faults.Before("DescribeVpcEndpoints", Calls("DescribeVpcEndpoints") + 4, _ => Region.Show(id));
        SessionAnswer again = Run($"{Ssm} {second}");
        Assert.Equal((id, "No"), Told(again));
        Assert.Contains(Creations, call => call.Outcome == "IdempotentParameterMismatch");
        Assert.Equal(id, OnlyId);
    }

    [Fact]
    public void TokenInUseWithoutAnEndpointIsToldWhenTheTimeEnds()
    {
        string id = Told(Run($"{Ssm} -Tag @{{ Build = '1' }}")).Id;
        Region.Hide(id);
        SessionAnswer again = Run($"{Ssm} -Tag @{{ Build = '2' }} -TimeoutSeconds 5");
        again.OnlyError("IdempotentParameterMismatch");
        Assert.DoesNotContain("Not created", Message(again), StringComparison.Ordinal);
        Assert.Contains("is not known", Message(again), StringComparison.Ordinal);
        Assert.Single(Creations.Select(call => call.Parameters["ClientToken"]).Distinct());
        Assert.Equal(id, OnlyId);
    }

    [Fact]
    public void MismatchWithAnEndpointOfOtherSettingsIsToldAsSuch()
    {
        string id = Told(Run($"{Ssm} -Tag @{{ Build = '1' }}")).Id;
        Region.Act("ModifyVpcEndpoint", new JsonObject { ["VpcEndpointId"] = id, ["RemoveSubnetIds"] = new JsonArray(B) });
        Region.Hide(id);
        Server.Faults.Before("DescribeVpcEndpoints", Calls("DescribeVpcEndpoints") + 3, _ => Region.Show(id));
        Assert.Contains(id, Run($"{Ssm} -Tag @{{ Build = '2' }}").OnlyError("EndpointExistsWithOtherSettings").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(id, OnlyId);
    }

    [Fact]
    public void DeletedOneIsMadeAnewThoughTheTokenAnswersAsTheFirstTime()
    {
        Region.RepeatsFirstAnswer = true;
        Region.ClockOffset = TimeSpan.FromHours(-1);
        string first = Told(Run(Ssm)).Id;
        Region.Remove(first);
        Region.ClockOffset = TimeSpan.Zero;
        Assert.NotEqual(first, Told(Run(Ssm)).Id);
        Assert.Single(Endpoints);
    }
}
