namespace VpcEndpointTools.Shell;

/// <summary>Finds the module that this host was built with: the folder above it that holds the manifest.</summary>
internal static class ModuleFolder
{
    private const string Manifest = "VpcEndpointTools.psd1";

    public static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string manifest = Path.Combine(folder.FullName, Manifest);
            if (File.Exists(manifest))
            {
                return manifest;
            }
        }

        throw new FileNotFoundException($"{Manifest} is in none of the folders above {AppContext.BaseDirectory}. Name it with -Module.");
    }
}
