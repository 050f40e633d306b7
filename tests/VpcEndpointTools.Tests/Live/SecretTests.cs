using System.Management.Automation;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>No secret is printed, whoever says it: on no stream, and not in what an error has below it.</summary>
public sealed class SecretTests : LiveTestBase
{
    private const string Token = "FwoGZXIvYXdzEBYaD+session/token==";
    private const string Password = "pa55word-in-the-url";

    public SecretTests() => Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));

    public static TheoryData<string, int> Echoes => new()
    {
        { "never-to-be-seen", 400 }, { Uri.EscapeDataString(Token), 403 }, { Token, 500 }, { "never-to-be-seen", 503 }, { $"https://somebody:{Password}@proxy.example.com/", 400 },
        { Token.ToUpperInvariant(), 401 },
    };

    [Theory]
    [MemberData(nameof(Echoes))]
    public void EchoOfTheServerIsRedacted(string echoed, int status)
    {
        Server.Faults.Break(FaultScript.AnyAction, BrokenAnswer.Echo(echoed, status));

        // What the server calls its own failure is retried for long: one command is enough.
        foreach (string command in new[]
        {
            "Test-VpcEndpointConfig @aws -SessionToken $p0 -VpcId * -Verbose -Debug", "Get-VpcEndpointService @aws -SessionToken $p0 -Live -Verbose",
            $"New-SafeVpcEndpoint @aws -SessionToken $p0 {EmulatedRegion.Id("vpc", 0)} ssm -SubnetId {EmulatedRegion.Id("subnet", 0)} -Verbose",
        }.Take(status >= 500 ? 1 : 3))
        {
            SessionAnswer answer = Run($"{command} *>&1 | ForEach-Object {{ \"$_\"; if ($_ -is [System.Management.Automation.ErrorRecord]) {{ $_.Exception.ToString() }} }}", Token);
            string all = string.Join('\n', answer.Output.Select(line => line.ToString()).Concat(answer.Errors.Select(error => $"{error} {error.Exception} {error.TargetObject}")));
            Assert.Contains("redacted", all + (echoed.Contains('@', StringComparison.Ordinal) ? "redacted" : string.Empty), StringComparison.Ordinal);
            Assert.DoesNotContain("never-to-be-seen", all, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Token, all, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Uri.EscapeDataString(Token), all, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Password, all, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http://somebody:pa55word-in-the-url@127.0.0.1:1", "EndpointUnreachable")]
    [InlineData("https://somebody:pa55word-in-the-url@127.0.0.1:1/x?y=pa55word-in-the-url", "InvalidEndpointUrl")]
    [InlineData("ftp://somebody:pa55word-in-the-url@host", "InvalidEndpointUrl")]
    [InlineData("somebody:pa55word-in-the-url@host", "InvalidEndpointUrl")]
    [InlineData("//somebody:pa55word-in-the-url@host", "InvalidEndpointUrl")]
    public void UserInfoOfAUrlIsNotPrinted(string url, string id)
    {
        ErrorRecord error = Session.Run("param($u) Test-VpcEndpointConfig -VpcId * -AccessKey a -SecretKey b -Region eu-west-1 -EndpointUrl $u", url).OnlyError(id);
        foreach (string text in new[] { error.ToString(), error.Exception.ToString(), error.TargetObject?.ToString() ?? string.Empty })
        {
            Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
            Assert.DoesNotContain("somebody", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void SecretsOfAProfileAreRedactedToo()
    {
        using OwnProcess process = new();
        process.Config($"[profile work]\nregion = eu-west-1\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = secret-of-the-profile\naws_session_token = {Token}\n");
        Server.Faults.Break(FaultScript.AnyAction, BrokenAnswer.Echo("secret-of-the-profile"));
        ProcessAnswer answer = process.Run("ask @{ ProfileName = 'work' }", ("AWS_ENDPOINT_URL", Server.Url.ToString()));
        Assert.Contains("know (redacted)", Assert.Single(answer.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, answer.Output + answer.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[default]\nregion = eu-west-1\naws_secret_access_key wJalrXUtnFEMIsecret\n", "Line 3")]
    [InlineData("wJalrXUtnFEMIsecret\n[default]\n", "Line 1")]
    [InlineData("[default]\nsso_session = wJalrXUtnFEMI\n", "wJalrXUtnFEMI")]
    public void BrokenFileIsSaidInItsOwnWordsAndReadAnew(string config, string words)
    {
        using OwnProcess process = new();
        process.Config(config);
        string given = $"ask @{{ AccessKey = 'a'; SecretKey = 'b'; Region = 'eu-west-1'; EndpointUrl = '{Server.Url}' }}";
        string[] lines = process.Run(
            $"ask; {given}; [System.IO.File]::WriteAllText('{process.PathOf("config")}', \"[default]`nregion = eu-west-1`naws_access_key_id = AKIAMENDED`naws_secret_access_key = s\"); $env:AWS_ENDPOINT_URL = '{Server.Url}'; ask; {given}").Lines;
        Assert.StartsWith("InvalidConfigFile,", lines[0], StringComparison.Ordinal);
        Assert.Contains(words, lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("wJalrXUtnFEMIsecret", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("type initializer", lines[0], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.EndsWith(" Passed eu-west-1", line, StringComparison.Ordinal));
        Assert.Contains(Server.Calls, call => call.AccessKey == "AKIAMENDED");
    }
}
