using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Live;

namespace VpcEndpointTools.Tests.Recommendation;

/// <summary>Get-EndpointRecommendation as it is called: from needs, VPCs and traffic, with good input, bad input and none.</summary>
public sealed class RecommendationCmdletTests : LiveTestBase
{
    private static readonly string Vpc = EmulatedRegion.Id("vpc", 0);

    [Fact]
    public void NothingAtAllIsOneClearError() => Run("Get-EndpointRecommendation").OnlyError("NothingToRecommend");

    [Fact]
    public void EmptyPipeIsSilent()
    {
        SessionAnswer answer = Run("@() | Get-EndpointRecommendation");
        Assert.Empty(answer.Output);
        Assert.Empty(answer.Errors);
    }

    [Theory]
    [InlineData("Get-EndpointRecommendation ss3", "UnknownServiceName")]
    [InlineData("Get-EndpointRecommendation -Target nothing", "UnknownTarget")]
    [InlineData("Get-EndpointRecommendation -Target arn:aws:s3:::bucket", "UnknownTarget")]
    [InlineData("$null | Get-EndpointRecommendation", "UnknownInput")]
    [InlineData("7 | Get-EndpointRecommendation", "UnknownInput")]
    [InlineData("[pscustomobject]@{ Bytes = 1 } | Get-EndpointRecommendation", "InvalidTraffic")]
    [InlineData("[pscustomobject]@{ VpcId = 'vpc-1'; ServiceName = 's3'; Bytes = 'many'; Days = 1 } | Get-EndpointRecommendation", "InvalidTraffic")]
    [InlineData("[pscustomobject]@{ VpcId = 'vpc-1'; ServiceName = 's3'; Bytes = 1 } | Get-EndpointRecommendation", "InvalidTraffic")]
    [InlineData("[pscustomobject]@{ VpcId = 'vpc-1'; ServiceName = 's3'; Bytes = 1; Start = '2026-11-02'; End = '2026-11-01' } | Get-EndpointRecommendation", "InvalidTraffic")]
    [InlineData("Get-EndpointRecommendation s3 -VpcId vpc-nope -Snapshot @{ Vpcs = @(@{ VpcId = 'vpc-1' }) }", "NotInSnapshot")]
    [InlineData("Get-EndpointRecommendation s3 -Region nowhere", "InvalidRegion")]
    [InlineData("Get-EndpointRecommendation s3 -Snapshot /nowhere.json", "PathNotFound")]
    [InlineData("Get-EndpointRecommendation s3 -PriceList /nowhere.json", "PathNotFound")]
    public void BadInputIsOneClearError(string script, string id)
    {
        SessionAnswer answer = Run(script);
        answer.OnlyError(id);
        Assert.Empty(answer.Output);
    }

    [Fact]
    public void OneBadNameCostsTheOthersNothing()
    {
        SessionAnswer answer = Run("'s3', 'ss3', 'ssm' | Get-EndpointRecommendation");
        Assert.Equal(["Gateway", "Interface"], answer.Each("Type"));
        Assert.Contains("ss3: not in the service catalogue", answer.OnlyError("UnknownServiceName").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutARegionOrAPriceThereIsNoFigureAndItIsSaid()
    {
        foreach (string region in new[] { string.Empty, "-Region eu-west-1" })
        {
            PSObject answer = Run($"Get-EndpointRecommendation ssm {region}").Single;
            Assert.Null(answer.Properties["EstimatedMonthlyCost"].Value);
            Assert.Contains("No figure", string.Join(' ', (IEnumerable<object>)answer.Properties["Against"].Value), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ModifyAndRemoveComeOnlyWhenAskedForAndTheRestIsAnnounced()
    {
        Server.Region(Home).Load(OneZone());
        SessionAnswer answer = Run("Get-EndpointRecommendation -VpcId vpc-* @aws");
        Assert.Empty(answer.Errors);
        Assert.DoesNotContain("Modify", answer.Each("Action"));
        Assert.Contains("-Action Modify", Assert.Single(answer.Warnings), StringComparison.Ordinal);
        Assert.Contains("Modify", Run("Get-EndpointRecommendation -VpcId vpc-* @aws -Action Modify").Each("Action"));
    }

    [Fact]
    public void VpcsAreReadFromAwsAndWhatIsNotThereIsAnErrorOfItsOwn()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(2, 2, 2));
        SessionAnswer answer = Run("$p0, 'vpc-0ffffffffffffffff' | Get-EndpointRecommendation -ServiceName s3 @aws", Vpc);
        answer.OnlyError("VpcNotFound");
        Assert.Equal([(Vpc, "Create")], answer.Output.Select(item => ((string)item.Properties["Vpc"].Value, (string)item.Properties["Action"].Value)));
        Assert.Equal(1, Calls("DescribeVpcs"));
    }

    [Fact]
    public void WhatIsRecommendedIsCreatedSafely()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 0));
        dynamic made = Run("Get-EndpointRecommendation s3 -VpcId $p0 @aws | New-SafeVpcEndpoint @aws", Vpc).Single;
        Assert.Equal(("Gateway", "Unknown"), ((string)made.VpcEndpointType, (string)made.Created));
        PSObject again = Run("Get-EndpointRecommendation s3 -VpcId $p0 @aws", Vpc).Single;
        Assert.Equal("Keep", again.Properties["Action"].Value);
        Assert.Equal((string)made.VpcEndpointId, again.Properties["ExistingVpcEndpointId"].Value);
        Assert.Null(again.Properties["VpcId"]);
        Assert.Null(again.Properties["ServiceName"]);
        Assert.Null(again.Properties["VpcEndpointId"]);
    }

    [Theory]
    [InlineData("@{ Days = 1 }")]
    [InlineData("@{ Start = '2026-11-01'; End = '2026-11-02' }")]
    [InlineData("@{ StartTime = [datetime]'2026-11-01'; EndTime = [datetime]'2026-11-02' }")]
    [InlineData("@{ Start = 1793491200; End = 1793577600 }")]
    public void TrafficIsTurnedIntoMoney(string span)
    {
        // 1 GB a day in two rows of one service: 30.4 GB a month, over NAT for 1.37.
        SessionAnswer answer = Run($"$span = {span}; foreach ($name in 'S3', 's3') {{ [pscustomobject]($span + @{{ VpcId = 'vpc-1'; ServiceName = $name; Bytes = 536870912 }}) }}", "x");
        SessionAnswer told = Run("$p0 | Get-EndpointRecommendation -Region us-east-1", (object)answer.Output.ToArray());
        dynamic s3 = told.Single;
        Assert.Equal(("Gateway", 0m), ((string)s3.Type, (decimal)s3.EstimatedMonthlyCost));
        Assert.Equal(1.37m, Math.Round((decimal)s3.EstimatedMonthlySaving, 2));
    }

    [Fact]
    public void TrafficThatAnEndpointWouldNotPayForStaysOnNat()
    {
        const string Row = "[pscustomobject]@{ VpcId = 'vpc-1'; ServiceName = 'ssm'; Bytes = $p0 * 1073741824; Days = 730 / 24 } | Get-EndpointRecommendation -Region us-east-1 -AvailabilityZoneCount 3";
        dynamic few = Run(Row, 625).Single;
        Assert.Equal((null, "None"), ((string?)few.Type, (string)few.Action));
        dynamic many = Run(Row, 627).Single;
        Assert.Equal("Interface", many.Type);
        Assert.True(many.EstimatedMonthlySaving > 0);
        Assert.Equal(626m, many.BreakEvenMonthlyGB);
    }

    [Fact]
    public void AddressesOfNoServiceAreSaidToBeSo()
    {
        dynamic answer = Run("[pscustomobject]@{ VpcId = 'vpc-1'; ServiceName = 'EC2_INSTANCES'; Bytes = 1; Days = 1 } | Get-EndpointRecommendation").Single;
        Assert.Equal("None", answer.Action);
    }

    [Fact]
    public void ListsCanBeIndexed()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));
        SessionAnswer answer = Run("""
            Get-VpcEndpointRule VPCE-S001; Get-VpcEndpointService s3; Get-EndpointRecommendation s3 -Region us-east-1 -MonthlyGB 5; Get-EndpointRecommendation ssm -Region us-east-1
            (Get-EndpointRecommendation ssm -Region us-east-1).Alternatives; Get-EndpointRecommendation -VpcId * @aws; Test-VpcEndpointConfig -VpcId * @aws
            (Test-VpcEndpointConfig -VpcId * @aws).Config; Get-EndpointRecommendation s3 -VpcId * @aws; New-SafeVpcEndpoint @aws $p0 s3 -VpcEndpointType Gateway -RouteTableId $p1
            """, Vpc, EmulatedRegion.Id("rtb", 0));
        Assert.Empty(answer.Errors);
        Assert.Equal(8, answer.Output.Select(item => item.BaseObject.GetType()).Distinct().Count());
        foreach (PSPropertyInfo property in answer.Output.SelectMany(item => item.Properties).Where(property => property.Value is IEnumerable and not string))
        {
            // PowerShell cannot index the read-only lists that the compiler makes.
            Assert.True(property.Value is Array or IDictionary || property.Value.GetType().Name is "List`1" or "Dictionary`2", $"{property.Name}: {property.Value.GetType()}");
        }
    }

    private static JsonObject OneZone()
    {
        JsonObject account = EmulatedRegion.Account(1, 2, 1);
        account["NetworkInterfaces"]!.AsArray().Add(new JsonObject { ["NetworkInterfaceId"] = "eni-0123456789abcdef0", ["VpcId"] = Vpc, ["SubnetId"] = EmulatedRegion.Id("subnet", 1), ["InterfaceType"] = "interface" });
        account["VpcEndpoints"]![0]!["SubnetIds"] = new JsonArray(EmulatedRegion.Id("subnet", 0));
        return account;
    }
}
