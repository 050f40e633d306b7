using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Recommendation;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Performance;

/// <summary>A large Region is no reason to wait.</summary>
[Collection(nameof(Measurements))]
public sealed class RecommendationCostTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    private const int Vpcs = 200;
    private const int Endpoints = 1_000;

    [Fact]
    public void TwoHundredVpcsTakeLessThanTwoSeconds()
    {
        using TemporaryFolder folder = new();
        JsonObject region = RandomRegion.Make(Vpcs, 20);
        JsonArray endpoints = region["VpcEndpoints"]!.AsArray();

        // The random ones and, up to the thousand, more of the same kind.
        for (int i = 0; endpoints.Count < Endpoints; i++)
        {
            JsonNode more = endpoints[i]!.DeepClone();
            more["VpcEndpointId"] = $"vpce-0f{i:x15}";
            more["ServiceName"] = "com.amazonaws.us-east-1.sts";
            more["VpcEndpointType"] = "Interface";
            endpoints.Add(more);
        }

        string file = folder.Write("region.json", region.ToJsonString());
        double best = Enumerable.Range(0, 4).Min(_ => Measure(file));
        string figures = string.Create(CultureInfo.InvariantCulture, $"{Vpcs} VPCs, {endpoints.Count} endpoints, reading the file included: {best:F0} ms");
        output.WriteLine(figures);
        Assert.True(best < 2_000, figures);
    }

    private double Measure(string file)
    {
        Stopwatch watch = Stopwatch.StartNew();
        SessionAnswer answer = session.Run("param($f) Get-EndpointRecommendation -Snapshot $f -Action *", file);
        watch.Stop();
        Assert.Empty(answer.Errors);
        Assert.True(answer.Output.Count >= Endpoints, $"{answer.Output.Count} recommendations");
        return watch.Elapsed.TotalMilliseconds;
    }
}
