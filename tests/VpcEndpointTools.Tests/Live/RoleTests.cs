using System.Net;
using System.Net.Sockets;
using VpcEndpointTools.Emulator;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Where the credentials themselves cannot be had, the call that fails is named, not the one that needed them.</summary>
public sealed class RoleTests : LiveTestBase
{
    private const string Role = "arn:aws:iam::111122223333:role/reader";
    private const string Words = "User: arn:aws:iam::111122223333:user/base is not authorized to perform: sts:AssumeRole";
    private const string Portal = "<html><body>Please sign in.</body></html>";

    private const string Denied = "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>AccessDenied</Code>"
        + $"<Message>{Words}</Message></Error><RequestId>r</RequestId></ErrorResponse>";

    private const string Profile = $"[profile role]\nrole_arn = {Role}\nsource_profile = base\n[profile base]\naws_access_key_id = AKIABASE\n"
        + "aws_secret_access_key = basesecret\n";

    private readonly OwnProcess _process = new();

    public RoleTests() => Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));

    [Fact]
    public void DeniedRoleNamesTheRoleAndAwssWords()
    {
        string line = WithRole(403, Denied);
        Assert.StartsWith("AccessDenied,", line, StringComparison.Ordinal);
        Assert.Contains("sts:AssumeRole", line, StringComparison.Ordinal);
        Assert.Contains(Role, line, StringComparison.Ordinal);
        Assert.Contains(Words, line, StringComparison.Ordinal);
        Assert.DoesNotContain("ec2:", line, StringComparison.Ordinal);
    }

    [Fact]
    public void DeniedWebIdentityNamesItsOwnCall()
    {
        string token = _process.PathOf("token");
        File.WriteAllText(token, "a.web.token");
        string line = Sts(
            403, Denied, "@{ Region = 'eu-west-1' }", ("AWS_ROLE_ARN", Role), ("AWS_WEB_IDENTITY_TOKEN_FILE", token));
        Assert.StartsWith("AccessDenied,", line, StringComparison.Ordinal);
        Assert.Contains("sts:AssumeRoleWithWebIdentity", line, StringComparison.Ordinal);
        Assert.Contains(Role, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, Portal, "NotAnAwsAnswer,")]
    [InlineData(500, "", "ServerError,")]
    public void WhatIsNoAnswerIsPutDownToSts(int status, string body, string id)
    {
        string line = WithRole(status, body);
        Assert.StartsWith(id, line, StringComparison.Ordinal);
        Assert.Contains("sts:AssumeRole", line, StringComparison.Ordinal);
        Assert.DoesNotContain("ec2:", line, StringComparison.Ordinal);
    }

    [Fact]
    public void StsThatIsNotThereIsNamedByItsUrl()
    {
        _process.Config(Profile);
        string line = Assert.Single(_process.Run(
            "ask @{ ProfileName = 'role'; Region = 'eu-west-1' }",
            ("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1"),
            ("AWS_ENDPOINT_URL_EC2", Server.Url.ToString())).Lines);
        Assert.StartsWith("EndpointUnreachable,", line, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:1", line, StringComparison.Ordinal);
        Assert.Contains("sts:AssumeRole", line, StringComparison.Ordinal);
    }

    [Fact]
    public void StsThatNeverAnswersIsNamedWhenTheTimeIsOver()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        _process.Config(Profile);
        string line = _process.Run(
            $"New-SafeVpcEndpoint {EmulatedRegion.Id("vpc", 0)} ssm -SubnetId {EmulatedRegion.Id("subnet", 0)} -ProfileName role -Region eu-west-1 "
                + $"-TimeoutSeconds 3 -Confirm:$false 2>&1 | {OwnProcess.Report}",
            ("AWS_ENDPOINT_URL_STS", $"http://{silent.LocalEndpoint}"),
            ("AWS_ENDPOINT_URL_EC2", Server.Url.ToString())).Lines[0];
        Assert.StartsWith("TimedOut,", line, StringComparison.Ordinal);
        Assert.Contains("sts:AssumeRole", line, StringComparison.Ordinal);
        Assert.Contains(Role, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, Portal, "NotAnAwsAnswer,")]
    [InlineData(403, "{}", "NoCredentials,")]
    [InlineData(200, "{}", "NotAnAwsAnswer,")]
    public void ContainerIsNamedByItsUrl(int status, string body, string id)
    {
        using HttpSpy container = HttpSpy.Start(_ => (status, "text/html", body, null));
        string line = Assert.Single(_process.Run(
            "ask @{ Region = 'eu-west-1' }",
            ("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url + "creds"),
            ("AWS_ENDPOINT_URL", Server.Url.ToString())).Lines);
        Assert.StartsWith(id, line, StringComparison.Ordinal);
        Assert.Contains(container.Url + "creds", line, StringComparison.Ordinal);
        Assert.DoesNotContain("ec2:", line, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _process.Dispose();
        base.Dispose(disposing);
    }

    private string WithRole(int status, string body)
    {
        _process.Config(Profile);
        return Sts(status, body, "@{ ProfileName = 'role'; Region = 'eu-west-1' }");
    }

    private string Sts(int status, string body, string parameters, params (string Name, string Value)[] environment)
    {
        using HttpSpy sts = HttpSpy.Start(_ => (status, "text/xml", body, null));
        return Assert.Single(_process.Run(
            $"ask {parameters}",
            [.. environment, ("AWS_ENDPOINT_URL_STS", sts.Url.ToString()), ("AWS_ENDPOINT_URL_EC2", Server.Url.ToString())]).Lines);
    }
}
