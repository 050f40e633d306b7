using System.Collections;
using System.Management.Automation;

namespace VpcEndpointTools.Settings;

/// <summary>Reads what was given as -Settings, else the settings file of the current folder or one above it.</summary>
internal static class SettingsArgument
{
    /// <summary>The settings, or the error that ends the cmdlet.</summary>
    /// <param name="argument">A path, a hashtable, or null for the nearest file.</param>
    /// <param name="session">Where relative paths start.</param>
    /// <param name="verbose">Told which file is used.</param>
    /// <param name="error">What is wrong, else null.</param>
    public static ModuleSettings? Read(object? argument, SessionState session, Action<string> verbose, out ErrorRecord? error)
    {
        error = null;
        object? value = argument is PSObject wrapper ? wrapper.BaseObject : argument;
        string folder = session.Path.CurrentFileSystemLocation.Path;
        if (value is IDictionary table)
        {
            return Validate(table, folder, exception => Errors.InvalidSettings("-Settings", null, exception.Message, argument!), out error);
        }

        string? path = value switch
        {
            null => SettingsFile.Find(folder),
            FileInfo info => info.FullName,
            string text => session.Path.GetUnresolvedProviderPathFromPSPath(text),
            _ => null,
        };
        if (path is null)
        {
            error = value is null ? null : Errors.InvalidSettings("-Settings", null, "expected the path of a .psd1 file, or a hashtable", argument!);
            return value is null ? new ModuleSettings() : null;
        }

        if (SettingsFile.Read(path, out error) is not { } file)
        {
            return null;
        }

        verbose($"Settings: {path}");
        return Validate(
            file.Values,
            Path.GetDirectoryName(path)!,
            exception => Errors.InvalidSettings(path, file.Lines.TryGetValue(exception.Key, out int line) ? line : null, exception.Message, path),
            out error);
    }

    private static ModuleSettings? Validate(IDictionary table, string folder, Func<SettingsException, ErrorRecord> report, out ErrorRecord? error)
    {
        try
        {
            error = null;
            return SettingsReader.Read(table, folder, DateOnly.FromDateTime(DateTime.UtcNow));
        }
        catch (SettingsException exception)
        {
            error = report(exception);
            return null;
        }
    }
}
