using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>Terraform sources in a folder, planned and applied against moto. It goes with the test; what was applied stays.</summary>
/// <remarks>
/// <code>
/// using MotoServer moto = new();
/// using TerraformWorkspace terraform = new(moto, new() { ["main.tf"] = "..." });
/// string plan = terraform.Plan("-var=zones=2");
/// terraform.Apply();
/// string state = terraform.State();
/// </code>
/// The provider is initialised once a run (<see cref="TerraformInstallation"/>); here only the modules are.
/// </remarks>
internal sealed class TerraformWorkspace : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _environment;
    private readonly string _root;
    private bool _isInitialised;

    /// <summary>Lays out sources.</summary>
    /// <param name="moto">Stands for AWS.</param>
    /// <param name="sources">The texts of the .tf files by their paths, '/' between folders.</param>
    /// <param name="root">The folder of the root module among them; the top unless given.</param>
    /// <param name="region">What AWS_REGION is.</param>
    public TerraformWorkspace(MotoServer moto, Dictionary<string, string> sources, string root = "", string region = MotoServer.Region)
    {
        string nobody = Path.Combine(_folder.FullName, "no-such-file");
        _environment = new()
        {
            ["TF_CLI_CONFIG_FILE"] = TerraformInstallation.CliConfiguration,
            ["TF_DATA_DIR"] = Path.Combine(_folder.FullName, ".terraform"),
            ["AWS_ENDPOINT_URL"] = moto.Url.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "testing",
            ["AWS_SECRET_ACCESS_KEY"] = "testing",
            ["AWS_REGION"] = region,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_CONFIG_FILE"] = nobody,
            ["AWS_SHARED_CREDENTIALS_FILE"] = nobody,
        };
        _root = Path.Combine(_folder.FullName, "sources", root);
        foreach ((string path, string text) in sources)
        {
            Write(path, text);
        }
    }

    /// <summary>Writes or changes a source.</summary>
    /// <param name="path">As for the constructor.</param>
    /// <param name="text">All of it.</param>
    public void Write(string path, string text)
    {
        string file = Path.Combine(_folder.FullName, "sources", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        _isInitialised = false;
    }

    /// <summary>Plans, and gives what 'terraform show -json' says of the plan.</summary>
    /// <param name="arguments">Of 'terraform plan': -var=..., -destroy, -replace=...</param>
    public string Plan(params string[] arguments)
    {
        string file = Path.Combine(_folder.FullName, "plan.bin");
        Run(["plan", "-no-color", $"-out={file}", .. arguments]);
        return Run("show", "-json", file);
    }

    /// <summary>Makes all of it in moto.</summary>
    /// <param name="arguments">Of 'terraform apply'.</param>
    public void Apply(params string[] arguments) => Run(["apply", "-no-color", "-auto-approve", .. arguments]);

    /// <summary>What 'terraform show -json' says of the state.</summary>
    public string State() => Run("show", "-json");

    /// <summary>What 'terraform state pull' gives: the state as it is stored.</summary>
    public string StoredState() => Run("state", "pull");

    public void Dispose() => _folder.Dispose();

    private string Run(params string[] arguments)
    {
        Initialise();
        return TerraformInstallation.Run(_root, _environment, arguments).Output;
    }

    private void Initialise()
    {
        if (_isInitialised)
        {
            return;
        }

        _isInitialised = true;
        File.Copy(TerraformInstallation.LockFile, Path.Combine(_root, ".terraform.lock.hcl"), overwrite: true);
        TerraformInstallation.Run(_root, _environment, LinksProviders() ? ["get", "-no-color"] : ["init", "-no-color"]);
    }

    // Half a gigabyte that nobody copies. Where a link may not be made, 'terraform init' does what it can.
    private bool LinksProviders()
    {
        string link = Path.Combine(_environment["TF_DATA_DIR"], "providers");
        if (Directory.Exists(link))
        {
            return true;
        }

        try
        {
            Directory.CreateDirectory(_environment["TF_DATA_DIR"]);
            Directory.CreateSymbolicLink(link, TerraformInstallation.Providers);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
