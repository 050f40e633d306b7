using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>The PowerShell that the documentation shows runs as written: a page in one folder, block after block, as who reads it
/// would.</summary>
/// <remarks>The examples of the cmdlets' pages run from their help (Module/HelpTests); what the rules' pages show are settings of their
/// examples (RulePagesTests).</remarks>
[Collection("Pages")]
public sealed class PowerShellBlocksTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private static readonly CodeBlock[] Blocks =
    [
        .. CodeBlock.Pages.Where(page => !page.StartsWith("docs/cmdlets/", StringComparison.Ordinal)).SelectMany(CodeBlock.Of)
            .Where(block => block is { IsPowerShell: true, NotRun: null, IsRuleExample: false }),
    ];

    public static TheoryData<string> Pages => [.. Blocks.Select(block => block.Page).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void ReadmeAndSettingsAreAmongThem() =>
        Assert.Superset(
            new HashSet<string>(["README.md", "docs/settings.md"]), Blocks.Select(block => block.Page).ToHashSet(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void RunAsWritten(string page)
    {
        using ExampleWorld world = new(session);
        foreach (CodeBlock block in Blocks.Where(block => block.Page == page))
        {
            SessionAnswer answer = world.Run(RepositoryScript.Without(block.Code));

            // A gate is there to fail: the examples have wrong ones among them.
            string[] expected = block.Code.Contains("-FailOn", StringComparison.Ordinal) ? ["ReportFailed"] : [];
            Assert.True(
                expected.SequenceEqual(answer.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]), StringComparer.Ordinal),
                $"{block}: {string.Join("; ", answer.Errors)}");
            Assert.True(expected.Length > 0 || answer.Output.Count > 0, $"{block}: nothing came out.");
        }
    }

    [Fact]
    public void BaselineOfTheSettingsPageLeavesNothingNew()
    {
        string[] lines = CodeBlock.Of("docs/settings.md").First(block => block.IsPowerShell).Code.Split('\n');
        int use = Array.FindIndex(lines, line => line.Contains("-Baseline", StringComparison.Ordinal));
        using ExampleWorld world = new(session);
        Assert.Empty(world.Run(string.Join('\n', lines[..use])).Errors);
        SessionAnswer answer = world.Run(lines[use]);
        Assert.Empty(answer.Errors);
        Assert.True(answer.Output.Count > 5);
        Assert.All(answer.Output, result => Assert.Equal(0, (int)((dynamic)result).Findings.Count));
    }
}
