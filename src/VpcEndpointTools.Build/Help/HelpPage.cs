using Markdig;
using Markdig.Syntax;

namespace VpcEndpointTools.Build.Help;

/// <summary>A piece of a page: a heading and what stands below it.</summary>
internal sealed record Section(string Title, int Line, IReadOnlyList<Block> Blocks);

/// <summary>The Markdown page of a cmdlet: the source of its help, and what a browser shows.</summary>
/// <remarks>
/// # name, synopsis, then ## Syntax, Description, Examples, Parameters, Inputs, Outputs, Links; the parts of a section are its ### headings.
/// </remarks>
internal sealed class HelpPage
{
    private readonly List<(int Level, Section Section)> _sections = [];

    private HelpPage(string path) => Path = path;

    public string Path { get; }

    public string Title => _sections[0].Section.Title;

    public IReadOnlyList<Block> Synopsis => _sections[0].Section.Blocks;

    public static HelpPage Read(string path)
    {
        HelpPage page = new(path);
        List<Block> blocks = [];
        foreach (Block block in Markdown.Parse(File.ReadAllText(path)))
        {
            if (block is HeadingBlock heading)
            {
                blocks = [];
                page._sections.Add((heading.Level, new Section(PlainText.Of(heading.Inline), heading.Line + 1, blocks)));
            }
            else
            {
                blocks.Add(block);
            }
        }

        return page._sections is [(1, _), ..] ? page : throw new BuildException(path, "a page begins with '# ' and the cmdlet's name.");
    }

    /// <summary>What stands directly below a second-level heading.</summary>
    public Section Find(string title) => _sections[Start(title)].Section;

    /// <summary>The third-level sections below a second-level heading.</summary>
    public IReadOnlyList<Section> Parts(string title) => [.. _sections.Skip(Start(title) + 1).TakeWhile(item => item.Level > 2).Select(item => item.Section)];

    /// <summary>All third-level sections: those of a page that has no second level.</summary>
    public IEnumerable<Section> AllParts => _sections.Where(item => item.Level == 3).Select(item => item.Section);

    public BuildException Wrong(int line, string message) => new($"{Path}({line})", message);

    private int Start(string title)
    {
        int start = _sections.FindIndex(item => item.Level == 2 && item.Section.Title == title);
        return start >= 0 ? start : throw new BuildException(Path, $"there is no '## {title}'.");
    }
}
