using System.Reflection;

namespace VpcEndpointTools.Catalog;

/// <summary>Reads the tab-separated tables that are embedded in this assembly.</summary>
internal static class EmbeddedTable
{
    /// <summary>Each row, its cells by the names in the first line.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded table {name} is missing.");
        using StreamReader reader = new(stream);
        string[] header = reader.ReadLine()!.Split('\t');
        while (reader.ReadLine() is { } line)
        {
            yield return header.Zip(line.Split('\t')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        }
    }
}
