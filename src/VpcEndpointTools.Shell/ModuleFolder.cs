namespace VpcEndpointTools.Shell;

/// <summary>Finds the module to import: what the environment names, else the one that this host was built with, in a folder above it.</summary>
internal static class ModuleFolder
{
    private const string Manifest = "VpcEndpointTools.psd1";

    private const string Variable = "VPCENDPOINTTOOLS_MANIFEST";

    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named;
        }

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
