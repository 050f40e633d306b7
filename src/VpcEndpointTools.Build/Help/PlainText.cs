using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace VpcEndpointTools.Build.Help;

/// <summary>Markdown as the plain paragraphs that Get-Help shows.</summary>
internal static class PlainText
{
    /// <summary>One text a paragraph, item of a list or block of code.</summary>
    public static IEnumerable<string> Paragraphs(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        // Captured output is for the page in a browser: Get-Help would break its lines.
        FencedCodeBlock { Info: "output" } => [],
        CodeBlock code => [Code(code)],
        LeafBlock leaf => [Of(leaf.Inline)],
        ListBlock list => list.OfType<ListItemBlock>().Select(item => "- " + string.Join(' ', Paragraphs(item))),
        ContainerBlock container => Paragraphs(container),
        _ => [],
    });

    public static string Code(CodeBlock code) => code.Lines.ToString().ReplaceLineEndings("\n").TrimEnd();

    public static string Of(ContainerInline? inlines)
    {
        StringBuilder text = new();
        foreach (Inline inline in inlines ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                AutolinkInline link => link.Url,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                ContainerInline container => Of(container),
                _ => string.Empty,
            });
        }

        return text.ToString();
    }

    /// <summary>The links of a list, in order.</summary>
    public static IEnumerable<(string Text, string Url)> Links(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block => block.Descendants<LinkInline>()).Select(link => (Of(link), link.Url ?? string.Empty));
}
