using System.Globalization;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Live;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Performance;

/// <summary>What looking at AWS costs in calls and memory. What it costs in time is the business of tests/Benchmarks/Costs.</summary>
[Collection(nameof(Measurements))]
public sealed class LiveCostTests(ITestOutputHelper output) : IDisposable
{
    private const int Vpcs = 200;
    private const int MostAtOnce = 10;

    private readonly Ec2Server _server = Ec2Server.Start();

    private string Parameters => $"-AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl {_server.Url}";

    [Fact]
    public void LargeRegionCostsTheFewestCallsTenAtATime()
    {
        _server.Region("eu-west-1").Load(EmulatedRegion.Account(Vpcs, 3, 5));
        _server.Latency = TimeSpan.FromMilliseconds(10);
        using ModuleSession session = new();
        SessionAnswer answer = session.Run($"Test-VpcEndpointConfig -VpcId * {Parameters}");
        Assert.Empty(answer.Errors);
        Assert.Equal(Vpcs * 5, answer.Output.Count);

        // One a page (route tables come by the hundred: two; the eleven others one each), two a VPC; the endpoints tell the account.
        Assert.Equal(2 + 11 + (2 * Vpcs), _server.Calls.Count);
        Assert.InRange(_server.MostConcurrent, 2, MostAtOnce + 1);
    }

    [Fact]
    public void LargeRegionTakesAtMost120Megabytes()
    {
        _server.Region("eu-west-1").Load(EmulatedRegion.Account(Vpcs, 3, 5));
        ProcessAnswer answer = ShellProcess.Run(
            "-Command",
            "[GC]::Collect(); $before = [Environment]::WorkingSet; "
            + $"$results = Test-VpcEndpointConfig -VpcId * {Parameters}; $results.Count; "
            + "$process = [System.Diagnostics.Process]::GetCurrentProcess(); ($process.PeakWorkingSet64 - $before) / 1MB");
        Assert.Equal("1000", answer.Lines[0]);
        double megabytes = double.Parse(answer.Lines[1], CultureInfo.InvariantCulture);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{megabytes:F0} MB over the idle host at the peak"));
        Assert.InRange(megabytes, 0, 120);
    }

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();
}
