using System.Text.RegularExpressions;

namespace VpcEndpointTools.Build.Scaffold;

/// <summary>Writes the files of a new rule into the sources, to be filled in. They build as they are; the rule's own tests fail until
/// they are filled in.</summary>
internal static partial class NewRule
{
    private const string Manifest = "VpcEndpointTools.psd1";
    private const string Rules = "src/VpcEndpointTools.Rules/";
    private const string Heading = "### Added\n";

    /// <summary>Writes them and says which.</summary>
    /// <param name="folder">The repository, or a folder in it.</param>
    /// <param name="id">For example N016.</param>
    /// <param name="severity">Error, Warning or Information.</param>
    /// <param name="title">What is wrong when it fails.</param>
    /// <exception cref="BuildException">The request or the sources are not as they must be; nothing was written.</exception>
    public static string Write(string folder, string id, string severity, string title)
    {
        string root = Root(folder);
        string ids = Read(root, Rules + "Evaluation/RuleIds.cs");
        string[] taken = [.. Constant().Matches(ids).Select(match => match.Groups["key"].Value)];
        RuleRequest rule = RuleRequest.Read(id, severity, title, taken);

        Dictionary<string, string> files = new(StringComparer.Ordinal)
        {
            [$"{Rules}Rules/{rule.Family}/{rule.ClassName}.cs"] = RuleTemplates.Class(rule, DateOnly.FromDateTime(DateTime.Today)),
            [$"tests/VpcEndpointTools.Rules.Tests/Rules/{rule.Family}/{rule.Key}Tests.cs"] = RuleTemplates.Test(rule),
            [$"docs/rules/{rule.Id}.md"] = RuleTemplates.Page(rule),
        };
        if (files.Keys.FirstOrDefault(file => File.Exists(Path.Combine(root, file))) is { } there)
        {
            throw new BuildException(there, $"This file of {rule.Id} is there already.");
        }

        string[] changed = [Rules + "Evaluation/RuleIds.cs", Rules + "PublicAPI.Unshipped.txt", "CHANGELOG.md"];
        files[changed[0]] = WithId(ids, rule);
        files[changed[1]] = WithApi(Read(root, changed[1]), rule);
        files[changed[2]] = WithChange(Read(root, changed[2]), rule);
        foreach ((string file, string text) in files)
        {
            File.WriteAllText(Path.Combine(root, file), text);
        }

        return string.Join(
            '\n', files.Keys.Except(changed, StringComparer.Ordinal).Select(file => "made     " + file)
                .Concat(changed.Select(file => "changed  " + file)))
            + $"\nFill in what says '{RuleTemplates.Mark}', then go on with CONTRIBUTING.md.";
    }

    private static string Root(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Manifest)) && Directory.Exists(Path.Combine(at.FullName, Rules)))
            {
                return at.FullName;
            }
        }

        throw new BuildException(folder, $"Expected a folder of the repository: {Manifest} beside {Rules} is in none above.");
    }

    private static string Read(string root, string file)
    {
        string path = Path.Combine(root, file);
        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n")
            : throw new BuildException(file, "This file is missing.");
    }

    // After the last of its family.
    private static string WithId(string ids, RuleRequest rule)
    {
        Match? last = Constant().Matches(ids).LastOrDefault(match => match.Groups["key"].Value[0] == rule.Key[0]);
        int at = last is null ? ids.LastIndexOf('}') : last.Index + last.Length;
        return ids.Insert(at, $"    public const string {rule.Key} = \"{rule.Id}\";\n");
    }

    // Where dotnet format would put it: by ordinal whatever the case, after the line on nullability.
    private static string WithApi(string api, RuleRequest rule)
    {
        string name = $"VpcEndpointTools.Rules.{rule.Family}.{rule.ClassName}";
        List<string> lines = [.. api.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string line in (string[])[name, $"{name}.{rule.ClassName}() -> void"])
        {
            int at = lines.FindIndex(other => other[0] != '#' && StringComparer.OrdinalIgnoreCase.Compare(other, line) > 0);
            lines.Insert(at < 0 ? lines.Count : at, line);
        }

        return string.Join('\n', lines) + '\n';
    }

    // At the end of what the next version adds.
    private static string WithChange(string changelog, RuleRequest rule)
    {
        int section = changelog.IndexOf("## [Unreleased]\n", StringComparison.OrdinalIgnoreCase);
        int added = section < 0 ? -1 : changelog.IndexOf(Heading, section, StringComparison.Ordinal);
        if (added < 0)
        {
            throw new BuildException("CHANGELOG.md", "Expected a section '## [Unreleased]' with '### Added' in it.");
        }

        int next = changelog.IndexOf("\n#", added + Heading.Length, StringComparison.Ordinal);
        string before = (next < 0 ? changelog : changelog[..next]).TrimEnd('\n');
        return $"{before}\n- {rule.Id}: {rule.Title}.\n{(next < 0 ? string.Empty : changelog[next..])}";
    }

    [GeneratedRegex(
        "^    public const string (?<key>[A-Z][0-9]{3}) = \"[^\"]*\";\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Constant();
}
