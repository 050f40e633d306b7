namespace VpcEndpointTools.Completion;

/// <summary>The names of the profiles in AWS's shared files, and where each is at home. Nothing else is read of them.</summary>
internal static class SharedProfiles
{
    private const string ProfileWord = "profile ";

    /// <summary>Each profile's Region by its name; null where it states none. Empty without files.</summary>
    /// <param name="location">The credentials file, in place of the usual one.</param>
    public static IReadOnlyDictionary<string, string?> Read(string? location)
    {
        Dictionary<string, string?> profiles = new(StringComparer.Ordinal);
        Read(location ?? Place("AWS_SHARED_CREDENTIALS_FILE", "credentials"), profiles, isConfig: false);
        Read(Place("AWS_CONFIG_FILE", "config"), profiles, isConfig: true);
        return profiles;
    }

    private static string Place(string variable, string name) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named
        ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", name);

    private static void Read(string file, Dictionary<string, string?> profiles, bool isConfig)
    {
        if (!File.Exists(file))
        {
            return;
        }

        string? profile = null;
        foreach (string line in File.ReadLines(file).Select(line => line.Trim()))
        {
            if (line is ['[', .. string section, ']'])
            {
                profile = Profile(section.Trim(), isConfig);
                if (profile is not null)
                {
                    profiles.TryAdd(profile, null);
                }
            }
            else if (profile is not null && line.Split('=', 2, StringSplitOptions.TrimEntries) is ["region", { Length: > 0 } region])
            {
                profiles[profile] = region;
            }
        }
    }

    // The config file has other sections too, and the word before each profile's name but default's.
    private static string? Profile(string section, bool isConfig) =>
        !isConfig || section == "default" ? section
        : section.StartsWith(ProfileWord, StringComparison.Ordinal) ? section[ProfileWord.Length..].Trim()
        : null;
}
