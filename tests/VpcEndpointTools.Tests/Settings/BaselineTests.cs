using System.Text.Json;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Settings;

/// <summary>-Baseline: only findings that an earlier result does not have count.</summary>
public sealed class BaselineTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private static readonly string WrongGateway = Path.Combine(Repository.Root, "examples", "wrong-gateway.json");

    [Fact]
    public void ResultsOfTheSessionCoverThemselves()
    {
        dynamic result = session.Run("param($f) $old = Test-VpcEndpointConfig $f; Test-VpcEndpointConfig $f -Baseline $old", WrongGateway).Single;
        Assert.Equal("Passed", result.Outcome);
        Assert.Empty((IEnumerable<dynamic>)result.Findings);
        Assert.All((IEnumerable<dynamic>)result.SuppressedFindings, finding => Assert.Equal("Baseline", finding.SuppressedBy));
    }

    [Fact]
    public void FileOfResultsCoversWhatStandsInIt()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("baseline.json", """[{"Target":"wrong-gateway.json","Outcome":"Failed","Findings":[{"RuleId":"VPCE-S006","Target":"wrong-gateway.json","Property":"SubnetIds"}]}]""");
        dynamic result = session.Run("param($b, $f) Test-VpcEndpointConfig $f -Baseline $b", file, WrongGateway).Single;
        Assert.Equal("Failed", result.Outcome);
        Assert.DoesNotContain("VPCE-S006", ((IEnumerable<dynamic>)result.Findings).Select(finding => (string)finding.RuleId));
        Assert.Equal("VPCE-S006", Assert.Single((IEnumerable<dynamic>)result.SuppressedFindings).RuleId);
    }

    [Theory]
    [InlineData("""{"RuleId":"VPCE-S006","Target":"other.json","Property":"SubnetIds"}""")]
    [InlineData("""{"RuleId":"VPCE-S007","Target":"wrong-gateway.json","Property":"SubnetIds"}""")]
    [InlineData("""{"RuleId":"VPCE-S006","Target":"wrong-gateway.json","Property":"RouteTableIds"}""")]
    public void OtherRuleTargetOrPropertyCoversNothing(string finding)
    {
        using TemporaryFolder folder = new();
        dynamic result = session.Run("param($b, $f) Test-VpcEndpointConfig $f -Baseline $b", folder.Write("baseline.json", finding), WrongGateway).Single;
        Assert.Empty((IEnumerable<dynamic>)result.SuppressedFindings);
    }

    [Fact]
    public void OneInTheBaselineCoversOneAndNotTwo()
    {
        using TemporaryFolder folder = new();
        string request = folder.Write("r.json", """{"VpcEndpointType":"Interface","VpcId":"vpc-1","SubnetIds":["subnet-x"],"ServiceName":"com.amazonaws.eu-west-1.ssm"}""");
        SessionAnswer all = session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-S022", request);
        string[] messages = [.. ((IEnumerable<dynamic>)all.Single.Findings).Select(finding => (string)finding.Property)];
        Assert.Equal(2, messages.Length);
        string baseline = folder.Write("b.json", JsonSerializer.Serialize(new { RuleId = "vpce-s022", Target = "r.json", Property = messages[0] }));
        dynamic result = session.Run("param($b, $f) Test-VpcEndpointConfig $f -IncludeRule VPCE-S022 -Baseline $b", baseline, request).Single;
        Assert.Single((IEnumerable<dynamic>)result.Findings);
        Assert.Single((IEnumerable<dynamic>)result.SuppressedFindings);
    }

    [Theory]
    [InlineData("{}", "neither a result nor a finding")]
    [InlineData("[3]", "[0] must be an object")]
    [InlineData("x", "Expected results of Test-VpcEndpointConfig")]
    [InlineData("[{\"Target\":\"x\"}]", "[0] is neither")]
    public void SomethingElseIsRefused(string content, string message)
    {
        using TemporaryFolder folder = new();
        SessionAnswer answer = session.Run("param($b, $f) Test-VpcEndpointConfig $f -Baseline $b", folder.Write("b.json", content), WrongGateway);
        Assert.Contains(message, Assert.Single(answer.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(answer.Output);
    }

    [Fact]
    public void MissingFileIsAnErrorOfItsOwn() =>
        session.Run("param($f) Test-VpcEndpointConfig $f -Baseline ./none.json", WrongGateway).OnlyError("BaselineNotFound");

    [Fact]
    public void EmptyBaselineCoversNothing()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(["Failed"], session.Run("param($b, $f) Test-VpcEndpointConfig $f -Baseline $b", folder.Write("b.json", "[]"), WrongGateway).Each("Outcome"));
    }
}
