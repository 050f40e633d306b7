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
        Browser.Dump(blank);
        Stopwatch watch = Stopwatch.StartNew();
        Browser.Dump(blank);
        TimeSpan idle = watch.Elapsed;
        watch.Restart();
        string text = Browser.Dump(page);
        output.WriteLine($"{watch.Elapsed - idle} beyond an empty page");
        Assert.Matches("[0-9]+ of [0-9]+ findings shown", text);
        Assert.True(watch.Elapsed - idle < TimeSpan.FromSeconds(2), $"{watch.Elapsed} of which {idle} for an empty page");
    }
}
