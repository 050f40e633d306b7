using System.Text;
using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>What is made in the pages of the cmdlets, and what comes out of them.</summary>
[Collection("Pages")]
public sealed partial class CmdletPagesTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    private const int Width = 120;

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "cmdlets");

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Folder, "*-*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => char.IsUpper(name[0])).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void SyntaxIsWhatTheCommandSays(string cmdlet)
    {
        string syntax = Assert.Single(session.Run($"Get-Command {cmdlet} -Syntax").Output).ToString();
        IEnumerable<string> sets = syntax.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Wrap);
        string path = Path.Combine(Folder, cmdlet + ".md");
        DocsFile.Compare(output, path, Syntax().Replace(DocsFile.Read(path), $"## Syntax\n\n```text\n{string.Join("\n\n", sets)}\n```\n"));
    }

    [Fact]
    public void ObjectsPageIsWhatTheTypesSay()
    {
        ProcessAnswer page = InstalledModule.Build("objects", Path.Combine(InstalledModule.Folder, "bin", "VpcEndpointTools.dll"), InstalledModule.TypesFile);
        Assert.Equal(string.Empty, page.Errors);
        DocsFile.Compare(output, Path.Combine(Repository.Root, "docs", "objects.md"), page.Output.ReplaceLineEndings("\n"));
    }

    // Get-Command writes a set in one line.
    private static string Wrap(string set)
    {
        StringBuilder text = new();
        int column = 0;
        foreach (string part in Part().Matches(set).Select(match => match.Value))
        {
            if (column + part.Length + 1 > Width)
            {
                text.Append("\n   ");
                column = 3;
            }

            text.Append(column == 0 ? string.Empty : " ").Append(part);
            column += part.Length + 1;
        }

        return text.ToString();
    }

    // A parameter with its value stays in one piece.
    [GeneratedRegex(@"\[\[[^\]]*\] <[^>]*>\]|\[-[^<\]]*(<[^>]*>)?\]|\[<[^>]*>\]|-\S+ <[^>]*>|\S+", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex("## Syntax\n\n```text\n(?:(?!```).*\n)*```\n", RegexOptions.ExplicitCapture)]
    private static partial Regex Syntax();
}
