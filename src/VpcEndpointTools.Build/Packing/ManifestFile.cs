using System.Collections;
using System.Management.Automation.Language;

namespace VpcEndpointTools.Build.Packing;

/// <summary>A module manifest (.psd1): what it says, and the same text with something set in PrivateData.PSData.</summary>
internal sealed class ManifestFile
{
    private readonly string _path;
    private readonly string _text;
    private readonly Hashtable _values;

    public ManifestFile(string path, string text)
    {
        _path = path;
        _text = text;
        _values = (Hashtable)Root(out _).SafeGetValue();
    }

    public string Text => _text;

    public string Name => Path.GetFileNameWithoutExtension(_path);

    public string Version => this["ModuleVersion"] + (Data["Prerelease"] is string { Length: > 0 } label ? "-" + label.TrimStart('-') : string.Empty);

    /// <summary>PrivateData.PSData: what the gallery shows.</summary>
    public Hashtable Data => (_values["PrivateData"] as Hashtable)?["PSData"] as Hashtable ?? throw new BuildException(_path, "there is no PrivateData.PSData.");

    public string this[string key] => _values[key] as string ?? throw new BuildException(_path, $"there is no {key}.");

    public static ManifestFile Read(string path) => new(path, File.ReadAllText(path));

    /// <summary>The texts of a list, or the one of a single text.</summary>
    public IReadOnlyList<string> List(string key) => Texts(_values[key]);

    public static IReadOnlyList<string> Texts(object? value) => value is string one ? [one] : [.. ((IEnumerable?)value ?? Array.Empty<object>()).Cast<object>().Select(item => item.ToString()!)];

    /// <summary>The same manifest with another text in PSData, in the place of the one that is there.</summary>
    public ManifestFile With(string key, string value)
    {
        Root(out HashtableAst data);
        string literal = $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
        foreach ((ExpressionAst name, StatementAst present) in data.KeyValuePairs)
        {
            if (name is StringConstantExpressionAst { Value: { } found } && found.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return Replace(present.Extent.StartOffset, present.Extent.EndOffset, literal);
            }
        }

        return Replace(data.Extent.StartOffset + 2, data.Extent.StartOffset + 2, $"\n            {key} = {literal}");
    }

    private ManifestFile Replace(int start, int end, string text) => new(_path, string.Concat(_text.AsSpan(0, start), text, _text.AsSpan(end)));

    private HashtableAst Root(out HashtableAst data)
    {
        ScriptBlockAst script = Parser.ParseInput(_text, _path, out _, out ParseError[] errors);
        if (errors is [{ } first, ..])
        {
            throw new BuildException($"{_path}({first.Extent.StartLineNumber})", first.Message);
        }

        data = script.FindAll(node => node is HashtableAst, searchNestedScriptBlocks: false).Cast<HashtableAst>().FirstOrDefault(table => IsValueOf("PSData", table))
            ?? throw new BuildException(_path, "there is no PrivateData.PSData.");
        return (HashtableAst)script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false);
    }

    private static bool IsValueOf(string key, HashtableAst table) =>
        table.Parent?.Parent?.Parent is HashtableAst owner && owner.KeyValuePairs.Any(pair => pair.Item1.Extent.Text == key && pair.Item2 == table.Parent.Parent);
}
