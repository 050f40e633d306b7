using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Integration;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>The commands for a shell that the documentation shows. What each kind of them gets is in CONTRIBUTING.md, "What is documented
/// runs".</summary>
public sealed partial class ShellBlocksTests
{
    // What makes a measurement short: the same code on a few inputs.
    private static readonly Dictionary<string, string[]> ShortForms = new(StringComparer.Ordinal)
    {
        ["tests/Benchmarks/PeerComparison"] = ["--quick"],
        ["tests/Benchmarks/Costs"] = ["--quick"],
    };

    private static readonly Dictionary<string, Action<ShellCommand>> Treatments = new(StringComparer.Ordinal)
    {
        ["dotnet run"] = Run,
        ["dotnet test"] = CheckTest,
        ["dotnet build"] = CheckBuild,
        ["dotnet format"] = CheckFormat,
        ["dotnet tool"] = CheckTool,
        ["cd"] = CheckFolder,
    };

    // A block of these is run as a whole: what one writes the next reads.
    private static readonly string[] AwsPrograms = ["aws", "jq"];

    public static TheoryData<string> Commands =>
        [.. All().Where(command => !AwsPrograms.Contains(command.Program, StringComparer.Ordinal)).Select(command => command.ToString())
            .Distinct(StringComparer.Ordinal)];

    [Fact]
    public void BothCommandsOfTheReadmeAreAmongThem()
    {
        string[] readme = [.. All().Where(command => command.Block.Page == "README.md").Select(command => command.Verb)];
        Assert.Contains("dotnet run", readme);
        Assert.Contains("dotnet test", readme);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void RunsOrNamesWhatIsThere(string name)
    {
        ShellCommand command = All().First(command => command.ToString() == name);
        Assert.All(
            command.Environment.Keys, variable => Assert.True(IsKnown(variable), $"{name}: no source reads the variable {variable}."));
        if (Treatments.TryGetValue(command.Verb, out Action<ShellCommand>? treatment))
        {
            treatment(command);
            return;
        }

        // A tool of the repository, or nothing that these tests know.
        Assert.True(
            command.Program == "dotnet" && DotNetSources.Tools.Contains(command.Words.ElementAtOrDefault(1), StringComparer.Ordinal),
            $"{name}: nothing checks '{command.Verb}'. Give it a treatment here, or mark the block (CONTRIBUTING.md, \"What is documented runs\").");
        CheckScripts(command);
    }

    [MotoFact]
    public void AwsCommandsRun()
    {
        CodeBlock[] blocks = [.. All().Where(command => AwsPrograms.Contains(command.Program, StringComparer.Ordinal))
            .Select(command => command.Block).Where(block => block.NotRun is null).Distinct()];
        Assert.NotEmpty(blocks);
        using MotoServer moto = new();
        foreach (CodeBlock block in blocks)
        {
            using TemporaryFolder folder = new();
            Dictionary<string, string> environment = new(StringComparer.Ordinal)
            {
                ["AWS_ENDPOINT_URL"] = moto.Url.ToString(),
                ["AWS_ACCESS_KEY_ID"] = "a",
                ["AWS_SECRET_ACCESS_KEY"] = "s",
                ["AWS_DEFAULT_REGION"] = MotoServer.Region,
                ["AWS_EC2_METADATA_DISABLED"] = "true",
            };
            ProcessAnswer answer = ShellProcess.Start("bash", block.Code, ["-euo", "pipefail"], environment, folder.FullName);
            Assert.True(answer.ExitCode == 0, $"{block}: {answer.Errors}");

            // What it leaves is a snapshot that our cmdlets take.
            string snapshot = Path.Combine(folder.FullName, Written().Matches(block.Code)[^1].Groups["file"].Value);
            ProcessAnswer read = ShellProcess.Run(
                "-Command", $"@{{ VpcId = 'vpc-0a1b2c3d4e5f60718' }} | Test-VpcEndpointConfig -Snapshot '{snapshot}' -ErrorAction Stop");
            Assert.True(read.ExitCode == 0 && read.Errors.Length == 0, $"{block}: {read.Errors}");
        }
    }

    private static IEnumerable<ShellCommand> All() => CodeBlock.All.Where(block => block.IsShell).SelectMany(ShellCommand.Read);

    private static void Run(ShellCommand command)
    {
        CheckProject(command, command.After("--project"));
        if (command.Block.NotRun is not null)
        {
            return;
        }

        if (command.After("--project") == "src/VpcEndpointTools.Build")
        {
            using SourceCopy copy = new();
            ProcessAnswer made = copy.Tool([.. command.Arguments.SkipWhile(argument => argument != "--").Skip(1)]);
            Assert.True(made.ExitCode == 0, $"{command}: {made.Errors}");
            return;
        }

        string project = command.After("--project")!;
        string[] shorter = ShortForms.GetValueOrDefault(project) ?? [];
        shorter = shorter.Length == 0 || command.Arguments.Contains("--", StringComparer.Ordinal) ? shorter : ["--", .. shorter];
        ProcessAnswer answer = ShellProcess.Start(
            "dotnet", null, [.. AsBuilt(project), .. WithoutConfiguration(command), .. shorter], command.Environment);

        // A benchmark beside a program that is not here says so, in a sentence, and ends.
        if (answer.ExitCode != 0 && project.StartsWith("tests/Benchmarks/", StringComparison.Ordinal)
            && NotInstalled().IsMatch(answer.Errors))
        {
            Assert.NotNull(Programs.Missing(answer.Errors.Split(' ')[0]));
            return;
        }

        Assert.True(answer.ExitCode == 0, $"{command}: {answer.ExitCode} {answer.Errors}");
        Assert.Equal(string.Empty, answer.Errors);
        Assert.NotEmpty(answer.Output);
    }

    // Whatever a page measures, these tests have their own build.
    private static string[] WithoutConfiguration(ShellCommand command)
    {
        string[] arguments = [.. command.Arguments.Skip(1)];
        int place = Array.IndexOf(arguments, "-c");
        return place < 0 ? arguments : [.. arguments[..place], .. arguments[(place + 2)..]];
    }

    // dotnet run builds before it runs; what was built with these tests is in use.
    private static string[] AsBuilt(string project) =>
        Directory.Exists(Path.Combine(Repository.Root, project, "bin", Repository.Configuration))
            ? ["run", "--no-build", "--configuration", Repository.Configuration]
            : ["run", "--configuration", Repository.Configuration];

    private static void CheckTest(ShellCommand command)
    {
        string? project = command.Words.ElementAtOrDefault(2);
        CheckProject(command, project);
        string[] projects = project == DotNetSources.Solution ? [.. DotNetSources.Projects] : [project!];
        if (command.After("--filter") is { } filter)
        {
            string[] tests = [.. projects.SelectMany(DotNetSources.TestsOf)];
            Assert.All(filter.Split('|'), term => Assert.True(
                tests.Any(test => DotNetSources.Matches(term, test)) || IsOfAPage(command, term),
                $"{command}: no test of {project} matches '{term}'."));
        }
    }

    // The rule that CONTRIBUTING.md makes: NewRuleTests make it and run this filter.
    private static bool IsOfAPage(ShellCommand command, string term) => All()
        .Where(other => other.Block.Page == command.Block.Page && other.Arguments.Contains("new-rule", StringComparer.Ordinal))
        .Any(other => other.Arguments.Contains(term, StringComparer.Ordinal));

    private static void CheckBuild(ShellCommand command) =>
        CheckProject(command, command.Words.Skip(2).FirstOrDefault(word => word.Contains('/') || word == DotNetSources.Solution));

    private static void CheckFormat(ShellCommand command)
    {
        CheckProject(command, command.Words.ElementAtOrDefault(3));
        Assert.Equal("analyzers", command.Words[2]);
        Assert.NotNull(command.After("--diagnostics"));
    }

    private static void CheckTool(ShellCommand command)
    {
        Assert.Contains(command.Words.ElementAtOrDefault(2), (string[])["restore", "run"]);
        Assert.True(
            command.Words[2] == "restore" || DotNetSources.Tools.Contains(command.Words.ElementAtOrDefault(3), StringComparer.Ordinal),
            command.ToString());
        CheckScripts(command);
    }

    private static void CheckFolder(ShellCommand command) =>
        Assert.True(Directory.Exists(Path.Combine(Repository.Root, command.Words[1])), command.ToString());

    // What else a command names that is in the repository.
    private static void CheckScripts(ShellCommand command) => Assert.All(
        command.Words.Where(word => word.EndsWith(".ps1", StringComparison.Ordinal)),
        script => Assert.True(File.Exists(Path.Combine(Repository.Root, script)), $"{command}: {script}"));

    private static void CheckProject(ShellCommand command, string? project) => Assert.True(
        project == DotNetSources.Solution || DotNetSources.Projects.Contains(project, StringComparer.Ordinal),
        $"{command}: '{project}' is no project of {DotNetSources.Solution}.");

    private static bool IsKnown(string variable) => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Any(file => File.ReadAllText(file).Contains($"\"{variable}\"", StringComparison.Ordinal));

    [GeneratedRegex(@"^\S+ is not installed \([^)]+\): ")]
    private static partial Regex NotInstalled();

    [GeneratedRegex("> (?<file>\\S+\\.json)")]
    private static partial Regex Written();
}
