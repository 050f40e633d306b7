using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live.Creation;

/// <summary>Created tells who created the endpoint; what this command is not proved to have created it does not delete.</summary>
public sealed class AuthorTests : CreationTestBase
{
    private const string Create = "CreateVpcEndpoint";

    [Theory]
    [InlineData("throttled")]
    [InlineData("500")]
    public void EndpointOfOthersThatAppearsDuringFailuresIsNotOnesOwn(string fault)
    {
        string? theirs = null;
        Server.Faults.Before(Create, 2, request => theirs = CreateByOthers(request));
        for (int i = 2; i < 20; i++)
        {
            CreationFaults.Inject(Server.Faults, Create, i, fault);
        }

        Region.PendingDescribes = int.MaxValue;
        Region.FailAfterDescribes = 3;
        SessionAnswer answer = Run(Ssm + " -RemoveOnFailure");
        answer.OnlyError("EndpointFailed");
        Assert.Contains("did not delete it", Message(answer), StringComparison.Ordinal);
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
        Assert.Equal(theirs, OnlyId);
    }

    [Theory]
    [InlineData("throttled", "No")]
    [InlineData("500", "Unknown")]
    public void EndpointOfOthersIsGivenAsTheirs(string fault, string created)
    {
        string? theirs = null;
        Server.Faults.Before(Create, 2, request => theirs = CreateByOthers(request));
        for (int i = 2; i < 20; i++)
        {
            CreationFaults.Inject(Server.Faults, Create, i, fault);
        }

        SessionAnswer answer = Run(Ssm);
        Assert.Equal((theirs, created), Told(answer));
    }

    [Fact]
    public void SameTokenOfAnotherMachineIsTheirEndpoint()
    {
        // Four seconds before the request was sent, and not listed yet.
        string? theirs = null;
        Server.Faults.Before(Create, 2, request =>
        {
            Region.ClockOffset = TimeSpan.FromSeconds(-4);
            theirs = (string)Region.Act(Create, request)["VpcEndpoint"]!["VpcEndpointId"]!;
            Region.ClockOffset = TimeSpan.Zero;
        });
        SessionAnswer answer = Run(Ssm);
        Assert.Equal((theirs, "No"), Told(answer));
        Assert.Equal(theirs, OnlyId);
    }

    [Fact]
    public void SameTokenAMomentEarlierIsNotProved()
    {
        Server.Faults.Before(Create, 2, request =>
        {
            Region.ClockOffset = TimeSpan.FromSeconds(-1);
            Region.Act(Create, request);
            Region.ClockOffset = TimeSpan.Zero;
        });
        Region.PendingDescribes = int.MaxValue;
        Region.FailAfterDescribes = 2;
        SessionAnswer answer = Run(Ssm + " -RemoveOnFailure");
        Assert.Contains("by this machine's clock", Message(answer), StringComparison.Ordinal);
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
    }

    [Fact]
    public void RetriedRequestIsNotProved()
    {
        Server.Faults.CutAfter(Create, 2);
        Assert.Equal((OnlyIdAfter(Ssm, out string created), "Unknown"), (OnlyId, created));
    }

    [Fact]
    public void OnesOwnFailedEndpointIsRemovedWhereTheClocksProveIt()
    {
        // Longer than all that the Date headers leave open.
        Server.Faults.Slow(Create, TimeSpan.FromSeconds(2.5), 2);
        Region.PendingDescribes = int.MaxValue;
        Region.FailAfterDescribes = 2;
        SessionAnswer answer = Run(Ssm + " -RemoveOnFailure");
        answer.OnlyError("EndpointFailed");
        Assert.Contains("AWS accepted its deletion", Message(answer), StringComparison.Ordinal);
        Assert.Equal(1, Calls("DeleteVpcEndpoints"));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(700)]
    public void RacersEndpointIsKeptThoughAwssClockIsAhead(int milliseconds)
    {
        string? theirs = null;
        Region.ClockOffset = TimeSpan.FromMilliseconds(milliseconds);
        Server.Faults.Before(Create, 2, request =>
        {
            Region.ClockOffset = TimeSpan.FromMilliseconds(milliseconds - 200);
            theirs = (string)Region.Act(Create, request)["VpcEndpoint"]!["VpcEndpointId"]!;
            Region.ClockOffset = TimeSpan.FromMilliseconds(milliseconds);
        });
        Server.Faults.Slow(Create, TimeSpan.FromSeconds(1), 2);
        Region.PendingDescribes = int.MaxValue;
        Region.FailAfterDescribes = 2;
        SessionAnswer answer = Run(Ssm + " -RemoveOnFailure");
        answer.OnlyError("EndpointFailed");
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
        Assert.Equal(theirs, OnlyId);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    public void ClockThatDiffersProvesNothing(int seconds)
    {
        Region.ClockOffset = TimeSpan.FromSeconds(seconds);
        Region.PendingDescribes = int.MaxValue;
        Region.FailAfterDescribes = 2;
        SessionAnswer answer = Run(Ssm + " -RemoveOnFailure");
        Assert.Contains("clock", Message(answer), StringComparison.Ordinal);
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
    }

    [Fact]
    public void ListThatMayNotBeReadProvesNothing()
    {
        Server.Faults.Deny("DescribeVpcEndpoints", 1);
        Assert.Equal("Unknown", Told(Assert.Single(Run(Ssm + " -AllowInconclusive").Output)).Created);
    }

    [Fact]
    public async Task OfProcessesAtOnceAtMostOneCreatedIt()
    {
        Server.Latency = TimeSpan.FromMilliseconds(50);
        string command = Ssm.Replace("@aws", $"-AccessKey a -SecretKey b -Region {Home} -EndpointUrl {Server.Url}", StringComparison.Ordinal)
            + " 3>$null | ForEach-Object { \"$($_.VpcEndpointId) $($_.Created)\" }";
        ProcessAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => ShellProcess.Run("-Command", command))));
        string[] told = [.. answers.SelectMany(answer => answer.Lines)];
        Assert.Equal(3, told.Length);
        Assert.All(told, line => Assert.StartsWith(OnlyId, line, StringComparison.Ordinal));
        Assert.InRange(told.Count(line => line.EndsWith(" Yes", StringComparison.Ordinal)), 0, 1);
    }

    [Fact]
    public void RerunWhileTheListLagsIsTheFirstRunsEndpoint()
    {
        Region.HiddenDescribes = 4;
        string id = Told(Run(Ssm)).Id;
        foreach (JsonNode? endpoint in Endpoints)
        {
            Region.Hide((string)endpoint!["VpcEndpointId"]!);
        }

        SessionAnswer again = Run(Ssm + " -NoWait");
        Assert.Equal(id, Told(again).Id);
        Assert.NotEqual("Yes", Told(again).Created);
        Assert.Equal(id, OnlyId);
    }

    private string OnlyIdAfter(string command, out string created)
    {
        (string id, created) = Told(Run(command));
        return id;
    }
}
