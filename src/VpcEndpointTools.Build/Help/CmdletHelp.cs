using Markdig.Syntax;

namespace VpcEndpointTools.Build.Help;

/// <summary>An example: a title, the code, and what there is to say of it.</summary>
internal sealed record Example(string Title, string Code, IReadOnlyList<string> Remarks);

/// <summary>A type that goes in or comes out.</summary>
internal sealed record Traffic(string Type, IReadOnlyList<string> Text);

/// <summary>All that help tells of one cmdlet; what is missing or left over on its page is an error of the build.</summary>
internal sealed class CmdletHelp
{
    // What no page need explain in its own words.
    private const string Shared = "Common AWS parameters";

    private readonly Dictionary<string, IReadOnlyList<string>> _parameters;

    public CmdletHelp(CmdletShape cmdlet, HelpPage page, HelpPage common, OutputTypes outputs)
    {
        Cmdlet = cmdlet;
        if (page.Title != cmdlet.Name)
        {
            throw page.Wrong(1, $"the title is '{page.Title}', the cmdlet {cmdlet.Name}.");
        }

        Synopsis = string.Join(' ', PlainText.Paragraphs(page.Synopsis));
        Description = [.. PlainText.Paragraphs(page.Find("Description").Blocks)];
        Examples = [.. page.Parts("Examples").Select(part => ReadExample(page, part))];
        Links = [.. PlainText.Links(page.Find("Links").Blocks)];
        Inputs = [.. page.Parts("Inputs").Select(part => new Traffic(part.Title, Text(page, part)))];
        Outputs = [.. page.Parts("Outputs").Select(part => ReadOutput(page, part, outputs))];
        _parameters = ReadParameters(page, common);
        Check(page);
    }

    public CmdletShape Cmdlet { get; }

    public string Synopsis { get; }

    public IReadOnlyList<string> Description { get; }

    public IReadOnlyList<Example> Examples { get; }

    public IReadOnlyList<Traffic> Inputs { get; }

    public IReadOnlyList<Traffic> Outputs { get; }

    public IReadOnlyList<(string Text, string Url)> Links { get; }

    public IReadOnlyList<string> Parameter(string name) => _parameters[name];

    private Dictionary<string, IReadOnlyList<string>> ReadParameters(HelpPage page, HelpPage common)
    {
        HashSet<string> names = [.. Cmdlet.Parameters.Select(parameter => parameter.Name)];
        Dictionary<string, IReadOnlyList<string>> parameters = [];
        foreach (Section part in page.Parts("Parameters").Where(part => part.Title != Shared))
        {
            string name = part.Title.TrimStart('-');
            if (!names.Contains(name))
            {
                throw page.Wrong(part.Line, $"{Cmdlet.Name} has no parameter '{name}'.");
            }

            parameters[name] = Text(page, part);
        }

        foreach (Section part in common.AllParts.Where(part => names.Contains(part.Title.TrimStart('-'))))
        {
            parameters.TryAdd(part.Title.TrimStart('-'), Text(common, part));
        }

        return names.FirstOrDefault(name => !parameters.ContainsKey(name)) is { } silent
            ? throw new BuildException(page.Path, $"nothing is said of the parameter -{silent}.")
            : parameters;
    }

    private static Example ReadExample(HelpPage page, Section part)
    {
        FencedCodeBlock code = part.Blocks.OfType<FencedCodeBlock>().FirstOrDefault(block => block.Info == "powershell")
            ?? throw page.Wrong(part.Line, "an example has a block of code marked 'powershell'.");
        return new Example(part.Title, PlainText.Code(code), [.. PlainText.Paragraphs(part.Blocks.Where(block => block != code))]);
    }

    private Traffic ReadOutput(HelpPage page, Section part, OutputTypes outputs)
    {
        Type? type = Cmdlet.Info.OutputType.FirstOrDefault(output => output.Name == part.Title)?.Type;
        return new Traffic(part.Title, type is not null && OutputTypes.IsOurs(type) ? [.. Text(page, part), .. outputs.Properties(type)] : Text(page, part));
    }

    private static string[] Text(HelpPage page, Section part)
    {
        string[] text = [.. PlainText.Paragraphs(part.Blocks)];
        return text.Length > 0 ? text : throw page.Wrong(part.Line, $"nothing is said of {part.Title}.");
    }

    private void Check(HelpPage page)
    {
        if (Cmdlet.Info.OutputType.FirstOrDefault(type => Outputs.All(output => output.Type != type.Name)) is { } missing)
        {
            throw page.Wrong(page.Find("Outputs").Line, $"{missing.Name} is written by the cmdlet and not among the outputs.");
        }

        if (Examples.Count < 3)
        {
            throw page.Wrong(page.Find("Examples").Line, "a cmdlet has at least three examples.");
        }
    }
}
