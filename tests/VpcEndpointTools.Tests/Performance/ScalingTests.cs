using System.Globalization;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Performance;

/// <summary>Testing N endpoints costs N times one, not N times N. The exact ratio is the business of tests/Benchmarks/Costs.</summary>
[Collection(nameof(Measurements))]
public sealed class ScalingTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    private const int Few = 1_000;
    private const int Many = 10_000;

    [Fact]
    public void TenTimesTheEndpointsAreNotAHundredTimesTheWork()
    {
        using TemporaryFolder folder = new();
        string few = folder.Write("few.json", LargeSnapshot.Write(Few));
        string many = folder.Write("many.json", LargeSnapshot.Write(Many));
        Test(few, Few, times: 1);
        double ofFew = ProcessorTime.Least(3, () => Test(few, Few, times: Many / Few));
        double ofMany = ProcessorTime.Least(3, () => Test(many, Many, times: 1));

        // Measured: 0.95 to 1.0. If each endpoint looked at all the others it would be 10.
        double ratio = ofMany / ofFew;
        string figures = string.Create(CultureInfo.InvariantCulture, $"an endpoint among {Many} takes {ratio:F2} times one among {Few}");
        output.WriteLine(figures);
        Assert.True(ratio <= 3, figures);
    }

    // Ten small runs against one large one, all results kept until the last: the same for the garbage collector to carry.
    private void Test(string file, int count, int times)
    {
        SessionAnswer[] answers = [.. Enumerable.Range(0, times).Select(_ => session.Run("param($f) Test-VpcEndpointConfig -Path $f", file))];
        Assert.All(answers, answer => Assert.Equal(count, answer.Output.Count));
    }
}
