using System.Globalization;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Settings;

/// <summary>-Settings and the settings file: what they change, and what they refuse.</summary>
public sealed class SettingsTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private static readonly string WrongGateway = Path.Combine(Repository.Root, "examples", "wrong-gateway.json");

    [Fact]
    public void ExcludedRulesDoNotRun()
    {
        dynamic result = Test("@{ Exclude = 'VPCE-S*', 'VPCE-P010' }").Single;
        Assert.DoesNotContain("Error", Severities(result));
        Assert.Equal("Passed", result.Outcome);
    }

    [Fact]
    public void SeverityOfARuleCanBeRaisedAndLowered()
    {
        dynamic result = Test("@{ Severity = @{ 'vpce-p014' = 'Error'; 'VPCE-S006' = 'information' } }").Single;
        Assert.Equal("Error", Find(result, "VPCE-P014").Severity);
        Assert.Null(Find(result, "VPCE-P014").AwsErrorCode);
        Assert.Equal("Information", Find(result, "VPCE-S006").Severity);
    }

    [Fact]
    public void RequiredTagsReplaceTheQuestionForAName()
    {
        dynamic result = Test("@{ RequiredTags = @{ Owner = '*'; Env = 'prod' } }").Single;
        Assert.Equal("Warning", Find(result, "VPCE-G001").Severity);
        Assert.Contains("required", (string)Find(result, "VPCE-G001").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AccessFromOfTheCommandWinsOverThatOfTheSettings()
    {
        const string Script = "param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-R006 -Settings @{ AccessFrom = 'OnPremises' } -Snapshot @{ Complete = $true; VpcEndpoints = @() }";
        string file = Path.Combine(Repository.Root, "examples", "gateway-s3.json");
        Assert.Equal(["Failed"], session.Run(Script, file).Each("Outcome"));
        Assert.Equal(["Passed"], session.Run(Script + " -AccessFrom Vpc", file).Each("Outcome"));
        Assert.Equal(["Failed"], session.Run(Script + " -AccessFrom PeeredVpc, TransitGateway", file).Each("Outcome"));
    }

    [Fact]
    public void SuppressedFindingStaysVisibleAndDoesNotFail()
    {
        SessionAnswer answer = Test(
            "@{ Exclude = 'VPCE-S008', 'VPCE-P0*'; Suppressions = @{ RuleId = 'VPCE-S006'; Target = 'wrong-*'; Reason = 'moving'; Expires = '2999-12-31' } }");
        dynamic result = answer.Single;
        Assert.Empty(answer.Warnings);
        Assert.Equal("Passed", result.Outcome);
        dynamic suppressed = Assert.Single((IEnumerable<dynamic>)result.SuppressedFindings);
        Assert.Equal("VPCE-S006", suppressed.RuleId);
        Assert.Equal("Settings", suppressed.SuppressedBy);
        Assert.Equal("moving", suppressed.SuppressionReason);
        Assert.Equal("2999-12-31", suppressed.SuppressionExpires);
        Assert.Contains("1 suppressed", (string)result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SuppressionHoldsOnItsLastDay()
    {
        string today = DateTime.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Empty(Test($"@{{ Suppressions = @{{ RuleId = '*'; Target = '*'; Reason = 'x'; Expires = '{today}' }} }}").Warnings);
    }

    [Fact]
    public void ExpiredSuppressionCountsAsNoneAndSaysSo()
    {
        SessionAnswer answer = Test("@{ Suppressions = @{ RuleId = 'VPCE-S006'; Target = '*'; Reason = 'moving'; Expires = '2020-01-31' } }");
        Assert.Contains("VPCE-S006 on *: moving (until 2020-01-31) has expired", Assert.Single(answer.Warnings), StringComparison.Ordinal);
        Assert.Contains("VPCE-S006", Ids(answer.Single));
    }

    [Fact]
    public void SuppressionOfAnotherTargetOrRuleChangesNothing() =>
        Assert.Contains("VPCE-S006", Ids(Test(
            "@{ Suppressions = @(@{ RuleId = 'VPCE-S006'; Target = 'vpce-*'; Reason = 'x' }, @{ RuleId = 'VPCE-S007'; Target = '*'; Reason = 'x' }) }").Single));

    [Theory]
    [InlineData("@{ Exclud = 'x' }", "Exclud: no such key")]
    [InlineData("@{ Exclude = 'VPCE-X001' }", "no rule has the id 'VPCE-X001'")]
    [InlineData("@{ Exclude = 3 }", "Exclude[0]: expected a text")]
    [InlineData("@{ Severity = @{ 'VPCE-S999' = 'Error' } }", "no rule has the id 'VPCE-S999'")]
    [InlineData("@{ Severity = @{ 'VPCE-S001' = 'None' } }", "expected Error, Warning or Information")]
    [InlineData("@{ Severity = @{ 'VPCE-S001' = '2' } }", "expected Error, Warning or Information")]
    [InlineData("@{ Severity = 'Error' }", "expected a hashtable")]
    [InlineData("@{ AccessFrom = 'Moon' }", "expected Vpc, PeeredVpc")]
    [InlineData("@{ Clients = 'web' }", "Clients[0]: expected a range")]
    [InlineData("@{ RequireFips = 'yes' }", "expected $true or $false")]
    [InlineData("@{ RequiredTags = @{ Owner = 3 } }", "RequiredTags.Owner: expected a text")]
    [InlineData("@{ Quotas = @{ 'L-1' = 3 } }", "no quota on endpoints")]
    [InlineData("@{ Quotas = @{ 'L-29B6F2EB' = 'many' } }", "expected a whole number")]
    [InlineData("@{ Quotas = @{ 'L-29B6F2EB' = -1 } }", "expected a whole number")]
    [InlineData("@{ Suppressions = 'VPCE-S001' }", "Suppressions[0]: expected a hashtable")]
    [InlineData("@{ Suppressions = @{ RuleId = 'VPCE-S001'; Reason = 'x' } }", "Suppressions[0].Target: is missing")]
    [InlineData("@{ Suppressions = @{ RuleId = 'VPCE-S001'; Target = 'x' } }", "Suppressions[0].Reason: is missing")]
    [InlineData("@{ Suppressions = @{ RuleId = 'VPCE-S01'; Target = 'x'; Reason = 'x' } }", "no rule has the id 'VPCE-S01'")]
    [InlineData("@{ Suppressions = @{ RuleId = 'VPCE-S001'; Target = 'x'; Reason = 'x'; Expires = '31.1.2027' } }", "expected a day such as")]
    [InlineData("@{ Suppressions = @{ RuleId = 'VPCE-S001'; Target = 'x'; Reason = 'x'; Until = '2027-01-31' } }", "Suppressions[0].Until: no such key")]
    [InlineData("3", "expected the path of a .psd1 file, or a hashtable")]
    public void WhatCannotBeMeantEndsTheCommand(string settings, string message)
    {
        SessionAnswer answer = Test(settings);
        Assert.Contains(message, answer.OnlyError("InvalidSettings").Exception.Message, StringComparison.Ordinal);
        Assert.Empty(answer.Output);
    }

    [Fact]
    public void NearestFileAboveTheCurrentFolderIsUsed()
    {
        using TemporaryFolder folder = new();
        folder.Write("VpcEndpointTools.settings.psd1", "@{ Exclude = 'VPCE-S006' }");
        string inner = Directory.CreateDirectory(Path.Combine(folder.FullName, "a", "b")).FullName;

        // The engine's package has no Push-Location.
        const string There = "param($d, $f) $was = $PWD.Path; $p = $ExecutionContext.SessionState.Path; $null = $p.SetLocation($d); try {{ Test-VpcEndpointConfig $f {0} }} finally {{ $null = $p.SetLocation($was) }}";
        Assert.DoesNotContain("VPCE-S006", Ids(session.Run(string.Format(CultureInfo.InvariantCulture, There, string.Empty), inner, WrongGateway).Single));
        Assert.Contains("VPCE-S006", Ids(session.Run(string.Format(CultureInfo.InvariantCulture, There, "-Settings @{}"), inner, WrongGateway).Single));
    }

    [Theory]
    [InlineData("@{\n  AccessFrom = 'Vpc'\n\n  Typo = 1\n}", "(4): Typo: no such key")]
    [InlineData("@{\n  Exclude = Get-Date\n}", "(2): 'Get-Date' is not a plain value")]
    [InlineData("@{\n  Exclude = $env:HOME\n}", "(2): '$env:HOME' is not a plain value")]
    [InlineData("@{ Exclude = 'x'", "(1): ")]
    [InlineData("'text'", "(1): expected one hashtable")]
    [InlineData("", "(1): expected one hashtable")]
    public void ErrorInAFileNamesTheLine(string content, string message)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("team.psd1", content);
        string error = session.Run("param($s, $f) Test-VpcEndpointConfig $f -Settings $s", file, WrongGateway).OnlyError("InvalidSettings").Exception.Message;
        Assert.StartsWith(file + message[..message.IndexOf(':', StringComparison.Ordinal)], error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFileIsAnErrorOfItsOwn() =>
        session.Run("param($f) Test-VpcEndpointConfig $f -Settings ./none.psd1", WrongGateway).OnlyError("SettingsNotFound");

    [Fact]
    public void ShippedExampleIsValid() => Assert.NotNull(session.Run(
        "param($s, $f) Test-VpcEndpointConfig $f -Settings $s", Path.Combine(Repository.Root, "examples", "team.settings.psd1"), WrongGateway).Single);

    [Theory]
    [InlineData("@{ Suppressions = @{ RuleId = 'VPCE-C003'; Target = '*'; Reason = 'x' } }", "VPCE-C003")]
    [InlineData("@{ Exclude = 'vpce-d013' }", "vpce-d013")]
    [InlineData("@{ Severity = @{ 'VPCE-N014' = 'Error' } }", "VPCE-N014")]
    public void RuleThatNoLongerExistsIsAWarningWithTheReason(string settings, string id)
    {
        SessionAnswer answer = Test(settings);
        Assert.Equal("Failed", (string)answer.Single.Outcome);
        string warning = Assert.Single(answer.Warnings);
        Assert.StartsWith($"{id} in the settings has no effect: the rule no longer exists. ", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void RuleThatNoLongerExistsCannotBeChosen() => Assert.Contains(
        "no longer exists",
        session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-N013", WrongGateway).OnlyError("UnknownRuleId").Exception.Message,
        StringComparison.Ordinal);

    private static IEnumerable<string> Ids(dynamic result) => ((IEnumerable<dynamic>)result.Findings).Select(finding => (string)finding.RuleId);

    private static IEnumerable<string> Severities(dynamic result) => ((IEnumerable<dynamic>)result.Findings).Select(finding => (string)finding.Severity);

    private static dynamic Find(dynamic result, string id) => ((IEnumerable<dynamic>)result.Findings).First(finding => finding.RuleId == id);

    private SessionAnswer Test(string settings) => session.Run($"param($f) Test-VpcEndpointConfig $f -Settings ({settings})", WrongGateway);
}
