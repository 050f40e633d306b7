using System.Globalization;
using System.Text.RegularExpressions;
using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Build.Scaffold;

/// <summary>A rule that does not exist yet, as it was asked for.</summary>
/// <param name="Key">Family and number: N016.</param>
/// <param name="Family">The family's folder and namespace.</param>
/// <param name="Severity">Error, Warning or Information.</param>
/// <param name="Title">What is wrong when it fails.</param>
internal sealed partial record RuleRequest(string Key, string Family, string Severity, string Title)
{
    private const string Place = "new-rule";
    private const int LongestName = 50;
    private const int ShortestTitle = 5;
    private const int LongestTitle = 90;

    /// <summary>Its id everywhere: VPCE-N016.</summary>
    public string Id => "VPCE-" + Key;

    /// <summary>The name of its class: the id and the words of the title.</summary>
    public string ClassName { get; } = Key + Name(Title);

    /// <summary>Reads what was asked for.</summary>
    /// <param name="id">With or without VPCE-.</param>
    /// <param name="severity">Whatever its case.</param>
    /// <param name="title">A noun phrase of 5 to 90 characters.</param>
    /// <param name="taken">The ids that rules have, as N015.</param>
    /// <exception cref="BuildException">One of them is not as it must be.</exception>
    public static RuleRequest Read(string id, string severity, string title, IReadOnlyCollection<string> taken)
    {
        string key = id.Trim().ToUpperInvariant();
        key = key.StartsWith("VPCE-", StringComparison.Ordinal) ? key[5..] : key;
        if (!Form().IsMatch(key))
        {
            throw new BuildException(
                Place, $"'{id}' is not the id of a rule. Expected the letter of a family and three digits, for example N016.");
        }

        if (RuleFamilies.OfLetter(key[0]) is not { } family)
        {
            IEnumerable<string> letters = Enumerable.Range('A', 26).Select(code => (char)code)
                .Where(letter => RuleFamilies.OfLetter(letter) is not null).Select(letter => $"{letter} ({RuleFamilies.OfLetter(letter)})");
            throw new BuildException(Place, $"'{key[0]}' is the letter of no family. Expected one of {string.Join(", ", letters)}.");
        }

        Check(key, family, taken);
        if (!Enum.GetNames<Severity>().Contains(severity, StringComparer.OrdinalIgnoreCase))
        {
            throw new BuildException(
                Place, $"'{severity}' is not a severity. Expected one of {string.Join(", ", Enum.GetNames<Severity>().Reverse())}.");
        }

        return new RuleRequest(key, family, Enum.Parse<Severity>(severity, ignoreCase: true).ToString(), CheckTitle(title.Trim()));
    }

    private static void Check(string key, string family, IReadOnlyCollection<string> taken)
    {
        IEnumerable<string> retired = RetiredRules.Reasons.Keys.Select(old => old[5..]);
        int last = taken.Concat(retired).Where(other => other[0] == key[0]).Select(Number).DefaultIfEmpty(0).Max();
        string next = string.Create(CultureInfo.InvariantCulture, $"The next free id of the family {family} is {key[0]}{last + 1:000}.");
        if (taken.Contains(key, StringComparer.Ordinal))
        {
            throw new BuildException(Place, $"A rule has the id VPCE-{key} already. {next}");
        }

        if (RetiredRules.Reasons.TryGetValue("VPCE-" + key, out string? reason))
        {
            throw new BuildException(Place, $"The id VPCE-{key} is retired and is not used again ({reason}) {next}");
        }

        if (Number(key) != last + 1)
        {
            throw new BuildException(Place, $"VPCE-{key} is not next in its family. {next}");
        }
    }

    // What goes into a string of C#, a heading and a cell of a table.
    private static string CheckTitle(string title) =>
        title.Length is >= ShortestTitle and <= LongestTitle && char.IsUpper(title[0]) && !title.EndsWith('.')
        && Name(title).Length > 0 && !title.Any(letter => char.IsControl(letter) || letter is '|' or '"' or '\\')
        ? title
        : throw new BuildException(
            Place,
            $"'{title}' is not the title of a rule. Expected what is wrong as a noun phrase of {ShortestTitle} to {LongestTitle} characters, "
            + "with a capital at its beginning, no full stop at its end, and without \", \\ and |: \"Two subnets in one Availability Zone\".");

    private static int Number(string key) => int.Parse(key.AsSpan(1), CultureInfo.InvariantCulture);

    private static string Name(string title)
    {
        string name = string.Empty;
        foreach (string word in Words().Matches(title).Select(match => match.Value)
            .TakeWhile(word => name.Length + word.Length <= LongestName))
        {
            name += char.ToUpperInvariant(word[0]) + word[1..];
        }

        return name;
    }

    [GeneratedRegex("^[A-Z][0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
