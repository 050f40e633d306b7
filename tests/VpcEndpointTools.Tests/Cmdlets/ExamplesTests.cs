using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Cmdlets;

/// <summary>The shipped examples: good ones pass, wrong ones fail for the reason that they are there for.</summary>
public sealed class ExamplesTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    [Theory]
    [InlineData("interface-ssm.json", "")]
    [InlineData("gateway-s3.json", "")]
    [InlineData("gateway-load-balancer.json", "")]
    [InlineData("resource-database.json", "")]
    [InlineData("service-network.json", "")]
    [InlineData("tunnel-cidr.json", "")]
    [InlineData("wrong-type-omitted.json", "VPCE-S002")]
    [InlineData("wrong-gateway.json", "VPCE-P010 VPCE-S006 VPCE-S008")]
    [InlineData("wrong-interface-dynamodb.json", "VPCE-D003 VPCE-D006 VPCE-S007")]
    [InlineData("wrong-gateway-load-balancer.json", "VPCE-S008 VPCE-S009 VPCE-S010")]
    [InlineData("wrong-resource.json", "VPCE-S005 VPCE-S011")]
    [InlineData("wrong-service-network.json", "VPCE-S005 VPCE-S022")]
    [InlineData("wrong-tunnel.json", "VPCE-S012")]
    public void EachHasItsVerdict(string file, string errors)
    {
        dynamic result = session.Run("param($f) Test-VpcEndpointConfig $f", Path.Combine(Repository.Root, "examples", file)).Single;
        Assert.Equal(errors, string.Join(' ', ((IEnumerable<dynamic>)result.Findings).Where(f => f.Severity == "Error").Select(f => (string)f.RuleId).Distinct().Order(StringComparer.Ordinal)));
        Assert.Equal(errors.Length == 0 ? "Passed" : "Failed", result.Outcome);
    }

    [Theory]
    [InlineData("sound.yaml", "")]
    [InlineData("wrong-one-zone.yaml", "VPCE-N001")]
    [InlineData("wrong-group.yaml", "VPCE-P001")]
    [InlineData("wrong-dns.yaml", "VPCE-D001")]
    [InlineData("wrong-twice.yaml", "VPCE-D002")]
    [InlineData("wrong-type.yaml", "VPCE-S002")]
    [InlineData("wrong-policy.yaml", "VPCE-P010")]
    [InlineData("conditional.yaml", "VPCE-N001")]
    public void EachTemplateHasItsVerdict(string file, string errors)
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Path.Combine(Repository.Root, "examples", "templates", file));
        Assert.Empty(answer.Errors);
        IEnumerable<dynamic> findings = answer.Output.SelectMany(item => (IEnumerable<dynamic>)((dynamic)item).Findings);
        Assert.Equal(errors, string.Join(' ', findings.Where(f => f.Severity == "Error").Select(f => (string)f.RuleId).Distinct()));
    }

    [Fact]
    public void EveryNameInTheListOfWrongNamesIsWrong()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-S01*", Path.Combine(Repository.Root, "examples", "wrong-names.json"));
        Assert.Equal(["Failed", "Failed", "Failed"], answer.Each("Outcome"));
    }

    [Fact]
    public void SnapshotIsTestedWithWhatSurroundsIt()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Path.Combine(Repository.Root, "examples", "vpc-snapshot.json"));
        Assert.Empty(answer.Errors);
        Assert.Equal(["Passed", "Passed", "Passed", "Failed", "Passed", "Failed"], answer.Each("Outcome"));
    }

    [Fact]
    public void RulesCanBeChosen()
    {
        string file = Path.Combine(Repository.Root, "examples", "wrong-gateway.json");
        Assert.Equal(["VPCE-S006"], Rules("-IncludeRule VPCE-S006", file));
        Assert.DoesNotContain("VPCE-S006", Rules("-ExcludeRule vpce-s006", file));
        Assert.All(Rules("-IncludeRule VPCE-P*", file), id => Assert.StartsWith("VPCE-P", id, StringComparison.Ordinal));
    }

    [Fact]
    public void RegionOfTheCommandDecidesWhatTheInputLeavesOpen()
    {
        string file = Path.Combine(Repository.Root, "examples", "gateway-s3.json");
        Assert.Contains("VPCE-S016", Rules("-Region us-east-1", file));
        Assert.DoesNotContain("VPCE-S016", Rules("-Region eu-west-1", file));
    }

    private IReadOnlyList<string?> Rules(string parameters, string file) =>
        session.Run($"param($f) Test-VpcEndpointConfig $f {parameters} | ForEach-Object Findings", file).Each("RuleId");
}
