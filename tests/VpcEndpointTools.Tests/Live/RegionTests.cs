using System.Diagnostics;
using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Several Regions in one go, and what is kept in files.</summary>
public sealed class RegionTests : LiveTestBase
{
    private readonly TemporaryFolder _folder = new();

    public RegionTests()
    {
        foreach (string region in new[] { Home, "eu-west-2", "us-east-1" })
        {
            Server.Region(region).Load(EmulatedRegion.Account(1, 2, 2, region));
        }
    }

    [Fact]
    public void WildcardsMeanTheRegionsThatTheAccountHas()
    {
        SessionAnswer answer = Run("$aws.Region = 'eu-*'; Test-VpcEndpointConfig @aws -VpcId *");
        Assert.Empty(answer.Errors);
        Assert.Equal(["eu-west-1", "eu-west-1", "eu-west-2", "eu-west-2"], answer.Each("Region"));
        Assert.Equal(1, Calls("DescribeRegions"));
    }

    [Fact]
    public void RegionThatFailsIsOneErrorAndTheOthersGoOn()
    {
        Server.Faults.Fail("DescribeSubnets", 1, 401, "OptInRequired", "You are not subscribed to this service.");
        SessionAnswer answer = Run("$aws.Region = 'eu-west-1', 'eu-west-2', 'us-east-1'; Test-VpcEndpointConfig @aws -VpcId *");
        answer.OnlyError("RegionNotEnabled");
        Assert.Equal(4, answer.Output.Count);
        Assert.Equal(2, answer.Each("Region").Distinct().Count());
    }

    [Fact]
    public void ProgressIsShownForEachRegionAfterASecondAndEnds()
    {
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<ProgressRecord> ofQuick = Run("Test-VpcEndpointConfig @aws -VpcId *").Progress;
        Assert.True(ofQuick.Count == 0 || watch.Elapsed >= TimeSpan.FromSeconds(1), $"progress after {watch.Elapsed}");
        Server.Latency = TimeSpan.FromMilliseconds(600);
        IReadOnlyList<ProgressRecord> progress = Run("$aws.Region = 'eu-*'; Test-VpcEndpointConfig @aws -VpcId *").Progress;
        Assert.Equal(["Reading eu-west-1", "Reading eu-west-2"], progress.Select(record => record.Activity).Distinct().Order(StringComparer.Ordinal));
        Assert.All(
            progress.GroupBy(record => record.ActivityId),
            region => Assert.Equal(ProgressRecordType.Completed, region.Last().RecordType));
    }

    [Fact]
    public void ConfigurationOfNoRegionNeedsOne()
    {
        SessionAnswer answer = Run("$aws.Region = 'eu-*'; @{ VpcId = 'vpc-00000000000000000'; ServiceName = 'com.amazonaws.eu-west-1.s3'; VpcEndpointType = 'Gateway' } | Test-VpcEndpointConfig @aws -Live");
        answer.OnlyError("SeveralRegions");
        Assert.Empty(answer.Output);
    }

    [Fact]
    public void ConfigurationsGoToTheRegionsTheyName()
    {
        SessionAnswer answer = Run(
            "@{ Region = 'eu-west-2'; VpcId = $p0; ServiceName = 'com.amazonaws.eu-west-2.s3'; VpcEndpointType = 'Gateway'; RouteTableId = $p1 }, "
            + "@{ Region = 'us-east-1'; VpcId = $p0; ServiceName = 'com.amazonaws.us-east-1.s3'; VpcEndpointType = 'Gateway'; RouteTableId = $p1 } | Test-VpcEndpointConfig @aws -Live",
            EmulatedRegion.Id("vpc", 0),
            EmulatedRegion.Id("rtb", 0));
        Assert.Empty(answer.Errors);
        Assert.Equal(["eu-west-2", "us-east-1"], answer.Each("Region"));
        Assert.Equal(["eu-west-2", "us-east-1"], Server.Calls.Select(call => call.Region).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ExportedSnapshotGivesTheSameVerdictsOffline()
    {
        string file = Path.Combine(_folder.FullName, "eu-west-1.json");
        SessionAnswer live = Run("Test-VpcEndpointConfig @aws -VpcId *");
        SessionAnswer export = Run("Export-VpcEndpointSnapshot @aws -Path $p0 -PassThru", file);
        Assert.Equal(file, export.Single.FullName);
        SessionAnswer offline = Session.Run("param($f) Test-VpcEndpointConfig -Path $f", file);
        Assert.Equal(Verdicts(live.Output), Verdicts(offline.Output));
        Assert.Equal(2, offline.Output.Count);
        Assert.Empty(offline.Warnings);

        // AWS's own words: what the CLI would have shown.
        JsonNode snapshot = JsonNode.Parse(File.ReadAllText(file))!;
        Assert.True((bool)snapshot["Complete"]!);
        Assert.Equal("10.0.0.0/16", (string)snapshot["SecurityGroups"]![0]!["IpPermissions"]![0]!["IpRanges"]![0]!["CidrIp"]!);
        Assert.True((bool)snapshot["Vpcs"]![0]!["EnableDnsSupport"]!);
    }

    [Fact]
    public void ExportOfAVpcIsCompleteForItAlone()
    {
        string file = Path.Combine(_folder.FullName, "vpc.json");
        Assert.Empty(Run("Export-VpcEndpointSnapshot @aws $p0 -VpcId $p1", file, EmulatedRegion.Id("vpc", 0)).Errors);
        Assert.Equal(EmulatedRegion.Id("vpc", 0), (string)JsonNode.Parse(File.ReadAllText(file))!["Complete"]![0]!);
    }

    [Fact]
    public void SeveralRegionsTakeAFolder()
    {
        Run("$aws.Region = '*'; Export-VpcEndpointSnapshot @aws -Path $p0", Path.Combine(_folder.FullName, "all.json")).OnlyError("OneFileForSeveralRegions");
        Assert.Empty(Run("$aws.Region = '*'; Export-VpcEndpointSnapshot @aws -Path $p0", _folder.FullName).Errors);
        Assert.Equal(["eu-west-1.json", "eu-west-2.json", "us-east-1.json"], Directory.EnumerateFiles(_folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatIfAsksAndWritesNothing()
    {
        string file = Path.Combine(_folder.FullName, "none.json");
        Run("Export-VpcEndpointSnapshot @aws -Path $p0 -WhatIf", file);
        Assert.False(File.Exists(file));
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public void FilesThatCannotBeWrittenAreOneErrorBeforeAnythingIsAsked()
    {
        Run("Export-VpcEndpointSnapshot @aws -Path $p0", Path.Combine(_folder.FullName, "nowhere", "x.json")).OnlyError("FolderNotFound");
        string there = _folder.Write("there.json", "{}");
        Run("Export-VpcEndpointSnapshot @aws -Path $p0 -NoClobber", there).OnlyError("FileExists");
        Assert.Equal("{}", File.ReadAllText(there));
        Run("Export-VpcEndpointSnapshot @aws -Path $p0 -VpcId vpc-0ffffffffffffffff", there).OnlyError("VpcNotFound");
    }

    [Fact]
    public void ServicesOfAwsWinAndAreKept()
    {
        string file = Path.Combine(_folder.FullName, "services.json");
        Server.Region(Home).Load(new JsonObject
        {
            ["ServiceDetails"] = new JsonArray(new JsonObject
            {
                ["ServiceName"] = "com.amazonaws.eu-west-1.brandnew", ["ServiceType"] = new JsonArray(new JsonObject { ["ServiceType"] = "Interface" }), ["Owner"] = "amazon",
                ["PrivateDnsNames"] = new JsonArray(new JsonObject { ["PrivateDnsName"] = "brandnew.eu-west-1.amazonaws.com" }),
            }),
        });
        dynamic live = Run("Get-VpcEndpointService @aws -Live -OutFile $p0 -ServiceName brandnew", file).Single;
        Assert.Equal("com.amazonaws.eu-west-1.brandnew", live.ServiceName);
        dynamic kept = Session.Run("param($f) Get-VpcEndpointService -Catalog $f -ServiceName brandnew -Region eu-west-1", file).Single;
        Assert.Equal(live.ServiceName, kept.ServiceName);
        Assert.Equal(1, Calls("DescribeVpcEndpointServices"));
        Server.Faults.Deny("DescribeVpcEndpointServices");
        Run("Get-VpcEndpointService @aws -Live").OnlyError("AccessDenied");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _folder.Dispose();
        base.Dispose(disposing);
    }
}
