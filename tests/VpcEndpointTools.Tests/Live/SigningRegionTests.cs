using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Every request is signed for the Region that is meant: whatever URL is configured, and whatever has changed in the session since.</summary>
public sealed class SigningRegionTests : LiveTestBase
{
    private const string Token = "session-token-that-is-never-sent-elsewhere";

    private readonly OwnProcess _process = new();

    public SigningRegionTests()
    {
        foreach (string region in new[] { Home, "eu-west-2", "ap-southeast-2" })
        {
            Server.Region(region).Load(EmulatedRegion.Account(1, 2, 1, region));
        }
    }

    private static readonly string[] Ways = ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_EC2", "endpoint_url", "services", "-EndpointUrl"];

    public static TheoryData<string> Urls => [.. Ways];

    [Theory]
    [MemberData(nameof(Urls))]
    public void ConfiguredUrlDoesNotChangeTheRegion(string way)
    {
        (string script, (string, string)[] environment) = Configure(way);
        ProcessAnswer answer = _process.Run(script, environment);
        Assert.EndsWith(" Passed ap-southeast-2", Assert.Single(answer.Lines), StringComparison.Ordinal);
        Assert.NotEmpty(Server.Wire);
        Assert.All(Server.Wire, request => Assert.Equal("ap-southeast-2", request.SigningRegion));
    }

    [Theory]
    [MemberData(nameof(Urls))]
    public void AccountIsAskedInTheSameRegion(string way)
    {
        Server.Region("ap-southeast-2").Resources("VpcEndpoints").Clear();
        (_, (string, string)[] environment) = Configure(way);
        string url = way == "-EndpointUrl" ? $" -EndpointUrl {Server.Url}" : string.Empty;
        string export = $"Export-VpcEndpointSnapshot -Path '{_process.PathOf("x.json")}' -Region ap-southeast-2{url}";

        // STS has a URL of its own where only EC2's is configured; nobody is asked beyond this machine.
        _process.Run(export, [.. environment, .. way is "AWS_ENDPOINT_URL_EC2" or "services" ? new[] { ("AWS_ENDPOINT_URL_STS", Server.Url.ToString()) } : []]);
        Assert.Contains(Server.Calls, call => call.Action == "GetCallerIdentity");
        Assert.All(Server.Wire, request => Assert.Equal("ap-southeast-2", request.SigningRegion));
    }

    [Fact]
    public void VariablesOfASessionAreReadAnew()
    {
        _process.Config("[profile other]\nregion = ap-southeast-2\naws_access_key_id = AKIAOTHER\naws_secret_access_key = s\n");
        ProcessAnswer answer = _process.Run(
            "$env:AWS_REGION = 'eu-west-1'; ask; $env:AWS_REGION = 'eu-west-2'; ask; $env:AWS_REGION = $null; $env:AWS_DEFAULT_REGION = 'ap-southeast-2'; ask; $env:AWS_DEFAULT_REGION = 'eu-west-1'; ask; "
            + "$env:AWS_DEFAULT_REGION = $null; $env:AWS_ACCESS_KEY_ID = $null; $env:AWS_SECRET_ACCESS_KEY = $null; $env:AWS_PROFILE = 'other'; ask; "
            + "$env:AWS_PROFILE = $null; $env:AWS_ACCESS_KEY_ID = 'AKIASECOND'; $env:AWS_SECRET_ACCESS_KEY = 's'; $env:AWS_REGION = 'eu-west-2'; ask",
            ("AWS_ENDPOINT_URL", Server.Url.ToString()),
            ("AWS_ACCESS_KEY_ID", "AKIAFIRST"),
            ("AWS_SECRET_ACCESS_KEY", "s"));
        string[] expected =
        [
            "AKIAFIRST eu-west-1", "AKIAFIRST eu-west-2", "AKIAFIRST ap-southeast-2", "AKIAFIRST eu-west-1", "AKIAOTHER ap-southeast-2", "AKIASECOND eu-west-2",
        ];
        Assert.Equal(expected, Server.Calls.Where(call => call.Action == "DescribeVpcEndpoints").Select(call => $"{call.AccessKey} {call.Region}"));
        Assert.Equal(expected.Select(line => line.Split(' ')[1]), answer.Lines.Select(line => line.Split(' ')[2]));
    }

    [Fact]
    public void FilesOfASessionAreReadAnew()
    {
        string other = _process.PathOf("elsewhere");
        _process.Config("[default]\nregion = eu-west-1\naws_access_key_id = AKIAONE\naws_secret_access_key = s\n");
        File.WriteAllText(other, "[default]\nregion = ap-southeast-2\naws_access_key_id = AKIATHREE\naws_secret_access_key = s\n");
        _process.Run(
            $"ask; [System.IO.File]::WriteAllText('{_process.PathOf("config")}', \"[default]`nregion = eu-west-2`naws_access_key_id = AKIATWO`naws_secret_access_key = s\"); ask; $env:AWS_CONFIG_FILE = '{other}'; ask; $env:AWS_CONFIG_FILE = $null; ask",
            ("AWS_ENDPOINT_URL", Server.Url.ToString()));
        Assert.Equal(
            ["AKIAONE eu-west-1", "AKIATWO eu-west-2", "AKIATHREE ap-southeast-2", "AKIATWO eu-west-2"],
            Server.Calls.Where(call => call.Action == "DescribeVpcEndpoints").Select(call => $"{call.AccessKey} {call.Region}"));
    }

    [Fact]
    public void RoleIsTakenInTheRegionThatIsMeant()
    {
        using HttpSpy sts = HttpSpy.Start(_ => (200, "text/xml", Assumed, null));
        _process.Config("[profile role]\nrole_arn = arn:aws:iam::111122223333:role/reader\nsource_profile = base\n[profile base]\naws_access_key_id = AKIABASE\naws_secret_access_key = s\n");
        ProcessAnswer answer = _process.Run(
            "ask @{ ProfileName = 'role'; Region = 'ap-southeast-2' }", ("AWS_ENDPOINT_URL_STS", sts.Url.ToString()), ("AWS_ENDPOINT_URL_EC2", Server.Url.ToString()));
        Assert.EndsWith(" Passed ap-southeast-2", Assert.Single(answer.Lines), StringComparison.Ordinal);
        Assert.Equal("ap-southeast-2", Assert.Single(sts.Requests).SigningRegion);
        Assert.All(Server.Wire, request => Assert.Equal(("ap-southeast-2", "token-of-the-role"), (request.SigningRegion, request.Headers["X-Amz-Security-Token"])));
    }

    [Fact]
    public void CompletionAsksInTheRegionThatIsMeant()
    {
        string line = "Test-VpcEndpointConfig -Region ap-southeast-2 -VpcId ";
        string script = $"1..40 | ForEach-Object {{ if (-not $offers) {{ $offers = ([System.Management.Automation.CommandCompletion]::CompleteInput('{line}', {line.Length}, $null)).CompletionMatches.CompletionText; Start-Sleep -Milliseconds 100 }} }}; $offers";
        foreach (string way in Ways.Where(way => way != "-EndpointUrl"))
        {
            Server.ForgetCalls();
            ProcessAnswer answer = _process.Run(script, Configure(way).Environment);
            Assert.Equal([EmulatedRegion.Id("vpc", 0)], answer.Lines);
            Assert.All(Server.Wire, request => Assert.Equal("ap-southeast-2", request.SigningRegion));
        }
    }

    [Fact]
    public void KeysAndTokenGoToTheConfiguredHostAlone()
    {
        using HttpSpy other = HttpSpy.Start(_ => (200, "text/xml", "<a/>", null));
        Server.Faults.Break(FaultScript.AnyAction, BrokenAnswer.Redirect(307, other.Url), 2);
        ProcessAnswer answer = _process.Run(
            $"$all = @{{ EndpointUrl = '{Server.Url}' }}; $env:AWS_REGION = 'eu-west-1'; ask $all; $env:AWS_REGION = 'eu-west-2'; ask; ask @{{ AccessKey = 'AKIAGIVEN'; SecretKey = 's'; SessionToken = '{Token}' }}",
            ("AWS_ENDPOINT_URL", Server.Url.ToString()),
            ("AWS_ACCESS_KEY_ID", "AKIAFIRST"),
            ("AWS_SECRET_ACCESS_KEY", "s"),
            ("AWS_SESSION_TOKEN", Token));
        Assert.Empty(other.Requests);
        Assert.All(Server.Wire, request =>
        {
            Assert.Equal(Server.Url.Authority, request.Host);
            Assert.Equal(Token, request.Headers["X-Amz-Security-Token"]);
            Assert.DoesNotContain(Token, request.Body, StringComparison.Ordinal);
        });
        Assert.Equal(3, Server.Wire.Select(request => request.Headers["Authorization"].Split("Credential=")[1].Split("/aws4")[0]).Distinct().Count());
        Assert.DoesNotContain(answer.Lines, line => line.Contains(Token, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _process.Dispose();
        base.Dispose(disposing);
    }

    internal const string Assumed =
        "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>secret-of-the-role</SecretAccessKey>"
        + "<SessionToken>token-of-the-role</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";

    private (string Script, (string Name, string Value)[] Environment) Configure(string way)
    {
        List<(string, string)> environment = [("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "s")];
        string script = "ask @{ Region = 'ap-southeast-2' }";
        _process.Config(string.Empty);
        switch (way)
        {
            case "endpoint_url":
                _process.Config($"[default]\nendpoint_url = {Server.Url}\n");
                break;
            case "services":
                _process.Config($"[default]\nservices = local\n[services local]\nec2 =\n  endpoint_url = {Server.Url}\n");
                break;
            case "-EndpointUrl":
                script = $"ask @{{ Region = 'ap-southeast-2'; EndpointUrl = '{Server.Url}' }}";
                break;
            default:
                environment.Add((way, Server.Url.ToString()));
                break;
        }

        return (script, [.. environment]);
    }
}
