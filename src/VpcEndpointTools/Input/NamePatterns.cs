using System.Management.Automation;

namespace VpcEndpointTools.Input;

/// <summary>Names given with or without wildcards, to be matched against the names there are. None given means all.</summary>
internal sealed class NamePatterns
{
    private readonly IReadOnlyList<WildcardPattern>? _patterns;

    private NamePatterns(IReadOnlyList<WildcardPattern>? patterns) => _patterns = patterns;

    /// <summary>Reads what was given; a name that means none of the known ones is an error, and the others go on.</summary>
    /// <param name="given">What the user gave; null for everything.</param>
    /// <param name="isKnown">True when a pattern without wildcards means something.</param>
    /// <param name="unknown">Makes the error of a name that means nothing.</param>
    /// <param name="voice">Who tells.</param>
    public static NamePatterns Read(
        string[]? given, Func<WildcardPattern, bool> isKnown, Func<string, ErrorRecord> unknown, IVoice voice)
    {
        if (given is null)
        {
            return new NamePatterns(null);
        }

        List<WildcardPattern> patterns = [];
        foreach (string name in given)
        {
            WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            try
            {
                if (!isKnown(pattern) && !WildcardPattern.ContainsWildcardCharacters(name))
                {
                    voice.Fail(unknown(name));
                    continue;
                }
            }
            catch (WildcardPatternException)
            {
                voice.Fail(Errors.InvalidPattern(name));
                continue;
            }

            patterns.Add(pattern);
        }

        return new NamePatterns(patterns);
    }

    /// <summary>The same for names of a short list, which the error then tells.</summary>
    public static NamePatterns Read(
        string[]? given, IReadOnlyCollection<string> known, string errorId, string what, IVoice voice) =>
        Read(given, pattern => known.Any(pattern.IsMatch), name => Errors.UnknownName(errorId, name, what, known), voice);

    /// <summary>True when everything, or one of these names, was asked for.</summary>
    public bool Match(params IEnumerable<string> names) =>
        _patterns is null || names.Any(name => _patterns.Any(pattern => pattern.IsMatch(name)));
}
