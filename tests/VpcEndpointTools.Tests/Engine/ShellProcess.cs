using System.Diagnostics;

namespace VpcEndpointTools.Tests.Engine;

/// <summary>The Shell as a process of its own.</summary>
internal static class ShellProcess
{
    public static readonly string Path = Repository.Built("VpcEndpointTools.Shell", "net10.0", "VpcEndpointTools.Shell.dll");

    /// <summary>For what never ends; what is only slow, on a machine with much else to do, gets through.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static ProcessAnswer Run(params string[] arguments) => Run(null, arguments);

    public static ProcessAnswer Run(string? input, string[] arguments) => Start("dotnet", input, [Path, .. arguments]);

    /// <summary>Runs any program to its end.</summary>
    public static ProcessAnswer Start(string program, string? input, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
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
            throw new TimeoutException($"did not end within {Limit}: {program} {string.Join(' ', start.ArgumentList)}");
        }

        return new ProcessAnswer(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}

/// <summary>What a process wrote and how it ended.</summary>
internal sealed record ProcessAnswer(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
