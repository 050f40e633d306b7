using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>A pipe across two Regions: each request is planned, created and told where it belongs.</summary>
public sealed class TwoRegionTests : LiveTestBase
{
    private const string Other = "us-east-1";

    // The session's own Region, which is neither the first nor that of all requests.
    private const string Keys = "$keys = $aws.Clone(); $keys.Remove('Region'); ";

    private static readonly string HomeVpc = EmulatedRegion.Id("vpc", 0);
    private static readonly string OtherVpc = Moved(HomeVpc);

    public TwoRegionTests()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 0));
        Server.Region(Other).Load(JsonNode.Parse(Moved(EmulatedRegion.Account(1, 2, 0, Other).ToJsonString()))!.AsObject());
    }

    [Theory]
    [InlineData("us-east-1", "eu-west-1")]
    [InlineData("eu-west-1", "us-east-1")]
    public void RecommendationsOfTwoRegionsAreCreatedWhereTheyBelong(string first, string second)
    {
        SessionAnswer answer = Run(Keys + $"Get-EndpointRecommendation ssm, s3 -VpcId * @keys -Region {first}, {second} | New-SafeVpcEndpoint @keys");
        Assert.Empty(answer.Errors);
        Assert.Equal(4, answer.Output.Count);
        Assert.All(answer.Output, made => Assert.Equal(VpcOf((string)made.Properties["Region"].Value), made.Properties["VpcId"].Value));
        foreach (string region in new[] { Home, Other })
        {
            Assert.Equal(
                [$"com.amazonaws.{region}.s3 {VpcOf(region)}", $"com.amazonaws.{region}.ssm {VpcOf(region)}"],
                Server.Region(region).Resources("VpcEndpoints").Select(one => $"{one!["ServiceName"]} {one["VpcId"]}").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void PlansNameTheRegionOfEach()
    {
        SessionAnswer answer = Run(Keys + $"Get-EndpointRecommendation ssm -VpcId * @keys -Region {Other}, {Home} | New-SafeVpcEndpoint @keys -WhatIf -AllowInconclusive");
        Assert.Empty(answer.Errors);
        Assert.Equal([Home, Other], answer.Each("Region").Order(StringComparer.Ordinal));
        Assert.All(answer.Output, plan => Assert.Equal(VpcOf((string)plan.Properties["Region"].Value), plan.Properties["Vpc"].Value));
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void RequestWithoutARegionGoesToTheSessionsOwnAndNotToThatOfTheOneBefore()
    {
        SessionAnswer answer = Run(
            Keys + "$StoredAWSRegion = $p2; $tables = @{ VpcEndpointType = 'Gateway'; ServiceName = 's3' }; "
            + "($tables + @{ VpcId = $p0; Region = 'us-east-1' }), ($tables + @{ VpcId = $p1 }) | New-SafeVpcEndpoint @keys -RouteTableSelection All",
            OtherVpc,
            HomeVpc,
            Home);
        Assert.Empty(answer.Errors);
        Assert.Equal([Other, Home], answer.Each("Region"));
        Assert.Single(Server.Region(Home).Resources("VpcEndpoints"));
        Assert.Single(Server.Region(Other).Resources("VpcEndpoints"));
    }

    [Fact]
    public void RegionThatFailsOrIsNoneLeavesTheOtherGoing()
    {
        SessionAnswer answer = Run(
            Keys + "$s3 = @{ VpcEndpointType = 'Gateway'; ServiceName = 's3' }; "
            + "($s3 + @{ VpcId = $p0; Region = 'nowhere' }), ($s3 + @{ VpcId = 'vpc-0ffffffffffffffff'; Region = 'us-east-1' }), "
            + "($s3 + @{ VpcId = $p0; Region = 'eu-west-1' }) | New-SafeVpcEndpoint @keys -RouteTableSelection All",
            HomeVpc);
        Assert.Equal(["InvalidRegion", "VpcNotFound"], answer.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal([Home], answer.Each("Region"));
    }

    [Fact]
    public void SameCommandAgainFindsBothAndMakesNone()
    {
        const string Script = Keys + "Get-EndpointRecommendation ssm -VpcId * @keys -Region us-east-1, eu-west-1 | New-SafeVpcEndpoint @keys";
        object[] requests = [.. Run(Script).Output.Select(made => (object)made)];
        Server.ForgetCalls();
        SessionAnswer again = Run(Keys + "$p0 | New-SafeVpcEndpoint @keys", (object)requests);
        Assert.Empty(again.Errors);
        Assert.Equal(["No", "No"], again.Each("Created"));
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    private static string VpcOf(string region) => region == Home ? HomeVpc : OtherVpc;

    private static string Moved(string text) => text.Replace("-00000000", "-0e000000", StringComparison.Ordinal);
}
