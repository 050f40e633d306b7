using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Evaluation;

/// <summary>Severities, suppressions and a baseline: what counts of what a rule found.</summary>
public sealed class SiftTests
{
    private static readonly EndpointConfig Wrong = Given.Gateway with { Target = "wrong", SubnetIds = [Given.SubnetA], SecurityGroupIds = [Given.GroupId] };

    private static ConfigTestResult Test(EvaluationSettings settings) =>
        new RuleEvaluator(RuleCatalog.Select(["VPCE-S006", "VPCE-S008"], []), settings: settings).Evaluate(Wrong);

    [Fact]
    public void NothingSpecialChangesNothing()
    {
        ConfigTestResult result = Test(EvaluationSettings.None);
        Assert.Equal("Failed", result.Outcome);
        Assert.Equal(2, result.Findings.Count);
        Assert.Empty(result.SuppressedFindings);
        Assert.Equal("wrong: Failed (2 findings, 2 of 2 rules)", result.ToString());
    }

    [Fact]
    public void SuppressionTakesItsFindingsAndSaysWhy()
    {
        ConfigTestResult result = Test(new EvaluationSettings { Suppressions = [new Suppression("vpce-s006", "wr*", "later", new DateOnly(2027, 1, 31))] });
        Finding suppressed = Assert.Single(result.SuppressedFindings);
        Assert.Equal(("VPCE-S006", "Settings", "later", "2027-01-31"), (suppressed.RuleId, suppressed.SuppressedBy, suppressed.SuppressionReason, suppressed.SuppressionExpires));
        Finding counting = Assert.Single(result.Findings);
        Assert.Equal("VPCE-S008", counting.RuleId);
        Assert.Null(counting.SuppressedBy);
        Assert.Equal("wrong: Failed (1 findings, 1 suppressed, 2 of 2 rules)", result.ToString());
        Assert.Equal((counting.Target, suppressed.Target), ("wrong", "wrong"));
        Assert.All([suppressed.Title, suppressed.Message, suppressed.Remediation, suppressed.HelpUri, suppressed.Property], text => Assert.NotEmpty(text));
    }

    [Theory]
    [InlineData("VPCE-S00?", "*", 0)]
    [InlineData("VPCE-S007", "*", 2)]
    [InlineData("*", "other", 2)]
    public void SuppressionIsByRuleAndTarget(string rule, string target, int left)
    {
        ConfigTestResult result = Test(new EvaluationSettings { Suppressions = [new Suppression(rule, target, "r", null)] });
        Assert.Equal(left, result.Findings.Count);
        Assert.Equal(left == 0 ? "Passed" : "Failed", result.Outcome);
    }

    [Fact]
    public void SuppressionHoldsOnItsLastDayAndNotOnTheNext()
    {
        Suppression suppression = new("VPCE-S006", "x", "later", new DateOnly(2027, 1, 31));
        Assert.False(suppression.IsExpired(new DateOnly(2027, 1, 31)));
        Assert.True(suppression.IsExpired(new DateOnly(2027, 2, 1)));
        Assert.False((suppression with { Expires = null }).IsExpired(DateOnly.MaxValue));
        Assert.Equal("VPCE-S006 on x: later (until 2027-01-31)", suppression.ToString());
        Assert.Equal("VPCE-S006 on x: later", (suppression with { Expires = null }).ToString());
    }

    [Fact]
    public void SeverityOfTheSettingsWins()
    {
        EvaluationSettings settings = new() { Severities = new Dictionary<string, Severity>(StringComparer.OrdinalIgnoreCase) { ["vpce-s006"] = Severity.Warning, ["VPCE-S008"] = Severity.Information } };
        ConfigTestResult result = Test(settings);
        Assert.Equal("Passed", result.Outcome);
        Assert.Equal(["Warning", "Information"], result.Findings.Select(finding => finding.Severity));
        Assert.Equal(Severity.Error, settings.SeverityOf(RuleCatalog.Find("VPCE-S007")!.Info, Severity.Error));
    }

    [Fact]
    public void LoweredRuleNoLongerBlocks()
    {
        EndpointConfig unknown = Given.Gateway with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") };
        RuleEvaluator plain = new(RuleCatalog.Select(["VPCE-S006"], []));
        Assert.Equal("Inconclusive", plain.Evaluate(unknown).Outcome);
        RuleEvaluator lowered = new(RuleCatalog.Select(["VPCE-S006"], []), settings: new EvaluationSettings { Severities = new Dictionary<string, Severity>(StringComparer.Ordinal) { ["VPCE-S006"] = Severity.Warning } });
        Assert.Equal("Passed", lowered.Evaluate(unknown).Outcome);
        Assert.Equal("Warning", Assert.Single(lowered.Evaluate(unknown).NotEvaluated).Severity);
    }

    [Fact]
    public void BaselineCoversWhatStandsInItOnce()
    {
        ConfigTestResult result = Test(new EvaluationSettings { Baseline = new Baseline([new BaselineFinding("vpce-s006", "wrong", "SubnetIds"), new BaselineFinding("VPCE-S008", "other", "SecurityGroupIds")]) });
        Finding known = Assert.Single(result.SuppressedFindings);
        Assert.Equal(("VPCE-S006", "Baseline", "in the baseline"), (known.RuleId, known.SuppressedBy, known.SuppressionReason));
        Assert.Null(known.SuppressionExpires);
        Assert.Equal("VPCE-S008", Assert.Single(result.Findings).RuleId);
    }

    [Fact]
    public void BaselineIsByPropertyWhereItNamesOne()
    {
        Assert.Equal(2, Test(new EvaluationSettings { Baseline = new Baseline([new BaselineFinding("VPCE-S006", "wrong", "RouteTableIds")]) }).Findings.Count);
        Assert.Single(Test(new EvaluationSettings { Baseline = new Baseline([new BaselineFinding("VPCE-S006", "wrong", null)]) }).Findings);
    }

    [Fact]
    public void OneInTheBaselineCoversOne()
    {
        Finding finding = Test(EvaluationSettings.None).Findings.Single(item => item.RuleId == "VPCE-S006");
        Baseline baseline = new([new BaselineFinding("VPCE-S006", "wrong", "SubnetIds")]);
        List<Finding> known = [];
        Assert.Single(baseline.Split([finding, finding], known));
        Assert.Single(known);

        // Each result has the whole of it.
        Assert.Empty(baseline.Split([finding], []));
    }

    [Fact]
    public void SettingsComeBeforeTheBaseline()
    {
        ConfigTestResult result = Test(new EvaluationSettings
        {
            Suppressions = [new Suppression("VPCE-S006", "*", "r", null)],
            Baseline = new Baseline([new BaselineFinding("VPCE-S006", "wrong", "SubnetIds"), new BaselineFinding("VPCE-S008", "wrong", "SecurityGroupIds")]),
        });
        Assert.Equal(["Settings", "Baseline"], result.SuppressedFindings.Select(item => item.SuppressedBy));
        Assert.Equal("Passed", result.Outcome);
    }
}
