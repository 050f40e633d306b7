using System.Text.Json;
using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>What the commands of the documentation name: projects of the solution, tests of a project, tools of the repository.</summary>
internal static partial class DotNetSources
{
    public const string Solution = "VpcEndpointTools.slnx";

    /// <summary>The folders of the solution's projects.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Project().Matches(Repository.ReadText(Path.Combine(Repository.Root, Solution)))
            .Select(match => Path.GetDirectoryName(match.Groups["path"].Value)!.Replace('\\', '/'))];

    /// <summary>The commands that 'dotnet tool restore' brings, without dotnet- before them.</summary>
    public static IReadOnlyList<string> Tools
    {
        get
        {
            using JsonDocument manifest = JsonDocument.Parse(
                File.ReadAllText(Path.Combine(Repository.Root, ".config", "dotnet-tools.json")));
            return [.. manifest.RootElement.GetProperty("tools").EnumerateObject()
                .SelectMany(tool => tool.Value.GetProperty("commands").EnumerateArray().Select(command => command.GetString()!))
                .Select(command => command.StartsWith("dotnet-", StringComparison.Ordinal) ? command["dotnet-".Length..] : command)];
        }
    }

    /// <summary>The full names of a project's tests, read from its sources: namespace, class, method.</summary>
    public static IReadOnlyList<string> TestsOf(string project) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(file => TestsIn(Repository.ReadText(file))),
    ];

    /// <summary>True where a filter of 'dotnet test' matches the name: alternatives of texts or of terms on FullyQualifiedName.</summary>
    public static bool Matches(string filter, string test) => filter.Split('|').Any(term => term.Split('&').All(part =>
        part.StartsWith("FullyQualifiedName~", StringComparison.Ordinal) ? Contains(test, part["FullyQualifiedName~".Length..])
        : part.StartsWith("FullyQualifiedName!~", StringComparison.Ordinal) ? !Contains(test, part["FullyQualifiedName!~".Length..])
        : Contains(test, part)));

    private static bool Contains(string test, string text) => test.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> TestsIn(string source)
    {
        string name = Namespace().Match(source).Groups["name"].Value;
        string type = string.Empty;
        foreach (Match match in TypeOrTest().Matches(source))
        {
            if (match.Groups["type"].Success)
            {
                type = match.Groups["type"].Value;
            }
            else
            {
                yield return $"{name}.{type}.{match.Groups["test"].Value}";
            }
        }
    }

    [GeneratedRegex("<Project Path=\"(?<path>[^\"]+)\"")]
    private static partial Regex Project();

    [GeneratedRegex("^namespace (?<name>[A-Za-z0-9_.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^ *public (sealed |partial |abstract |static )*class (?<type>\w+)|\[\w*(Fact|Theory)(\([^\n]*\))?\]\s(\s*\[[^\n]*\]\s)*\s*public (async |static )*\w+ (?<test>\w+)\(",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeOrTest();
}
