using System.Globalization;
using VpcEndpointTools.Emulator;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Nobody gets a request who was not called: redirects are not followed, and plain http leaves this machine only with leave.</summary>
public sealed class RedirectTests : LiveTestBase
{
    private const string Token = "session-token-that-is-never-sent-elsewhere";

    private readonly OwnProcess _process = new();
    private readonly HttpSpy _other = HttpSpy.Start(_ => (200, "text/xml", "<a/>", null));

    public RedirectTests() => Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public void RedirectIsAnErrorThatNamesTheHost(int status)
    {
        Uri elsewhere = new($"http://localhost:{_other.Url.Port.ToString(CultureInfo.InvariantCulture)}/secret/path?with=query");
        Server.Faults.Break(FaultScript.AnyAction, BrokenAnswer.Redirect(status, elsewhere));
        string[] commands =
        [
            "Test-VpcEndpointConfig @aws -SessionToken $p0 -VpcId *", "Export-VpcEndpointSnapshot @aws -SessionToken $p0 -Path $p1", "Get-VpcEndpointService @aws -SessionToken $p0 -Live",
            $"New-SafeVpcEndpoint @aws -SessionToken $p0 {EmulatedRegion.Id("vpc", 0)} ssm -SubnetId {EmulatedRegion.Id("subnet", 0)}", "$aws.Region = 'eu-*'; Test-VpcEndpointConfig @aws -SessionToken $p0 -VpcId *",
        ];
        foreach (string command in commands)
        {
            Server.ForgetCalls();
            string message = Run(command, Token, _process.PathOf("x.json")).OnlyError("Redirected").Exception.Message;
            Assert.Contains($"{Server.Url.Authority} redirects to {elsewhere.Authority} (HTTP ", message, StringComparison.Ordinal);
            Assert.DoesNotContain("path", message, StringComparison.Ordinal);
            Assert.All(Server.Calls.GroupBy(call => call.Action), calls => Assert.Single(calls));
        }

        Assert.Empty(_other.Requests);
        Assert.False(File.Exists(_process.PathOf("x.json")));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public void RoleIsNotFetchedElsewhere(int status)
    {
        using HttpSpy sts = HttpSpy.Start(_ => (status, "text/html", "moved", _other.Url));
        _process.Config("[profile role]\nrole_arn = arn:aws:iam::111122223333:role/reader\nsource_profile = base\n[profile base]\naws_access_key_id = AKIABASE\naws_secret_access_key = s\naws_session_token = " + Token + "\n");
        string line = Assert.Single(_process.Run("ask @{ ProfileName = 'role'; Region = 'eu-west-1' }", ("AWS_ENDPOINT_URL_STS", sts.Url.ToString()), ("AWS_ENDPOINT_URL_EC2", Server.Url.ToString())).Lines);
        Assert.StartsWith("Redirected,", line, StringComparison.Ordinal);
        Assert.Contains(sts.Requests, request => request.Has(Token));
        Assert.Empty(_other.Requests);
        Assert.Empty(Server.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[profile role]\nrole_arn = arn:aws:iam::111122223333:role/reader\ncredential_source = EcsContainer\n")]
    public void ContainerIsNotFollowedElsewhere(string config)
    {
        _process.Config(config);
        using HttpSpy container = HttpSpy.Start(_ => (302, "text/html", "moved", _other.Url));
        string profile = config.Length > 0 ? "; ProfileName = 'role'" : string.Empty;
        string line = Assert.Single(_process.Run(
            $"ask @{{ Region = 'eu-west-1'{profile} }}",
            ("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url + "creds"),
            ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Bearer " + Token),
            ("AWS_ENDPOINT_URL", Server.Url.ToString())).Lines);
        Assert.Contains("redirects to 127.0.0.1", line, StringComparison.Ordinal);
        Assert.Contains(container.Requests, request => request.Has(Token));
        Assert.Empty(_other.Requests);
    }

    [Fact]
    public void ContainerGivesCredentials()
    {
        using HttpSpy container = HttpSpy.Start(_ => (
            200, "application/json", "{\"AccessKeyId\":\"ASIACONTAINER\",\"SecretAccessKey\":\"secret-of-container\",\"Token\":\"token-of-container\",\"Expiration\":\"2099-01-01T00:00:00Z\"}", null));
        string line = Assert.Single(_process.Run(
            "ask @{ Region = 'eu-west-1' }",
            ("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url + "creds"),
            ("AWS_CONTAINER_AUTHORIZATION_TOKEN", Token),
            ("AWS_ENDPOINT_URL", Server.Url.ToString())).Lines);
        Assert.EndsWith(" Passed eu-west-1", line, StringComparison.Ordinal);
        Assert.Equal(Token, container.Requests[0].Headers["Authorization"]);
        Assert.All(Server.Wire, request => Assert.Equal("token-of-container", request.Headers["X-Amz-Security-Token"]));
    }

    [Fact]
    public void SsoIsNotFollowedElsewhere()
    {
        using HttpSpy sso = HttpSpy.Start(_ => (307, "text/html", "moved", _other.Url));
        _process.Config("[profile sso]\nsso_start_url = https://example.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 111122223333\nsso_role_name = Reader\nregion = eu-west-1\n");
        string cache = _process.PathOf(Path.Combine("sso", "cache"));
        Directory.CreateDirectory(cache);

        // The SHA-1 of the start URL, which is how the AWS CLI and the SDKs name the file.
        const string CacheFile = "e8be5486177c5b5392bd9aa76563515b29358e6e";
        File.WriteAllText(
            Path.Combine(cache, CacheFile + ".json"),
            $"{{\"startUrl\":\"https://example.awsapps.com/start\",\"region\":\"eu-west-1\",\"accessToken\":\"{Token}\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}}");
        string line = Assert.Single(_process.Run("ask @{ ProfileName = 'sso' }", ("AWS_ENDPOINT_URL", sso.Url.ToString())).Lines);
        Assert.Contains(sso.Requests, request => request.Has(Token));
        Assert.StartsWith("Redirected,", line, StringComparison.Ordinal);
        Assert.Empty(_other.Requests);
    }

    [Theory]
    [InlineData("http://ec2.example.invalid", "ec2.example.invalid")]
    [InlineData("http://10.0.0.5:8080/path", "10.0.0.5")]
    [InlineData("http://user:password@127.0.0.1.example.invalid", "127.0.0.1.example.invalid")]
    [InlineData("http://localhost.example.invalid", "localhost.example.invalid")]
    [InlineData("http://[::2]:80", "[::2]")]
    public void PlainHttpToAnotherHostIsRefused(string url, string host)
    {
        // A proxy would take it in place of that host.
        (string, string)[] environment = [("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_REGION", Home), ("http_proxy", _other.Url.ToString())];
        string[] lines = _process.Run(
            $"ask @{{ EndpointUrl = '{url}' }}; $env:AWS_ENDPOINT_URL = '{url}'; ask; $env:AWS_ENDPOINT_URL = $null; $env:AWS_ENDPOINT_URL_EC2 = '{url}'; ask", environment).Lines;
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line =>
        {
            Assert.StartsWith("InsecureEndpoint,", line, StringComparison.Ordinal);
            Assert.Contains(host + ":", line, StringComparison.Ordinal);
            Assert.Contains("-AllowInsecure", line, StringComparison.Ordinal);
            Assert.DoesNotContain("password", line, StringComparison.Ordinal);
        });
        Assert.Empty(_other.Requests);
    }

    [Fact]
    public void PlainHttpIsSentWithLeaveAndToThisMachineWithout()
    {
        (string, string)[] environment = [("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_REGION", Home), ("http_proxy", _other.Url.ToString())];
        string port = Server.Url.Port.ToString(CultureInfo.InvariantCulture);
        string[] lines = _process.Run(
            $"ask @{{ EndpointUrl = 'http://localhost:{port}' }}; ask @{{ EndpointUrl = 'http://127.0.0.1:{port}' }}; ask @{{ EndpointUrl = 'http://ec2.example.invalid'; AllowInsecure = $true }}", environment).Lines;
        Assert.All(lines.Take(2), line => Assert.EndsWith(" Passed eu-west-1", line, StringComparison.Ordinal));
        Assert.StartsWith("NotAnAwsAnswer,", lines[2], StringComparison.Ordinal);

        // The first two were not shown to the proxy.
        Assert.NotEmpty(_other.Requests);
        Assert.All(_other.Requests, request => Assert.Equal("ec2.example.invalid", request.Host));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _process.Dispose();
        _other.Dispose();
        base.Dispose(disposing);
    }
}
