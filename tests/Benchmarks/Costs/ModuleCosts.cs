using System.Globalization;
using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Completion;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Performance;
using VpcEndpointTools.Tests.Recommendation;
using VpcEndpointTools.Tests.Reports;

namespace VpcEndpointTools.Costs;

/// <summary>What the installed module costs in PowerShell, without AWS.</summary>
internal static class ModuleCosts
{
    public static IEnumerable<Figure> Import()
    {
        // In turn, so that a change of the machine's speed meets both.
        (double Ours, double Empty)[] times =
            [.. Enumerable.Range(0, Effort.Times(9)).Select(_ => (PowerShellClock.Import(InstalledModule.Manifest), PowerShellClock.Import(PowerShellClock.EmptyModule)))];
        double ours = times.Select(time => time.Ours).Order().ElementAt(Effort.Times(9) / 2);
        double empty = times.Select(time => time.Empty).Order().ElementAt(Effort.Times(9) / 2);
        yield return new Figure(
            "import", ours / empty, "x", 1.5, string.Create(CultureInfo.InvariantCulture, $"of an empty module with a view ({ours:F0} ms, {empty:F0} ms; median of 9)"));
    }

    public static IEnumerable<Figure> Scaling()
    {
        using TemporaryFolder folder = new();
        string few = folder.Write("few.json", LargeSnapshot.Write(Effort.Size(1_000)));
        string many = folder.Write("many.json", LargeSnapshot.Write(Effort.Size(10_000)));

        // Ten small runs against one large one, all results kept: the same for the garbage collector to carry.
        double[] times = PowerShellClock.Run(
            $"$null = Test-VpcEndpointConfig '{few}'; foreach ($i in 1..{Effort.Times(7)}) {{ "
            + $"[GC]::Collect(); Start-Clock; $kept = foreach ($j in 1..10) {{ Test-VpcEndpointConfig '{few}' }}; Stop-Clock; $kept = $null; "
            + $"[GC]::Collect(); Start-Clock; $kept = Test-VpcEndpointConfig '{many}'; Stop-Clock; $kept = $null }}");
        double ofFew = times.Where((_, i) => i % 2 == 0).Min();
        double ofMany = times.Where((_, i) => i % 2 == 1).Min();
        yield return new Figure(
            "an endpoint among 10,000", ofMany / ofFew, "x", 1.3,
            string.Create(CultureInfo.InvariantCulture, $"of one among 1,000 ({ofMany / 10:F0} µs, {ofFew / 10:F0} µs; best of 7)"));
    }

    public static IEnumerable<Figure> Recommendation()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("region.json", RandomRegion.Make(Effort.Size(200), 20).ToJsonString());
        double[] times = PowerShellClock.Run($"foreach ($i in 1..{Effort.Times(5)}) {{ Start-Clock; $all = Get-EndpointRecommendation -Snapshot '{file}' -Action *; Stop-Clock }}");
        yield return new Figure("recommendations for 200 VPCs", times.Min(), "ms", 2_000, "reading the file included; best of 5");
    }

    public static IEnumerable<Figure> Tab()
    {
        using DeafAddress deaf = new();
        const string Keys = "-AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl";
        foreach ((string situation, string line) in new[]
        {
            ("nobody listens", $"Test-VpcEndpointConfig {Keys} http://127.0.0.1:1 -VpcId "),
            ("an address that swallows everything", $"Test-VpcEndpointConfig {Keys} {deaf.Url} -VpcId "),
            ("a name that nobody knows", $"Test-VpcEndpointConfig {Keys} http://ec2.invalid -VpcId "),
            ("no credentials", "New-SafeVpcEndpoint vpc-1 s3 -Region eu-west-1 -SubnetId "),
        })
        {
            // The engine's own first completion is not ours to answer for.
            string script = "$env:AWS_ACCESS_KEY_ID = $env:AWS_PROFILE = ''; $env:HOME = $env:USERPROFILE = [System.IO.Path]::GetTempPath(); "
                + "Import-Module VpcEndpointTools; $complete = { param($line) [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null) }; "
                + "$null = & $complete 'Get-Command -Name Get-VpcEndpointRu'; $null = & $complete 'Get-VpcEndpointRule -Family R'; "
                + $"Start-Clock; $null = & $complete '{line}'; Stop-Clock";
            yield return new Figure($"Tab, {situation}", Enumerable.Range(0, Effort.Times(3)).Min(_ => PowerShellClock.Run(script)[0]), "ms", 200, "best of 3 processes");
        }
    }

    public static IEnumerable<Figure> Page()
    {
        if (Browser.Path is null)
        {
            yield return new Figure("report of 200 VPCs, opened", double.NaN, "ms", 2_000, "not measured: no chromium on this machine (apt-get install chromium)");
            yield break;
        }

        using TemporaryFolder folder = new();
        string snapshot = folder.Write("region.json", RandomRegion.Make(Effort.Size(200), 20).ToJsonString());
        string page = Path.Combine(folder.FullName, "large.html");
        PowerShellClock.Run(
            "Start-Clock; & { " + $"Test-VpcEndpointConfig '{snapshot}'; Get-EndpointRecommendation -Snapshot '{snapshot}' -Action * }} | "
            + $"Export-VpcEndpointReport '{page}' -Snapshot '{snapshot}'; Stop-Clock");

        // The page's own clock, from its opening until it is laid out: what the browser itself takes to start is not the page's.
        const string Clock = "<p id=\"opened\"></p><script>addEventListener('load', () => { document.body.offsetHeight; "
            + "document.getElementById('opened').textContent = 'opened in ' + Math.round(performance.now()); });</script></body>";
        File.WriteAllText(page, File.ReadAllText(page).Replace("</body>", Clock, StringComparison.Ordinal));
        double best = Enumerable.Range(0, Effort.Times(3)).Min(_ => double.Parse(
            Regex.Match(Browser.Dump(page), "opened in ([0-9]+)", RegexOptions.None, TimeSpan.FromMinutes(1)).Groups[1].Value, CultureInfo.InvariantCulture));
        yield return new Figure("report of 200 VPCs, opened", best, "ms", 2_000, "headless Chromium, best of 3");
    }
}
