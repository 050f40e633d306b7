using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>What is no answer of AWS's is an error of that call, after retries; never an empty list, never complete, and never waited for without end.</summary>
public sealed class NonAnswerTests : LiveTestBase
{
    private static readonly Dictionary<string, BrokenAnswer> All = new BrokenAnswer[]
    {
        BrokenAnswer.Portal, BrokenAnswer.XhtmlPortal, BrokenAnswer.Empty, BrokenAnswer.Json, BrokenAnswer.OtherService, BrokenAnswer.TruncatedXml, BrokenAnswer.MissingMember,
        BrokenAnswer.StallAfterHeaders, BrokenAnswer.HalfBody, BrokenAnswer.Dribble,
    }.ToDictionary(answer => answer.Name, StringComparer.Ordinal);

    private readonly TemporaryFolder _folder = new();

    public NonAnswerTests() => Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));

    public static TheoryData<string> Names => [.. All.Keys];

    private string Snapshot => Path.Combine(_folder.FullName, "x.json");

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryCallBrokenIsOneErrorAndNoFile(string name)
    {
        Server.Faults.Break(FaultScript.AnyAction, All[name]);
        string id = name is "StallAfterHeaders" or "HalfBody" or "Dribble" ? "EndpointStalled" : "NotAnAwsAnswer";
        SessionAnswer export = Run("Export-VpcEndpointSnapshot @aws -Path $p0", Snapshot);
        Assert.Contains("ec2:Describe", export.OnlyError(id).Exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Snapshot));
    }

    [Theory]
    [InlineData("Portal", "NotAnAwsAnswer")]
    [InlineData("HalfBody", "EndpointStalled")]
    public void OtherReadingsFailInTheSameWay(string name, string id)
    {
        Server.Faults.Break(FaultScript.AnyAction, All[name]);
        SessionAnswer services = Run("Get-VpcEndpointService @aws -Live");
        services.OnlyError(id);
        Assert.Empty(services.Output);
        SessionAnswer test = Run("@{ VpcId = 'vpc-00000000000000000'; VpcEndpointType = 'Interface'; ServiceName = 'com.amazonaws.eu-west-1.ssm' } | Test-VpcEndpointConfig @aws -Live");
        test.OnlyError(id);
        Assert.Empty(test.Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OnceBrokenIsRetriedAndChangesNothing(string name)
    {
        IReadOnlyList<string> calm = Verdicts(Run("Test-VpcEndpointConfig @aws -VpcId *").Output);
        Server.Faults.Clear();
        foreach (string action in new[] { "DescribeVpcs", "DescribeVpcEndpoints", "DescribeRouteTables", "DescribeVpcAttribute", "DescribeVpcEndpointServices" })
        {
            Server.Faults.Break(action, All[name], 1);
        }

        SessionAnswer answer = Run("Test-VpcEndpointConfig @aws -VpcId *");
        Assert.Empty(answer.Errors);
        Assert.Empty(answer.Warnings);
        Assert.Equal(calm, Verdicts(answer.Output));
    }

    [Theory]
    [InlineData("Portal", "DescribeRouteTables", "RouteTables")]
    [InlineData("MissingMember", "DescribeSubnets", "Subnets")]
    [InlineData("HalfBody", "DescribeVpcEndpointServices", "ServiceDetails")]
    [InlineData("TruncatedXml", "DescribeNetworkAcls", "NetworkAcls")]
    public void BrokenMemberIsUnknownAndSaid(string name, string action, string member)
    {
        Server.Faults.Break(action, All[name]);
        SessionAnswer export = Run("Export-VpcEndpointSnapshot @aws -Path $p0", Snapshot);
        Assert.Empty(export.Errors);
        Assert.Contains($"ec2:{action}", Assert.Single(export.Warnings), StringComparison.Ordinal);
        JsonNode snapshot = JsonNode.Parse(File.ReadAllText(Snapshot))!;
        Assert.Null(snapshot[member]);
        Assert.NotNull(snapshot["Vpcs"]);
    }

    [Fact]
    public void DeniedVpcsMakeNothingComplete()
    {
        Server.Faults.Deny("DescribeVpcs");
        Assert.Contains("ec2:DescribeVpcs", Assert.Single(Run("Export-VpcEndpointSnapshot @aws -Path $p0", Snapshot).Warnings), StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(File.ReadAllText(Snapshot))!["Complete"]);
    }

    [Theory]
    [InlineData("DescribeVpcs")]
    [InlineData("DescribeVpcEndpoints")]
    public void WithoutVpcsOrEndpointsThereIsNothingToTest(string action)
    {
        Server.Faults.Break(action, BrokenAnswer.Portal);
        SessionAnswer answer = Run("Test-VpcEndpointConfig @aws -VpcId *");
        answer.OnlyError("NotAnAwsAnswer");
        Assert.Empty(answer.Output);
    }

    [Fact]
    public void NextTokenThatRepeatsIsAnError()
    {
        Server.Faults.Break("DescribeVpcEndpoints", BrokenAnswer.RepeatedToken);
        Run("Test-VpcEndpointConfig @aws -VpcId *").OnlyError("RepeatedNextToken");
        Assert.InRange(Calls("DescribeVpcEndpoints"), 2, 3);
        Server.Faults.Clear();
        Server.Faults.Break("DescribeVpcEndpointServices", BrokenAnswer.RepeatedToken);
        Run("Get-VpcEndpointService @aws -Live").OnlyError("RepeatedNextToken");
    }

    [Theory]
    [InlineData("StallAfterHeaders")]
    [InlineData("Dribble")]
    public void CtrlCReturnsAtOnce(string name)
    {
        Server.Faults.Break("DescribeSubnets", All[name]);
        using System.Management.Automation.PowerShell shell = Session.Begin($"Test-VpcEndpointConfig -VpcId * -AccessKey a -SecretKey b -Region {Home} -EndpointUrl {Server.Url}");
        Eventually.True(() => Calls("DescribeSubnets") > 0, "the call that stalls");
        shell.Stop();
        Assert.Equal(System.Management.Automation.PSInvocationState.Stopped, shell.InvocationStateInfo.State);
    }

    [Fact]
    public void LargeAnswerThatKeepsComingIsWaitedFor()
    {
        Server.Region(Home).Load(EmulatedRegion.Account(3, 2, 300));
        Server.Latency = TimeSpan.FromMilliseconds(50);
        SessionAnswer answer = Run("Test-VpcEndpointConfig @aws -VpcId * -IncludeRule VPCE-S001");
        Assert.Empty(answer.Errors);
        Assert.InRange(answer.Output.Count, 900, 1000);
    }

    [Theory]
    [InlineData("Portal")]
    [InlineData("Json")]
    [InlineData("HalfBody")]
    [InlineData("TruncatedXml")]
    [InlineData("MissingMember")]
    [InlineData("OtherService")]
    public void CreationIsNeverTakenForMadeNorFailsInTheDark(string name)
    {
        Server.Faults.Break("CreateVpcEndpoint", All[name]);
        SessionAnswer answer = Run(
            $"New-SafeVpcEndpoint @aws {EmulatedRegion.Id("vpc", 0)} kms -SubnetId {EmulatedRegion.Id("subnet", 0)}, {EmulatedRegion.Id("subnet", 1)} -SecurityGroupId {EmulatedRegion.Id("sg", 0)} -PrivateDnsEnabled $true -TimeoutSeconds 30");
        Assert.DoesNotContain(answer.Errors, error => error.Exception.ToString().Contains("ArgumentNull", StringComparison.Ordinal) || error.Exception.ToString().Contains("NullReference", StringComparison.Ordinal));
        string id = name is "HalfBody" ? "EndpointStalled" : "NotAnAwsAnswer";
        Assert.All(answer.Errors, error => Assert.Contains(id, error.FullyQualifiedErrorId, StringComparison.Ordinal));
        int made = Server.Region(Home).Resources("VpcEndpoints").Count - 1;
        Assert.InRange(made, 0, 1);
        Assert.True(answer.Errors.Count == 1 || made == 1, string.Join("; ", answer.Errors));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _folder.Dispose();
        base.Dispose(disposing);
    }
}
