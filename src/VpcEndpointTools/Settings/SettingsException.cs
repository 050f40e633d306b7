namespace VpcEndpointTools.Settings;

/// <summary>Something in the settings that cannot be meant. Its message names the key and what was expected.</summary>
internal sealed class SettingsException(string key, string message) : Exception($"{key}: {message}")
{
    /// <summary>The key's first part, by which its line is found.</summary>
    public string Key { get; } = key.Split('.', '[')[0];
}
