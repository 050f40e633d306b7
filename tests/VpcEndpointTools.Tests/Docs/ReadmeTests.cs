using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>What the README promises: links that lead somewhere, counts that hold.</summary>
public sealed partial class ReadmeTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    private static readonly string Text = DocsFile.Read(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void RecipesAreFive()
    {
        string recipes = Text[Text.IndexOf("## Five recipes", StringComparison.Ordinal)..Text.IndexOf("## What there is", StringComparison.Ordinal)];
        Assert.Equal(5, CodeBlock.Read("README.md", recipes).Count(block => block.IsPowerShell));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CHANGELOG.md")]
    public void RulesAreCounted(string page)
    {
        string path = Path.Combine(Repository.Root, page);
        string text = DocsFile.Read(path);
        Assert.Single(Count().Matches(text));
        DocsFile.Compare(output, path, Count().Replace(text, $"{RuleDeclaration.All(session).Count} rules in nine families"));
    }

    // What the README says of the peer is a row of the page that has the whole table.
    [Fact]
    public void FiguresOfTheComparisonAreThePages()
    {
        Dictionary<string, string[]> rows = DocsFile.Read(Path.Combine(Repository.Root, "docs", "comparison.md")).Split('\n')
            .Where(line =>
                line.StartsWith("| All |", StringComparison.Ordinal) || line.StartsWith("| Right ones", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(cells => cells[0], cells => cells[1..], StringComparer.Ordinal);
        string[] all = rows["All"];
        string[] right = rows["Right ones called an error"];
        string text = Text.Replace('\n', ' ');
        Assert.Contains($"Of {all[0]} wrong configurations", text, StringComparison.Ordinal);
        Assert.Contains(
            $"cfn-lint speaks of {all[2]}, and calls {right[2]} of {right[0]} right ones an error", text, StringComparison.Ordinal);
        Assert.Contains($"finds the {all[1]},", text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryCmdletIsListed() =>
        Assert.All(session.Run("Get-Command -Module VpcEndpointTools").Each("Name"), name => Assert.Contains($"[`{name}`](docs/cmdlets/{name}.md)", Text, StringComparison.Ordinal));

    [Fact]
    public void LinksBetweenPagesLeadSomewhere()
    {
        string[] pages =
        [
            .. Directory.EnumerateFiles(Repository.Root, "*.md"),
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories),
        ];
        Assert.All(pages, page => Assert.All(
            Link().Matches(DocsFile.Read(page)).Select(link => link.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal)),
            target => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)), $"{page}: {target}")));
    }

    [GeneratedRegex("[0-9]+ rules in nine families")]
    private static partial Regex Count();

    [GeneratedRegex(@"\]\((?<target>[^)#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
