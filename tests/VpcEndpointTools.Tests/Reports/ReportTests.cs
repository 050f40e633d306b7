using System.Text.Json.Nodes;
using System.Xml.Linq;
using NJsonSchema;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Reports;

/// <summary>Export-VpcEndpointReport: six formats, each as its readers expect it.</summary>
public sealed class ReportTests : IClassFixture<ModuleSession>, IDisposable
{
    private const string All = """
        param($root, $path, $more)
        $null = $ExecutionContext.SessionState.Path.SetLocation($root)
        & { Test-VpcEndpointConfig examples/templates/*.yaml, examples/network-us-east-1.json, examples/wrong-*.json -Settings @{ Suppressions = @(@{ RuleId = 'VPCE-G001'; Target = '*'; Reason = 'named elsewhere' }) }
            Get-EndpointRecommendation -Snapshot examples/network-us-east-1.json -Action * } |
            Export-VpcEndpointReport $path -Snapshot examples/network-us-east-1.json @more
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly ModuleSession _session;

    public ReportTests(ModuleSession session) => _session = session;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SarifIsWhatItsSchemaSays()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schemas", "sarif-2.1.0.json"));
        string text = Write("report.sarif");
        Assert.Empty(schema.Validate(text));
        JsonNode run = JsonNode.Parse(text)!["runs"]![0]!;
        JsonObject[] results = [.. run["results"]!.AsArray().OfType<JsonObject>()];
        JsonObject zone = results.First(result => (string)result["ruleId"]! == "VPCE-N001");
        JsonNode place = zone["locations"]![0]!["physicalLocation"]!;
        Assert.StartsWith("examples/templates/", (string)place["artifactLocation"]!["uri"]!, StringComparison.Ordinal);
        Assert.True((int)place["region"]!["startLine"]! > 1 && (int)place["region"]!["startColumn"]! > 1);
        Assert.Equal((string)zone["ruleId"]!, (string)run["tool"]!["driver"]!["rules"]![(int)zone["ruleIndex"]!]!["id"]!);
        Assert.Contains(results, result => result["suppressions"]?[0]?["justification"]?.ToString() == "named elsewhere");

        // The schema can fail.
        Assert.NotEmpty(schema.Validate(text.Replace("\"level\": \"error\"", "\"level\": \"terrible\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void JUnitLoadsAndItsCountsAreTrue()
    {
        XElement root = XDocument.Load(WriteFile("report.xml")).Root!;
        Assert.Equal("testsuites", root.Name.LocalName);
        XElement[] cases = [.. root.Elements("testsuite").Elements("testcase")];
        Assert.Equal((int)root.Attribute("tests")!, cases.Length);
        Assert.Equal((int)root.Attribute("failures")!, cases.Count(item => item.Element("failure") is not null));
        Assert.Equal((int)root.Attribute("skipped")!, cases.Count(item => item.Element("skipped") is not null));
        Assert.All(cases, item => Assert.False(string.IsNullOrEmpty((string?)item.Attribute("name")) || string.IsNullOrEmpty((string?)item.Attribute("classname"))));
        Assert.Contains(cases, item => item.Element("failure")?.Value.Contains("VPCE-N001", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void CsvHasAsManyCellsInEachRow()
    {
        string text = Write("report.csv");
        string[] rows = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        int cells = rows[0].Split(',').Length;
        Assert.All(rows, row => Assert.Equal(cells, Cells(row)));
        Assert.Contains(rows, row => row.StartsWith("Recommendation,", StringComparison.Ordinal));
    }

    [Fact]
    public void JsonIsABaselineForTheNextRun()
    {
        string file = WriteFile("report.json");
        Assert.NotEmpty(JsonNode.Parse(File.ReadAllText(file))!["Recommendations"]!.AsArray());
        SessionAnswer answer = _session.Run("param($root, $b) Test-VpcEndpointConfig \"$root/examples/templates/*.yaml\" -Baseline $b", Repository.Root, file);
        Assert.Empty(answer.Errors);
        Assert.DoesNotContain("Failed", answer.Each("Outcome"));
    }

    [Theory]
    [InlineData("md", "\\| --- \\|")]
    [InlineData("html", "<table id=\"findings\">")]
    public void NamesOfOthersAreTextAndNothingElse(string extension, string mark)
    {
        const string Evil = "<script>alert(1)</script>|`x`[y](z)\"'";
        string file = Path.Combine(_folder.FullName, "evil." + extension);
        SessionAnswer answer = _session.Run("param($f, $n) @{ VpcId = 'vpc-1'; ServiceName = $n; Tags = @(@{ Key = 'Name'; Value = $n }) } | Test-VpcEndpointConfig | Export-VpcEndpointReport $f", file, Evil);
        Assert.Empty(answer.Errors);
        string text = File.ReadAllText(file);
        Assert.Matches(mark, text);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[y](z)", extension == "md" ? text : string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void FormulasAreTextInACsv()
    {
        string file = Path.Combine(_folder.FullName, "formula.csv");
        _session.Run("param($f) @{ VpcId = 'vpc-1'; ServiceName = '=cmd()'; Tags = @(@{ Key = 'Name'; Value = '=1+1' }) } | Test-VpcEndpointConfig | Export-VpcEndpointReport $f", file);
        Assert.Contains(",'=1+1,", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void MarkdownFitsIntoAComment()
    {
        string file = Path.Combine(_folder.FullName, "long.md");
        _session.Run("param($f) 1..600 | ForEach-Object { @{ VpcId = \"vpc-$_\"; ServiceName = \"com.amazonaws.eu-west-1.nothing$_\" } } | Test-VpcEndpointConfig | Export-VpcEndpointReport $f", file);
        string text = File.ReadAllText(file);
        Assert.True(text.Length < 65_536, $"{text.Length}");
        Assert.Contains("more finding(s) do not fit", text, StringComparison.Ordinal);
    }

    [Fact]
    public void HtmlStandsAloneAndDrawsTheNetworks()
    {
        string text = Write("report.html");
        Assert.DoesNotMatch("<(script|link|img|iframe)[^>]*(src|href)=", text);
        Assert.Contains("default-src 'none'", text, StringComparison.Ordinal);
        foreach (string part in new[] { "name=\"severity\"", "<select name=\"rule\">", "<select name=\"vpc\">", "prefers-color-scheme: dark", "@media print", "us-east-1a", "class=\"saving\"", "class=\"good\"" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Error", true)]
    [InlineData("Warning", true)]
    [InlineData("Inconclusive", true)]
    [InlineData(null, false)]
    public void FailsOnlyAfterTheFileIsWritten(string? failOn, bool fails)
    {
        string file = Path.Combine(_folder.FullName, "failing.sarif");
        SessionAnswer answer = _session.Run(All, Repository.Root, file, failOn is null ? new System.Collections.Hashtable() : new System.Collections.Hashtable { ["FailOn"] = failOn });
        Assert.True(File.Exists(file));
        if (fails)
        {
            answer.OnlyError("ReportFailed");
        }
        else
        {
            Assert.Empty(answer.Errors);
        }
    }

    [Fact]
    public void SoundInputDoesNotFail()
    {
        string file = Path.Combine(_folder.FullName, "sound.json");
        Assert.Empty(_session.Run(
            "param($root, $f) Test-VpcEndpointConfig \"$root/examples/templates/sound.yaml\" | Export-VpcEndpointReport $f -FailOn Error",
            Repository.Root,
            file).Errors);
        Assert.NotEmpty(JsonNode.Parse(File.ReadAllText(file))!["Results"]!.AsArray());
    }

    [Fact]
    public void BadInputIsOneErrorEachAndTheRestIsReported()
    {
        string file = Path.Combine(_folder.FullName, "mixed.json");
        SessionAnswer answer = _session.Run("param($root, $f) & { 7; Test-VpcEndpointConfig \"$root/examples/templates/sound.yaml\"; 'x' } | Export-VpcEndpointReport $f", Repository.Root, file);
        Assert.Equal(2, answer.Errors.Count);
        Assert.All(answer.Errors, error => Assert.StartsWith("NotReportable,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(2, JsonNode.Parse(File.ReadAllText(file))!["Results"]!.AsArray().Count);
    }

    [Fact]
    public void OneEndpointTwiceAndOneNotTestedAreDrawn()
    {
        string file = Path.Combine(_folder.FullName, "twice.html");
        SessionAnswer answer = _session.Run(
            "param($root, $f) $s = \"$root/examples/network-us-east-1.json\"; $r = Test-VpcEndpointConfig $s | Where-Object Type -eq Gateway; $r, $r | Export-VpcEndpointReport $f -Snapshot $s", Repository.Root, file);
        Assert.Empty(answer.Errors);
        string text = File.ReadAllText(file);
        Assert.Contains("class=\"good\"", text, StringComparison.Ordinal);
        Assert.Contains("(not tested)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderIsNoFile() => _session.Run("param($f) @() | Export-VpcEndpointReport $f -Format Html", _folder.FullName).OnlyError("PathIsFolder");

    [Theory]
    [InlineData("suppressed.md", "[1-9][0-9]* suppressed")]
    [InlineData("suppressed.html", "[1-9][0-9]* suppressed")]
    [InlineData("suppressed.xml", "Suppressed: .*named elsewhere")]
    public void WhatIsSuppressedIsSaid(string name, string said) => Assert.Matches(said, Write(name));

    [Theory]
    [InlineData("report.txt", "UnknownReportFormat")]
    [InlineData("nowhere/report.md", "FolderNotFound")]
    public void WhatCannotBeWrittenIsOneError(string name, string id) =>
        _session.Run("param($f) @() | Export-VpcEndpointReport $f", Path.Combine(_folder.FullName, name)).OnlyError(id);

    [Fact]
    public void NothingGivenIsAnEmptyReportAndAWarning()
    {
        foreach (string name in new[] { "empty.sarif", "empty.xml", "empty.md", "empty.csv", "empty.json", "empty.html" })
        {
            SessionAnswer answer = _session.Run("param($f) @() | Export-VpcEndpointReport $f", Path.Combine(_folder.FullName, name));
            Assert.Empty(answer.Errors);
            Assert.Single(answer.Warnings);
            Assert.True(new FileInfo(Path.Combine(_folder.FullName, name)).Length > 0);
        }
    }

    [Fact]
    public void WhatIfAndNoClobberWriteNothing()
    {
        string file = Path.Combine(_folder.FullName, "kept.md");
        _session.Run("param($f) @() | Export-VpcEndpointReport $f -WhatIf", file);
        Assert.False(File.Exists(file));
        File.WriteAllText(file, "mine");
        _session.Run("param($f) @() | Export-VpcEndpointReport $f -NoClobber", file).OnlyError("FileExists");
        Assert.Equal("mine", File.ReadAllText(file));
    }

    private static int Cells(string row)
    {
        bool isQuoted = false;
        return 1 + row.Count(character =>
        {
            isQuoted ^= character == '"';
            return character == ',' && !isQuoted;
        });
    }

    private string WriteFile(string name)
    {
        string file = Path.Combine(_folder.FullName, name);
        SessionAnswer answer = _session.Run(All, Repository.Root, file, new System.Collections.Hashtable());
        Assert.Empty(answer.Errors);
        return file;
    }

    private string Write(string name) => File.ReadAllText(WriteFile(name));
}
