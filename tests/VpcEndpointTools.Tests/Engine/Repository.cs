namespace VpcEndpointTools.Tests.Engine;

/// <summary>Where things stand in the checkout.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Fixtures { get; } = Path.Combine(Root, "tests", "VpcEndpointTools.Tests", "Fixtures");

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
