using System.IO.Compression;
using System.Text;
using NuGet.Packaging;
using NuGet.Packaging.Licenses;
using NuGet.Versioning;

namespace VpcEndpointTools.Build.Packing;

/// <summary>The package as PowerShell's galleries take it: the module's files, and its manifest told in NuGet's words.</summary>
internal static class Package
{
    private const string IconFile = "docs/images/icon.png";

    private static readonly string[] Folders = ["bin", "en-US", "docs", "examples"];

    // What a package has for itself; the module folder has none of it.
    private static readonly string[] OwnParts = ["_rels", "package", "[Content_Types].xml"];

    /// <summary>Writes the package of a module folder.</summary>
    /// <param name="folder">The folder with the manifest, built.</param>
    /// <param name="output">Where the package goes.</param>
    /// <param name="address">Where the repository can be seen; null where the manifest's own words are to stay.</param>
    /// <returns>The path of the package.</returns>
    public static string Write(string folder, string output, Uri? address)
    {
        ManifestFile manifest = Complete(ManifestFile.Read(Directory.EnumerateFiles(folder, "*.psd1").First()), folder, address);
        PackageBuilder package = new(deterministic: true)
        {
            Id = manifest.Name,
            Version = NuGetVersion.Parse(manifest.Version),
            Description = manifest["Description"],
            Copyright = manifest["Copyright"],
            ReleaseNotes = (string)manifest.Data["ReleaseNotes"]!,
            ProjectUrl = new Uri((string)manifest.Data["ProjectUri"]!),
            LicenseMetadata = new LicenseMetadata(LicenseType.Expression, "MIT", NuGetLicenseExpression.Parse("MIT"), null, LicenseMetadata.EmptyVersion),
            Icon = IconFile,
            Readme = "README.md",
        };
        package.Authors.Add(manifest["Author"]);
        package.Tags.AddRange(Tags(manifest));
        foreach (string file in Files(folder, manifest))
        {
            package.Files.Add(file == manifest.Name + ".psd1"
                ? new PhysicalPackageFile(new MemoryStream(Encoding.UTF8.GetBytes(manifest.Text))) { TargetPath = file }
                : new PhysicalPackageFile { SourcePath = Path.GetFullPath(Path.Combine(folder, file)), TargetPath = file });
        }

        Directory.CreateDirectory(output);
        string path = Path.Combine(output, $"{package.Id}.{package.Version.ToNormalizedString()}.nupkg");
        using MemoryStream content = new();
        package.Save(content);
        SetTimes(content);
        File.WriteAllBytes(path, content.ToArray());
        return path;
    }

    /// <summary>Installs a package as PowerShell's own installers do: a folder of its version below that of its name.</summary>
    /// <returns>The path of the manifest.</returns>
    public static string Install(string package, string modules)
    {
        using PackageArchiveReader reader = new(package);
        NuspecReader nuspec = reader.NuspecReader;
        string folder = Path.Combine(modules, nuspec.GetId(), nuspec.GetVersion().Version.ToString(3));
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        ZipFile.ExtractToDirectory(package, folder);
        foreach (string part in OwnParts.Append(nuspec.GetId() + ".nuspec").Select(part => Path.Combine(folder, part)))
        {
            if (Directory.Exists(part))
            {
                Directory.Delete(part, recursive: true);
            }
            else
            {
                File.Delete(part);
            }
        }

        return Path.Combine(folder, nuspec.GetId() + ".psd1");
    }

    private static ManifestFile Complete(ManifestFile manifest, string folder, Uri? address)
    {
        ManifestFile complete = manifest.With("ReleaseNotes", ReleaseNotes.Read(Path.Combine(folder, "CHANGELOG.md"), manifest.Version));
        return address is null
            ? complete
            : complete
                .With("ProjectUri", address.ToString())
                .With("LicenseUri", $"{address.ToString().TrimEnd('/')}/blob/HEAD/LICENSE")
                .With("IconUri", $"{address.ToString().TrimEnd('/')}/raw/HEAD/{IconFile}");
    }

    // The tags by which the gallery finds a module and its commands, as Publish-PSResource makes them.
    private static IEnumerable<string> Tags(ManifestFile manifest)
    {
        IReadOnlyList<string> cmdlets = manifest.List("CmdletsToExport");
        return
        [
            .. ManifestFile.Texts(manifest.Data["Tags"]), "PSModule", "PSIncludes_Cmdlet",
            .. cmdlets.Select(name => "PSCmdlet_" + name), .. cmdlets.Select(name => "PSCommand_" + name),
        ];
    }

    private static IEnumerable<string> Files(string folder, ManifestFile manifest)
    {
        IEnumerable<string> loose = [manifest.Name + ".psd1", .. manifest.List("TypesToProcess"), .. manifest.List("FormatsToProcess"), "LICENSE", "README.md", "CHANGELOG.md"];
        IEnumerable<string> below = Folders
            .SelectMany(name => Directory.EnumerateFiles(Path.Combine(folder, name), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
        return loose.Concat(below).Order(StringComparer.Ordinal);
    }

    // The same files make the same package, whenever it is made.
    private static void SetTimes(MemoryStream package)
    {
        using ZipArchive archive = new(package, ZipArchiveMode.Update, leaveOpen: true);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        }
    }
}
