using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>moto on a free port of the loopback, and the AWS CLI to talk to it. It ends with the test.</summary>
internal sealed class MotoServer : IDisposable
{
    public const string Region = "eu-west-1";

    private readonly ConcurrentQueue<string> _first = [];
    private readonly Process _process;
    private readonly int _port;

    public MotoServer()
    {
        _port = FreePort();
        Url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));
        Cli = new Ec2Cli(Url);
        _process = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        AwaitPort();
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>The AWS CLI talking to it.</summary>
    public Ec2Cli Cli { get; }

    /// <summary>Runs 'aws ec2 ...' and gives what it wrote.</summary>
    public string Ec2(params string[] arguments) => Cli.Run(arguments);

    /// <summary>Runs 'aws ec2 ...' and gives the text at a path such as Vpc.VpcId.</summary>
    public string Ec2Text(string path, params string[] arguments) => Cli.Text(path, arguments);

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    // The first lines tell why it does not start; the later ones are one a request.
    private void Keep(string? line)
    {
        if (line is not null && _first.Count < 20)
        {
            _first.Enqueue(line);
        }
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
            catch (SocketException) when (watch.Elapsed < TimeSpan.FromMinutes(10) && !_process.HasExited)
            {
                Thread.Sleep(100);
            }
            catch (SocketException exception)
            {
                throw new InvalidOperationException($"moto_server does not answer. It wrote: {string.Join('\n', _first)}", exception);
            }
        }
    }
}
