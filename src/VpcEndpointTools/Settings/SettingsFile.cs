using System.Collections;
using System.Management.Automation.Language;

namespace VpcEndpointTools.Settings;

/// <summary>A settings file: data, never code. PowerShell's own parser reads it and refuses everything that would run.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Values">The hashtable in it.</param>
/// <param name="Lines">The line of each key, from 1.</param>
internal sealed record SettingsFile(string Path, Hashtable Values, IReadOnlyDictionary<string, int> Lines)
{
    private const string Name = "VpcEndpointTools.settings.psd1";

    /// <summary>The settings file of a folder or of the nearest folder above it that has one; null where none has.</summary>
    public static string? Find(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            string file = System.IO.Path.Combine(at.FullName, Name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>Reads a file; one that holds no hashtable of plain values ends the cmdlet.</summary>
    public static SettingsFile Read(string path, IVoice voice)
    {
        ScriptBlockAst script;
        ParseError[] mistakes;
        try
        {
            script = Parser.ParseInput(File.ReadAllText(path), path, out _, out mistakes);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw voice.End(Errors.SettingsNotFound(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw voice.End(Errors.PathNotReadable(path, exception));
        }

        if (mistakes.Length > 0)
        {
            throw voice.End(Errors.InvalidSettings(path, mistakes[0].Extent.StartLineNumber, mistakes[0].Message, path));
        }

        HashtableAst? table = script.EndBlock?.Statements is [PipelineAst { PipelineElements: [CommandExpressionAst { Expression: HashtableAst found }] }] ? found : null;
        if (table is null)
        {
            throw voice.End(Errors.InvalidSettings(path, 1, "expected one hashtable and nothing else: @{ ... }", path));
        }

        try
        {
            return new SettingsFile(path, (Hashtable)table.SafeGetValue(), LinesOf(table));
        }
        catch (InvalidOperationException)
        {
            Ast code = table.Find(ast => ast is CommandAst or VariableExpressionAst { VariablePath.UserPath: not ("true" or "false" or "null") } or ScriptBlockExpressionAst or SubExpressionAst, searchNestedScriptBlocks: true) ?? table;
            string what = $"'{code.Extent.Text}' is not a plain value: a settings file is data, nothing in it is run";
            throw voice.End(Errors.InvalidSettings(path, code.Extent.StartLineNumber, what, path));
        }
    }

    private static Dictionary<string, int> LinesOf(HashtableAst table)
    {
        Dictionary<string, int> lines = new(StringComparer.OrdinalIgnoreCase);
        foreach (Tuple<ExpressionAst, StatementAst> pair in table.KeyValuePairs)
        {
            lines[pair.Item1.Extent.Text.Trim('\'', '"')] = pair.Item1.Extent.StartLineNumber;
        }

        return lines;
    }
}
