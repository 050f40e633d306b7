using System.Globalization;
using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Performance;
using VpcEndpointTools.Tests.Recommendation;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Reports;

/// <summary>The page in a real browser.</summary>
[Collection(nameof(Measurements))]
public sealed partial class BrowserTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    [BrowserFact]
    public void PageOfTwoHundredNetworksOpensSoon()
    {
        using TemporaryFolder folder = new();
        string snapshot = folder.Write("region.json", RandomRegion.Make(200, 20).ToJsonString());
        string page = Path.Combine(folder.FullName, "large.html");
        Assert.Empty(session.Run("param($s, $f) & { Test-VpcEndpointConfig $s; Get-EndpointRecommendation -Snapshot $s -Action * } | Export-VpcEndpointReport $f -Snapshot $s", snapshot, page).Errors);

        // The page's own clock, from its opening until it is laid out: what the browser itself takes to start is not the page's.
        File.WriteAllText(page, File.ReadAllText(page).Replace("</body>", "<p id=\"opened\"></p><script>addEventListener('load', () => { document.body.offsetHeight; document.getElementById('opened').textContent = 'opened in ' + Math.round(performance.now()); });</script></body>", StringComparison.Ordinal));
        string text = string.Empty;
        int best = Enumerable.Range(0, 3).Min(_ => int.Parse(Opened().Match(text = Browser.Dump(page)).Groups["time"].Value, CultureInfo.InvariantCulture));
        output.WriteLine($"opened in {best} ms");
        Assert.Matches("[0-9]+ of [0-9]+ findings shown", text);
        Assert.True(best < 2_000, $"{best} ms");
    }

    [GeneratedRegex("opened in (?<time>[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Opened();
}
