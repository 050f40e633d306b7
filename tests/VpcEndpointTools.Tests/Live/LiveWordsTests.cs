using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>What is told of calls that do not come to an end, and how often they are sent.</summary>
public sealed class LiveWordsTests : LiveTestBase
{
    public LiveWordsTests() => Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));

    [Theory]
    [InlineData("DescribeVpcs")]
    [InlineData("DescribeVpcEndpoints")]
    [InlineData("CreateVpcEndpoint")]
    public void ThrottledUntilTheTimeIsOverIsToldAsThrottled(string action)
    {
        Server.Faults.Throttle(action);
        string message = Run(
            $"New-SafeVpcEndpoint @aws {EmulatedRegion.Id("vpc", 0)} kms -SubnetId {EmulatedRegion.Id("subnet", 0)}, {EmulatedRegion.Id("subnet", 1)} "
            + $"-SecurityGroupId {EmulatedRegion.Id("sg", 0)} -PrivateDnsEnabled $true -TimeoutSeconds 6 -Confirm:$false")
            .Errors[0].Exception.Message;
        Assert.Contains("throttle", message, StringComparison.Ordinal);
        Assert.DoesNotContain("check the network", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatCameOfAThrottledCreationIsLookedForWithinTheTime(bool throttles)
    {
        // The dry run is answered; the creation acts, and from then on nothing is heard of it.
        Server.Faults.Slow("CreateVpcEndpoint", TimeSpan.Zero, 1);
        Server.Faults.FailAfter("CreateVpcEndpoint", 2);
        if (throttles)
        {
            Server.Faults.Throttle("CreateVpcEndpoint");
        }
        else
        {
            Server.Faults.Hang("CreateVpcEndpoint");
        }

        SessionAnswer answer = Run(
            $"New-SafeVpcEndpoint @aws {EmulatedRegion.Id("vpc", 0)} ssm -SubnetId {EmulatedRegion.Id("subnet", 0)} -TimeoutSeconds 8 -Confirm:$false");
        int last = Server.Calls.ToList().FindLastIndex(call => call.Action == "CreateVpcEndpoint");
        Assert.Contains(Server.Calls.Skip(last), call => call.Action == "DescribeVpcEndpoints");
        Assert.Contains("vpce-", string.Join(' ', [.. answer.Output, .. answer.Errors]), StringComparison.Ordinal);
    }

    [Fact]
    public void HungUntilTheTimeIsOverIsNotToldAsThrottled()
    {
        Server.Faults.Throttle("DescribeVpcs", 1);
        Server.Faults.Hang("DescribeVpcs", 2);
        string message = Run(
            $"New-SafeVpcEndpoint @aws {EmulatedRegion.Id("vpc", 0)} ssm -SubnetId {EmulatedRegion.Id("subnet", 0)} -TimeoutSeconds 15 -Confirm:$false")
            .Errors[0].Exception.Message;
        Assert.Contains("check the network", message, StringComparison.Ordinal);
    }

    // With connections in the pool, which the HTTP client would otherwise try one after the other.
    [Fact]
    public void BrokenCallIsSentSixTimes()
    {
        Run("Test-VpcEndpointConfig @aws -VpcId *");
        Server.ForgetCalls();
        Server.Faults.CutBefore("DescribeVpcs");
        Run("Test-VpcEndpointConfig @aws -VpcId *");
        Assert.Equal(6, Calls("DescribeVpcs"));
    }

    [Fact]
    public void ErrorWithoutAMessageShowsNoBody()
    {
        Server.Faults.Fail("DescribeVpcEndpoints", null, 400, "SomethingNew", string.Empty);
        string message = Run("Test-VpcEndpointConfig @aws -VpcId *").OnlyError("SomethingNew").Exception.Message;
        Assert.DoesNotContain("<", message, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP Body", message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("You are not allowed", "You are not allowed.")]
    [InlineData("Is it allowed?", "Is it allowed?")]
    [InlineData("It is not.", "It is not.")]
    public void AwssWordsEndAsASentence(string words, string end)
    {
        Server.Faults.Fail("DescribeVpcEndpoints", null, 400, "SomethingNew", words);
        Assert.EndsWith(
            end, Run("Test-VpcEndpointConfig @aws -VpcId *").OnlyError("SomethingNew").Exception.Message, StringComparison.Ordinal);
    }
}
