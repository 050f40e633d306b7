using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>What comes in the pipe, tested against AWS: AWS.Tools' objects, ids, VPCs, files.</summary>
public sealed class PipeTests : LiveTestBase
{
    private static readonly string Vpc = EmulatedRegion.Id("vpc", 0);

    public PipeTests() => Server.Region(Home).Load(EmulatedRegion.Account(2, 2, 2));

    [Fact]
    public void EndpointsOfAwsToolsGetTheirSurroundings()
    {
        SessionAnswer answer = Run(
            "$p0 | Test-VpcEndpointConfig @aws -Live",
            (object)new[] { Foreign(0), Foreign(1) });
        Assert.Empty(answer.Errors);
        Assert.Equal([EmulatedRegion.Id("vpce", 0), EmulatedRegion.Id("vpce", 1)], answer.Each("Target"));
        Assert.All(Verdicts(answer.Output), verdict => Assert.Contains(" Passed ", verdict, StringComparison.Ordinal));
        Assert.Equal(1, Calls("DescribeSubnets"));
    }

    [Fact]
    public void VpcsOfAwsToolsMeanTheirEndpoints()
    {
        SessionAnswer answer = Run("[pscustomobject]@{ VpcId = $p0; CidrBlock = '10.0.0.0/16'; IsDefault = $false } | Test-VpcEndpointConfig @aws", Vpc);
        Assert.Empty(answer.Errors);
        Assert.Equal([EmulatedRegion.Id("vpce", 0), EmulatedRegion.Id("vpce", 1)], answer.Each("Target"));
    }

    [Fact]
    public void ResponsesAreUnwrapped()
    {
        SessionAnswer answer = Run("[pscustomobject]@{ ClientToken = 't'; VpcEndpoint = $p0 } | Test-VpcEndpointConfig @aws -Live", Foreign(0));
        Assert.Empty(answer.Errors);
        Assert.Equal([EmulatedRegion.Id("vpce", 0)], answer.Each("Target"));
    }

    [Fact]
    public void IdsAndWildcardsAreLookedUp()
    {
        Assert.Equal([EmulatedRegion.Id("vpce", 3)], Run("$p0 | Test-VpcEndpointConfig @aws", EmulatedRegion.Id("vpce", 3)).Each("Target"));
        Assert.Equal(4, Run("Test-VpcEndpointConfig @aws -VpcEndpointId vpce-*").Output.Count);
        Assert.Equal(2, Run("Test-VpcEndpointConfig @aws -VpcId vpc-*1").Output.Count);
        Assert.Equal(4, Run("Test-VpcEndpointConfig @aws -VpcId $p0, $p1", Vpc, EmulatedRegion.Id("vpc", 1)).Output.Count);
    }

    [Fact]
    public void WhatIsNotThereIsOneErrorEachAndTheOthersGoOn()
    {
        SessionAnswer answer = Run("'vpce-0ffffffffffffffff', $p0, 'vpc-0ffffffffffffffff' | Test-VpcEndpointConfig @aws", EmulatedRegion.Id("vpce", 0));
        Assert.Equal([EmulatedRegion.Id("vpce", 0)], answer.Each("Target"));
        Assert.Equal(["VpcEndpointNotFound", "VpcNotFound"], answer.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal("vpce-0ffffffffffffffff", answer.Errors[0].TargetObject);
    }

    [Fact]
    public void VpcWithoutEndpointsIsNoError()
    {
        Server.Region(Home).Load(new JsonObject { ["Vpcs"] = new JsonArray(new JsonObject { ["VpcId"] = "vpc-0ffffffffffffffff", ["CidrBlock"] = "10.9.0.0/16", ["OwnerId"] = Ec2Server.AccountId }) });
        SessionAnswer answer = Run("Test-VpcEndpointConfig @aws -VpcId vpc-0ffffffffffffffff");
        Assert.Empty(answer.Errors);
        Assert.Empty(answer.Output);
    }

    [Fact]
    public void FilesAndHashtablesGetTheirSurroundings()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("request.json", $$"""{"VpcEndpointType":"Interface","VpcId":"{{Vpc}}","ServiceName":"com.amazonaws.eu-west-1.ssm","SubnetIds":["{{EmulatedRegion.Id("subnet", 0)}}","{{EmulatedRegion.Id("subnet", 9)}}"],"PrivateDnsEnabled":true}""");
        dynamic verdict = Run("Test-VpcEndpointConfig @aws -Live $p0", file).Single;
        Assert.Equal("Failed", verdict.Outcome);
        IEnumerable<dynamic> findings = verdict.Findings;

        // The second subnet is not there, and the VPC has private names of ssm already.
        Assert.Equal(["VPCE-D002", "VPCE-N015"], findings.Where(finding => finding.Severity == "Error").Select(finding => (string)finding.RuleId).Order());
    }

    [Fact]
    public void WithoutLiveNothingIsAsked()
    {
        Assert.NotNull(Run("$p0 | Test-VpcEndpointConfig -Region eu-west-1", Foreign(0)).Single);
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public void SnapshotAndLiveExcludeEachOther() => Run("@{ VpcId = 'vpc-1' } | Test-VpcEndpointConfig @aws -Live -Snapshot @{ Region = 'eu-west-1' }").OnlyError("SnapshotAndLive");

    [Fact]
    public void QuietIsOneAnswer()
    {
        Assert.Equal(true, Assert.Single(Run("Test-VpcEndpointConfig @aws -VpcId * -Quiet").Output).BaseObject);
        SessionAnswer missing = Run("Test-VpcEndpointConfig @aws -VpcId vpc-0ffffffffffffffff -Quiet");
        Assert.Equal(false, Assert.Single(missing.Output).BaseObject);
    }

    private static PSObject Foreign(int number) => PSObject.AsPSObject(new Amazon.EC2.Model.VpcEndpoint
    {
        VpcEndpointId = EmulatedRegion.Id("vpce", number), VpcEndpointType = new("Interface"), State = new("Available"), VpcId = Vpc,
        ServiceName = number == 0 ? "com.amazonaws.eu-west-1.ssm" : "com.amazonaws.eu-west-1.sqs", PrivateDnsEnabled = true,
        SubnetIds = [EmulatedRegion.Id("subnet", 0), EmulatedRegion.Id("subnet", 1)], Groups = [new() { GroupId = EmulatedRegion.Id("sg", 0) }],
    });
}
