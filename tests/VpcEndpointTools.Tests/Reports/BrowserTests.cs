using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Recommendation;

namespace VpcEndpointTools.Tests.Reports;

/// <summary>The page in a real browser.</summary>
public sealed class BrowserTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    [BrowserFact]
    public void PageOfTwoHundredNetworksOpens()
    {
        using TemporaryFolder folder = new();
        string snapshot = folder.Write("region.json", RandomRegion.Make(200, 20).ToJsonString());
        string page = Path.Combine(folder.FullName, "large.html");
        Assert.Empty(session.Run("param($s, $f) & { Test-VpcEndpointConfig $s; Get-EndpointRecommendation -Snapshot $s -Action * } | Export-VpcEndpointReport $f -Snapshot $s", snapshot, page).Errors);

        string text = Browser.Dump(page);
        Assert.Matches("[0-9]+ of [0-9]+ findings shown", text);
    }
}
