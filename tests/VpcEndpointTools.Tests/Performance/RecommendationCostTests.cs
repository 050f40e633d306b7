using System.Globalization;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Recommendation;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Performance;

/// <summary>A large Region costs as much as its parts. How long it takes is the business of tests/Benchmarks/Costs.</summary>
[Collection(nameof(Measurements))]
public sealed class RecommendationCostTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    private const int Few = 25;
    private const int Many = 250;

    [Fact]
    public void TenTimesTheVpcsAreNotAHundredTimesTheWork()
    {
        using TemporaryFolder folder = new();
        string few = folder.Write("few.json", RandomRegion.Make(Few, 20).ToJsonString());
        string many = folder.Write("many.json", RandomRegion.Make(Many, 20).ToJsonString());
        Recommend(few, Few);
        double ofFew = ProcessorTime.Least(3, () => Enumerable.Range(0, Many / Few).ToList().ForEach(_ => Recommend(few, Few)));
        double ofMany = ProcessorTime.Least(3, () => Recommend(many, Many));
        double ratio = ofMany / ofFew;
        string figures = string.Create(CultureInfo.InvariantCulture, $"a VPC among {Many} takes {ratio:F2} times one among {Few}");
        output.WriteLine(figures);
        Assert.True(ratio <= 3, figures);
    }

    private void Recommend(string file, int vpcs)
    {
        SessionAnswer answer = session.Run("param($f) Get-EndpointRecommendation -Snapshot $f -Action *", file);
        Assert.Empty(answer.Errors);
        Assert.True(answer.Output.Count >= vpcs, $"{answer.Output.Count} recommendations");
    }
}
