using System.Management.Automation;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Cmdlets;

/// <summary>What can be piped in, and what comes out for it.</summary>
public sealed class PipeTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private const string GoodGateway =
        "@{ VpcEndpointType='Gateway'; VpcId='vpc-0a1b2c3d4e5f60718'; ServiceName='com.amazonaws.eu-west-1.s3'; RouteTableId='rtb-0aaaaaaaaaaaaaaaa' }";

    [Fact]
    public void HashtableIsAConfiguration()
    {
        dynamic result = session.Run($"{GoodGateway} | Test-VpcEndpointConfig").Single;
        Assert.Equal("Passed", result.Outcome);
        Assert.Equal("pipeline[0]", result.Target);
        Assert.Equal("vpc-0a1b2c3d4e5f60718", result.Vpc);
        Assert.Equal("com.amazonaws.eu-west-1.s3", result.Service);
        Assert.Equal("Gateway", result.Type);
        Assert.Equal(["rtb-0aaaaaaaaaaaaaaaa"], (IEnumerable<string>)result.Config.RouteTableIds);
    }

    [Fact]
    public void CustomObjectIsAConfiguration() =>
        Assert.Equal("Passed", session.Run($"[pscustomobject]{GoodGateway} | Test-VpcEndpointConfig").Single.Outcome);

    [Fact]
    public void PropertyNamesIgnoreCase()
    {
        SessionAnswer answer = session.Run(
            "@{ vpcendpointtype='Gateway'; VPCID='vpc-0a1b2c3d4e5f60718'; servicename='com.amazonaws.eu-west-1.s3'; routetableids=@('rtb-0aaaaaaaaaaaaaaaa') }"
            + " | Test-VpcEndpointConfig");
        Assert.Equal("Passed", answer.Single.Outcome);
    }

    [Fact]
    public void VpcIdAloneIsAConfigurationThatLacksItsTarget()
    {
        dynamic result = session.Run("@{ VpcId='vpc-0a1b2c3d4e5f60718' } | Test-VpcEndpointConfig").Single;
        Assert.Equal("Failed", result.Outcome);
        Assert.Contains((IEnumerable<dynamic>)result.Findings, finding => finding.RuleId == "VPCE-S005");
    }

    [Fact]
    public void SeveralObjectsKeepTheirOrderAndNumbers()
    {
        SessionAnswer answer = session.Run($"{GoodGateway}, @{{ VpcId='vpc-0a1b2c3d4e5f60718' }}, {GoodGateway} | Test-VpcEndpointConfig");
        Assert.Equal(["pipeline[0]", "pipeline[1]", "pipeline[2]"], answer.Each("Target"));
        Assert.Equal(["Passed", "Failed", "Passed"], answer.Each("Outcome"));
    }

    [Fact]
    public void ArrayAsAnArgumentIsItsItems()
    {
        SessionAnswer answer = session.Run(
            $"param($f) Test-VpcEndpointConfig -InputObject @({GoodGateway}, $f)", Path.Combine(Repository.Root, "examples", "gateway-s3.json"));
        Assert.Equal(["pipeline[0]", "gateway-s3.json"], answer.Each("Target"));
    }

    [Fact]
    public void AwsToolsObjectIsReadByNameAndItsConstantsByText()
    {
        Amazon.EC2.Model.VpcEndpoint endpoint = new()
        {
            VpcEndpointId = "vpce-0123456789abcdef0",
            VpcEndpointType = new Amazon.EC2.VpcEndpointType("Interface"),
            State = new Amazon.EC2.State("Available"),
            VpcId = "vpc-0a1b2c3d4e5f60718",
            ServiceName = "com.amazonaws.eu-west-1.ssm",
            SubnetIds = ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb"],
            Groups = [new() { GroupId = "sg-0123456789abcdef0" }],
            PrivateDnsEnabled = true,
        };
        dynamic result = session.Run("param($e) $e | Test-VpcEndpointConfig", endpoint).Single;
        Assert.Equal("vpce-0123456789abcdef0", result.Target);
        Assert.Equal("Interface", result.Type);
        Assert.Equal(["sg-0123456789abcdef0"], (IEnumerable<string>)result.Config.SecurityGroupIds);
        Assert.NotEqual("Failed", result.Outcome);
    }

    [Fact]
    public void AnswerOfCreateIsUnwrapped() =>
        Assert.Equal(
            "vpce-0123456789abcdef0",
            session.Run($"@{{ ClientToken='x'; VpcEndpoint=({GoodGateway} + @{{ VpcEndpointId='vpce-0123456789abcdef0' }}) }} | Test-VpcEndpointConfig").Single.Target);

    [Fact]
    public void FileFromGetChildItemIsItsContent()
    {
        SessionAnswer answer = session.Run("param($f) [System.IO.FileInfo]$f | Test-VpcEndpointConfig", Path.Combine(Repository.Root, "examples", "gateway-s3.json"));
        Assert.Equal("gateway-s3.json", answer.Single.Target);
        Assert.Equal(1, answer.Single.Line);
        Assert.EndsWith("gateway-s3.json", (string)answer.Single.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void StringIsAPath() =>
        Assert.Equal(
            "gateway-s3.json",
            session.Run("param($f) $f | Test-VpcEndpointConfig", Path.Combine(Repository.Root, "examples", "gateway-s3.json")).Single.Target);

    [Fact]
    public void PathTakesWildcards()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig -Path $f", Path.Combine(Repository.Root, "examples", "gateway-*.json"));
        Assert.Equal(["gateway-load-balancer.json", "gateway-s3.json"], answer.Each("Target"));
    }

    [Fact]
    public void LiteralPathTakesNone()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("a[1].json", File.ReadAllText(Path.Combine(Repository.Root, "examples", "gateway-s3.json")));
        Assert.Equal("a[1].json", session.Run("param($f) Test-VpcEndpointConfig -LiteralPath $f", file).Single.Target);
    }

    [Fact]
    public void FileWithBracketsInItsNameIsFoundByPath()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("a[1].json", File.ReadAllText(Path.Combine(Repository.Root, "examples", "gateway-s3.json")));
        Assert.Equal("a[1].json", session.Run("param($f) Test-VpcEndpointConfig $f", file).Single.Target);
    }

    [Fact]
    public void LinesOfJsonFromANativeCommandAreOneInput()
    {
        SessionAnswer answer = session.Run(
            "param($l) $l | Test-VpcEndpointConfig",
            [File.ReadAllLines(Path.Combine(Repository.Root, "examples", "gateway-s3.json"))]);
        Assert.Equal("com.amazonaws.eu-west-1.s3", answer.Single.Service);
    }

    [Fact]
    public void Utf16FileOfWindowsPowerShellIsRead()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.FullName, "wide.json");
        File.WriteAllText(file, File.ReadAllText(Path.Combine(Repository.Root, "examples", "gateway-s3.json")), System.Text.Encoding.Unicode);
        Assert.Equal("Gateway", session.Run("param($f) Test-VpcEndpointConfig $f", file).Single.Type);
    }

    [Fact]
    public void ResultBindsToNoParameterOfNewEc2VpcEndpoint()
    {
        PSObject result = session.Run($"{GoodGateway} | Test-VpcEndpointConfig").Single;
        foreach (string name in new[] { "VpcId", "ServiceName", "VpcEndpointType", "VpcEndpointId", "SubnetId", "RouteTableId", "Force", "ClientToken" })
        {
            Assert.Null(result.Properties[name]);
        }
    }

    [Fact]
    public void FindingsMakeSenseWithoutTheirResult()
    {
        SessionAnswer answer = session.Run(
            "param($f) Test-VpcEndpointConfig $f | ForEach-Object Findings", Path.Combine(Repository.Root, "examples", "wrong-type-omitted.json"));
        PSObject finding = answer.Output.First(item => (string)item.Properties["RuleId"].Value == "VPCE-S002");
        Assert.Equal("Error", Assert.IsType<string>(finding.Properties["Severity"].Value));
        Assert.Equal("wrong-type-omitted.json", finding.Properties["Target"].Value);
        Assert.Equal("InvalidParameter", finding.Properties["AwsErrorCode"].Value);
        Assert.Contains("Gateway", (string)finding.Properties["Message"].Value, StringComparison.Ordinal);
        Assert.StartsWith("https://", (string)finding.Properties["HelpUri"].Value, StringComparison.Ordinal);
        Assert.All(["Title", "Property", "Remediation"], name => Assert.NotEmpty((string)finding.Properties[name].Value));
    }

    [Fact]
    public void SubnetObjectIsNoEndpoint()
    {
        SessionAnswer answer = session.Run("@{ SubnetId='subnet-0aaaaaaaaaaaaaaaa'; VpcId='vpc-0a1b2c3d4e5f60718'; CidrBlock='10.0.0.0/24' } | Test-VpcEndpointConfig");
        Assert.Contains("CidrBlock", answer.OnlyError("NotAnEndpointConfiguration").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MisspeltMemberOfARequestIsWarnedOf()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("a.json", """{"VpcEndpointType":"Gateway","VpcId":"vpc-0a1b2c3d","ServiceName":"com.amazonaws.eu-west-1.s3","RouteTableId":["rtb-0a1b2c3d"]}""");
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", file);
        Assert.Contains("RouteTableId is no member", Assert.Single(answer.Warnings), StringComparison.Ordinal);
    }
}
