using System.Text.RegularExpressions;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>A folder of Fixtures/terraform: sources, and beside them what terraform made of them.</summary>
internal sealed partial class TerraformCase
{
    public const string RecordFile = "record.json";

    // What is done to the sources, where that is more than one plan; the file that keeps what comes out is the second word.
    // "apply before" applies the sources of the folder 'before' in place of those that are planned then.
    private static readonly Dictionary<string, string[]> Steps = new(StringComparer.Ordinal)
    {
        ["30-change"] =
        [
            "plan plan1.json", "apply", "state state.json", "pull rawstate.json",
            "plan planR.json -replace=aws_vpc_endpoint.ssm", "plan plan2.json -var=phase=2", "plan planD.json -destroy",
        ],
        ["31-assoc-moves"] = ["plan plan1.json", "apply", "state state.json", "pull rawstate.json", "plan plan2.json -var=phase=2"],
        ["54-private-dns-on"] = ["apply -var=private_dns=false", "plan plan.json"],
        ["addresses"] = ["plan plan.json", "apply", "state state.json", "pull state-pull.json"],
        ["changes"] = ["apply before", "plan plan.json", "plan tainted.json -replace=aws_vpc_endpoint.s3"],
        ["changes-data"] = ["apply before", "plan plan.json"],
        ["lifecycle"] =
        [
            "apply before", "plan plan.json",
            "plan target.json -target=aws_vpc_endpoint.new -target=aws_vpc_endpoint.new_name -target=aws_vpc_endpoint.old_name",
            "plan refresh.json -refresh-only",
        ],
        ["modules"] = ["plan plan.json", "plan same-zone.json -var=zones=[\"eu-west-1a\",\"eu-west-1b\",\"eu-west-1a\"]"],
        ["state"] = ["apply", "state state.json", "pull state-pull.json"],
    };

    // Where the environment gives the Region, it gives another one than the tests usually do.
    private static readonly Dictionary<string, string> Regions = new(StringComparer.Ordinal) { ["21-region-env"] = "eu-west-3" };

    private TerraformCase(string name)
    {
        Name = name;
        Sources = ReadSources(name);
    }

    /// <summary>Where all of them are.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Fixtures, "terraform");

    /// <summary>The names of all cases; folders that only hold a module of others are none.</summary>
    public static IReadOnlyList<string> All { get; } = FindAll();

    /// <summary>The name of the folder.</summary>
    public string Name { get; }

    /// <summary>The texts of its .tf files and of those that they use, by their paths below the folder of all cases.</summary>
    public Dictionary<string, string> Sources { get; }

    /// <summary>What is done to the sources.</summary>
    public IReadOnlyList<string> Recipe => Steps.GetValueOrDefault(Name, ["plan plan.json"]);

    /// <summary>The files that the recipe makes.</summary>
    public IEnumerable<string> Files =>
        Recipe.Select(step => step.Split(' ')).Where(words => words[0] != "apply").Select(words => words[1]);

    public static TerraformCase Of(string name) => new(name);

    /// <summary>A file of the case.</summary>
    public string FilePath(string file) => Path.Combine(Folder, Name, file);

    /// <summary>The text of a file of the case.</summary>
    public string Read(string file) => Repository.ReadText(FilePath(file));

    /// <summary>The sources, ready to be planned.</summary>
    public TerraformWorkspace Open(MotoServer moto) => new(moto, Sources, Name, Regions.GetValueOrDefault(Name, MotoServer.Region));

    /// <summary>Follows the recipe.</summary>
    /// <param name="moto">Stands for AWS.</param>
    /// <returns>What came out, by file.</returns>
    public Dictionary<string, string> Make(MotoServer moto)
    {
        Dictionary<string, string> made = new(StringComparer.Ordinal);
        using TerraformWorkspace terraform = Open(moto);
        foreach (string[] words in Recipe.Select(step => step.Split(' ')))
        {
            switch (words)
            {
                case ["apply", "before"]:
                    Lay(terraform, "before/");
                    terraform.Apply();
                    Lay(terraform, string.Empty);
                    break;
                case ["apply", .. string[] arguments]:
                    terraform.Apply(arguments);
                    break;
                case ["plan", string file, .. string[] arguments]:
                    made[file] = terraform.Plan(arguments);
                    break;
                case ["state", string file]:
                    made[file] = terraform.State();
                    break;
                case ["pull", string file]:
                    made[file] = terraform.StoredState();
                    break;
                default:
                    throw new InvalidOperationException($"{Name}: '{string.Join(' ', words)}' is no step.");
            }
        }

        return made;
    }

    private void Lay(TerraformWorkspace terraform, string folder) =>
        terraform.Write($"{Name}/main.tf", Sources[$"{Name}/{folder}main.tf"]);

    private static string[] FindAll()
    {
        string[] folders =
            [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];
        HashSet<string> modules = [.. folders.SelectMany(name => Outside(string.Concat(ReadFolder(name).Values)))];
        return [.. folders.Where(name => !modules.Contains(name))];
    }

    private static Dictionary<string, string> ReadSources(string name)
    {
        Dictionary<string, string> sources = ReadFolder(name);
        foreach (string module in Outside(string.Concat(sources.Values)))
        {
            foreach ((string path, string text) in ReadFolder(module))
            {
                sources[path] = text;
            }
        }

        return sources;
    }

    private static Dictionary<string, string> ReadFolder(string name) => Directory
        .EnumerateFiles(Path.Combine(Folder, name), "*.tf", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), Repository.ReadText, StringComparer.Ordinal);

    // The folders beside it that hold its modules.
    private static IEnumerable<string> Outside(string text) => Source().Matches(text)
        .Select(match => match.Groups["name"].Value).Distinct()
        .Where(name => Directory.Exists(Path.Combine(Folder, name)));

    [GeneratedRegex("source *= *\"(\\.\\./)+(?<name>[a-z0-9-]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Source();
}
