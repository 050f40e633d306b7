using System.Management.Automation;

namespace VpcEndpointTools.Shell;

/// <summary>Runs a command, a script or standard input in the PowerShell engine, with the module imported.</summary>
internal static class Program
{
    private const int UsageError = 64;

    public static int Main(string[] args)
    {
        ShellArguments? arguments = ShellArguments.Parse(args, Console.Error);
        if (arguments is null)
        {
            return UsageError;
        }

        if (arguments.Help)
        {
            Console.Out.WriteLine(ShellArguments.Usage);
            return 0;
        }

        using ShellSession session = new(Console.Out, Console.Error);
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            session.Stop();
        };
        try
        {
            if (arguments.Modules.Count == 0 && !arguments.NoModule)
            {
                session.Import(ModuleFolder.Find());
            }

            foreach (string module in arguments.Modules)
            {
                session.Import(module);
            }

            return arguments.Script is { } script ? session.Run(script)
                : Console.IsInputRedirected ? session.Run(Console.In.ReadToEnd())
                : session.Converse(Console.In);
        }
        catch (RuntimeException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
