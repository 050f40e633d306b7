using System.Globalization;
using System.Net;
using System.Net.Sockets;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Completion;

/// <summary>Who presses Tab waits for nobody: each in a process of its own, where nothing is loaded yet.</summary>
[Collection(nameof(Performance.Measurements))]
public sealed class CompletionCostTests(ITestOutputHelper output) : IDisposable
{
    private const int Allowed = 200;

    // The engine's own first completion is not ours to answer for.
    private const string Script =
        """
        $complete = { param($line) [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null) }
        $null = & $complete 'Get-Command -Name Get-VpcEndpointRu'
        $null = & $complete 'Get-VpcEndpointRule -Family R'
        $Error.Clear()
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $found = & $complete $line
        $watch.ElapsedMilliseconds
        $found.CompletionMatches.Count
        $Error.Count
        """;

    private readonly TemporaryFolder _home = new();

    [Theory]
    [InlineData("nobody listens", "Test-VpcEndpointConfig -AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl http://127.0.0.1:1 -VpcId ")]
    [InlineData("an address that swallows everything", "Test-VpcEndpointConfig -AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl {url} -VpcId ")]
    [InlineData("a name that nobody knows", "Test-VpcEndpointConfig -AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl http://ec2.invalid -VpcId ")]
    [InlineData("no credentials", "New-SafeVpcEndpoint vpc-1 s3 -Region eu-west-1 -SubnetId ")]
    public void WithoutAwsTabReturnsAtOnce(string situation, string line)
    {
        using Socket full = new(SocketType.Stream, ProtocolType.Tcp);
        using CompositeDisposable fillers = Fill(full);
        line = line.Replace("{url}", $"http://{full.LocalEndPoint}", StringComparison.Ordinal);

        // Three times at most: what else the machine does is not ours either.
        long best = long.MaxValue;
        for (int i = 0; i < 3 && best > Allowed; i++)
        {
            long[] answer = Ask(line);
            Assert.Equal([0, 0], answer[1..]);
            best = Math.Min(best, answer[0]);
        }

        output.WriteLine($"{situation}: {best} ms");
        Assert.True(best <= Allowed, $"{situation}: {best} ms");
    }

    [Fact]
    public void WithoutCredentialsNobodyIsAsked()
    {
        using Ec2Server server = Ec2Server.Start();
        Assert.Equal([0, 0], Ask($"Test-VpcEndpointConfig -Region eu-west-1 -EndpointUrl {server.Url} -VpcId ")[1..]);
        Assert.Equal([0, 0], Ask($"Test-VpcEndpointConfig -ProfileName nobody -Region eu-west-1 -EndpointUrl {server.Url} -VpcId ")[1..]);
        Assert.Equal(0, server.Connections);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public void ProfilesOfTheSharedFilesServe()
    {
        using Ec2Server server = Ec2Server.Start();
        server.Region("eu-west-2").Load(Live.EmulatedRegion.Account(3, 1, 1, "eu-west-2"));
        Directory.CreateDirectory(Path.Combine(_home.FullName, ".aws"));
        _home.Write(".aws/credentials", "[default]\naws_access_key_id = a\naws_secret_access_key = b\n\n[team]\naws_access_key_id=c\naws_secret_access_key=d\n");
        _home.Write(".aws/config", "[default]\nregion = eu-west-1\n[profile team]\nregion = eu-west-2\n[sso-session corporate]\nsso_region = us-east-1\n");
        Assert.Equal([3, 0], Ask($"Test-VpcEndpointConfig -ProfileName team -EndpointUrl {server.Url} -VpcId ")[1..]);
        Assert.Equal([0, 0], Ask($"Test-VpcEndpointConfig -EndpointUrl {server.Url} -VpcId ")[1..]);
        Assert.Equal([2, 0], Ask("Test-VpcEndpointConfig -ProfileName ")[1..]);
        Assert.Equal([1, 0], Ask("Test-VpcEndpointConfig -ProfileName te")[1..]);
    }

    public void Dispose() => _home.Dispose();

    // A listener that accepts nobody and whose queue is full: from then on nobody gets an answer, not even a refusal.
    private static CompositeDisposable Fill(Socket listener)
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        CompositeDisposable fillers = new();
        for (int i = 0; i < 4; i++)
        {
            Socket filler = new(SocketType.Stream, ProtocolType.Tcp);
            fillers.Add(filler);
            _ = filler.ConnectAsync(listener.LocalEndPoint!);
        }

        Thread.Sleep(100);
        return fillers;
    }

    private sealed class CompositeDisposable : List<IDisposable>, IDisposable
    {
        public void Dispose() => ForEach(item => item.Dispose());
    }

    private long[] Ask(string line)
    {
        Dictionary<string, string> environment = new() { ["HOME"] = _home.FullName, ["USERPROFILE"] = _home.FullName, ["AWS_ACCESS_KEY_ID"] = string.Empty, ["AWS_PROFILE"] = string.Empty };
        ProcessAnswer answer = ShellProcess.Start("dotnet", null, [ShellProcess.Path, "-Command", $"$line = '{line}'; {Script}"], environment);
        Assert.Equal(string.Empty, answer.Errors);
        return [.. answer.Lines.Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
    }
}
