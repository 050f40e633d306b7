using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Module;

/// <summary>The package is made of the manifest, and the same sources make the same package.</summary>
public sealed class PackageTests(ModuleSession session) : IClassFixture<ModuleSession>, IDisposable
{
    private const string Address = "https://forge.example.org/net/VpcEndpointTools";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TellsWhatTheManifestTells()
    {
        dynamic manifest = session.Run("param($file) Test-ModuleManifest $file", InstalledModule.Manifest).Single;
        Dictionary<string, string> nuspec = Nuspec(InstalledModule.Package);
        Assert.Equal((string)manifest.Name, nuspec["id"]);
        Assert.Equal(manifest.Version.ToString(), nuspec["version"]);
        Assert.Equal((string)manifest.Description, nuspec["description"]);
        Assert.Equal((string)manifest.Author, nuspec["authors"]);
        Assert.Equal("MIT", nuspec["license"]);
        Assert.Equal("docs/images/icon.png", nuspec["icon"]);
        Assert.Equal("README.md", nuspec["readme"]);
        Assert.Equal(manifest.ProjectUri.ToString(), nuspec["projectUrl"]);
        Assert.StartsWith("https://", nuspec["projectUrl"], StringComparison.Ordinal);
        string[] tags = nuspec["tags"].Split(' ');
        Assert.Contains("PSModule", tags);
        Assert.Contains("PSEdition_Core", tags);
        Assert.All((IEnumerable<string>)manifest.ExportedCmdlets.Keys, cmdlet => Assert.Contains("PSCmdlet_" + cmdlet, tags));
    }

    [Fact]
    public void ReleaseNotesAreTheChangelogs()
    {
        string changelog = File.ReadAllText(Path.Combine(Repository.Root, "CHANGELOG.md")).ReplaceLineEndings("\n");
        string notes = Nuspec(InstalledModule.Package)["releaseNotes"].ReplaceLineEndings("\n");
        Assert.True(notes.Length > 500);
        Assert.Contains(notes, changelog, StringComparison.Ordinal);
        string inManifest = session.Run("param($file) (Test-ModuleManifest $file).ReleaseNotes", InstalledModule.Manifest).Output.Single().ToString();
        Assert.Equal(notes, inManifest.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void AddressOfTheRepositoryGoesIntoBoth()
    {
        string package = Pack(Address);
        Assert.Equal(Address, Nuspec(package)["projectUrl"]);
        string manifest = InstalledModule.Build("install", package, _folder.FullName).Output.Trim();
        dynamic module = session.Run("param($file) Test-ModuleManifest $file", manifest).Single;
        Assert.Equal(Address, module.ProjectUri.ToString());
        Assert.Equal(Address + "/blob/HEAD/LICENSE", module.LicenseUri.ToString());
        Assert.Equal(Address + "/raw/HEAD/docs/images/icon.png", module.IconUri.ToString());
        Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", "images", "icon.png")));
    }

    [Fact]
    public void IsTheSameWheneverItIsMade()
    {
        byte[] first = File.ReadAllBytes(Pack());
        Thread.Sleep(TimeSpan.FromSeconds(2.1));
        Assert.Equal(first, File.ReadAllBytes(Pack()));
    }

    [Fact]
    public void AssembliesAreTheSameInAnotherFolder()
    {
        // Of the whole module this is the part that is quickest built; all of it is built in the same way. Analyzers only read.
        foreach (string file in (string[])["Directory.Build.props", "Directory.Packages.props", "VpcEndpointTools.psd1", ".editorconfig", "global.json"])
        {
            File.Copy(Path.Combine(Repository.Root, file), Path.Combine(_folder.FullName, file));
        }

        string sources = Path.Combine(Repository.Root, "src", "VpcEndpointTools.Rules");
        foreach (string file in Directory.EnumerateFiles(sources, "*", SearchOption.AllDirectories).Where(file => !IsMade(Path.GetRelativePath(sources, file))))
        {
            string copy = Path.Combine(_folder.FullName, "src", "VpcEndpointTools.Rules", Path.GetRelativePath(sources, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        ProcessAnswer build = ShellProcess.Start("dotnet", null, ["build", Path.Combine(_folder.FullName, "src", "VpcEndpointTools.Rules"), "--configuration", Repository.Configuration, "--nologo", "-p:RunAnalyzers=false"]);
        Assert.True(build.ExitCode == 0, build.Output);
        string made = Path.Combine("src", "VpcEndpointTools.Rules", "bin", Repository.Configuration, "net8.0", "VpcEndpointTools.Rules.dll");
        Assert.Equal(Hash(Path.Combine(Repository.Root, made)), Hash(Path.Combine(_folder.FullName, made)));
    }

    [Fact]
    public void InstallingReplacesWhatWasThere()
    {
        string manifest = InstalledModule.Build("install", InstalledModule.Package, _folder.FullName).Output.Trim();
        string stray = Path.Combine(Path.GetDirectoryName(manifest)!, "bin", "stray.dll");
        File.WriteAllText(stray, "from an earlier build");
        Assert.Equal(manifest, InstalledModule.Build("install", InstalledModule.Package, _folder.FullName).Output.Trim());
        Assert.False(File.Exists(stray));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(manifest)!, "*.nuspec"));
    }

    [Fact]
    public void ChangelogWithoutTheVersionIsAnError()
    {
        File.Copy(Path.Combine(Repository.Root, "VpcEndpointTools.psd1"), Path.Combine(_folder.FullName, "VpcEndpointTools.psd1"));
        _folder.Write("CHANGELOG.md", "# Changelog\n\n## [0.0.1]\n\n- Old.\n");
        ProcessAnswer answer = InstalledModule.Build("pack", _folder.FullName, _folder.FullName);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("CHANGELOG.md: error VPCE: there is neither a section '## [", answer.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Pack(string address = "")
    {
        ProcessAnswer answer = InstalledModule.Build("pack", Repository.Root, _folder.FullName, address);
        Assert.True(answer.ExitCode == 0, answer.Errors);
        return answer.Output.Trim();
    }

    private static Dictionary<string, string> Nuspec(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream stream = archive.GetEntry("VpcEndpointTools.nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName, element => element.Value, StringComparer.Ordinal);
    }

    private static bool IsMade(string relative) => relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}
