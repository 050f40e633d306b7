using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live.Creation;

/// <summary>What is told at the end is true: of states, of what vanishes, of failures before, of servers that ignore DryRun.</summary>
public sealed class EndTests : CreationTestBase
{
    private const string Describe = "DescribeVpcEndpoints";

    [Theory]
    [InlineData("deleting")]
    [InlineData("deleted")]
    public void DeletedBySomebodyElseIsToldAndNotDeletedAgain(string state)
    {
        Region.PendingDescribes = int.MaxValue;
        Server.Faults.Before(Describe, 4, _ => Region.SetState(OnlyId, state));
        SessionAnswer answer = Run(Ssm + " -RemoveOnFailure");
        answer.OnlyError("EndpointDeleted");
        Assert.Contains("somebody else deleted it", Message(answer), StringComparison.Ordinal);
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
        Assert.Empty(answer.Output);
    }

    [Fact]
    public void GoneDuringTheWaitIsTold()
    {
        Region.PendingDescribes = int.MaxValue;
        Server.Faults.Before(Describe, 4, _ => Region.Remove(OnlyId));
        SessionAnswer answer = Run(Ssm);
        answer.OnlyError("EndpointVanished");
        Assert.Contains("is not known", Message(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void OneThatAppearsLateIsWaitedFor()
    {
        // At a hundredth of the pauses this is longer than what counts as gone.
        Region.ListLag = TimeSpan.FromSeconds(3);
        Assert.Equal("Unknown", Told(Run(Ssm)).Created);
    }

    [Fact]
    public void OneThatVanishesAndReappearsIsWaitedFor()
    {
        Region.PendingDescribes = 5;
        Server.Faults.Before(Describe, 4, _ => Region.Hide(OnlyId));
        Server.Faults.Before(Describe, 7, _ => Region.Show(OnlyId));
        Assert.Equal("Unknown", Told(Run(Ssm)).Created);
    }

    [Theory]
    [InlineData("pendingAcceptance", "must accept")]
    [InlineData("partial", "not available")]
    [InlineData("Partial", "not available")]
    [InlineData("quarantined", "not available")]
    public void ExistingOneThatIsNotAvailableIsNotReturnedInSilence(string state, string told)
    {
        Run(Ssm);
        Region.SetState(OnlyId, state);
        SessionAnswer again = Run(Ssm);
        Assert.Equal((OnlyId, "No"), Told(again));
        Assert.Contains(again.Warnings, warning => warning.Contains(OnlyId, StringComparison.Ordinal) && warning.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void ExistingPendingOneIsWaitedFor()
    {
        Run(Ssm + " -NoWait");
        SessionAnswer again = Run(Ssm);
        Assert.Equal("available", (string)again.Single.State, ignoreCase: true);
        Assert.Equal("No", (string)again.Single.Created);
    }

    [Theory]
    [InlineData("partial")]
    [InlineData("quarantined")]
    public void NewOneInAStateThatIsNotAvailableIsWaitedForUntilTheEnd(string state)
    {
        Region.PendingDescribes = int.MaxValue;
        Server.Faults.Before(Describe, 2, _ => Region.SetState(OnlyId, state));
        SessionAnswer answer = Run(Ssm + " -TimeoutSeconds 15");
        Assert.Contains(state, answer.OnlyError("WaitTimedOut").Exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(OnlyId, Told(Assert.Single(answer.Output)).Id);
    }

    [Fact]
    public void RerunAfterAFailureFindsTheFirst()
    {
        string failed = Failed();
        SessionAnswer again = Run(Ssm);
        string message = again.OnlyError("FailedEndpointExists").Exception.Message;
        Assert.Contains(failed, message, StringComparison.Ordinal);
        Assert.Contains("billed", message, StringComparison.Ordinal);
        Assert.Contains("-ReplaceFailed", message, StringComparison.Ordinal);
        Assert.Equal(failed, OnlyId);
    }

    [Fact]
    public void RerunAfterAFailureThatIsNotListedYetMakesNoSecond()
    {
        string failed = Failed();
        Region.Hide(failed);
        Server.Faults.Before(Describe, Calls(Describe) + 3, _ => Region.Show(failed));
        SessionAnswer again = Run(Ssm + " -RemoveOnFailure");
        Assert.Contains(failed, again.OnlyError("EndpointFailed").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
        Assert.Equal(failed, OnlyId);
    }

    [Theory]
    [InlineData("500 after")]
    [InlineData("cut after")]
    public void EndpointThatFailedAndWasListedIsToldAfterALostAnswer(string fault)
    {
        Region.PendingDescribes = int.MaxValue;
        for (int i = 2; i < 20; i++)
        {
            CreationFaults.Inject(Server.Faults, "CreateVpcEndpoint", i, fault);
            Server.Faults.Before("CreateVpcEndpoint", i + 1, _ => Region.Fail(OnlyId, "broken"));
        }

        Server.Faults.Before(Describe, 2, _ => Region.Fail(OnlyId, "broken"));
        string message = Run(Ssm + " -RemoveOnFailure").OnlyError("EndpointFailed").Exception.Message;
        Assert.Contains(OnlyId, message, StringComparison.Ordinal);
        Assert.Contains("billed until it is deleted", message, StringComparison.Ordinal);
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
    }

    [Fact]
    public void FailedOneIsReplacedOnRequestAfterAQuestion()
    {
        string failed = Failed();
        Assert.Single(Run(Ssm + " -ReplaceFailed -WhatIf").Output);
        Assert.Equal(failed, OnlyId);
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
        (string id, string created) = Told(Run(Ssm + " -ReplaceFailed"));
        Assert.Equal((OnlyId, "Unknown"), (id, created));
        Assert.NotEqual(failed, id);
    }

    [Theory]
    [InlineData("rejected")]
    [InlineData("expired")]
    public void ReplaceFailedDeletesOnlyWhatFailed(string state)
    {
        Run(Ssm);
        Region.SetState(OnlyId, state);
        Assert.DoesNotContain("-ReplaceFailed", Run(Ssm + " -ReplaceFailed").OnlyError("FailedEndpointExists").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
    }

    [Fact]
    public void FailedOneOfOtherSettingsIsToldAndLeft()
    {
        string failed = Failed();
        SessionAnswer answer = Run(Ssm.Replace($"{A}, {B}", A, StringComparison.Ordinal) + " -ReplaceFailed");
        Assert.Contains(answer.Warnings, warning => warning.Contains(failed, StringComparison.Ordinal) && warning.Contains("billed", StringComparison.Ordinal));
        Assert.Equal(2, Endpoints.Count);
        Assert.Equal(0, Calls("DeleteVpcEndpoints"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void DryRunThatIsIgnoredMakesOne(bool ignoresTokens)
    {
        (Region.IgnoresDryRun, Region.IgnoresTokens) = (true, ignoresTokens);
        SessionAnswer answer = Run(Ssm);
        Assert.Equal((OnlyId, "Unknown"), Told(answer));
        Assert.Contains(answer.Warnings, warning => warning.Contains("ignores DryRun", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void DryRunThatIsIgnoredAndNotAnsweredMakesOne(bool ignoresTokens, bool isHidden)
    {
        (Region.IgnoresDryRun, Region.IgnoresTokens) = (true, ignoresTokens);
        Region.HiddenDescribes = isHidden ? 5 : 0;
        Server.Faults.CutAfter("CreateVpcEndpoint", 1);
        SessionAnswer answer = Run(Ssm);
        string id = OnlyId;
        Assert.Single(Server.Calls, call => call.Action == "CreateVpcEndpoint");
        Assert.Contains(isHidden ? "is not known" : id, string.Join(' ', answer.Errors.Select(error => error.ToString()).Concat(answer.Each("VpcEndpointId"))), StringComparison.Ordinal);
    }

    [Fact]
    public void DryRunHasATokenOfItsOwn()
    {
        Run(Ssm);
        string[] tokens = [.. Server.Calls.Where(call => call.Action == "CreateVpcEndpoint").Select(call => call.Parameters["ClientToken"])];
        Assert.Equal(2, tokens.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void EndpointThatGoesBetweenTwoLooksIsNoCrash()
    {
        Run(Ssm);
        Server.Faults.Before(Describe, Calls(Describe) + 2, _ => Region.Remove(OnlyId));
        Assert.Equal("No", Told(Run(Ssm)).Created);
    }

    private string Failed()
    {
        Region.PendingDescribes = int.MaxValue;
        Region.FailAfterDescribes = 2;
        Run(Ssm).OnlyError("EndpointFailed");
        (Region.PendingDescribes, Region.FailAfterDescribes) = (1, null);
        return OnlyId;
    }
}
