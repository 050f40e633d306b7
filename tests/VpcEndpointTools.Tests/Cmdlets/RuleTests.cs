using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Cmdlets;

/// <summary>Get-VpcEndpointRule: the catalogue of rules as objects.</summary>
public sealed class RuleTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private static readonly string Wrong = Path.Combine(Repository.Root, "examples", "wrong-gateway.json");

    [Fact]
    public void EveryRuleIsThereOnceAndDeclaresEverything()
    {
        SessionAnswer answer = session.Run("Get-VpcEndpointRule");
        Assert.Empty(answer.Errors);
        Assert.Equal(session.Run("[VpcEndpointTools.Evaluation.RuleCatalog]::All.Count").Single, answer.Output.Count);
        Assert.Equal(answer.Each("Id").Distinct().Count(), answer.Output.Count);
        Assert.All(answer.Each("Source"), source => Assert.StartsWith("https://", source, StringComparison.Ordinal));
        Assert.All(answer.Each("Checked"), date => Assert.Matches("^20[0-9]{2}-[01][0-9]-[0-3][0-9]$", date));
        Assert.All(answer.Output, rule => Assert.Equal($"docs/rules/{rule.Properties["Id"].Value}.md", rule.Properties["Page"].Value));
    }

    [Fact]
    public void RuleIsShownInPlainValues()
    {
        dynamic rule = session.Run("Get-VpcEndpointRule VPCE-S003").Single;
        Assert.Equal("Error", rule.Severity);
        Assert.Equal("Shape", rule.Family);
        Assert.Equal(["Gateway"], (IEnumerable<string>)rule.EndpointTypes);
        Assert.Equal(["Catalog"], (IEnumerable<string>)rule.Needs);
        Assert.Equal("InvalidParameter", rule.AwsErrorCode);
    }

    [Theory]
    [InlineData("VPCE-S001, vpce-s003", "VPCE-S001 VPCE-S003")]
    [InlineData("-Id VPCE-D00[12]", "VPCE-D001 VPCE-D002")]
    [InlineData("-RuleId VPCE-S001, *-S001", "VPCE-S001")]
    [InlineData("VPCE-S00* -EndpointType Gateway -Severity Warning", "")]
    [InlineData("-Family Lifecycle -Severity Err*", "VPCE-L002")]
    [InlineData("VPCE-L* -Family Shape", "")]
    [InlineData("NOTHING*", "")]
    public void SelectsByIdFamilySeverityAndType(string parameters, string ids)
    {
        SessionAnswer answer = session.Run($"Get-VpcEndpointRule {parameters}");
        Assert.Empty(answer.Errors);
        Assert.Equal(ids, string.Join(' ', answer.Each("Id")));
    }

    [Fact]
    public void TypeSelectsTheRulesThatAreAboutIt()
    {
        SessionAnswer answer = session.Run("Get-VpcEndpointRule -EndpointType GatewayLoad*");
        Assert.Contains("VPCE-S010", answer.Each("Id"));
        Assert.Contains("VPCE-S021", answer.Each("Id"));
        Assert.DoesNotContain("VPCE-S003", answer.Each("Id"));
    }

    [Theory]
    [InlineData("VPCE-S999, VPCE-S001", "UnknownRuleId", "VPCE-S999")]
    [InlineData("S001, VPCE-S001", "UnknownRuleId", "Did you mean VPCE-S001?")]
    [InlineData("'VPCE-[', VPCE-S001", "InvalidPattern", "VPCE-[")]
    [InlineData("VPCE-S001 -Family Shap, Shape", "UnknownRuleFamily", "Shape, Network")]
    [InlineData("VPCE-S001 -Severity Fatal, Error", "UnknownSeverity", "Fatal")]
    [InlineData("VPCE-S001 -EndpointType Gatway, Gateway", "UnknownEndpointType", "GatewayLoadBalancer")]
    public void UnknownNameIsOneErrorAndTheOthersGoOn(string parameters, string id, string says)
    {
        SessionAnswer answer = session.Run($"Get-VpcEndpointRule {parameters}");
        Assert.Contains(says, answer.OnlyError(id).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["VPCE-S001"], answer.Each("Id"));
    }

    [Fact]
    public void FindingsOfThePipeGiveEachRuleOnce()
    {
        SessionAnswer answer =
            session.Run("param($f) $f, $f | Test-VpcEndpointConfig | ForEach-Object Findings | Get-VpcEndpointRule", Wrong);
        Assert.Empty(answer.Errors);
        Assert.Contains("VPCE-S006", answer.Each("Id"));
        Assert.Equal(answer.Each("Id").Distinct(), answer.Each("Id"));
    }

    [Fact]
    public void IdsAndRulesOfThePipeWorkToo()
    {
        Assert.Equal(["VPCE-S001", "VPCE-S003"], session.Run("'VPCE-S001', 'VPCE-S003', 'VPCE-S001' | Get-VpcEndpointRule").Each("Id"));
        Assert.Equal(["VPCE-S001"], session.Run("Get-VpcEndpointRule VPCE-S001 | Get-VpcEndpointRule").Each("Id"));
        Assert.Empty(session.Run("@() | Get-VpcEndpointRule").Output);
    }

    [Fact]
    public void NullInThePipeIsAnErrorNotTheWholeCatalogue()
    {
        SessionAnswer answer = session.Run("$null, 'VPCE-S001' | Get-VpcEndpointRule");
        Assert.Single(answer.Errors);
        Assert.Equal(["VPCE-S001"], answer.Each("Id"));
    }

    [Theory]
    [InlineData("Get-VpcEndpointRule -Id VPCE-S00", "VPCE-S001")]
    [InlineData("Get-VpcEndpointRule -Family Ro", "Routing")]
    [InlineData("Get-VpcEndpointRule -Severity w", "Warning")]
    [InlineData("Get-VpcEndpointRule -EndpointType gate", "GatewayLoadBalancer")]
    public void Completes(string line, string completion) =>
        Assert.Contains(completion, session.Complete(line));
}
