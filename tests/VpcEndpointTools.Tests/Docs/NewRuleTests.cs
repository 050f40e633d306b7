using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>The files of a new rule: they build as they are made, they say what is to be filled in, and CONTRIBUTING.md fills them in as
/// it says.</summary>
public sealed partial class NewRuleTests : IDisposable
{
    private const string Mark = "FILL IN";

    private readonly SourceCopy _copy = new();

    [Fact]
    public void MadeFilesBuildAndWhatContributingWritesIntoThemWorks()
    {
        string unfilled = Next('N');
        ProcessAnswer made = _copy.Tool("new-rule", unfilled, "warning", "Two words that say it");
        Assert.True(made.ExitCode == 0, made.Errors);
        Assert.Contains(Mark, _copy.Read($"docs/rules/VPCE-{unfilled}.md"), StringComparison.Ordinal);

        string id = Follow();
        ProcessAnswer build = _copy.BuildTests();
        Assert.True(build.ExitCode == 0, build.Output);

        // What was filled in is a rule as any other; what was not says so.
        ProcessAnswer filled = _copy.Test("DisplayName~" + id);
        Assert.True(filled.ExitCode == 0, filled.Output);
        Assert.Matches($@"Passed .*\.{id}Tests\.", filled.Output);
        ProcessAnswer left = _copy.Test("DisplayName~" + unfilled);
        Assert.NotEqual(0, left.ExitCode);
        Assert.Contains($"VPCE-{unfilled} is not filled in yet", left.Output, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(left.Output, $@"Failed .*\.{unfilled}Tests\.", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.DoesNotMatch(@"Failed .*RuleDeclaresEverything", left.Output);

        ExamplesOfThePageHold("VPCE-" + id);
    }

    [Theory]
    [InlineData("S001", "Error", "A title", "A rule has the id VPCE-S001 already. The next free id of the family Shape is S")]
    [InlineData("VPCE-s001", "Error", "A title", "A rule has the id VPCE-S001 already.")]
    [InlineData("C003", "Warning", "A title", "VPCE-C003 is retired and is not used again (Endpoint without traffic")]
    [InlineData("n013", "Warning", "A title", "VPCE-N013 is retired")]
    [InlineData("X001", "Warning", "A title", "'X' is the letter of no family. Expected one of C (Cost), D (Dns), G (Governance)")]
    [InlineData("N999", "Warning", "A title", "VPCE-N999 is not next in its family. The next free id of the family Network is N0")]
    [InlineData("N000", "Warning", "A title", "VPCE-N000 is not next")]
    [InlineData("N16", "Warning", "A title", "'N16' is not the id of a rule. Expected the letter of a family and three digits")]
    [InlineData("", "Warning", "A title", "'' is not the id of a rule")]
    [InlineData("next", "Critical", "A title", "'Critical' is not a severity. Expected one of Error, Warning, Information.")]
    [InlineData("next", "2", "A title", "'2' is not a severity")]
    [InlineData("next", "Warning", "", "'' is not the title of a rule. Expected what is wrong as a noun phrase")]
    [InlineData("next", "Warning", "A full stop.", "no full stop at its end")]
    [InlineData("next", "Warning", "A \"quoted\" title", "without \", \\ and |")]
    [InlineData("next", "Warning", "not a capital", "a capital at its beginning")]
    public void MistakeIsOneErrorAndNothingIsWritten(string id, string severity, string title, string message)
    {
        Dictionary<string, string> before = Texts();
        ProcessAnswer answer = _copy.Tool("new-rule", id == "next" ? Next('N') : id, severity, title);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains(message, Assert.Single(answer.Errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.StartsWith("new-rule: error VPCE: ", answer.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Texts());
    }

    [Fact]
    public void OutsideTheRepositoryIsAnError()
    {
        using TemporaryFolder folder = new();
        ProcessAnswer answer = ShellProcess.Start(
            "dotnet", null, [InstalledModule.ToolPath, "new-rule", "N016", "Warning", "A title"], folder: folder.FullName);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("Expected a folder of the repository", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void FromAFolderBelowItFindsTheRepositoryAndTheNextIdFollows()
    {
        string first = Next('L');
        ProcessAnswer answer = ShellProcess.Start(
            "dotnet", null, [InstalledModule.ToolPath, "new-rule", first, "Information", "Broken `x`, again"],
            folder: _copy.PathOf("docs/rules"));
        Assert.True(answer.ExitCode == 0, answer.Errors);
        Assert.True(File.Exists(_copy.PathOf($"src/VpcEndpointTools.Rules/Rules/Lifecycle/{first}BrokenXAgain.cs")), answer.Output);
        Assert.NotEqual(first, Next('L'));
        Assert.Contains($"- VPCE-{first}: Broken `x`, again.\n", _copy.Read("CHANGELOG.md"), StringComparison.Ordinal);
        Assert.Contains("has the id", _copy.Tool("new-rule", first, "Error", "The same again").Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _copy.Dispose();

    // The command that CONTRIBUTING.md shows, and then its blocks over the files that it made. Gives the rule's id without VPCE-.
    private string Follow()
    {
        CodeBlock[] blocks = [.. CodeBlock.Of("CONTRIBUTING.md")];
        ShellCommand command = blocks.Where(block => block.IsShell).SelectMany(ShellCommand.Read)
            .Single(command => command.Arguments.Contains("new-rule", StringComparer.Ordinal));
        string[] arguments = [.. command.Arguments.SkipWhile(argument => argument != "new-rule")];
        ProcessAnswer made = _copy.Tool(arguments);
        Assert.True(made.ExitCode == 0, made.Errors);
        string[] files = [.. made.Lines.Where(line => line.StartsWith("made ", StringComparison.Ordinal))
            .Select(line => line["made ".Length..].Trim())];
        Assert.Equal(3, files.Length);
        Assert.All(
            files[..2],
            file => Assert.Contains($"`{file}`", DocsFile.Read(Path.Combine(Repository.Root, "CONTRIBUTING.md")), StringComparison.Ordinal));
        string[] code =
        [
            .. blocks.Where(block => block.Language is "csharp").Select(block => block.Code),
            blocks.Single(block => block.Language == "markdown").Code,
        ];
        Assert.Equal(files.Length, code.Length);
        foreach ((string file, string text) in files.Zip(code))
        {
            File.WriteAllText(_copy.PathOf(file), text + "\n");
        }

        return arguments[1];
    }

    // The installed module with the copy's library in it: the same identity, so that everything else binds to it.
    private void ExamplesOfThePageHold(string id)
    {
        using TemporaryFolder folder = new();
        string manifest = InstalledModule.Build("install", InstalledModule.Package, folder.FullName).Output.Trim();
        File.Copy(_copy.BuiltLibrary, Path.Combine(Path.GetDirectoryName(manifest)!, "bin", "VpcEndpointTools.Rules.dll"), overwrite: true);
        Dictionary<string, string> environment = new(StringComparer.Ordinal) { ["VPCENDPOINTTOOLS_MANIFEST"] = manifest };
        RulePage page = RulePage.Parse(id, _copy.Read($"docs/rules/{id}.md"));
        foreach ((PageExample example, int expected) in page.FailingExamples.Select(example => (example, 1))
            .Concat(page.PassingExamples.Select(example => (example, 0))))
        {
            string file = folder.Write("example.json", example.Input);
            string command = $"Import-Module '{manifest}'; Test-VpcEndpointConfig '{file}' -IncludeRule {id} -Region eu-west-1 | ForEach-Object {{ \"$($_.Findings.Count) $($_.Coverage.Evaluated)\" }}";
            ProcessAnswer answer = ShellProcess.Start("dotnet", null, [ShellProcess.Path, "-Command", command], environment);
            Assert.Equal($"{expected} 1", answer.Output.Trim());
        }
    }

    private string Next(char family)
    {
        string ids = _copy.Read("src/VpcEndpointTools.Rules/Evaluation/RuleIds.cs") + _copy.Read(
            "src/VpcEndpointTools.Rules/Evaluation/RetiredRules.cs");
        int last = Ids().Matches(ids).Where(id => id.Value[5] == family)
            .Max(id => int.Parse(id.Value.AsSpan(6), System.Globalization.CultureInfo.InvariantCulture));
        return $"{family}{last + 1:000}";
    }

    private Dictionary<string, string> Texts() => Directory.EnumerateFiles(_copy.FullName, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(_copy.FullName, file), File.ReadAllText, StringComparer.Ordinal);

    [GeneratedRegex("VPCE-[A-Z][0-9]{3}")]
    private static partial Regex Ids();
}
