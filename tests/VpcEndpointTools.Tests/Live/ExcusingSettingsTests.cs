using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Settings in creation, edits and recommendations: what a team excluded is excluded there too, and said.</summary>
public sealed class ExcusingSettingsTests : ChangeTestBase
{
    private static readonly string Ssm = $"New-SafeVpcEndpoint @aws {Vpc} ssm -SubnetId {A}, {B} -SecurityGroupId {Group} -PrivateDnsEnabled $true";

    public static TheoryData<string, string> Excuses => new()
    {
        { "@{ Exclude = 'VPCE-P001' }", "excluded by the settings" },
        { "@{ Exclude = 'VPCE-P0*' }", "excluded by the settings" },
        { "@{ Severity = @{ 'VPCE-P001' = 'Warning' } }", "Warning by the settings" },
        { "@{ Severity = @{ 'vpce-p001' = 'Information' } }", "Information by the settings" },
        { "@{ Suppressions = @{ RuleId = 'VPCE-P001'; Target = '*'; Reason = 'the group follows'; Expires = '2999-12-31' } }", "the group follows, until 2999-12-31" },
    };

    [Theory]
    [MemberData(nameof(Excuses))]
    public void ExcusedErrorDoesNotStopACreationAndIsSaid(string settings, string excuse)
    {
        Shut();
        Run(Ssm).OnlyError("VPCE-P001");
        SessionAnswer planned = Run($"{Ssm} -Settings ({settings}) -WhatIf");
        AssertExcused(planned, "VPCE-P001", excuse);
        Assert.Contains("VPCE-P001", (string)planned.Single.Message, StringComparison.Ordinal);
        SessionAnswer created = Run($"{Ssm} -Settings ({settings})");
        AssertExcused(created, "VPCE-P001", excuse);
        Assert.Equal("Passed", created.Single.TestResult.Outcome);
        Assert.Single(Endpoints);
    }

    [Theory]
    [MemberData(nameof(Excuses))]
    public void ExcusedErrorDoesNotStopAnEditAndIsSaid(string settings, string excuse)
    {
        Region.Load(new JsonObject { ["SecurityGroups"] = new JsonArray(new JsonObject { ["GroupId"] = "sg-0aaaaaaaaaaaaaaaa", ["VpcId"] = Vpc, ["GroupName"] = "shut", ["IpPermissions"] = new JsonArray() }) });
        string edit = $"Edit-SafeVpcEndpoint @aws {Made("ssm")} -AddSecurityGroupId sg-0aaaaaaaaaaaaaaaa -RemoveSecurityGroupId {Group}";
        Run(edit).OnlyError("VPCE-P001");
        AssertExcused(Run($"{edit} -Settings ({settings}) -WhatIf"), "VPCE-P001", excuse);
        SessionAnswer done = Run($"{edit} -Settings ({settings})");
        AssertExcused(done, "VPCE-P001", excuse);
        Assert.Equal("Yes", done.Single.Changed);
    }

    [Fact]
    public void WhatIsExcusedThatIsNotWrongIsNotSaid()
    {
        SessionAnswer made = Run($"{Ssm} -Settings @{{ Exclude = 'VPCE-P001', 'VPCE-D*'; Severity = @{{ 'VPCE-N001' = 'Warning' }} }}");
        Assert.Empty(made.Errors);
        Assert.Empty((string[])made.Single.ExcusedErrors);
        Assert.Empty(made.Warnings);
    }

    [Fact]
    public void ErrorBesideAnExcusedOneStillStops()
    {
        Shut();
        Region.Resources("Vpcs")[0]!["EnableDnsHostnames"] = false;
        Run($"{Ssm} -Settings @{{ Exclude = 'VPCE-P001' }}").OnlyError("VPCE-D001");
        Assert.DoesNotContain(Server.Calls, call => call.IsMutating);
    }

    [Fact]
    public void SeverityThatTheTeamRaisedStops()
    {
        Run($"{Ssm} -Settings @{{ RequiredTags = 'Owner'; Severity = @{{ 'VPCE-G001' = 'Error' }} }}").OnlyError("VPCE-G001");
        Assert.Empty(Run($"{Ssm} -Tag @{{ Owner = 'net' }} -Settings @{{ RequiredTags = 'Owner'; Severity = @{{ 'VPCE-G001' = 'Error' }} }}").Errors);
    }

    [Fact]
    public void FileOfTheCurrentFolderCountsAndGivenSettingsReplaceIt()
    {
        Shut();
        using TemporaryFolder folder = new();
        folder.Write("VpcEndpointTools.settings.psd1", "@{ Exclude = 'VPCE-P001' }");
        const string There = "$was = $PWD.Path; $p = $ExecutionContext.SessionState.Path; $null = $p.SetLocation($p0); try {{ {0} }} finally {{ $null = $p.SetLocation($was) }}";
        string planned = string.Format(System.Globalization.CultureInfo.InvariantCulture, There, $"{Ssm} -WhatIf");
        AssertExcused(Run(planned, folder.FullName), "VPCE-P001", "excluded by the settings");
        Run(planned.Replace("-WhatIf", "-WhatIf -Settings @{}", StringComparison.Ordinal), folder.FullName).OnlyError("VPCE-P001");
    }

    [Fact]
    public void RecommendationWithAnExcusedErrorIsMadeAndSaysIt()
    {
        Region.Resources("Vpcs")[0]!["EnableDnsHostnames"] = false;
        string ask = $"Get-EndpointRecommendation ssm @aws -VpcId {Vpc} -NeedsPrivateDns";
        Assert.Equal("None", Run(ask).Single.Action);
        dynamic excused = Run($"{ask} -Settings @{{ Exclude = 'VPCE-D001' }}").Single;
        Assert.Equal("Create", excused.Action);
        IEnumerable<dynamic> against = excused.Against;
        Assert.Contains("excluded by the settings", (string)against.Single(reason => reason.RuleId == "VPCE-D001").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AuditRecommendsNothingThatRestsOnAnExcludedRule()
    {
        string id = Made("ssm", with: request => request["SubnetIds"] = new JsonArray(A));
        Region.Load(new JsonObject
        {
            ["NetworkInterfaces"] = new JsonArray(new JsonObject
            {
                ["NetworkInterfaceId"] = "eni-0bbbbbbbbbbbbbbbb", ["VpcId"] = Vpc, ["SubnetId"] = B, ["InterfaceType"] = "interface",
            }),
        });
        string audit = $"Get-EndpointRecommendation @aws -VpcId {Vpc} -Action *";
        Assert.Contains("Modify", Run(audit).Each("Action"));
        foreach (string settings in new[]
        {
            "@{ Exclude = 'VPCE-H*' }", $"@{{ Suppressions = @{{ RuleId = 'VPCE-H00*'; Target = '{id}'; Reason = 'a test endpoint' }} }}",
        })
        {
            IReadOnlyList<string?> actions = Run($"{audit} -Settings ({settings})").Each("Action");
            Assert.Contains("Keep", actions);
            Assert.DoesNotContain("Modify", actions);
        }
    }

    [Fact]
    public void DeclarationsAndCatalogueOfTheSettingsCountInRecommendations()
    {
        Assert.Equal("Interface", Run("Get-EndpointRecommendation s3 -Settings @{ AccessFrom = 'OnPremises' }").Single.Type);
        Assert.Equal("Gateway", Run("Get-EndpointRecommendation s3 -AccessFrom Vpc -Settings @{ AccessFrom = 'OnPremises' }").Single.Type);
        using TemporaryFolder folder = new();
        string catalog = folder.Write("services.json", """
            {"ServiceDetails":[{"ServiceName":"com.amazonaws.eu-west-1.brandnew","ServiceType":[{"ServiceType":"Interface"}],"Owner":"amazon"}]}
            """);
        Run("Get-EndpointRecommendation brandnew -Region eu-west-1").OnlyError("UnknownServiceName");
        Assert.Equal("com.amazonaws.eu-west-1.brandnew", Run("Get-EndpointRecommendation brandnew -Region eu-west-1 -Settings @{ Catalog = $p0 }", catalog).Single.Service);
        Run($"New-SafeVpcEndpoint @aws {Vpc} brandnew -SubnetId {A} -WhatIf").OnlyError("UnknownServiceName");
        Assert.DoesNotContain(
            Run($"New-SafeVpcEndpoint @aws {Vpc} brandnew -SubnetId {A} -WhatIf -Settings @{{ Catalog = $p0 }}", catalog).Errors,
            error => error.FullyQualifiedErrorId.StartsWith("UnknownServiceName", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("New-SafeVpcEndpoint @aws vpc-1 ssm")]
    [InlineData("Edit-SafeVpcEndpoint @aws vpce-00000000000000000 -PrivateDnsEnabled $true")]
    [InlineData("Get-EndpointRecommendation @aws -VpcId vpc-1")]
    public void SettingsThatCannotBeMeantEndTheCommand(string command)
    {
        Run($"{command} -Settings @{{ Exclud = 'VPCE-S001' }}").OnlyError("InvalidSettings");
        Assert.Empty(Server.Calls);
    }

    private static void AssertExcused(SessionAnswer answer, string rule, string excuse)
    {
        Assert.Empty(answer.Errors);
        string said = Assert.Single((string[])answer.Single.ExcusedErrors);
        Assert.StartsWith(rule, said, StringComparison.Ordinal);
        Assert.Contains(excuse, said, StringComparison.Ordinal);
        Assert.Contains(answer.Warnings, warning => warning.Contains(said, StringComparison.Ordinal));
    }

    private void Shut() => Region.Resources("SecurityGroups")[0]!["IpPermissions"] = new JsonArray();
}
