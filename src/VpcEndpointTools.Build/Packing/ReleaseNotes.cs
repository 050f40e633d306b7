namespace VpcEndpointTools.Build.Packing;

/// <summary>What CHANGELOG.md says of a version.</summary>
internal static class ReleaseNotes
{
    /// <summary>The section of the version, or of what is not released yet.</summary>
    public static string Read(string path, string version)
    {
        List<string[]> sections = [.. Sections(File.ReadAllLines(path))];
        string[]? notes = sections.Find(section => section[0].StartsWith($"## [{version}]", StringComparison.Ordinal))
            ?? sections.Find(section => section[0].StartsWith("## [Unreleased]", StringComparison.OrdinalIgnoreCase));
        return notes is { Length: > 1 }
            ? string.Join('\n', notes[1..]).Trim()
            : throw new BuildException(path, $"there is neither a section '## [{version}]' nor one '## [Unreleased]'.");
    }

    private static IEnumerable<string[]> Sections(string[] lines)
    {
        int[] starts = [.. Enumerable.Range(0, lines.Length).Where(at => lines[at].StartsWith("## ", StringComparison.Ordinal)), lines.Length];
        return starts.Zip(starts.Skip(1), (start, end) => lines[start..end]);
    }
}
