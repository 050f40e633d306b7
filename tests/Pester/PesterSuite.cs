using System.Text.Json;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Pester;

/// <summary>Starts Invoke-Suite.ps1, as build.ps1 does, and reads what it found.</summary>
internal static class PesterSuite
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Pester");

    /// <summary>The names of the files, in order.</summary>
    public static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Folder, "*.Tests.ps1").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    /// <summary>Runs one file in a process of PowerShell on the installed package.</summary>
    /// <returns>A result for each test, and for each block or file that failed outside of its tests.</returns>
    /// <exception cref="InvalidOperationException">PowerShell could not be restored, or ended without a result.</exception>
    /// <exception cref="TimeoutException">The process did not end.</exception>
    public static IReadOnlyList<PesterResult> Run(string file)
    {
        using TemporaryFolder folder = new();
        string results = Path.Combine(folder.FullName, "results.json");
        string modules = Path.GetFullPath(Path.Combine(InstalledModule.Folder, "..", ".."));
        string[] arguments =
        [
            ToolShell.Path, "-NoProfile", "-NonInteractive", "-File", Path.Combine(Folder, "Invoke-Suite.ps1"),
            "-ModulePath", modules,
            "-PesterPath", Path.Combine(AppContext.BaseDirectory, "Pester", "Pester.psd1"),
            "-Path", Path.Combine(Folder, file),
            "-ResultPath", results,
        ];
        ProcessAnswer answer = ShellProcess.Start("dotnet", null, arguments);
        PesterResult[] read = File.Exists(results) ? JsonSerializer.Deserialize<PesterResult[]>(File.ReadAllText(results)) ?? [] : [];
        int failed = read.Count(result => result.Result == "Failed");

        // The exit code is the count of failures: what was read must be all that there was.
        return read.Length > 0 && answer.ExitCode == failed ? read : throw new InvalidOperationException(
            $"{file} ended with {answer.ExitCode}; {read.Length} results were read, {failed} of them failures.\n{answer.Output}\n{answer.Errors}");
    }
}

/// <summary>What Invoke-Suite.ps1 says of one test: its name, Pester's result, how long it took, and the error or the reason.</summary>
internal sealed record PesterResult(string Name, string Result, decimal Seconds, string? Message);
