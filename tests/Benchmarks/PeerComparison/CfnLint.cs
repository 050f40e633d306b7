using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.PeerComparison;

/// <summary>Runs cfn-lint over a folder of templates.</summary>
internal static class CfnLint
{
    /// <summary>Its version; null where it is not installed.</summary>
    public static string? Version()
    {
        try
        {
            return Run(["--version"]).Trim();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The ids of the rules that speak of each template, by file name.</summary>
    public static ILookup<string, string> Lint(string folder) => JsonNode.Parse(Run(["--region", "eu-west-1", "--include-checks", "I", "--format", "json", "--template", Path.Combine(folder, "*.json")]))!
        .AsArray()
        .ToLookup(finding => Path.GetFileName((string)finding!["Filename"]!), finding => (string)finding!["Rule"]!["Id"]!, StringComparer.Ordinal);

    /// <summary>The ids of the rules that speak of one template.</summary>
    public static IEnumerable<string> LintOne(string file) => JsonNode.Parse(Run(["--format", "json", "--template", file]))!.AsArray().Select(finding => (string)finding!["Rule"]!["Id"]!).Distinct();

    private static string Run(string[] arguments)
    {
        ProcessStartInfo start = new("cfn-lint", arguments) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
