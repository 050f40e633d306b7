namespace VpcEndpointTools.Shell;

/// <summary>What the command line asks for.</summary>
internal sealed class ShellArguments
{
    public const string Usage =
        """
        VpcEndpointTools.Shell [-NoModule | -Module PATH...] [-Command TEXT | -File PATH [ARGUMENT]...]

          -Command TEXT   runs TEXT; '-' reads it from standard input
          -File PATH      runs a script file with the arguments that follow
          -Module PATH    imports this module instead of the repository's own; may be repeated
          -NoModule       imports nothing
          -Help           prints this

        Without -Command and -File it runs what comes on standard input. Output goes to standard output, errors to standard error.
        The repository's own module is that of the folder above, or that whose manifest VPCENDPOINTTOOLS_MANIFEST names.
        The exit code is that of 'exit', else 1 if anything was written to the error stream, else 0.
        """;

    /// <summary>The script to run; null for standard input.</summary>
    public string? Script { get; private set; }

    /// <summary>Modules to import instead of the repository's own.</summary>
    public List<string> Modules { get; } = [];

    /// <summary>Import nothing.</summary>
    public bool NoModule { get; private set; }

    /// <summary>Print the usage.</summary>
    public bool Help { get; private set; }

    /// <summary>The arguments; null after a complaint.</summary>
    public static ShellArguments? Parse(string[] args, TextWriter errors)
    {
        ShellArguments parsed = new();
        for (int i = 0; i < args.Length; i++)
        {
            string name = args[i].TrimStart('-').ToUpperInvariant();
            switch (name)
            {
                case "HELP" or "H" or "?":
                    parsed.Help = true;
                    break;
                case "NOMODULE":
                    parsed.NoModule = true;
                    break;
                case "MODULE" when i + 1 < args.Length:
                    parsed.Modules.Add(args[++i]);
                    break;
                case "COMMAND" or "C" when i + 1 < args.Length:
                    string text = string.Join(' ', args[(i + 1)..]);
                    parsed.Script = text == "-" ? null : text;
                    return parsed;
                case "FILE" or "F" when i + 1 < args.Length:
                    parsed.Script = "& " + string.Join(' ', args[(i + 1)..].Select((arg, at) => at > 0 && arg.StartsWith('-') ? arg : Quote(arg)));
                    return parsed;
                default:
                    errors.WriteLine($"'{args[i]}' is not understood.");
                    errors.WriteLine(Usage);
                    return null;
            }
        }

        return parsed;
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
