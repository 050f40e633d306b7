using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>Output that a page shows below a command is what the command prints without a terminal.</summary>
/// <remarks>A block marked powershell, followed at once by one marked output.</remarks>
[Collection("Pages")]
public sealed partial class CapturedOutputTests(ITestOutputHelper output)
{
    private const int Width = 120;
    private const string End = "--- end of block ---";

    public static TheoryData<string> Pages => [.. WithOutput];

    private static string[] WithOutput { get; } = [.. All().Where(page => Captured().IsMatch(DocsFile.Read(page))).Select(page => Path.GetRelativePath(Repository.Root, page))];

    [Fact]
    public void ManyPagesShowOutput() => Assert.True(WithOutput.Length >= 5, string.Join(", ", WithOutput));

    [Theory]
    [MemberData(nameof(Pages))]
    public void IsWhatTheCommandPrints(string page)
    {
        string path = Path.Combine(Repository.Root, page);
        string text = DocsFile.Read(path);
        Queue<string> printed = new(Print([.. Captured().Matches(text).Select(block => block.Groups["code"].Value)]));
        DocsFile.Compare(output, path, Captured().Replace(text, block => $"{block.Groups["before"]}{printed.Dequeue()}\n```"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void FitsTheTerminal(string page) => Assert.All(
        Captured().Matches(DocsFile.Read(Path.Combine(Repository.Root, page))).SelectMany(block => block.Groups["output"].Value.Split('\n')),
        line => Assert.True(line.Length <= Width, line));

    // A page in one process, each block to the terminal by itself. The examples are as they are shipped; what a command writes goes with the folder.
    private static IEnumerable<string> Print(IReadOnlyList<string> blocks)
    {
        using TemporaryFolder folder = new();
        folder.CopyExamples();
        string script = string.Concat(blocks.Select(code => $"{ShellProcess.Shown(code)}'{End}'\n"));
        ProcessAnswer answer = ShellProcess.Page($"$null = $ExecutionContext.SessionState.Path.SetLocation('{folder.FullName}')\n{script}");
        Assert.Equal(string.Empty, answer.Errors);
        string[] printed = answer.Output.ReplaceLineEndings("\n").Split(End);
        Assert.Equal(blocks.Count + 1, printed.Length);
        return printed.Take(blocks.Count).Select(text => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).Trim('\n'));
    }

    private static IEnumerable<string> All() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Append(Path.Combine(Repository.Root, "README.md")).Order(StringComparer.Ordinal);

    [GeneratedRegex("^(?<before>```powershell\n(?<code>(?:(?!```).*\n)+)```\n\n```output\n)(?<output>(?:(?!```).*\n)*)```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Captured();
}
