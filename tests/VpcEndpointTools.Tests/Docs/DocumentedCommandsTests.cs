using System.Collections;
using System.Management.Automation.Language;
using System.Text.Json;
using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>Every block of the documentation is of a kind that is checked, and every command of ours in it exists, with the parameters
/// that it is shown with.</summary>
/// <remarks>Also what is marked as not run. The kinds are in CONTRIBUTING.md, "What is documented runs".</remarks>
public sealed partial class DocumentedCommandsTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    // Empty is a shell's.
    private static readonly string[] Languages = ["powershell", "output", "sh", "", "json", "csharp", "markdown", "text"];

    private static readonly string[] Names = [.. CodeBlock.All.Select(block => block.Page).Distinct(StringComparer.Ordinal)];

    public static TheoryData<string> Pages => [.. Names];

    [Fact]
    public void ReadmeAndTopicsAreAmongThem()
    {
        Assert.Contains("README.md", Names);
        Assert.Contains("en-US/about_VpcEndpointTools.help.txt", Names);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void BlocksAreOfAKindThatIsChecked(string page)
    {
        foreach (CodeBlock block in Of(page))
        {
            Assert.True(
                Languages.Contains(block.Language, StringComparer.Ordinal), $"{block}: nothing checks blocks of '{block.Language}'.");
            Assert.True(
                block.Language is not ("csharp" or "markdown") || page == "CONTRIBUTING.md",
                $"{block}: only CONTRIBUTING.md's C# is compiled.");
            if (block.Language == "json")
            {
                using JsonDocument parsed = JsonDocument.Parse(block.Code);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void MarkersStandAboveABlockAndSayWhatItNeeds(string page)
    {
        string[] lines = DocsFile.Read(Path.Combine(Repository.Root, page)).Split('\n');
        CodeBlock[] blocks = [.. Of(page)];
        int[] marked = [.. Enumerable.Range(1, lines.Length)
            .Where(line => lines[line - 1].TrimStart().StartsWith("<!-- not run", StringComparison.Ordinal))];

        // One within a block shows what a marker looks like.
        IEnumerable<int> shown = blocks
            .SelectMany(block => Enumerable.Range(block.Line + 1, block.Code.Count(letter => letter == '\n') + 1));
        Assert.All(marked.Except(shown), line => Assert.True(
            blocks.Any(block => block.NotRun is not null && block.Line == line + 1),
            $"{page}({line}): '{lines[line - 1].Trim()}' is no marker. Expected, in the line above a block, one of {string.Join(", ", CodeBlock.Needs.Select(need => $"<!-- not run: {need} -->"))}."));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void CommandsAndParametersExist(string page)
    {
        Dictionary<string, string[]> known = Known();
        foreach (CodeBlock block in Of(page).Where(block => block.IsPowerShell))
        {
            Check(block.ToString(), block.Code, known);
        }

        // What a shell hands to PowerShell is PowerShell's.
        foreach (ShellCommand command in Of(page).Where(block => block.IsShell).SelectMany(ShellCommand.Read))
        {
            if (command.After("-Command") is { } code)
            {
                Check(command.ToString(), code, known);
            }
        }
    }

    [Theory]
    [InlineData("Test-VpcEndpointConfig x.json -NoSuch", "Test-VpcEndpointConfig -NoSuch")]
    [InlineData("Repair-VpcEndpoint x.json", "Repair-VpcEndpoint")]
    [InlineData("./build.ps1 -Task Deploy", "Deploy")]
    [InlineData("./build.ps1 -Force", "-Force")]
    [InlineData("./deploy.ps1", "deploy.ps1")]
    [InlineData("Test-VpcEndpointConfig (", "expression was expected")]
    public void MistakeIsFound(string code, string message) =>
        Assert.Contains(
            message, Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Check("here", code, Known())).Message, StringComparison.Ordinal);

    private static IEnumerable<CodeBlock> Of(string page) => page.EndsWith(".txt", StringComparison.Ordinal)
        ? CodeBlock.Topics.Where(block => block.Page == page)
        : CodeBlock.Of(page);

    private static void Check(string place, string code, Dictionary<string, string[]> known)
    {
        ScriptBlockAst script = Parser.ParseInput(code, out _, out ParseError[] errors);
        Assert.True(errors.Length == 0, $"{place}: {errors.FirstOrDefault()?.Message} in\n{code}");
        foreach (CommandAst command in script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
        {
            if (RepositoryScript.Of(command) is { } called)
            {
                called.Check(place);
                continue;
            }

            if (command.GetCommandName() is not { } name || !OurNoun().IsMatch(name))
            {
                continue;
            }

            Assert.True(known.ContainsKey(name), $"{place}: {name}");
            foreach (CommandParameterAst parameter in command.CommandElements.OfType<CommandParameterAst>())
            {
                Assert.True(
                    known[name].Contains(parameter.ParameterName, StringComparer.OrdinalIgnoreCase),
                    $"{place}: {name} -{parameter.ParameterName}");
            }
        }
    }

    private Dictionary<string, string[]> Known()
    {
        SessionAnswer answer = session.Run("Get-Command -Module VpcEndpointTools | ForEach-Object { @{ Name = $_.Name; Parameters = @($_.Parameters.Values | ForEach-Object { $_.Name; $_.Aliases }) } }");
        return answer.Output.Select(item => (Hashtable)item.BaseObject)
            .ToDictionary(item => (string)item["Name"]!, item => ((object[])item["Parameters"]!).Select(name => name.ToString()!).ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex("-(VpcEndpoint(?!s)|SafeVpc|EndpointRecommendation)", RegexOptions.ExplicitCapture)]
    private static partial Regex OurNoun();
}
