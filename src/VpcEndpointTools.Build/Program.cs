using VpcEndpointTools.Build.Help;
using VpcEndpointTools.Build.Packing;
using VpcEndpointTools.Build.Scaffold;

namespace VpcEndpointTools.Build;

/// <summary>The steps of the build that dotnet does not have: help, package and new rules.</summary>
internal static class Program
{
    private const string Usage =
        """
        help <module.dll> <types.xml> <pages> <help.xml>   writes the help of a module's cmdlets from their Markdown pages
        objects <module.dll> <types.xml>                   prints the page on what comes out of the cmdlets
        pack <module folder> <output folder> [address]     writes the package; the address of the repository, if any, goes into the manifest
        install <package> <modules folder>                 lays the package's module below a folder of modules
        new-rule <id> <severity> <title>                   writes the class, the id, the test and the page of a rule, to be filled in
        """;

    public static int Main(string[] args)
    {
        try
        {
            switch (args)
            {
                case ["help", string module, string types, string pages, string help]:
                    HelpFile.Write(module, types, pages, help);
                    return 0;
                case ["objects", string module, string types]:
                    Console.Write(ObjectsPage.Make(module, types));
                    return 0;
                case ["pack", string folder, string output, .. { Length: <= 1 } address]:
                    Console.WriteLine(Package.Write(folder, output, address is [{ Length: > 0 } given] ? new Uri(given) : null));
                    return 0;
                case ["install", string package, string modules]:
                    Console.WriteLine(Package.Install(package, modules));
                    return 0;
                case ["new-rule", string id, string severity, string title]:
                    Console.WriteLine(NewRule.Write(Directory.GetCurrentDirectory(), id, severity, title));
                    return 0;
                default:
                    Console.Error.WriteLine(Usage);
                    return 64;
            }
        }
        catch (BuildException exception)
        {
            // The form in which MSBuild and editors recognise an error and its place.
            Console.Error.WriteLine($"{exception.Place}: error VPCE: {exception.Message}");
            return 1;
        }
    }
}
