using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page, from the repository's root.</param>
/// <param name="Line">The line of its first fence.</param>
/// <param name="Language">The word behind the fence; empty where there is none.</param>
/// <param name="Code">What it holds, line by line.</param>
/// <param name="NotRun">What it needs that a test run does not have; null for a block that is run.</param>
internal sealed partial record CodeBlock(string Page, int Line, string Language, string Code, string? NotRun)
{
    private const int TopicIndent = 8;

    /// <summary>What a block may need that a test run does not have.</summary>
    public static IReadOnlyList<string> Needs { get; } = ["needs AWS", "needs the network", "needs Terraform"];

    /// <summary>Every page whose blocks are held to it.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(new[] { "README.md", "CONTRIBUTING.md", "SECURITY.md" }.Select(page => Path.Combine(Repository.Root, page)))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    /// <summary>The blocks of all pages, and those of the topics that Get-Help shows.</summary>
    public static IEnumerable<CodeBlock> All => Pages.SelectMany(Of).Concat(Topics);

    /// <summary>What is set in twice in the topics: commands of PowerShell, or of a shell where all are the AWS CLI's and jq's.</summary>
    public static IEnumerable<CodeBlock> Topics =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "en-US"), "*.txt").Order(StringComparer.Ordinal)
        .SelectMany(file => InTopic($"en-US/{Path.GetFileName(file)}", DocsFile.Read(file)));

    /// <summary>Commands of a shell. A block without a language is one.</summary>
    public bool IsShell => Language is "sh" or "";

    public bool IsPowerShell => Language == "powershell";

    /// <summary>What a rule's page shows of settings belongs to its example.</summary>
    public bool IsRuleExample => Page.StartsWith("docs/rules/VPCE-", StringComparison.Ordinal);

    public override string ToString() => $"{Page}({Line})";

    /// <summary>The blocks of a page, in order. A longer fence may hold a shorter one.</summary>
    public static IEnumerable<CodeBlock> Of(string page) => Read(page, DocsFile.Read(Path.Combine(Repository.Root, page)));

    /// <summary>The blocks of a text.</summary>
    /// <exception cref="InvalidDataException">A fence is not closed.</exception>
    public static IEnumerable<CodeBlock> Read(string page, string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (Fence().Match(lines[i]) is not { Success: true } fence)
            {
                continue;
            }

            string closing = fence.Groups["fence"].Value;
            int end = Array.FindIndex(lines, i + 1, line => line.Trim() == closing);
            if (end < 0)
            {
                throw new InvalidDataException($"{page}({i + 1}): the block is not closed.");
            }

            int indent = fence.Groups["indent"].Length;
            IEnumerable<string> code = lines[(i + 1)..end].Select(line => line.Length >= indent ? line[indent..] : line.TrimStart());
            string marker = i == 0 ? string.Empty : lines[i - 1].Trim();
            yield return new CodeBlock(
                page, i + 1, fence.Groups["language"].Value, string.Join('\n', code),
                Needs.FirstOrDefault(need => marker == $"<!-- not run: {need} -->"));
            i = end;
        }
    }

    private static IEnumerable<CodeBlock> InTopic(string topic, string text) => Indented().Matches(text).Select(match =>
    {
        string code = string.Join(
            '\n', match.Value.TrimEnd().Split('\n').Select(line => line.Length >= TopicIndent ? line[TopicIndent..] : line.TrimStart()));
        bool isShell = code.Split('\n').All(line => line.Split(' ')[0] is "aws" or "jq");
        string language = isShell ? "sh" : "powershell";
        return new CodeBlock(topic, text[..match.Index].Count(letter => letter == '\n') + 1, language, code, null);
    });

    [GeneratedRegex("(?<=\n\n) {8}\\S.*\n( {8}.*\n)*", RegexOptions.ExplicitCapture)]
    private static partial Regex Indented();

    [GeneratedRegex("^(?<indent> *)(?<fence>`{3,}|~{3,})(?<language>[^`\\s]*)\\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}
