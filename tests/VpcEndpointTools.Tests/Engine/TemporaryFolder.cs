namespace VpcEndpointTools.Tests.Engine;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("vpce-test-").FullName;

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string content)
    {
        string path = Path.Combine(FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Lays the shipped examples below it.</summary>
    public void CopyExamples()
    {
        string examples = Path.Combine(InstalledModule.Folder, "examples");
        foreach (string file in Directory.EnumerateFiles(examples, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(FullName, "examples", Path.GetRelativePath(examples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
