namespace VpcEndpointTools.Tests.Engine;

/// <summary>The PowerShell that .config/dotnet-tools.json pins. It is restored from the package registry where this machine does not have it yet.</summary>
internal static class ToolShell
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>Its pwsh.dll: 'dotnet pwsh.dll' is what 'dotnet tool run pwsh' comes to in the end.</summary>
    public static string Path => Found.Value;

    /// <summary>For processes of PowerShell: no telemetry, and no look for a newer version.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        ["POWERSHELL_UPDATECHECK"] = "Off",
    };

    private static string Find()
    {
        if (Ask() is { ExitCode: 0 } there)
        {
            return there.Output.Trim();
        }

        // Test projects run side by side, and NuGet's folder of tools is one for all of them.
        using Mutex turn = new(initiallyOwned: false, "VpcEndpointTools.DotNetToolRestore");
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Whose turn it was, was ended; it is ours now.
        }

        try
        {
            ProcessAnswer restore = ShellProcess.Start("dotnet", null, ["tool", "restore"]);
            ProcessAnswer answer = Ask();
            return answer.ExitCode == 0 ? answer.Output.Trim() : throw new InvalidOperationException(
                $"The PowerShell of .config/dotnet-tools.json does not start. 'dotnet tool restore' ended with {restore.ExitCode}:\n{restore.Output}{restore.Errors}\n"
                + $"'dotnet tool run pwsh' ended with {answer.ExitCode}:\n{answer.Output}{answer.Errors}");
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    private static ProcessAnswer Ask() => ShellProcess.Start(
        "dotnet", null, ["tool", "run", "pwsh", "--", "-NoProfile", "-NonInteractive", "-Command", "[Environment]::GetCommandLineArgs()[0]"], Environment);
}
