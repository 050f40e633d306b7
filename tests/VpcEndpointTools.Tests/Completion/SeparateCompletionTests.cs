using System.Globalization;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Completion;

/// <summary>Tab in a process of its own, where nothing is loaded yet, and with the profiles of its own home.</summary>
public sealed class SeparateCompletionTests : IDisposable
{
    // Where nothing is wanted, once is enough; an answer that comes too late for one Tab serves the next.
    private const string Script =
        """
        Import-Module VpcEndpointTools
        $complete = { param($line) [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null) }
        $null = & $complete 'Get-VpcEndpointRule -Family R'
        $Error.Clear()
        $found = & $complete $line
        for ($i = 0; $i -lt 1000 -and $found.CompletionMatches.Count -lt $wanted; $i++) {
            Start-Sleep -Milliseconds 100
            $found = & $complete $line
        }

        $found.CompletionMatches.Count
        $Error.Count
        """;

    private static readonly int[] Nothing = [0, 0];

    private readonly TemporaryFolder _home = new();

    [Theory]
    [InlineData("Test-VpcEndpointConfig -AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl http://127.0.0.1:1 -VpcId ")]
    [InlineData("Test-VpcEndpointConfig -AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl {deaf} -VpcId ")]
    [InlineData("Test-VpcEndpointConfig -AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl http://ec2.invalid -VpcId ")]
    [InlineData("New-SafeVpcEndpoint vpc-1 s3 -Region eu-west-1 -SubnetId ")]
    public void WithoutAwsTabOffersNothingAndIsNoError(string line)
    {
        using DeafAddress deaf = new();
        Assert.Equal(Nothing, Ask(line.Replace("{deaf}", deaf.Url, StringComparison.Ordinal)));
    }

    [Fact]
    public void WithoutCredentialsNobodyIsAsked()
    {
        using Ec2Server server = Ec2Server.Start();
        Assert.Equal(Nothing, Ask($"Test-VpcEndpointConfig -Region eu-west-1 -EndpointUrl {server.Url} -VpcId "));
        Assert.Equal(Nothing, Ask($"Test-VpcEndpointConfig -ProfileName nobody -Region eu-west-1 -EndpointUrl {server.Url} -VpcId "));
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
        Assert.Equal([3, 0], Ask($"Test-VpcEndpointConfig -ProfileName team -EndpointUrl {server.Url} -VpcId ", wanted: 3));
        Assert.Equal(Nothing, Ask($"Test-VpcEndpointConfig -EndpointUrl {server.Url} -VpcId "));
        Assert.Equal([2, 0], Ask("Test-VpcEndpointConfig -ProfileName ", wanted: 2));
        Assert.Equal([1, 0], Ask("Test-VpcEndpointConfig -ProfileName te", wanted: 1));
    }

    public void Dispose() => _home.Dispose();

    // The count of offers, and of errors.
    private int[] Ask(string line, int wanted = 0)
    {
        Dictionary<string, string> environment = new()
        {
            ["HOME"] = _home.FullName, ["USERPROFILE"] = _home.FullName, ["AWS_ACCESS_KEY_ID"] = string.Empty, ["AWS_PROFILE"] = string.Empty,
        };
        string script = string.Create(CultureInfo.InvariantCulture, $"$line = '{line}'; $wanted = {wanted}; {Script}");
        ProcessAnswer answer = ShellProcess.Start("dotnet", null, [ShellProcess.Path, "-NoProfile", "-Command", script], environment);
        Assert.Equal(string.Empty, answer.Errors);
        return [.. answer.Lines.Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
    }
}
