using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>A page for each rule: what is generated is up to date, what is shown as wrong is found, what is shown as right passes.</summary>
public sealed class RulePagesTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    private const string Test =
        """
        param([string] $Path, [string] $Rule, [string] $Snapshot, [string] $Settings)
        $parameters = @{ LiteralPath = $Path; IncludeRule = $Rule; Region = 'eu-west-1' }
        if ($Snapshot) { $parameters.Snapshot = $Snapshot }
        if ($Settings) { $parameters.Settings = $Settings }
        Test-VpcEndpointConfig @parameters
        """;

    // Notes on what an endpoint is or costs: where there is nothing to note, the rule is not applicable, and there is nothing to pass.
    private static readonly string[] Notes = ["VPCE-L005", "VPCE-C005"];

    public static TheoryData<string> Pages => [.. RulePage.Ids];

    [Fact]
    public void EveryRuleHasAPageAndEveryPageARule() => Assert.Equal(RuleDeclaration.All(session).Select(rule => rule.Id), RulePage.Ids);

    [Theory]
    [MemberData(nameof(Pages))]
    public void HeadIsWhatTheRuleDeclares(string id)
    {
        string page = RulePage.Read(id).Text;
        string head = RulePageGenerator.HeadOf(page);
        DocsFile.Compare(output, RulePage.FileOf(id), RulePageGenerator.Head(RuleDeclaration.All(session).Single(rule => rule.Id == id)) + page[head.Length..]);
    }

    [Fact]
    public void ReadmeIsTheTableOfAllRules()
    {
        string path = Path.Combine(RulePage.Folder, "README.md");
        DocsFile.Compare(output, path, RulePageGenerator.Readme(RuleDeclaration.All(session)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void SectionsAreAllThereInOrder(string id)
    {
        RulePage page = RulePage.Read(id);
        List<string> kinds = [];
        foreach (PageSection section in page.Sections)
        {
            Assert.True(section.Lines.Any(line => !string.IsNullOrWhiteSpace(line)), $"{id}: '{section.Heading}' is empty.");
            if (kinds.LastOrDefault() != section.Kind)
            {
                kinds.Add(section.Kind);
            }
        }

        Assert.Equal(RulePage.FixedSections, kinds);
        Assert.Equal(page.Sections.Count, page.Sections.Select(section => section.Heading).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void NothingIsLeftToFillIn(string id)
    {
        IEnumerable<string> left = RulePage.Read(id).Sections
            .Where(section => section.Lines.Any(line => line.Contains("FILL IN", StringComparison.Ordinal)))
            .Select(section => section.Heading);
        Assert.True(
            !left.Any(),
            $"{id} is not filled in yet (CONTRIBUTING.md, \"A rule in five minutes\"): on its page {string.Join(", ", left)}.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void FailingExamplesFail(string id)
    {
        foreach (PageExample example in RulePage.Read(id).FailingExamples)
        {
            IReadOnlyList<dynamic> results = Run(id, example);
            Assert.True(
                results.Any(result => ((IEnumerable<dynamic>)result.Findings).Any(finding => (string)finding.RuleId == id)),
                $"{id}, '{example.Heading}': no finding. {string.Join(' ', results.SelectMany(result => (IEnumerable<dynamic>)result.NotEvaluated))}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void PassingExamplesPass(string id)
    {
        foreach (PageExample example in RulePage.Read(id).PassingExamples)
        {
            IReadOnlyList<dynamic> results = Run(id, example);
            object[] findings = [.. results.SelectMany(result => (IEnumerable<dynamic>)result.Findings)];
            Assert.True(findings.Length == 0, $"{id}, '{example.Heading}': {string.Join(' ', findings)}");
            Assert.True(
                Notes.Contains(id, StringComparer.Ordinal) || results.Any(result => (int)result.Coverage.Evaluated == 1),
                $"{id}, '{example.Heading}': silent, not passed. {string.Join(' ', results.SelectMany(result => (IEnumerable<dynamic>)result.NotEvaluated))}");
        }
    }

    private List<dynamic> Run(string id, PageExample example)
    {
        using TemporaryFolder folder = new();
        SessionAnswer answer = session.Run(
            Test,
            folder.Write("example.json", example.Input),
            id,
            example.Snapshot is null ? null : folder.Write("snapshot.json", example.Snapshot),
            example.Settings is null ? null : folder.Write("settings.psd1", example.Settings));
        Assert.True(answer.Errors.Count == 0, $"{id}, '{example.Heading}': {string.Join(' ', answer.Errors)}");
        Assert.True(answer.Warnings.Count == 0, $"{id}, '{example.Heading}': {string.Join(' ', answer.Warnings)}");
        return [.. answer.Output];
    }
}
