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

    /// <summary>What the input calls the members of an endpoint, where that is not AWS's name.</summary>
    internal IReadOnlyDictionary<string, string> Members { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A message of ours in the words of the input: with its names in place of stand-ins and of members.</summary>
    internal string Say(string text) => Members.Count == 0
        ? Show(text)
        : MemberName().Replace(Show(text), match => Members.GetValueOrDefault(match.Value) ?? match.Value);

    [GeneratedRegex(@"\b[A-Z][a-z]+[A-Z][A-Za-z0-9]*\b", RegexOptions.CultureInvariant)]
    private static partial Regex MemberName();

    [GeneratedRegex("[A-Za-z0-9]+(-[A-Za-z0-9]+)+|[0-9]{12}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
