using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace VpcEndpointTools.Settings;

/// <summary>Reads the values of a settings hashtable; what has the wrong form throws <see cref="SettingsException"/>.</summary>
/// <param name="table">The hashtable.</param>
/// <param name="path">Where it stands in the settings; empty for the settings themselves.</param>
internal sealed class SettingsValues(IDictionary table, string path)
{
    /// <summary>Throws for a key that is none of those.</summary>
    public void Allow(params string[] keys)
    {
        foreach (object key in table.Keys)
        {
            string name = key.ToString()!;
            if (!keys.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new SettingsException(Place(name), $"no such key. Expected one of {string.Join(", ", keys)}.");
            }
        }
    }

    /// <summary>The value of a key; null where it is not there.</summary>
    public object? Find(string key)
    {
        foreach (DictionaryEntry entry in table)
        {
            if (string.Equals(entry.Key.ToString(), key, StringComparison.OrdinalIgnoreCase))
            {
                return entry.Value is PSObject wrapper ? wrapper.BaseObject : entry.Value;
            }
        }

        return null;
    }

    /// <summary>A text; null where the key is not there.</summary>
    public string? Text(string key) => Find(key) switch
    {
        null => null,
        string text when text.Trim().Length > 0 => text,
        object other => throw new SettingsException(Place(key), $"expected a text, not {Describe(other)}."),
    };

    /// <summary>A text that must be there.</summary>
    public string Required(string key) => Text(key) ?? throw new SettingsException(Place(key), "is missing.");

    /// <summary>Texts; one text is a list of one.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. Items(key).Select((item, i) => item as string ?? throw new SettingsException($"{Place(key)}[{i}]", $"expected a text, not {Describe(item)}."))];

    /// <summary>True or false; false where the key is not there.</summary>
    public bool Flag(string key) => Find(key) switch
    {
        null => false,
        bool flag => flag,
        object other => throw new SettingsException(Place(key), $"expected $true or $false, not {Describe(other)}."),
    };

    /// <summary>A day; null where the key is not there.</summary>
    public DateOnly? Day(string key) => Find(key) switch
    {
        null => null,
        DateTime day => DateOnly.FromDateTime(day),
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) => day,
        object other => throw new SettingsException(Place(key), $"expected a day such as '2027-01-31', not {Describe(other)}."),
    };

    /// <summary>The pairs of a hashtable; none where the key is not there.</summary>
    public IEnumerable<(string Key, object? Value, string Place)> Pairs(string key) => Find(key) switch
    {
        null => [],
        IDictionary pairs => pairs.Cast<DictionaryEntry>()
            .Select(pair => (pair.Key.ToString()!, pair.Value is PSObject wrapper ? wrapper.BaseObject : pair.Value, $"{Place(key)}.{pair.Key}")),
        object other => throw new SettingsException(Place(key), $"expected a hashtable, not {Describe(other)}."),
    };

    /// <summary>Hashtables; one is a list of one.</summary>
    public IEnumerable<SettingsValues> Tables(string key) => Items(key).Select((item, i) => item is IDictionary inner
        ? new SettingsValues(inner, $"{Place(key)}[{i}]")
        : throw new SettingsException($"{Place(key)}[{i}]", $"expected a hashtable, not {Describe(item)}."));

    /// <summary>Where a key stands.</summary>
    public string Place(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>A value in words.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "$null",
        string text => $"'{text}'",
        IDictionary => "a hashtable",
        IEnumerable => "a list",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private IEnumerable<object?> Items(string key) => Find(key) switch
    {
        null => [],
        string or IDictionary => [Find(key)],
        IEnumerable list => list.Cast<object?>().Select(item => item is PSObject wrapper ? wrapper.BaseObject : item),
        object other => [other],
    };
}
