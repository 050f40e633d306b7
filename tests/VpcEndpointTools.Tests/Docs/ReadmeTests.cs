using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>What the README promises: recipes that run, links that lead somewhere, counts that hold.</summary>
public sealed partial class ReadmeTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private static readonly string Text = DocsFile.Read(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void FiveRecipesRun()
    {
        string recipes = Text[Text.IndexOf("## Five recipes", StringComparison.Ordinal)..Text.IndexOf("## What there is", StringComparison.Ordinal)];
        string[] blocks = [.. DocsFile.Blocks(recipes)];
        Assert.Equal(5, blocks.Length);
        using ExampleWorld world = new(session);
        foreach (string code in blocks)
        {
            SessionAnswer answer = world.Run(code);

            // The gate of a pull request is there to fail: the templates have wrong ones among them.
            string[] expected = code.Contains("-FailOn", StringComparison.Ordinal) ? ["ReportFailed"] : [];
            Assert.Equal(expected, answer.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
            Assert.True(expected.Length > 0 || answer.Output.Count > 0, code);
        }
    }

    [Fact]
    public void RulesAreCounted() => Assert.Contains($"{RuleDeclaration.All(session).Count} rules in nine families", Text, StringComparison.Ordinal);

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

    [GeneratedRegex(@"\]\((?<target>[^)#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
