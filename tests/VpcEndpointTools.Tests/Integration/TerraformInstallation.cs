using System.Runtime.InteropServices;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>Terraform and the AWS provider as this machine has them. Nothing is downloaded.</summary>
internal static class TerraformInstallation
{
    /// <summary>The version of hashicorp/aws that the tests plan with.</summary>
    public const string ProviderVersion = "5.100.0";

    /// <summary>Names the filesystem mirror: the folder that holds registry.terraform.io.</summary>
    public const string MirrorVariable = "VPCE_TERRAFORM_MIRROR";

    private static readonly string Provider = Path.Combine("registry.terraform.io", "hashicorp", "aws");
    private static readonly Lazy<string?> FoundMirror = new(FindMirror);
    private static readonly Lazy<TemporaryFolder> Initialised = new(Initialise);

    /// <summary>What is missing on this machine; null where all is there.</summary>
    public static string? Missing
    {
        get
        {
            List<string> missing = [.. Programs.Absent("terraform", "moto_server")];
            if (Mirror is null)
            {
                missing.Add($"hashicorp/aws {ProviderVersion} in a filesystem mirror of Terraform ({MirrorVariable} names one)");
            }

            return missing.Count == 0 ? null : $"not on this machine: {string.Join(", ", missing)}";
        }
    }

    /// <summary>The filesystem mirror with the provider; null where there is none.</summary>
    public static string? Mirror => FoundMirror.Value;

    /// <summary>The CLI configuration file: the provider comes from the mirror, and nobody is asked for news.</summary>
    public static string CliConfiguration => Path.Combine(Initialised.Value.FullName, "terraform.tfrc");

    /// <summary>The lock file of a folder that was initialised once a run.</summary>
    public static string LockFile => Path.Combine(Initialised.Value.FullName, ".terraform.lock.hcl");

    /// <summary>The providers of a folder that was initialised once a run.</summary>
    public static string Providers => Path.Combine(Initialised.Value.FullName, ".terraform", "providers");

    /// <summary>Runs terraform with what every run of it needs, and nothing of the user's own settings.</summary>
    public static ProcessAnswer Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        Dictionary<string, string> all = new(environment)
        {
            ["CHECKPOINT_DISABLE"] = "1",
            ["TF_IN_AUTOMATION"] = "1",
            ["TF_INPUT"] = "0",
        };
        ProcessAnswer answer = ShellProcess.Start("terraform", null, [$"-chdir={folder}", .. arguments], all, without: IsOfTheUser);
        return answer.ExitCode == 0
            ? answer
            : throw new InvalidOperationException(
                $"terraform {string.Join(' ', arguments)} in {folder}:\n{answer.Errors}\n{answer.Output}");
    }

    private static bool IsOfTheUser(string variable) =>
        variable.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase) || variable.StartsWith("TF_", StringComparison.OrdinalIgnoreCase);

    private static TemporaryFolder Initialise()
    {
        TemporaryFolder folder = new();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        string settings = folder.Write(
            "terraform.tfrc",
            $$"""
            disable_checkpoint = true
            provider_installation {
              filesystem_mirror {
                path    = "{{Mirror!.Replace('\\', '/')}}"
                include = ["registry.terraform.io/hashicorp/aws"]
              }
            }
            """);
        folder.Write("main.tf", "provider \"aws\" {}\n");

        // Whatever else the mirror has, this version is taken.
        folder.Write(
            ".terraform.lock.hcl",
            $$"""
            provider "registry.terraform.io/hashicorp/aws" {
              version = "{{ProviderVersion}}"
            }
            """);
        Run(folder.FullName, new Dictionary<string, string> { ["TF_CLI_CONFIG_FILE"] = settings }, "init", "-no-color");
        return folder;
    }

    private static string? FindMirror() =>
        Environment.GetEnvironmentVariable(MirrorVariable) is { Length: > 0 } named
            ? NamedMirror(Path.GetFullPath(named, Repository.Root))
            : UsualPlaces().FirstOrDefault(HasProvider);

    // Who names a mirror wants these tests: without the provider in it they fail, and are not skipped.
    private static string NamedMirror(string folder) => HasProvider(folder)
        ? folder
        : throw new InvalidOperationException($"{MirrorVariable}: {folder} has no hashicorp/aws {ProviderVersion} for this platform.");

    // Where Terraform itself looks, the plugin cache, and where machines without a network keep such things.
    private static string[] UsualPlaces()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] usual =
        [
            Environment.GetEnvironmentVariable("TF_PLUGIN_CACHE_DIR") ?? string.Empty,
            Path.Combine(home, ".terraform.d", "plugins"),
            Path.Combine(home, ".terraform.d", "plugin-cache"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "terraform", "plugins"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "terraform.d", "plugins"),
        ];
        return OperatingSystem.IsWindows()
            ? usual
            :
            [
                .. usual, "/usr/share/terraform/plugins", "/usr/local/share/terraform/plugins",
                .. Below("/opt"), .. Below("/opt").SelectMany(Below),
            ];
    }

    private static string[] Below(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Unpacked, or packed as 'terraform providers mirror' leaves it.
    private static bool HasProvider(string mirror)
    {
        if (mirror.Length == 0)
        {
            return false;
        }

        string folder = Path.Combine(mirror, Provider);
        string binary = $"terraform-provider-aws_v{ProviderVersion}_x5{(OperatingSystem.IsWindows() ? ".exe" : string.Empty)}";
        return File.Exists(Path.Combine(folder, ProviderVersion, Platform, binary))
            || File.Exists(Path.Combine(folder, $"terraform-provider-aws_{ProviderVersion}_{Platform}.zip"));
    }

    private static string Platform
    {
        get
        {
            string system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}_{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64")}";
        }
    }
}
