using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace VpcEndpointTools.Model;

/// <summary>A place in a text file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextPlace(int Line, int Column);

/// <summary>Ids that stand for parts of a template that have none yet. Rules compare them as they do AWS's; people are shown the names.</summary>
public sealed partial class StandIns
{
    private readonly IReadOnlyDictionary<string, string> _names;

    /// <summary>Stand-ins with the names that they stand for.</summary>
    public StandIns(IReadOnlyDictionary<string, string> names) => _names = names;

    /// <summary>None.</summary>
    public static StandIns None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>True where there is none.</summary>
    public bool IsEmpty => _names.Count == 0;

    /// <summary>The text with names in place of stand-ins.</summary>
    public string Show(string text) => IsEmpty ? text : Word().Replace(text, match => _names.GetValueOrDefault(match.Value) ?? match.Value);

    [GeneratedRegex("[A-Za-z0-9]+(-[A-Za-z0-9]+)+|[0-9]{12}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
