using System.Reflection;
using System.Runtime.CompilerServices;

namespace VpcEndpointTools.Tests.Engine;

/// <summary>The module as a user has it: packed once a run, and installed from the package into an empty folder of modules.</summary>
internal static class InstalledModule
{
    private static readonly Lazy<string> Installed = new(Install);

    public static string Manifest => Installed.Value;

    public static string Folder => Path.GetDirectoryName(Manifest)!;

    /// <summary>The package it came from.</summary>
    public static string Package { get; private set; } = string.Empty;

    /// <summary>Runs a step of the build's own tool.</summary>
    public static ProcessAnswer Build(params string[] arguments) => ShellProcess.Start("dotnet", null, [ToolPath, .. arguments]);

    /// <summary>The comments on the types that come out, as the compiler wrote them down: the build's tool reads them.</summary>
    public static string TypesFile { get; } = Repository.Built("VpcEndpointTools.Rules", "net8.0", "VpcEndpointTools.Rules.xml");

    public static string ToolPath { get; } = Repository.Built("VpcEndpointTools.Build", "net10.0", "VpcEndpointTools.Build.dll");

    // Before the first test: PowerShell, a process of its own, finds the module as any that is installed.
    [ModuleInitializer]
    internal static void Announce()
    {
        // A PowerShell that loads these tests for their host has the variables from the tests.
        if (Assembly.GetEntryAssembly()?.GetName().Name == "pwsh")
        {
            return;
        }

        string modules = Path.GetFullPath(Path.Combine(Folder, "..", ".."));
        Environment.SetEnvironmentVariable("PSModulePath", string.Join(Path.PathSeparator, modules, Environment.GetEnvironmentVariable("PSModulePath")).TrimEnd(Path.PathSeparator));
        foreach ((string name, string value) in ToolShell.Environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private static string Install()
    {
        TemporaryFolder folder = new();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        Package = Built("pack", Repository.Root, folder.FullName);
        return Built("install", Package, Path.Combine(folder.FullName, "Modules"));
    }

    private static string Built(params string[] arguments)
    {
        ProcessAnswer answer = Build(arguments);
        return answer.ExitCode == 0 ? answer.Output.Trim() : throw new InvalidOperationException(answer.Errors);
    }
}
