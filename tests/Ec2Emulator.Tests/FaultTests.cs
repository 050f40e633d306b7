using System.Diagnostics;
using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;

namespace VpcEndpointTools.Emulator.Tests;

public sealed class FaultTests : EmulatorTest
{
    [Fact]
    public async Task ErrorsComeAtTheCallThatWasMeant()
    {
        Server.Faults.Throttle("DescribeVpcs", 2);
        Server.Faults.Fail("DescribeSubnets", 1, 500, "InternalError", "An internal error has occurred");
        await Aws.DescribeVpcsAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Refused(() => Aws.DescribeVpcsAsync(), "RequestLimitExceeded")).StatusCode);
        await Aws.DescribeVpcsAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, (await Refused(() => Aws.DescribeSubnetsAsync(), "InternalError")).StatusCode);
        Server.Faults.Clear();
        await Aws.DescribeSubnetsAsync();
        Assert.Equal(["OK", "RequestLimitExceeded", "OK", "InternalError", "OK"], Server.Calls.Select(call => call.Outcome));
    }

    [Fact]
    public async Task DenialIsForDryRunsToo()
    {
        Server.Faults.Deny("CreateVpcEndpoint");
        CreateVpcEndpointRequest request = Interface;
        await Refused(() => Create(request), "UnauthorizedOperation");
        request.DryRun = true;
        await Refused(() => Create(request), "UnauthorizedOperation");
        Assert.Empty(Region.Resources("VpcEndpoints"));
    }

    [Fact]
    public async Task CutBeforeActsNotAndCutAfterActs()
    {
        Server.Faults.CutBefore("CreateVpcEndpoint", 1);
        Server.Faults.CutAfter("CreateVpcEndpoint", 2);
        await Assert.ThrowsAnyAsync<Exception>(() => Create(Interface));
        Assert.Empty(Region.Resources("VpcEndpoints"));
        await Assert.ThrowsAnyAsync<Exception>(() => Create(Interface));
        Assert.Single(Region.Resources("VpcEndpoints"));
        Assert.Equal(["CutBefore", "CutAfter"], Server.Calls.Select(call => call.Outcome));
    }

    [Fact]
    public async Task HangEndsWithTheClient()
    {
        Server.Faults.Hang("DescribeVpcs");
        using CancellationTokenSource patience = new();
        Task<DescribeVpcsResponse> call = Aws.DescribeVpcsAsync(new DescribeVpcsRequest(), patience.Token);
        Assert.True(SpinWait.SpinUntil(() => Server.Calls.Count > 0, TimeSpan.FromMinutes(10)));
        Assert.False(call.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("Hang", Assert.Single(Server.Calls).Outcome);
    }

    [Fact]
    public async Task ManyAreServedAtOnce()
    {
        // None of them ends before all are there.
        Server.Faults.Hang("DescribeVpcs");
        using CancellationTokenSource patience = new();
        Task[] calls = [.. Enumerable.Range(0, 10).Select(_ => Aws.DescribeVpcsAsync(new DescribeVpcsRequest(), patience.Token))];
        Assert.True(SpinWait.SpinUntil(() => Server.MostConcurrent == 10, TimeSpan.FromMinutes(10)));
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(calls));
    }

    [Fact]
    public async Task LatencyIsWaitedFor()
    {
        Server.Latency = TimeSpan.FromMilliseconds(300);
        Stopwatch watch = Stopwatch.StartNew();
        await Aws.DescribeVpcsAsync();
        Assert.True(watch.ElapsedMilliseconds >= 290);
        Server.Latency = TimeSpan.Zero;
        Server.Faults.Slow("DescribeVpcs", TimeSpan.FromMilliseconds(200));
        watch.Restart();
        await Aws.DescribeVpcsAsync();
        Assert.True(watch.ElapsedMilliseconds >= 190);
    }

    [Fact]
    public async Task SharesAreTheSameForTheSameSeed()
    {
        Assert.Equal(await Pattern(), await Pattern());
        Assert.InRange((await Pattern()).Count(hit => hit), 15, 45);

        async Task<bool[]> Pattern()
        {
            Server.Faults.Clear();
            Server.Faults.ThrottleShare(0.3, seed: 1);
            Server.ForgetCalls();
            for (int i = 0; i < 100; i++)
            {
                try
                {
                    await Aws.DescribeRegionsAsync();
                }
                catch (AmazonEC2Exception)
                {
                    // The share that is asked for.
                }
            }

            return [.. Server.Calls.Select(call => call.Outcome != "OK")];
        }
    }
}
