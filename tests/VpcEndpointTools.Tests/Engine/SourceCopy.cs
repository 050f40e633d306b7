namespace VpcEndpointTools.Tests.Engine;

/// <summary>The rules library, its tests and its pages in a folder that goes with the test, to be changed and built there.</summary>
internal sealed class SourceCopy : IDisposable
{
    private const string Library = "src/VpcEndpointTools.Rules";
    private const string Tests = "tests/VpcEndpointTools.Rules.Tests";

    private static readonly string[] Files =
        ["Directory.Build.props", "Directory.Packages.props", "VpcEndpointTools.psd1", ".editorconfig", "global.json", "CHANGELOG.md"];

    private readonly TemporaryFolder _folder = new();

    public SourceCopy()
    {
        foreach (string file in Files)
        {
            Copy(file);
        }

        foreach (string folder in (string[])[Library, Tests, "docs/rules"])
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            {
                string relative = Path.GetRelativePath(Repository.Root, file);
                if (!relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "StrykerOutput"))
                {
                    Copy(relative);
                }
            }
        }
    }

    public string FullName => _folder.FullName;

    /// <summary>The rules library that <see cref="BuildTests"/> built.</summary>
    public string BuiltLibrary => PathOf($"{Library}/bin/{Repository.Configuration}/net8.0/VpcEndpointTools.Rules.dll");

    public string PathOf(string relative) => Path.Combine(FullName, relative);

    public string Read(string relative) => Repository.ReadText(PathOf(relative));

    /// <summary>Runs a step of the build's own tool in it.</summary>
    public ProcessAnswer Tool(params string[] arguments) =>
        ShellProcess.Start("dotnet", null, [InstalledModule.ToolPath, .. arguments], folder: FullName);

    /// <summary>Builds the library and its tests, warnings as errors.</summary>
    public ProcessAnswer BuildTests() =>
        ShellProcess.Start(
            "dotnet",
            null,
            ["build", Tests, "--configuration", Repository.Configuration, "--nologo", "-nodeReuse:false"],
            folder: FullName);

    /// <summary>Runs tests of it, each with its outcome in the output.</summary>
    public ProcessAnswer Test(string filter) => ShellProcess.Start(
        "dotnet",
        null,
        ["test", Tests, "--no-build", "--configuration", Repository.Configuration, "--filter", filter, "--logger",
            "console;verbosity=normal"],
        folder: FullName);

    public void Dispose() => _folder.Dispose();

    private void Copy(string relative)
    {
        string copy = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(Path.Combine(Repository.Root, relative), copy);
    }
}
