using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>A process with a home and an environment of its own, so that what the SDK keeps for a process is tested as a session meets it.</summary>
internal sealed class OwnProcess : IDisposable
{
    /// <summary>Makes a line of whatever comes out: the error's id and words, or the result's endpoint, outcome and Region.</summary>
    public const string Report =
        "ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { \"$($_.FullyQualifiedErrorId) $_\" } else { \"$($_.Target) $($_.Outcome) $($_.Region)\" } }";

    private readonly TemporaryFolder _home = new();

    public OwnProcess() => Directory.CreateDirectory(Path.Combine(_home.FullName, ".aws"));

    /// <summary>The path of a file in ~/.aws.</summary>
    public string PathOf(string name) => Path.Combine(_home.FullName, ".aws", name);

    /// <summary>Writes ~/.aws/config.</summary>
    public void Config(string content) => _home.Write(Path.Combine(".aws", "config"), content);

    /// <summary>Runs a script; functions ask and say: a test of all endpoints with some parameters, as lines.</summary>
    public ProcessAnswer Run(string script, params (string Name, string Value)[] environment)
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal)
        {
            ["HOME"] = _home.FullName, ["USERPROFILE"] = _home.FullName, ["AWS_EC2_METADATA_DISABLED"] = "true", ["NO_COLOR"] = "1",
        };
        foreach ((string name, string value) in environment)
        {
            all[name] = value;
        }

        string ask = $"function ask {{ param([hashtable] $p = @{{}}) try {{ Test-VpcEndpointConfig -VpcId * -IncludeRule VPCE-S001 @p 2>&1 | {Report} }} catch {{ $_ | {Report} }} }}; ";
        return ShellProcess.Start("dotnet", null, [ShellProcess.Path, "-NoProfile", "-NonInteractive", "-Command", ask + script], all);
    }

    /// <inheritdoc/>
    public void Dispose() => _home.Dispose();
}
