using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Cmdlets;

/// <summary>Healthy endpoints of every type, written as AWS shows them: empty lists, AWS's own default policies, a deleted neighbour, one that
/// a service manages. None gets an Error.</summary>
public sealed class NoFalseAlarmTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private static readonly string Snapshot = Path.Combine(Repository.Fixtures, "healthy", "snapshot.json");
    private static readonly string Describe = Path.Combine(Repository.Fixtures, "healthy", "describe.json");

    private static readonly string[] InTheAnswer = [.. JsonNode.Parse(File.ReadAllText(Describe))!["VpcEndpoints"]!.AsArray()
        .Select(endpoint => (string)endpoint!["VpcEndpointId"]!).Order(StringComparer.Ordinal)];

    [Fact]
    public void AnswerHasEndpoints() => Assert.True(InTheAnswer.Length >= 10, string.Join(' ', InTheAnswer));

    [Fact]
    public void SnapshotWithEverythingAroundThem()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Snapshot);
        Assert.Empty(answer.Errors);
        Assert.Equal(13, answer.Output.Count);
        Assert.All(answer.Output, NoError);
        Assert.All(answer.Output, result => Assert.Equal("Passed", result.Properties["Outcome"].Value));
    }

    [Fact]
    public void DescribeAnswerAlone()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f -Region eu-west-1", Describe);
        Assert.Empty(answer.Errors);
        Assert.Equal(InTheAnswer, answer.Each("Target").Order(StringComparer.Ordinal));
        Assert.All(answer.Output, NoError);
        Assert.All(answer.Output, result => Assert.Equal("Passed", result.Properties["Outcome"].Value));
    }

    [Fact]
    public void DescribeAnswerBesideTheSnapshot()
    {
        SessionAnswer answer = session.Run("param($f, $s) Test-VpcEndpointConfig $f -Snapshot $s", Describe, Snapshot);
        Assert.Empty(answer.Errors);
        Assert.Equal(InTheAnswer, answer.Each("Target").Order(StringComparer.Ordinal));
        Assert.All(answer.Output, NoError);
    }

    [Theory]
    [InlineData("Interface")]
    [InlineData("Gateway")]
    [InlineData("GatewayLoadBalancer")]
    [InlineData("Resource")]
    [InlineData("ServiceNetwork")]
    [InlineData("Tunnel")]
    public void EveryTypeIsAmongThem(string type)
    {
        SessionAnswer answer = session.Run("param($f, $t) Test-VpcEndpointConfig $f | Where-Object Type -eq $t", Snapshot, type);
        Assert.NotEmpty(answer.Output);
        Assert.All(answer.Output, NoError);
    }

    [Fact]
    public void RequesterManagedOneGetsOnlyItsNote()
    {
        dynamic result = session.Run("param($f) Test-VpcEndpointConfig $f | Where-Object Target -eq 'vpce-07777777777777777'", Snapshot).Single;
        Assert.Equal(["VPCE-L005"], ((IEnumerable<dynamic>)result.Findings).Select(finding => (string)finding.RuleId));
    }

    [Fact]
    public void DeletedOneGetsNothing()
    {
        dynamic result = session.Run("param($f) Test-VpcEndpointConfig $f | Where-Object Target -eq 'vpce-01111111111111119'", Snapshot).Single;
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void DefaultPolicyCountsAsNotSet()
    {
        dynamic result = session.Run("param($f) Test-VpcEndpointConfig $f | Where-Object Target -eq 'vpce-02222222222222222'", Snapshot).Single;
        Assert.Null(result.Config.PolicyDocument);
    }

    [Fact]
    public void VpcOfTheSnapshotMeansItsEndpoints()
    {
        SessionAnswer answer = session.Run("param($s) @{ VpcId='vpc-0a1b2c3d4e5f60718'; CidrBlock='10.0.0.0/16' } | Test-VpcEndpointConfig -Snapshot $s", Snapshot);
        Assert.Empty(answer.Errors);
        Assert.Equal(13, answer.Output.Count);
    }

    [Fact]
    public void IdOfTheSnapshotMeansThatEndpoint() =>
        Assert.Equal(
            "vpce-06666666666666666",
            session.Run("param($s) 'vpce-06666666666666666' | Test-VpcEndpointConfig -Snapshot $s", Snapshot).Single.Target);

    [Fact]
    public void IdThatTheSnapshotLacksIsAnError() =>
        session.Run("param($s) 'vpce-0ffffffffffffffff' | Test-VpcEndpointConfig -Snapshot $s", Snapshot).OnlyError("NotInSnapshot");

    private static void NoError(PSObject result) =>
        Assert.DoesNotContain((IEnumerable<dynamic>)result.Properties["Findings"].Value, finding => finding.Severity == "Error");
}
