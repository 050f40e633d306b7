using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>The AWS CLI, talking to a server on the loopback.</summary>
internal sealed class Ec2Cli(Uri url)
{
    /// <summary>Runs 'aws ec2 ...' and gives what it wrote.</summary>
    public string Run(params string[] arguments)
    {
        ProcessAnswer answer = ShellProcess.Start("aws", null, ["--endpoint-url", url.ToString(), "--output", "json", "ec2", .. arguments], new Dictionary<string, string>
        {
            ["AWS_ACCESS_KEY_ID"] = "testing",
            ["AWS_SECRET_ACCESS_KEY"] = "testing",
            ["AWS_DEFAULT_REGION"] = MotoServer.Region,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_CONFIG_FILE"] = "none",
        });
        return answer.ExitCode == 0 ? answer.Output : throw new InvalidOperationException($"aws ec2 {string.Join(' ', arguments)}: {answer.Errors}");
    }

    /// <summary>Runs 'aws ec2 ...' and gives the text at a path such as Vpc.VpcId.</summary>
    public string Text(string path, params string[] arguments)
    {
        JsonNode? node = JsonNode.Parse(Run(arguments));
        foreach (string name in path.Split('.'))
        {
            node = node?[name];
        }

        return node?.GetValue<string>() ?? throw new InvalidOperationException($"no {path} in the answer of {arguments[0]}");
    }
}
