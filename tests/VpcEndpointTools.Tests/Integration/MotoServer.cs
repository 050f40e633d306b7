using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>moto on a free port of the loopback, and the AWS CLI to talk to it. Both end with the test.</summary>
internal sealed class MotoServer : IDisposable
{
    public const string Region = "eu-west-1";

    private readonly Process _process;
    private readonly int _port = FreePort();

    public MotoServer()
    {
        _process = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        AwaitPort();
    }

    /// <summary>Runs 'aws ec2 ...' and gives what it wrote.</summary>
    public string Ec2(params string[] arguments)
    {
        string endpoint = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");
        ProcessAnswer answer = ShellProcess.Start("aws", null, ["--endpoint-url", endpoint, "--output", "json", "ec2", .. arguments], new Dictionary<string, string>
        {
            ["AWS_ACCESS_KEY_ID"] = "testing",
            ["AWS_SECRET_ACCESS_KEY"] = "testing",
            ["AWS_DEFAULT_REGION"] = Region,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_CONFIG_FILE"] = "none",
        });
        return answer.ExitCode == 0 ? answer.Output : throw new InvalidOperationException($"aws ec2 {string.Join(' ', arguments)}: {answer.Errors}");
    }

    /// <summary>Runs 'aws ec2 ...' and gives the text at a path such as Vpc.VpcId.</summary>
    public string Ec2Text(string path, params string[] arguments)
    {
        JsonNode? node = JsonNode.Parse(Ec2(arguments));
        foreach (string name in path.Split('.'))
        {
            node = node?[name];
        }

        return node?.GetValue<string>() ?? throw new InvalidOperationException($"no {path} in the answer of {arguments[0]}");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void AwaitPort()
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using TcpClient client = new();
                client.Connect(IPAddress.Loopback, _port);
                return;
            }
            catch (SocketException) when (watch.Elapsed < TimeSpan.FromSeconds(60) && !_process.HasExited)
            {
                Thread.Sleep(100);
            }
        }
    }
}
