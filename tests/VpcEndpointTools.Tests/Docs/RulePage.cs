using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Docs;

/// <summary>A page of docs/rules: its sections in order, and the examples in them.</summary>
internal sealed class RulePage
{
    private RulePage(string id, string text)
    {
        Id = id;
        Text = text;
        Sections = Split(text);
    }

    /// <summary>The sections that every page has, in this order. Examples may come in several variations.</summary>
    public static IReadOnlyList<string> FixedSections { get; } =
        ["What it checks", "Why", "Failing example", "Passing example", "How to fix", "What it does not check"];

    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "rules");

    /// <summary>The ids of all pages.</summary>
    public static IReadOnlyList<string> Ids =>
        [.. Directory.EnumerateFiles(Folder, "VPCE-*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>The rule's id.</summary>
    public string Id { get; }

    /// <summary>The whole page, with line feeds only.</summary>
    public string Text { get; }

    /// <summary>What stands under each second-level heading.</summary>
    public IReadOnlyList<PageSection> Sections { get; }

    /// <summary>Configurations that the rule must object to.</summary>
    public IReadOnlyList<PageExample> FailingExamples => Examples("Failing example");

    /// <summary>Configurations that it must pass.</summary>
    public IReadOnlyList<PageExample> PassingExamples => Examples("Passing example");

    public static string FileOf(string id) => Path.Combine(Folder, id + ".md");

    public static RulePage Read(string id) => Parse(id, Repository.ReadText(FileOf(id)));

    /// <summary>A page that is not in the repository.</summary>
    public static RulePage Parse(string id, string text) => new(id, text);

    private static List<PageSection> Split(string text)
    {
        List<PageSection> sections = [];
        bool inCode = false;
        foreach (string line in text.Split('\n'))
        {
            inCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!inCode && line.StartsWith("## ", StringComparison.Ordinal))
            {
                sections.Add(new PageSection(line[3..]));
            }
            else if (sections.Count > 0)
            {
                sections[^1].Lines.Add(line);
            }
        }

        return sections;
    }

    private List<PageExample> Examples(string kind) => [.. Sections.Where(section => section.Kind == kind).Select(section => PageExample.Read(Id, section))];
}

/// <summary>A section of a page.</summary>
/// <param name="Heading">For example "Failing example: two targets".</param>
internal sealed record PageSection(string Heading)
{
    /// <summary>The heading without its variation.</summary>
    public string Kind => Heading.Split(':')[0];

    public List<string> Lines { get; } = [];

    /// <summary>The section's code blocks of a language.</summary>
    public IEnumerable<string> Code(string language)
    {
        for (int start = Lines.IndexOf("```" + language); start >= 0; start = Lines.IndexOf("```" + language, start))
        {
            int end = Lines.IndexOf("```", start + 1);
            yield return string.Join('\n', Lines[(start + 1)..end]);
            start = end;
        }
    }
}

/// <summary>An example of a page.</summary>
/// <param name="Heading">Where it stands.</param>
/// <param name="Input">What is tested.</param>
/// <param name="Snapshot">What surrounds it, if anything.</param>
/// <param name="Settings">What the user declares, if anything.</param>
internal sealed record PageExample(string Heading, string Input, string? Snapshot, string? Settings)
{
    public static PageExample Read(string page, PageSection section)
    {
        string[] json = [.. section.Code("json")];
        string[] settings = [.. section.Code("powershell")];
        return json.Length is 1 or 2 && settings.Length <= 1
            ? new PageExample(section.Heading, json[0], json.ElementAtOrDefault(1), settings.FirstOrDefault())
            : throw new InvalidDataException(
                $"{page}, '{section.Heading}': an example is one json block, a second one for a snapshot, and at most one powershell block for settings.");
    }
}
