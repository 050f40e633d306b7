using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Evaluation;

public sealed class RuleEvaluatorTests
{
    private static ConfigTestResult Test(RuleOutcome outcome, Severity severity = Severity.Error) =>
        new RuleEvaluator([new FixedRule(outcome, severity)]).Evaluate(Given.Interface with { Source = "file.json", Line = 7 });

    [Fact]
    public void ErrorFindingFails()
    {
        ConfigTestResult result = Test(RuleOutcome.Fail("wrong", "VpcId"));
        Assert.Equal("Failed", result.Outcome);
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal("Error", finding.Severity);
        Assert.Equal("SomeCode", finding.AwsErrorCode);
        Assert.Equal("file.json", finding.Source);
        Assert.Equal(7, finding.Line);
        Assert.Equal("Interface: Error VPCE-X000: wrong", finding.ToString());
    }

    [Theory]
    [InlineData(Severity.Warning)]
    [InlineData(Severity.Information)]
    public void LesserFindingPasses(Severity severity) => Assert.Equal("Passed", Test(RuleOutcome.Fail("wrong", "VpcId"), severity).Outcome);

    [Fact]
    public void LesserCaseOfAnErrorRulePassesAndHasNoErrorCode()
    {
        ConfigTestResult result = Test(RuleOutcome.Fail(new Violation("wrong", "VpcId") { Severity = Severity.Warning }));
        Assert.Equal("Passed", result.Outcome);
        Assert.Null(Assert.Single(result.Findings).AwsErrorCode);
    }

    [Fact]
    public void WhatWasGivenAndIsOpenIsInconclusive()
    {
        ConfigTestResult result = Test(RuleOutcome.NotEvaluated(MissingInput.Undecidable("the value")));
        Assert.Equal("Inconclusive", result.Outcome);
        Assert.Equal("the value", Assert.Single(result.NotEvaluated).Missing);
        Assert.True(result.NotEvaluated[0].IsBlocking);
    }

    [Fact]
    public void WhatNobodyGaveIsNot()
    {
        ConfigTestResult result = Test(RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot")));
        Assert.Equal("Passed", result.Outcome);
        Assert.False(Assert.Single(result.NotEvaluated).IsBlocking);
        Assert.Equal("0 of 1 rules", result.Coverage.ToString());
    }

    [Fact]
    public void OpenWarningRuleIsNotInconclusive() =>
        Assert.Equal("Passed", Test(RuleOutcome.NotEvaluated(MissingInput.Undecidable("the value")), Severity.Warning).Outcome);

    [Fact]
    public void ErrorWinsOverInconclusive() =>
        Assert.Equal(
            "Failed",
            new RuleEvaluator([new FixedRule(RuleOutcome.NotEvaluated(MissingInput.Undecidable("x"))), new FixedRule(RuleOutcome.Fail("wrong", "VpcId"))])
                .Evaluate(Given.Interface).Outcome);

    [Fact]
    public void GravestFindingStandsFirst()
    {
        ConfigTestResult result = new RuleEvaluator(
        [
            new FixedRule(RuleOutcome.Fail("advice", "A"), Severity.Information),
            new FixedRule(RuleOutcome.Fail("error", "A")),
            new FixedRule(RuleOutcome.Fail("risk", "A"), Severity.Warning),
        ]).Evaluate(Given.Interface);
        Assert.Equal(["error", "risk", "advice"], result.Findings.Select(finding => finding.Message));
        Assert.Equal("3 of 3 rules", result.Coverage.ToString());
    }

    [Fact]
    public void NotApplicableCountsForNothing() => Assert.Equal("0 of 0 rules", Test(RuleOutcome.NotApplicable).Coverage.ToString());

    [Fact]
    public void HealthyConfigurationsOfEveryTypePass() => Assert.All(Given.OfEachType, config =>
    {
        ConfigTestResult result = new RuleEvaluator().Evaluate(config, Given.Snapshot);
        Assert.True(result.Outcome == "Passed", $"{result}: {string.Join("; ", result.Findings)} {string.Join("; ", result.NotEvaluated.Select(rule => rule.RuleId))}");
        Assert.DoesNotContain(result.Findings, finding => finding.Severity == "Error");
    });

    /// <summary>What is left to say of them: advice, and what only the user can declare (C005: prices are shipped for few Regions).</summary>
    [Theory]
    [InlineData("Interface", "G001 G002", "C005 L004 R005")]
    [InlineData("Gateway", "D012 G001", "L004 R005 R006")]
    [InlineData("GatewayLoadBalancer", "G001", "C005 G003 L004")]
    [InlineData("Resource", "G001", "L004")]
    [InlineData("ServiceNetwork", "G001", "L004")]
    [InlineData("Tunnel", "G001", "")]
    public void HealthyConfigurationsHaveEverythingDecidedButWhatNobodyDeclared(string type, string findings, string open)
    {
        ConfigTestResult result = new RuleEvaluator().Evaluate(Given.OfEachType.Single(config => config.Target == type), Given.Snapshot);
        Assert.Equal(findings, Join(result.Findings.Select(finding => finding.RuleId)));
        Assert.Equal(open, Join(result.NotEvaluated.Select(rule => rule.RuleId)));
        Assert.DoesNotContain(result.NotEvaluated, rule => rule.IsBlocking);

        static string Join(IEnumerable<string> ids) => string.Join(' ', ids.Select(id => id["VPCE-".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DeclarationsReachTheRules()
    {
        EvaluationSettings settings = new() { Declared = new Declarations { AccessFrom = ClientLocations.Vpc, AllowedServiceOwners = ["amazon"], Clients = [DeclaredClient.Parse("10.0.0.0/24")!] } };
        ConfigTestResult result = new RuleEvaluator(settings: settings).Evaluate(Given.GatewayLoadBalancer, Given.Snapshot);
        Assert.DoesNotContain(result.NotEvaluated, rule => rule.RuleId == "VPCE-G003");
        Assert.DoesNotContain(new RuleEvaluator(settings: settings).Evaluate(Given.Gateway, Given.Snapshot).NotEvaluated, rule => rule.RuleId == "VPCE-R006");
    }

    [Fact]
    public void ViewShowsPlainValuesAndNamesUnknownOnes()
    {
        EndpointView view = new RuleEvaluator().Evaluate(Given.Interface with { VpcId = Value<string>.Unknown("!Ref Vpc") }).Config;
        Assert.Null(view.VpcId);
        Assert.Equal("!Ref Vpc", view.UnknownValues["VpcId"]);
        Assert.Equal([Given.SubnetA, Given.SubnetB], view.SubnetIds!);
        Assert.Null(view.RouteTableIds);
        Assert.True(view.PrivateDnsEnabled);
    }

    private sealed class FixedRule(RuleOutcome outcome, Severity severity = Severity.Error) : Rule(new RuleInfo
    {
        Id = "VPCE-X000",
        Title = "Fixed",
        Severity = severity,
        AwsErrorCode = severity == Severity.Error ? "SomeCode" : null,
        Remediation = "None.",
        Source = "https://example.com",
        Checked = new DateOnly(2026, 11, 23),
    })
    {
        protected override RuleOutcome Test(RuleContext context) => outcome;
    }
}
