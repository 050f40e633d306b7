namespace VpcEndpointTools.Tests.Engine;

/// <summary>Where things stand in the checkout.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Fixtures { get; } = Path.Combine(Root, "tests", "VpcEndpointTools.Tests", "Fixtures");

    /// <summary>Debug or Release: what these tests were built as, and all that was built with them.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>A file that a project of src built.</summary>
    public static string Built(string project, string framework, string file) => Path.Combine(Root, "src", project, "bin", Configuration, framework, file);

    /// <summary>A text file as it is in the repository, however git checked it out.</summary>
    public static string ReadText(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VpcEndpointTools.psd1")))
        {
            folder = folder.Parent ?? throw new FileNotFoundException("VpcEndpointTools.psd1 is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
