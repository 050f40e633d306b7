using System.Globalization;
using System.Management.Automation;
using System.Xml;

namespace VpcEndpointTools.Build.Help;

/// <summary>Writes help in the format that Get-Help reads (MAML).</summary>
internal sealed class MamlWriter(XmlWriter xml)
{
    private const string Maml = "http://schemas.microsoft.com/maml/2004/10";
    private const string Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private const string Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public void Begin()
    {
        xml.WriteStartElement("helpItems", "http://msh");
        xml.WriteAttributeString("schema", "maml");
    }

    public void End() => xml.WriteEndElement();

    public void Write(CmdletHelp help) => Element(Command, "command", () =>
    {
        xml.WriteAttributeString("xmlns", "maml", null, Maml);
        xml.WriteAttributeString("xmlns", "dev", null, Dev);
        Element(Command, "details", () =>
        {
            string[] name = help.Cmdlet.Name.Split('-');
            Text(Command, "name", help.Cmdlet.Name);
            Text(Command, "verb", name[0]);
            Text(Command, "noun", name[1]);
            Description([help.Synopsis]);
        });
        Description(help.Description);
        Element(Command, "syntax", () => Each(help.Cmdlet.Sets, set => Syntax(help, set)));
        Element(Command, "parameters", () => Each(help.Cmdlet.Parameters, parameter => Parameter(help, parameter, isSyntax: false)));
        Element(Command, "inputTypes", () => Each(help.Inputs, input => Traffic("inputType", input)));
        Element(Command, "returnValues", () => Each(help.Outputs, output => Traffic("returnValue", output)));
        Element(Command, "examples", () => Each(help.Examples, Example));
        Element(Maml, "relatedLinks", () => Each(help.Links, Link));
    });

    private void Syntax(CmdletHelp help, CommandParameterSetInfo set) => Element(Command, "syntaxItem", () =>
    {
        Text(Maml, "name", help.Cmdlet.Name);
        // As Get-Command writes it: by position, then those that must be given.
        IEnumerable<CommandParameterInfo> inOrder = CmdletShape.Own(set)
            .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
            .ThenByDescending(parameter => parameter.IsMandatory);
        Each(inOrder, parameter => Parameter(help, parameter, isSyntax: true));
    });

    private void Parameter(CmdletHelp help, CommandParameterInfo parameter, bool isSyntax) => Element(Command, "parameter", () =>
    {
        xml.WriteAttributeString("required", Lower(parameter.IsMandatory));
        xml.WriteAttributeString("variableLength", "true");
        xml.WriteAttributeString("globbing", Lower(parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any()));
        xml.WriteAttributeString("pipelineInput", Pipeline(parameter));
        xml.WriteAttributeString("position", parameter.Position < 0 ? "named" : parameter.Position.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases));
        Text(Maml, "name", parameter.Name);
        Description(help.Parameter(parameter.Name));
        if (isSyntax && CmdletShape.Values(parameter) is { Count: > 0 } values)
        {
            Element(Command, "parameterValueGroup", () => Each(values, value => Text(Command, "parameterValue", value)));
        }

        Element(Command, "parameterValue", () =>
        {
            xml.WriteAttributeString("required", Lower(parameter.ParameterType != typeof(SwitchParameter)));
            xml.WriteAttributeString("variableLength", Lower(parameter.ParameterType.IsArray));
            xml.WriteString(CmdletShape.TypeName(parameter.ParameterType));
        });
        if (!isSyntax && help.Cmdlet.Default(parameter) is { Length: > 0 } value)
        {
            Text(Dev, "defaultValue", value);
        }
    });

    private void Traffic(string element, Traffic traffic) => Element(Command, element, () =>
    {
        Element(Dev, "type", () => Text(Maml, "name", traffic.Type));
        Description(traffic.Text);
    });

    private void Example(Example example) => Element(Command, "example", () =>
    {
        // The dashes of PowerShell's own help, and a blank line below: Get-Help sets none.
        Text(Maml, "title", $"----- {example.Title} -----");
        Text(Dev, "code", example.Code);
        Paragraphs(Dev, "remarks", [.. example.Remarks, string.Empty]);
    });

    private void Link((string Text, string Url) link) => Element(Maml, "navigationLink", () =>
    {
        bool isAddress = link.Url.StartsWith("https://", StringComparison.Ordinal);

        // A link to another page is to a cmdlet or topic, which Get-Help finds by its name, or to a file in the module's folder.
        bool isHelp = Path.GetFileName(link.Url).StartsWith(link.Text + ".", StringComparison.Ordinal);
        Text(Maml, "linkText", isAddress || isHelp ? link.Text : $"{link.Text}: {link.Url.Replace("../", "docs/", StringComparison.Ordinal)} in the module's folder");
        Text(Maml, "uri", isAddress ? link.Url : string.Empty);
    });

    private void Description(IReadOnlyList<string> paragraphs) => Paragraphs(Maml, "description", paragraphs);

    private void Paragraphs(string space, string name, IReadOnlyList<string> paragraphs) => Element(space, name, () => Each(paragraphs, paragraph => Text(Maml, "para", paragraph)));

    private static string Pipeline(CommandParameterInfo parameter) => (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "true (ByValue, ByPropertyName)",
        (true, false) => "true (ByValue)",
        (false, true) => "true (ByPropertyName)",
        _ => "false",
    };

    private static string Lower(bool value) => value ? "true" : "false";

    private static void Each<T>(IEnumerable<T> items, Action<T> write)
    {
        foreach (T item in items)
        {
            write(item);
        }
    }

    private void Text(string space, string name, string text) => Element(space, name, () => xml.WriteString(text));

    private void Element(string space, string name, Action content)
    {
        xml.WriteStartElement(space switch { Maml => "maml", Dev => "dev", _ => "command" }, name, space);
        content();
        xml.WriteFullEndElement();
    }
}
