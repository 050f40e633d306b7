using System.Text;
using System.Text.RegularExpressions;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>One command of a block for a shell: what is set for it, the program, and its arguments without their quotes.</summary>
/// <param name="Block">Where it stands.</param>
/// <param name="Line">Its whole line, as written.</param>
/// <param name="Environment">Variables set before it, by name.</param>
/// <param name="Words">The program and its arguments.</param>
internal sealed partial record ShellCommand(
    CodeBlock Block, string Line, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Words)
{
    private static readonly string[] Separators = ["&&", "||", ";", "|"];

    public string Program => Words[0];

    public IReadOnlyList<string> Arguments => [.. Words.Skip(1)];

    /// <summary>The program, and for dotnet what it is to do: "dotnet test".</summary>
    public string Verb => Program == "dotnet" && Words.Count > 1 ? $"dotnet {Words[1]}" : Program;

    /// <summary>What follows an option; null where it is not there.</summary>
    public string? After(string option)
    {
        int at = Words.ToList().IndexOf(option);
        return at >= 0 && at + 1 < Words.Count ? Words[at + 1] : null;
    }

    public override string ToString() => $"{Block}: {string.Join(' ', Words)}";

    /// <summary>The commands of a block; a line that ends in a backslash goes on, one that begins with # is a comment.</summary>
    public static IEnumerable<ShellCommand> Read(CodeBlock block) => block.Code.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        .Where(line => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('#'))
        .SelectMany(line => Split(Tokens(line)).Select(words => Read(block, line, words)));

    private static ShellCommand Read(CodeBlock block, string line, List<string> words)
    {
        Dictionary<string, string> environment = new(StringComparer.Ordinal);
        while (words.Count > 1 && Assignment().Match(words[0]) is { Success: true } assignment)
        {
            environment[assignment.Groups["name"].Value] = assignment.Groups["value"].Value;
            words.RemoveAt(0);
        }

        return new ShellCommand(block, line, environment, words);
    }

    private static IEnumerable<List<string>> Split(IEnumerable<string> tokens)
    {
        List<string> words = [];
        foreach (string token in tokens)
        {
            if (!Separators.Contains(token, StringComparer.Ordinal))
            {
                words.Add(token);
            }
            else if (words.Count > 0)
            {
                yield return words;
                words = [];
            }
        }

        if (words.Count > 0)
        {
            yield return words;
        }
    }

    private static IEnumerable<string> Tokens(string line) => Word().Matches(line).Select(word => Unquote(word.Value));

    private static string Unquote(string word)
    {
        StringBuilder text = new();
        foreach (Match piece in Piece().Matches(word))
        {
            text.Append(piece.Value is ['\'' or '"', .. var inner, _] ? inner : piece.Value);
        }

        return text.ToString();
    }

    [GeneratedRegex("^(?<name>[A-Z_][A-Z0-9_]*)=(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Assignment();

    [GeneratedRegex("&&|\\|\\||[;|]|(\"[^\"]*\"|'[^']*'|[^\\s;|&\"'])+", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|[^\"']+", RegexOptions.ExplicitCapture)]
    private static partial Regex Piece();
}
