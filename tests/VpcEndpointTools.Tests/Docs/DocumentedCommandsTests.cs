using System.Collections;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>Every command of ours that stands anywhere in the documentation exists, with the parameters that it is shown with.</summary>
public sealed partial class DocumentedCommandsTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "en-US"), "*.txt"))
            .Where(file => Blocks(file).Any())
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void ReadmeIsAmongThem() => Assert.NotEmpty(Blocks(Path.Combine(Repository.Root, "README.md")));

    [Theory]
    [MemberData(nameof(Pages))]
    public void CommandsAndParametersExist(string page)
    {
        Dictionary<string, string[]> known = Known();
        foreach (string block in Blocks(Path.Combine(Repository.Root, page)))
        {
            ScriptBlockAst script = Parser.ParseInput(block, out _, out ParseError[] errors);
            Assert.True(errors.Length == 0, $"{page}: {errors.FirstOrDefault()?.Message} in\n{block}");
            foreach (CommandAst command in script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
            {
                if (command.GetCommandName() is not { } name || !OurNoun().IsMatch(name))
                {
                    continue;
                }

                Assert.True(known.ContainsKey(name), $"{page}: {name}");
                foreach (CommandParameterAst parameter in command.CommandElements.OfType<CommandParameterAst>())
                {
                    Assert.True(known[name].Contains(parameter.ParameterName, StringComparer.OrdinalIgnoreCase), $"{page}: {name} -{parameter.ParameterName}");
                }
            }
        }
    }

    // Blocks marked powershell, and in the topics what is set in twice.
    private static IEnumerable<string> Blocks(string file) => file.EndsWith(".txt", StringComparison.Ordinal)
        ? Indented().Matches(DocsFile.Read(file)).Select(match => match.Groups["code"].Value)
        : DocsFile.Blocks(DocsFile.Read(file));

    private Dictionary<string, string[]> Known()
    {
        SessionAnswer answer = session.Run("Get-Command -Module VpcEndpointTools | ForEach-Object { @{ Name = $_.Name; Parameters = @($_.Parameters.Values | ForEach-Object { $_.Name; $_.Aliases }) } }");
        return answer.Output.Select(item => (Hashtable)item.BaseObject)
            .ToDictionary(item => (string)item["Name"]!, item => ((object[])item["Parameters"]!).Select(name => name.ToString()!).ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex("-(VpcEndpoint(?!s)|SafeVpc|EndpointRecommendation)", RegexOptions.ExplicitCapture)]
    private static partial Regex OurNoun();

    [GeneratedRegex("(?<=\n\n)(?<code> {8}\\S.*\n( {8}.*\n)*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Indented();
}
