using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Live;

namespace VpcEndpointTools.Tests.Engine;

/// <summary>What the examples of the documentation need: a folder with the shipped files, and an EC2 that answers where one asks AWS.</summary>
internal sealed class ExampleWorld : IDisposable
{
    private readonly ModuleSession _session;
    private readonly Ec2Server _server = Ec2Server.Start();
    private readonly TemporaryFolder _folder = new();

    public ExampleWorld(ModuleSession session)
    {
        _session = session;
        _folder.CopyExamples();
        _server.Region("eu-west-1").Load(EmulatedRegion.Account(1, 2, 2));
        _server.Region("eu-west-1").Load(JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.FullName, "examples", "vpc-snapshot.json")))!.AsObject());
        session.Run(
            """
            param($url)
            $global:PSDefaultParameterValues = @{}
            foreach ($pattern in '*-VpcEndpoint*', '*-EndpointRecommendation', '*-SafeVpcEndpoint') {
                $global:PSDefaultParameterValues["${pattern}:EndpointUrl"] = $url
                $global:PSDefaultParameterValues["${pattern}:AccessKey"] = 'a'
                $global:PSDefaultParameterValues["${pattern}:SecretKey"] = 's'
            }
            """,
            _server.Url.ToString());
    }

    /// <summary>Runs an example as it stands; what it writes goes with this.</summary>
    public SessionAnswer Run(string code) => _session.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder.FullName}'); {code}");

    public void Dispose()
    {
        _session.Run("param($root) $global:PSDefaultParameterValues = @{}; $null = $ExecutionContext.SessionState.Path.SetLocation($root)", Repository.Root);
        _server.Dispose();
        _folder.Dispose();
    }
}
