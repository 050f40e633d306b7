using System.Collections;
using System.Globalization;
using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Settings;

/// <summary>Turns a settings hashtable into settings. A misspelt key or an unknown rule is an error: silence would leave a rule on that was meant to be off.</summary>
internal static class SettingsReader
{
    private static readonly string[] Keys =
    [
        "Exclude", "Severity", "RequiredTags", "AllowedServiceOwners", "AccessFrom", "Clients", "RequireFips", "Quotas", "Catalog", "Suppressions",
    ];

    /// <summary>Throws <see cref="SettingsException"/> for what cannot be meant.</summary>
    /// <param name="table">The hashtable.</param>
    /// <param name="folder">What relative paths in it start from.</param>
    /// <param name="today">The day on which suppressions must still hold.</param>
    public static ModuleSettings Read(IDictionary table, string folder, DateOnly today)
    {
        SettingsValues values = new(table, string.Empty);
        values.Allow(Keys);
        Dictionary<string, string> retired = new(StringComparer.OrdinalIgnoreCase);
        List<Suppression> suppressions =
        [
            .. values.Tables("Suppressions").Where(table => !IsRetired(table.Required("RuleId"), retired)).Select(ReadSuppression),
        ];
        return new ModuleSettings
        {
            Exclude = Rules([.. values.Texts("Exclude").Where(id => !IsRetired(id, retired))], "Exclude"),
            CatalogPath = values.Text("Catalog") is { } path ? Path.GetFullPath(path, folder) : null,
            Expired = [.. suppressions.Where(suppression => suppression.IsExpired(today))],
            Retired = retired,
            Evaluation = new EvaluationSettings
            {
                Declared = ReadDeclarations(values),
                Severities = values.Pairs("Severity").Where(pair => !IsRetired(pair.Key, retired))
                    .ToDictionary(pair => Rule(pair.Key, pair.Place), pair => ReadSeverity(pair.Value, pair.Place), StringComparer.OrdinalIgnoreCase),
                Suppressions = [.. suppressions.Where(suppression => !suppression.IsExpired(today))],
            },
        };
    }

    // A rule that was given up breaks nobody's gate.
    private static bool IsRetired(string id, Dictionary<string, string> retired)
    {
        bool isRetired = RetiredRules.Reasons.TryGetValue(id, out string? reason);
        if (isRetired)
        {
            retired[id] = reason!;
        }

        return isRetired;
    }

    private static Declarations ReadDeclarations(SettingsValues values) => new()
    {
        AccessFrom = values.Texts("AccessFrom").Aggregate(ClientLocations.None, (all, text) => all | ReadLocation(text)),
        Clients = [.. values.Texts("Clients").Select((text, i) => DeclaredClient.Parse(text)
            ?? throw new SettingsException($"Clients[{i}]", $"expected a range such as 10.0.0.0/16, or the id of a security group, prefix list or subnet, not '{text}'."))],
        RequireFips = values.Flag("RequireFips"),
        RequiredTags = ReadTags(values),
        AllowedServiceOwners = values.Find("AllowedServiceOwners") is null ? null : values.Texts("AllowedServiceOwners"),
        Quotas = values.Pairs("Quotas").ToDictionary(pair => ReadQuotaCode(pair.Key, pair.Place), pair => ReadNumber(pair.Value, pair.Place), StringComparer.OrdinalIgnoreCase),
    };

    // A list of keys asks for the tags; a hashtable also for their values.
    private static Dictionary<string, string?> ReadTags(SettingsValues values) => values.Find("RequiredTags") is IDictionary
        ? values.Pairs("RequiredTags").ToDictionary(
            pair => pair.Key,
            pair => pair.Value is null or "*" ? null : pair.Value as string ?? throw new SettingsException(pair.Place, $"expected a text, with * and ? as wildcards, not {SettingsValues.Describe(pair.Value)}."),
            StringComparer.Ordinal)
        : values.Texts("RequiredTags").Distinct(StringComparer.Ordinal).ToDictionary(key => key, _ => (string?)null, StringComparer.Ordinal);

    private static Suppression ReadSuppression(SettingsValues values)
    {
        values.Allow("Target", "RuleId", "Reason", "Expires");
        string rule = values.Required("RuleId");
        return new Suppression(Rules([rule], values.Place("RuleId"))[0], values.Required("Target"), values.Required("Reason"), values.Day("Expires"));
    }

    private static IReadOnlyList<string> Rules(IReadOnlyList<string> patterns, string place)
    {
        foreach (string pattern in patterns)
        {
            if (!Input.RuleSelection.Matches(pattern).Any())
            {
                throw new SettingsException(place, $"no rule has the id '{pattern}'. Ids look like VPCE-S001; Get-VpcEndpointRule lists them.");
            }
        }

        return patterns;
    }

    private static string Rule(string id, string place) => RuleCatalog.Find(id) is { } rule
        ? rule.Info.Id
        : throw new SettingsException(place, $"no rule has the id '{id}'. Ids look like VPCE-S001; Get-VpcEndpointRule lists them.");

    private static Severity ReadSeverity(object? value, string place) =>
        value is string text && Enum.TryParse(text, ignoreCase: true, out Severity severity) && !int.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? severity
            : throw new SettingsException(place, $"expected Error, Warning or Information, not {SettingsValues.Describe(value)}. To leave a rule out, use Exclude.");

    private static ClientLocations ReadLocation(string text) =>
        Enum.TryParse(text, ignoreCase: true, out ClientLocations location) && !int.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? location
            : throw new SettingsException("AccessFrom", $"expected {string.Join(", ", Enum.GetNames<ClientLocations>().Skip(1))}, not '{text}'.");

    private static string ReadQuotaCode(string code, string place) => QuotaCodes.All.FirstOrDefault(known => string.Equals(known, code, StringComparison.OrdinalIgnoreCase))
        ?? throw new SettingsException(place, $"no quota on endpoints. Expected one of {string.Join(", ", QuotaCodes.All)}.");

    private static long ReadNumber(object? value, string place) => value switch
    {
        int number when number >= 0 => number,
        long number when number >= 0 => number,
        _ => throw new SettingsException(place, $"expected a whole number, not {SettingsValues.Describe(value)}."),
    };
}
