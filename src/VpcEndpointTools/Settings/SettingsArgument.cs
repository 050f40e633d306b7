using System.Collections;
using System.Management.Automation;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Input;

namespace VpcEndpointTools.Settings;

/// <summary>Reads what was given as -Settings, else the settings file of the current folder or one above it.</summary>
internal static class SettingsArgument
{
    /// <summary>The settings with what other parameters add to them; what is wrong with them ends the cmdlet.</summary>
    /// <param name="given">The parameters.</param>
    /// <param name="session">Where relative paths start.</param>
    /// <param name="voice">Who tells.</param>
    /// <param name="stop">Cancelled by Ctrl+C.</param>
    public static ModuleSettings Read(EvaluationParameters given, SessionState session, IVoice voice, CancellationToken stop)
    {
        ModuleSettings read = Read(given.Settings, session, voice);
        foreach (Suppression expired in read.Expired)
        {
            voice.Warn($"The suppression of {expired} has expired and counts as none.");
        }

        foreach ((string id, string reason) in read.Retired)
        {
            voice.Warn($"{id} in the settings has no effect: the rule no longer exists. {reason}");
        }

        EvaluationSettings evaluation = read.Evaluation;
        if (given.AccessFrom is { } from)
        {
            evaluation = evaluation with { Declared = evaluation.Declared with { AccessFrom = from } };
        }

        if (given.Baseline is { } baseline)
        {
            evaluation = evaluation with { Baseline = BaselineArgument.Read(baseline, session, voice, stop) };
        }

        // Its path is the file system's, whatever drive the session stands on.
        ServiceCatalog? catalog = read.CatalogPath is { } path ? CatalogFile.Read(path, session, voice, stop) : null;
        return read with { Evaluation = evaluation, Catalog = catalog };
    }

    private static ModuleSettings Read(object? argument, SessionState session, IVoice voice)
    {
        object? value = argument is PSObject wrapper ? wrapper.BaseObject : argument;
        string folder = session.Path.CurrentFileSystemLocation.Path;
        if (value is IDictionary table)
        {
            return Validate(table, folder, voice, exception => Errors.InvalidSettings("-Settings", null, exception.Message, argument!));
        }

        string? path = value switch
        {
            null => SettingsFile.Find(folder),
            FileInfo info => info.FullName,
            string text => session.Path.GetUnresolvedProviderPathFromPSPath(text),
            _ => throw voice.End(Errors.InvalidSettings("-Settings", null, "expected the path of a .psd1 file, or a hashtable", argument!)),
        };
        if (path is null)
        {
            return new ModuleSettings();
        }

        SettingsFile file = SettingsFile.Read(path, voice);
        voice.Say($"Settings: {path}");
        return Validate(file.Values, Path.GetDirectoryName(path)!, voice, exception => Errors.InvalidSettings(
            path, file.Lines.TryGetValue(exception.Key, out int line) ? line : null, exception.Message, path));
    }

    private static ModuleSettings Validate(IDictionary table, string folder, IVoice voice, Func<SettingsException, ErrorRecord> report)
    {
        try
        {
            return SettingsReader.Read(table, folder, DateOnly.FromDateTime(DateTime.Now));
        }
        catch (SettingsException exception)
        {
            throw voice.End(report(exception));
        }
    }
}
