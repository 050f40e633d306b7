namespace VpcEndpointTools.Completion;

/// <summary>What completion needs of a profile.</summary>
/// <param name="Region">Its Region; null where it states none.</param>
/// <param name="EndpointUrl">The URL that is called for EC2 in place of AWS's own; null for AWS's own.</param>
internal sealed record SharedProfile(string? Region, string? EndpointUrl);

/// <summary>
/// The profiles in AWS's shared files: their names, where each is at home and whom it calls. Nothing else is read of them.
/// </summary>
internal static class SharedProfiles
{
    private const string ProfileWord = "profile ";
    private const string ServicesWord = "services ";
    private const string Service = "ec2";

    /// <summary>Each profile by its name. Empty without files.</summary>
    /// <param name="location">The credentials file, in place of the usual one.</param>
    public static IReadOnlyDictionary<string, SharedProfile> Read(string? location)
    {
        Dictionary<string, Dictionary<string, string>> sections = new(StringComparer.Ordinal);
        Read(location ?? Place("AWS_SHARED_CREDENTIALS_FILE", "credentials"), sections, isConfig: false);
        Read(Place("AWS_CONFIG_FILE", "config"), sections, isConfig: true);
        return sections.Where(section => !section.Key.StartsWith(ServicesWord, StringComparison.Ordinal)).ToDictionary(
            section => section.Key,
            section => new SharedProfile(section.Value.GetValueOrDefault("region"), UrlOf(section.Value, sections)),
            StringComparer.Ordinal);
    }

    private static string? UrlOf(Dictionary<string, string> profile, Dictionary<string, Dictionary<string, string>> sections) =>
        (profile.TryGetValue("services", out string? services)
            ? sections.GetValueOrDefault(ServicesWord + services)?.GetValueOrDefault($"{Service}.endpoint_url") : null)
        ?? profile.GetValueOrDefault("endpoint_url");

    private static string Place(string variable, string name) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named
        ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", name);

    private static void Read(string file, Dictionary<string, Dictionary<string, string>> sections, bool isConfig)
    {
        if (!File.Exists(file))
        {
            return;
        }

        Dictionary<string, string>? current = null;
        string outer = string.Empty;
        foreach (string text in File.ReadLines(file))
        {
            string line = text.Trim();
            if (line is ['[', .. string title, ']'])
            {
                string? name = Name(title.Trim(), isConfig);
                current = name is null ? null : sections.TryGetValue(name, out Dictionary<string, string>? known)
                    ? known : sections[name] = new(StringComparer.Ordinal);
            }
            else if (current is not null && line.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } key, string value])
            {
                // An indented line belongs to the one above it without a value: of a service, for instance.
                bool isNested = char.IsWhiteSpace(text[0]) && outer.Length > 0;
                outer = isNested ? outer : value.Length == 0 ? key : string.Empty;
                if (value.Length > 0)
                {
                    current[isNested ? $"{outer}.{key}" : key] = value;
                }
            }
        }
    }

    // The config file has other sections too, and the word before each profile's name but default's.
    private static string? Name(string section, bool isConfig) =>
        !isConfig || section == "default" || section.StartsWith(ServicesWord, StringComparison.Ordinal) ? section
        : section.StartsWith(ProfileWord, StringComparison.Ordinal) ? section[ProfileWord.Length..].Trim()
        : null;
}
