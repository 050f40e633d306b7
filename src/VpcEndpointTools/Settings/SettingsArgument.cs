using System.Collections;
using System.Management.Automation;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Input;

namespace VpcEndpointTools.Settings;

/// <summary>What reading settings needs of the cmdlet.</summary>
/// <param name="Session">Where relative paths start.</param>
/// <param name="Verbose">The verbose stream.</param>
/// <param name="Warning">The warning stream.</param>
/// <param name="Stop">Cancelled by Ctrl+C.</param>
internal sealed record SettingsSurroundings(SessionState Session, Action<string> Verbose, Action<string> Warning, CancellationToken Stop);

/// <summary>Reads what was given as -Settings, else the settings file of the current folder or one above it.</summary>
internal static class SettingsArgument
{
    /// <summary>The settings with what other parameters add to them, or the error that ends the cmdlet.</summary>
    /// <param name="settings">A path, a hashtable, or null for the nearest file.</param>
    /// <param name="accessFrom">-AccessFrom, which wins over the settings; null where it was not given.</param>
    /// <param name="baseline">-Baseline; null where it was not given.</param>
    /// <param name="around">The cmdlet's session and streams.</param>
    /// <param name="error">What is wrong, else null.</param>
    public static ModuleSettings? Read(object? settings, ClientLocations? accessFrom, object? baseline, SettingsSurroundings around, out ErrorRecord? error)
    {
        if (Read(settings, around, out error) is not { } read)
        {
            return null;
        }

        foreach (Suppression expired in read.Expired)
        {
            around.Warning($"The suppression of {expired} has expired and counts as none.");
        }

        foreach ((string id, string reason) in read.Retired)
        {
            around.Warning($"{id} in the settings has no effect: the rule no longer exists. {reason}");
        }

        EvaluationSettings evaluation = read.Evaluation;
        if (accessFrom is { } from)
        {
            evaluation = evaluation with { Declared = evaluation.Declared with { AccessFrom = from } };
        }

        if (baseline is not null)
        {
            evaluation = evaluation with { Baseline = BaselineArgument.Read(baseline, around.Session, around.Stop, out error) };
        }

        // Its path is the file system's, whatever drive the session stands on.
        ServiceCatalog? catalog = error is null && read.CatalogPath is { } path ? CatalogFile.Read(path, around.Session, around.Stop, out error) : null;
        return error is null ? read with { Evaluation = evaluation, Catalog = catalog } : null;
    }

    private static ModuleSettings? Read(object? argument, SettingsSurroundings around, out ErrorRecord? error)
    {
        error = null;
        object? value = argument is PSObject wrapper ? wrapper.BaseObject : argument;
        string folder = around.Session.Path.CurrentFileSystemLocation.Path;
        if (value is IDictionary table)
        {
            return Validate(table, folder, exception => Errors.InvalidSettings("-Settings", null, exception.Message, argument!), out error);
        }

        string? path = value switch
        {
            null => SettingsFile.Find(folder),
            FileInfo info => info.FullName,
            string text => around.Session.Path.GetUnresolvedProviderPathFromPSPath(text),
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

        around.Verbose($"Settings: {path}");
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
            return SettingsReader.Read(table, folder, DateOnly.FromDateTime(DateTime.Now));
        }
        catch (SettingsException exception)
        {
            error = report(exception);
            return null;
        }
    }
}
