using System.Diagnostics;
using System.Globalization;

namespace VpcEndpointTools.Tests.Engine;

/// <summary>Processes of their own: PowerShell, which finds the installed module by its name, and any other program.</summary>
internal static class ShellProcess
{
    private static readonly Dictionary<string, string> WithoutColours = new(StringComparer.Ordinal) { ["NO_COLOR"] = "1" };

    /// <summary>For what never ends; what is only slow, on a machine with much else to do, gets through.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>PowerShell's library: what dotnet is to run.</summary>
    public static string Path => ToolShell.Path;

    /// <summary>Runs PowerShell with arguments such as -Command and a script; its text has no colours.</summary>
    public static ProcessAnswer Run(params string[] arguments) => Start("dotnet", null, [Path, "-NoProfile", "-NonInteractive", .. arguments], WithoutColours);

    /// <summary>How wide a terminal is for <see cref="Show"/>. PowerShell leaves the last column free.</summary>
    public const int Columns = 120;

    /// <summary>Runs a script, and gives what it shows in a terminal of 120 columns.</summary>
    public static ProcessAnswer Show(string script) => Page(Shown(script));

    /// <summary>A script that gives what another one shows.</summary>
    public static string Shown(string script) => string.Create(CultureInfo.InvariantCulture, $"& {{ {script}\n }} | Out-String -Width {Columns - 1}\n");

    /// <summary>Runs a script before a screen of 120 columns, and gives the lines that it writes.</summary>
    public static ProcessAnswer Page(string script)
    {
        string tests = System.IO.Path.Combine(AppContext.BaseDirectory, "VpcEndpointTools.Tests.dll");
        return Run("-Command", $$"""
            $null = [System.Reflection.Assembly]::LoadFrom('{{tests}}')
            $runspace = [runspacefactory]::CreateRunspace([VpcEndpointTools.Tests.Engine.PageHost]::new())
            $runspace.Open()
            $page = [powershell]::Create($runspace)
            $page.AddScript(@'
            {{script}}
            '@).Invoke()
            $page.Streams.Error | ForEach-Object { [Console]::Error.WriteLine($_) }
            $page.Streams.Warning | ForEach-Object { [Console]::Error.WriteLine($_) }
            """);
    }

    /// <summary>Runs any program to its end.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="input">What it reads; null for nothing.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that it gets beside those of the tests.</param>
    /// <param name="folder">Where it runs; the repository unless given.</param>
    /// <param name="without">Which variables of the tests it does not get.</param>
    public static ProcessAnswer Start(
        string program,
        string? input,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? folder = null,
        Predicate<string>? without = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Repository.Root,
        };
        foreach (string name in start.Environment.Keys.Where(name => without?.Invoke(name) == true).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.Write(input);
        }

        process.StandardInput.Close();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"did not end within {Limit}: {program} {string.Join(' ', start.ArgumentList)} wrote '{output.GetAwaiter().GetResult()}' and '{errors.GetAwaiter().GetResult()}'.");
        }

        return new ProcessAnswer(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}

/// <summary>What a process wrote and how it ended.</summary>
internal sealed record ProcessAnswer(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
