using System.Globalization;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Costs;

/// <summary>Processes of PowerShell that measure themselves: what starting them takes is not in the figures.</summary>
internal static class PowerShellClock
{
    /// <summary>Runs a script that begins a clock with 'Start-Clock' and writes what it shows with 'Stop-Clock', in milliseconds.</summary>
    public static double[] Run(string script)
    {
        ProcessAnswer answer = ShellProcess.Run(
            "-Command",
            "function Start-Clock { $script:clock = [System.Diagnostics.Stopwatch]::StartNew() } "
            + "function Stop-Clock { $script:clock.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture) } " + script);
        double[] times = [.. answer.Lines.Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
        return answer.Errors.Length == 0 && times.Length > 0 ? times : throw new InvalidOperationException($"{script}\n{answer.Errors}");
    }

    /// <summary>What importing a module takes.</summary>
    public static double Import(string manifest) => Run($"Start-Clock; Import-Module '{manifest}'; Stop-Clock")[0];

    /// <summary>The manifest of the module that has nothing in it.</summary>
    public static string EmptyModule { get; } = Path.Combine(Repository.Root, "tests", "Benchmarks", "EmptyModule", "EmptyModule.psd1");
}
