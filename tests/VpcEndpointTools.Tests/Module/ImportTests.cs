using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Module;

/// <summary>What importing the module does to a session: next to nothing.</summary>
public sealed class ImportTests
{
    private const string Loaded = "[AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }";

    private static readonly string[] OwnAssemblies = ["VpcEndpointTools", "VpcEndpointTools.Rules"];

    [Fact]
    public void LoadsItsTwoAssembliesAndNoThirdPartys()
    {
        ProcessAnswer answer = ShellProcess.Run(
            "-Command", $"$before = {Loaded}; Import-Module '{InstalledModule.Manifest}'; {Loaded} | Where-Object {{ $before -notcontains $_ }}");
        Assert.Equal(0, answer.ExitCode);
        string[] ofTheFramework = [.. answer.Lines.Where(name => name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Anonymously", StringComparison.Ordinal))];
        Assert.Equal(OwnAssemblies, answer.Lines.Except(ofTheFramework).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FirstUseLoadsTheReadersIntoAContextOfTheirOwn()
    {
        ProcessAnswer answer = ShellProcess.Run(
            "-Command",
            "Test-VpcEndpointConfig examples/gateway-s3.json -Quiet; "
            + "[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -like 'VpcEndpointTools*' } | "
            + "ForEach-Object { \"$($_.GetName().Name)=$([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name)\" }");
        Assert.Contains("True", answer.Lines);
        Assert.Contains("VpcEndpointTools.Readers=VpcEndpointTools", answer.Lines);
        Assert.Contains("VpcEndpointTools.Rules=Default", answer.Lines);
        Assert.Single(answer.Lines, line => line.StartsWith("VpcEndpointTools.Rules=", StringComparison.Ordinal));
    }

    [Fact]
    public void ModuleFolderHoldsNoEngineAndOneCopyOfTheRules()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(InstalledModule.Folder, "bin"), "*.dll", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.Equal(
            [
                "AWSSDK.Core.dll", "AWSSDK.EC2.dll", "AWSSDK.SSO.dll", "AWSSDK.SSOOIDC.dll", "AWSSDK.SecurityToken.dll",
                "VpcEndpointTools.Ec2.dll", "VpcEndpointTools.Readers.dll", "VpcEndpointTools.Rules.dll", "VpcEndpointTools.dll", "YamlDotNet.dll",
            ],
            files);
    }

    [Fact]
    public void MainAssembliesReferenceNothingButTheFrameworkAndEachOther()
    {
        foreach (string file in OwnAssemblies)
        {
            using FileStream stream = File.OpenRead(Path.Combine(InstalledModule.Folder, "bin", file + ".dll"));
            using System.Reflection.PortableExecutable.PEReader reader = new(stream);
            System.Reflection.Metadata.MetadataReader metadata = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(reader);
            IEnumerable<string> references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
            Assert.All(references, name => Assert.True(
                name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard" or "VpcEndpointTools.Rules", $"{file} references {name}"));
        }
    }

    [Fact]
    public void ReimportByForceWorks()
    {
        ProcessAnswer answer = ShellProcess.Run(
            "-Command", $"Test-VpcEndpointConfig examples/gateway-s3.json -Quiet; Import-Module '{InstalledModule.Manifest}' -Force; Test-VpcEndpointConfig examples/gateway-s3.json -Quiet");
        Assert.Equal(["True", "True"], answer.Lines);
    }

    [Fact]
    public void TypeLiteralsWorkAfterImport() =>
        Assert.Equal(["Interface"], ShellProcess.Run("-Command", "Import-Module VpcEndpointTools; [VpcEndpointTools.Model.EndpointTypes]::Interface").Lines);
}
