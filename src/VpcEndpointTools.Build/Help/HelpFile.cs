using System.Reflection;
using System.Text;
using System.Xml;

namespace VpcEndpointTools.Build.Help;

/// <summary>The help file of a module's cmdlets: text from their pages, the rest from the cmdlets themselves.</summary>
internal static class HelpFile
{
    private const string CommonPage = "common-parameters.md";

    public static void Write(string module, string types, string pages, string help)
    {
        IReadOnlyList<CmdletShape> cmdlets = CmdletShape.Of(Assembly.LoadFrom(Path.GetFullPath(module)));
        HelpPage common = HelpPage.Read(Path.Combine(pages, CommonPage));
        OutputTypes outputs = new(types);
        string[] expected = [.. cmdlets.Select(cmdlet => cmdlet.Name + ".md"), CommonPage];
        if (Directory.EnumerateFiles(pages, "*-*.md").FirstOrDefault(file => !expected.Contains(Path.GetFileName(file))) is { } stray)
        {
            throw new BuildException(stray, $"{Path.GetFileName(module)} has no such cmdlet.");
        }

        // Whole or not at all: a build that stops here leaves the old one.
        using MemoryStream content = new();
        XmlWriterSettings settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };
        using (XmlWriter writer = XmlWriter.Create(content, settings))
        {
            MamlWriter maml = new(writer);
            maml.Begin();
            foreach (CmdletShape cmdlet in cmdlets)
            {
                string path = Path.Combine(pages, cmdlet.Name + ".md");
                HelpPage page = File.Exists(path) ? HelpPage.Read(path) : throw new BuildException(path, $"{cmdlet.Name} has no page.");
                maml.Write(new CmdletHelp(cmdlet, page, common, outputs));
            }

            maml.End();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(help))!);
        File.WriteAllBytes(help, content.ToArray());
    }
}
