using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>The topics that Get-Help shows beside the cmdlets.</summary>
public sealed partial class AboutTopicsTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    private const int Width = 80;

    private static readonly string[] Names = ["about_VpcEndpointInterop", "about_VpcEndpointRules", "about_VpcEndpointSnapshots", "about_VpcEndpointTools"];

    public static TheoryData<string> Topics => [.. Names];

    [Fact]
    public void AllFourArePacked() => Assert.Equal(
        Names.Select(name => name + ".help.txt"),
        Directory.EnumerateFiles(Path.Combine(InstalledModule.Folder, "en-US"), "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Topics))]
    public void GetHelpFindsIt(string topic)
    {
        SessionAnswer answer = session.Run($"Get-Help {topic}");
        Assert.Empty(answer.Errors);
        Assert.StartsWith("TOPIC", Assert.Single(answer.Output).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void FitsATerminalAndHasItsSections(string topic)
    {
        string[] lines = DocsFile.Read(Source(topic)).Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= Width, line));
        Assert.Equal(["TOPIC", "SHORT DESCRIPTION", "LONG DESCRIPTION"], lines.Where(line => Heading().IsMatch(line)).Take(3));
        Assert.Contains("SEE ALSO", lines);
    }

    [Fact]
    public void EveryCmdletIsIntroduced()
    {
        string text = DocsFile.Read(Source("about_VpcEndpointTools"));
        Assert.All(session.Run("Get-Command -Module VpcEndpointTools").Each("Name"), name => Assert.Contains($"    {name} ", text, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryKeyOfTheSettingsIsExplained()
    {
        string text = DocsFile.Read(Source("about_VpcEndpointRules"));
        string keys = Assert.Single(session.Run("try { @{ VpcId = 'x' } | Test-VpcEndpointConfig -Settings @{ NoSuchKey = 1 } } catch { \"$_\" }").Output).ToString();
        string[] expected = [.. Key().Matches(keys[keys.LastIndexOf(':')..]).Select(match => match.Value).Except(["Expected"])];
        Assert.True(expected.Length >= 10, keys);
        Assert.All(expected, key => Assert.Contains(key, text, StringComparison.Ordinal));
    }

    [Fact]
    public void TableOfRulesIsTheCatalogue()
    {
        string table = string.Concat(RuleDeclaration.All(session).Select(rule => $"    {rule.Id}  {rule.Severity,-12} {Wrap(rule.Title)}\n"));
        string path = Source("about_VpcEndpointRules");
        DocsFile.Compare(output, path, Table().Replace(DocsFile.Read(path), $"THE RULES\n{table}\nSEE ALSO"));
    }

    private static string Source(string topic) => Path.Combine(Repository.Root, "en-US", topic + ".help.txt");

    private static string Wrap(string title)
    {
        const int Start = 28;
        return string.Join('\n' + new string(' ', Start), Words(Width - Start).Matches(title).Select(match => match.Value.TrimEnd()));
    }

    private static Regex Words(int width) => new($@".{{1,{width}}}(?:\s+|$)", RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1));

    [GeneratedRegex("^[A-Z][A-Z ]+$")]
    private static partial Regex Heading();

    [GeneratedRegex("[A-Z][A-Za-z]+")]
    private static partial Regex Key();

    [GeneratedRegex("THE RULES\n.*?\nSEE ALSO", RegexOptions.Singleline)]
    private static partial Regex Table();
}
