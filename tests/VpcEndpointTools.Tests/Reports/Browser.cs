using System.Diagnostics;

namespace VpcEndpointTools.Tests.Reports;

/// <summary>A browser without a window, where the machine has one.</summary>
internal static class Browser
{
    /// <summary>Its file; null where there is none.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>The page as it is once its script has run.</summary>
    public static string Dump(string page)
    {
        ProcessStartInfo start = new(Path!, ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", new Uri(page).AbsoluteUri]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }
}
