using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>What is read, by how many calls, and what becomes of what cannot be.</summary>
public sealed class ReadingTests : LiveTestBase
{
    private static readonly string[] RegionalActions =
    [
        "DescribeNatGateways", "DescribeNetworkAcls", "DescribeNetworkInterfaces", "DescribePrefixLists", "DescribeRouteTables", "DescribeSecurityGroups", "DescribeSubnets",
        "DescribeTransitGatewayVpcAttachments", "DescribeVpcEndpointServices", "DescribeVpcEndpoints", "DescribeVpcPeeringConnections", "DescribeVpcs",
    ];

    [Fact]
    public void OneVpcCostsOneCallAPartAndTwoForItsAttributes()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(3, 2, 5));
        SessionAnswer answer = Run("Test-VpcEndpointConfig @aws -VpcId $p0", EmulatedRegion.Id("vpc", 1));
        Assert.Empty(answer.Errors);
        Assert.Equal(5, answer.Output.Count);
        Assert.All(Verdicts(answer.Output), verdict => Assert.Contains(" Passed ", verdict, StringComparison.Ordinal));
        Assert.Equal(
            RegionalActions.Append("DescribeVpcAttribute").Append("DescribeVpcAttribute").Order(StringComparer.Ordinal),
            Server.Calls.Select(call => call.Action).Order(StringComparer.Ordinal));
        Assert.All(Server.Calls.Where(call => call.Parameters.Any(pair => pair.Value == "vpc-id")), call => Assert.Equal(EmulatedRegion.Id("vpc", 1), call.Parameters["Filter.1.Value.1"]));
    }

    [Fact]
    public void CallsDependOnPagesAndVpcsNeverOnEndpoints()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(4, 2, 1));
        Run("Test-VpcEndpointConfig @aws -VpcId *");
        int few = Server.Calls.Count;
        Assert.Equal(RegionalActions.Length + (2 * 4), few);
        using Ec2Server larger = Ec2Server.Start();
        larger.Region(Home).Load(EmulatedRegion.Account(4, 2, 200));
        Assert.Equal(800, Session.Run($"Test-VpcEndpointConfig -VpcId * -AccessKey a -SecretKey b -Region {Home} -EndpointUrl {larger.Url}").Output.Count);
        Assert.Equal(few, larger.Calls.Count);
    }

    [Fact]
    public void OnlyWhatTheSelectedRulesNeedIsRead()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));
        Run("Test-VpcEndpointConfig @aws -VpcId * -IncludeRule VPCE-N001");
        Assert.Equal(["DescribeSubnets", "DescribeVpcEndpoints", "DescribeVpcs"], Server.Calls.Select(call => call.Action).Order(StringComparer.Ordinal));
        Server.ForgetCalls();
        Run("@{ VpcId = 'vpc-00000000000000000'; VpcEndpointType = 'Interface'; ServiceName = 'com.amazonaws.eu-west-1.ssm' } | Test-VpcEndpointConfig @aws -Live -IncludeRule VPCE-S*");
        Assert.Equal(["DescribeVpcEndpointServices", "DescribeVpcs", "GetCallerIdentity"], Server.Calls.Select(call => call.Action).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PagesArePutTogether()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(3, 6, 9));
        IReadOnlyList<string> whole = Verdicts(Run("Test-VpcEndpointConfig @aws -VpcId *").Output);
        Server.ForgetCalls();
        Server.PageSize = 4;
        Assert.Equal(whole, Verdicts(Run("Test-VpcEndpointConfig @aws -VpcId *").Output));
        Assert.Equal(7, Calls("DescribeVpcEndpoints"));
        Assert.Equal(5, Calls("DescribeSubnets"));
    }

    [Fact]
    public void DeniedRouteTablesLeaveOnlyRoutingRulesUndecided()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));
        SessionAnswer seeing = Run("Test-VpcEndpointConfig @aws -VpcId *");
        Server.Faults.Deny("DescribeRouteTables");
        SessionAnswer blind = Run("Test-VpcEndpointConfig @aws -VpcId *");
        Assert.Empty(blind.Errors);
        Assert.Contains("ec2:DescribeRouteTables", Assert.Single(blind.Warnings), StringComparison.Ordinal);
        IEnumerable<string> newlyUndecided = Undecided(blind).Except(Undecided(seeing));
        Assert.All(newlyUndecided, rule => Assert.Contains("RouteTables", string.Join(' ', Needs(rule)), StringComparison.Ordinal));
        Assert.Equal(Undecided(seeing).Where(rule => !Needs(rule).Contains("RouteTables")), Undecided(blind).Where(rule => !Needs(rule).Contains("RouteTables")));
        dynamic gateway = Run(
            "@{ VpcId = $p0; VpcEndpointType = 'Gateway'; ServiceName = 'com.amazonaws.eu-west-1.s3'; RouteTableId = $p1 } | Test-VpcEndpointConfig @aws -Live",
            EmulatedRegion.Id("vpc", 0),
            EmulatedRegion.Id("rtb", 0)).Single;
        Assert.Contains("VPCE-R004", Undecided(gateway));
    }

    [Fact]
    public void DeniedAttributesAreToldOnceAndNotAskedForAgainAndAgain()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(40, 2, 1));
        Server.Faults.Deny("DescribeVpcAttribute");
        SessionAnswer answer = Run("Test-VpcEndpointConfig @aws -VpcId *");
        Assert.Empty(answer.Errors);
        Assert.Contains("ec2:DescribeVpcAttribute", Assert.Single(answer.Warnings), StringComparison.Ordinal);
        Assert.All(Verdicts(answer.Output), verdict => Assert.Contains(" Inconclusive ", verdict, StringComparison.Ordinal));
        Assert.InRange(Calls("DescribeVpcAttribute"), 1, 20);
    }

    [Fact]
    public void DeniedEndpointsAreAnErrorBecauseNothingIsLeftToTest()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));
        Server.Faults.Deny("DescribeVpcEndpoints");
        SessionAnswer answer = Run("Test-VpcEndpointConfig @aws -VpcId *");
        Assert.Contains("DescribeVpcEndpoints", answer.OnlyError("AccessDenied").Exception.Message, StringComparison.Ordinal);
        Assert.Contains("DescribeVpcEndpoints", Run("Test-VpcEndpointConfig @aws -VpcEndpointId vpce-1").OnlyError("AccessDenied").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThirtyPercentThrottledGivesTheSameResult()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(30, 2, 3));
        IReadOnlyList<string> calm = Verdicts(Run("Test-VpcEndpointConfig @aws -VpcId *").Output);
        Server.ForgetCalls();
        Server.Faults.ThrottleShare(0.3, seed: 7);
        SessionAnswer throttled = Run("Test-VpcEndpointConfig @aws -VpcId *");
        Assert.Empty(throttled.Errors);
        Assert.Empty(throttled.Warnings);
        Assert.Equal(calm, Verdicts(throttled.Output));
        int refused = Server.Calls.Count(call => call.Outcome == "RequestLimitExceeded");
        Assert.InRange(refused, 10, Server.Calls.Count / 2);
    }

    [Fact]
    public void VpcOfAnotherAccountIsNotComplete()
    {
        JsonObject account = EmulatedRegion.Account(2, 2, 1);
        account["Vpcs"]![1]!["OwnerId"] = "999988887777";
        Server.Region(Home).Load(account);
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.FullName, "all.json");
        Assert.Empty(Run("Export-VpcEndpointSnapshot @aws -Path $p0", file).Errors);
        JsonNode snapshot = JsonNode.Parse(File.ReadAllText(file))!;
        Assert.Equal(EmulatedRegion.Id("vpc", 0), (string)Assert.Single(snapshot["Complete"]!.AsArray())!);
        Assert.Equal(Ec2Server.AccountId, (string)snapshot["AccountId"]!);
    }

    [Fact]
    public void VerboseTellsEachCallAndNoStreamAnySecret()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));
        SessionAnswer answer = Run("$DebugPreference = 'Continue'; Test-VpcEndpointConfig @aws -VpcId * -SessionToken never-to-be-seen-either -Verbose -Debug *>&1 | ForEach-Object { \"$_\" }");
        Assert.Empty(answer.Errors);
        Assert.Contains(answer.Output, line => line.ToString().Contains("DescribeVpcs in eu-west-1", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Output, line => line.ToString().Contains("never-to-be-seen", StringComparison.Ordinal));
    }

    [Fact]
    public void CtrlCDuringAHangReturnsAlthoughNoAnswerComes()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));
        Server.Faults.Hang("DescribeSubnets");
        using System.Management.Automation.PowerShell shell = Session.Begin($"Test-VpcEndpointConfig -VpcId * -AccessKey a -SecretKey b -Region {Home} -EndpointUrl {Server.Url}");
        Eventually.True(() => Calls("DescribeSubnets") > 0, "the call that hangs");
        shell.Stop();

        // One call, no retry: it was given up, not waited for until the client's own limit.
        Assert.Equal(1, Calls("DescribeSubnets"));
        Assert.Equal(System.Management.Automation.PSInvocationState.Stopped, shell.InvocationStateInfo.State);
    }

    private static IReadOnlyList<string> Undecided(SessionAnswer answer) => Undecided(answer.Single);

    private static IReadOnlyList<string> Undecided(dynamic result) => [.. ((IEnumerable<dynamic>)result.NotEvaluated).Select(rule => (string)rule.RuleId)];

    private IReadOnlyList<string> Needs(string rule) => [.. ((IEnumerable<object>)Session.Run("param($r) Get-VpcEndpointRule $r", rule).Single.Needs).Select(need => need.ToString()!)];
}
