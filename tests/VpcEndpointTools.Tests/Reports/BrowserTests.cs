using System.Diagnostics;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Performance;
using VpcEndpointTools.Tests.Recommendation;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Reports;

/// <summary>The page in a real browser.</summary>
[Collection(nameof(Measurements))]
public sealed class BrowserTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    [BrowserFact]
    public void PageOfTwoHundredNetworksOpensSoon()
    {
        using TemporaryFolder folder = new();
        string snapshot = folder.Write("region.json", RandomRegion.Make(200, 20).ToJsonString());
        string page = Path.Combine(folder.FullName, "large.html");
        Assert.Empty(session.Run("param($s, $f) & { Test-VpcEndpointConfig $s; Get-EndpointRecommendation -Snapshot $s -Action * } | Export-VpcEndpointReport $f -Snapshot $s", snapshot, page).Errors);
        string blank = folder.Write("blank.html", "<!DOCTYPE html><title>blank</title>");
        (TimeSpan idle, _) = Best(blank);
        (TimeSpan open, string text) = Best(page);
        output.WriteLine($"{open - idle} beyond an empty page");
        Assert.Matches("[0-9]+ of [0-9]+ findings shown", text);
        Assert.True(open - idle < TimeSpan.FromSeconds(2), $"{open} of which {idle} for an empty page");
    }

    // The least disturbed of three: a neighbour on the machine only ever adds.
    private static (TimeSpan Time, string Text) Best(string page) => Enumerable.Range(0, 3).Select(_ =>
    {
        Stopwatch watch = Stopwatch.StartNew();
        string text = Browser.Dump(page);
        return (watch.Elapsed, text);
    }).MinBy(run => run.Elapsed);
}
