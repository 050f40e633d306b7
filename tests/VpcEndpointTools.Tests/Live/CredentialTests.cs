using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Live;

/// <summary>Whose credentials, which Region, which endpoint; and one error a cause where there are none. Each in a process of its own, with its own environment.</summary>
public sealed class CredentialTests : LiveTestBase
{
    private const string Report = "ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { \"$($_.FullyQualifiedErrorId) $_\" } else { \"$($_.Target) $($_.Outcome)\" } }";

    private readonly TemporaryFolder _home = new();

    [Fact]
    public void EnvironmentGivesKeysRegionAndEndpoint()
    {
        Load();
        ProcessAnswer answer = Ask("-VpcId *", ("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_REGION", Home), ("AWS_ENDPOINT_URL", Server.Url.ToString()));
        Assert.EndsWith(" Passed", Assert.Single(answer.Lines), StringComparison.Ordinal);
        Assert.Equal(["AKIAENVIRONMENT"], KeysSeen());
    }

    [Fact]
    public void ParameterWinsOverProfileAndProfileOverEnvironment()
    {
        Load();
        Profiles("[profile work]\nregion = eu-west-1\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = s\n");
        (string, string)[] environment = [("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_REGION", "us-east-1")];
        ProcessAnswer profile = Ask($"-VpcId * -ProfileName work -EndpointUrl {Server.Url}", environment);
        Assert.EndsWith(" Passed", Assert.Single(profile.Lines), StringComparison.Ordinal);
        Assert.Equal(["AKIAPROFILE"], KeysSeen());
        Server.ForgetCalls();
        Ask($"-VpcId * -ProfileName work -AK AKIAKEY -SK s -EndpointUrl {Server.Url}", environment);
        Assert.Equal(["AKIAKEY"], KeysSeen());
    }

    [Fact]
    public void AwsToolsSessionGivesRegionAndCredentials()
    {
        Load();
        ProcessAnswer answer = ShellProcess.Start(
            "dotnet",
            null,
            [ShellProcess.Path, "-NoProfile", "-Command", $"$global:StoredAWSRegion = '{Home}'; "
                + "function Get-AWSCredential { [Foreign]::new() } class ForeignKeys { [string] $AccessKey = 'AKIASESSION'; [string] $SecretKey = 's'; [string] $Token = 't' } "
                + $"class Foreign {{ [object] GetCredentials() {{ return [ForeignKeys]::new() }} }} Test-VpcEndpointConfig -VpcId * -EndpointUrl {Server.Url} 2>&1 | {Report}"],
            Environment(("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "s")));
        Assert.EndsWith(" Passed", Assert.Single(answer.Lines), StringComparison.Ordinal);
        Assert.Equal(["AKIASESSION"], KeysSeen());
    }

    [Theory]
    [InlineData("-VpcId *", "NoRegion", "-Region")]
    [InlineData("-VpcId * -Region eu-west-1", "NoCredentials", "-ProfileName")]
    [InlineData("-VpcId * -Region eu-west-1 -ProfileName nobody", "ProfileNotFound", "nobody: no profile of this name")]
    [InlineData("-VpcId * -Region eu-west-1 -ProfileName nobody -ProfileLocation ./none", "ProfileNotFound", "none")]
    [InlineData("-VpcId * -Region eu-west-1 -ProfileName sso", "SsoTokenExpired", "aws sso login --profile sso")]
    [InlineData("-VpcId * -Region eu-west-1 -AccessKey a", "IncompleteKeys", "-SecretKey")]
    [InlineData("-VpcId * -Region eu-west-1 -Credential 5", "InvalidCredential", "GetCredentials()")]
    [InlineData("-VpcId * -Region nowhere", "InvalidRegion", "nowhere")]
    [InlineData("-VpcId * -Region eu-west-1 -EndpointUrl here", "InvalidEndpointUrl", "here")]
    [InlineData("-VpcId * -Region eu-west-1 -AccessKey a -SecretKey b -EndpointUrl http://127.0.0.1:1", "EndpointUnreachable", "http://127.0.0.1:1")]
    public void EachCauseHasItsOwnIdAndSaysWhatToDo(string arguments, string id, string words)
    {
        Profiles("[profile sso]\nsso_start_url = https://example.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 111122223333\nsso_role_name = Reader\nregion = eu-west-1\n");
        string line = Assert.Single(Ask(arguments).Lines);
        Assert.StartsWith(id + ",", line, StringComparison.Ordinal);
        Assert.Contains(words, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "AuthFailure", "AWS was not able to validate the provided access credentials", "InvalidCredential")]
    [InlineData(400, "RequestExpired", "Request has expired.", "ExpiredToken")]
    [InlineData(400, "ExpiredToken", "The security token included in the request is expired", "ExpiredToken")]
    [InlineData(403, "SignatureDoesNotMatch", "Signature expired: 20200101T000000Z is now earlier than 20261123T000000Z", "ClockSkew")]
    [InlineData(401, "OptInRequired", "You are not subscribed to this service.", "RegionNotEnabled")]
    [InlineData(400, "SomethingNew", "Whatever.", "SomethingNew")]
    public void WhatAwsRefusesHasItsOwnIdToo(int status, string code, string message, string id)
    {
        Load();
        Server.Faults.Fail("DescribeVpcEndpoints", null, status, code, message);
        Assert.Contains(message, Run("Test-VpcEndpointConfig @aws -VpcId *").OnlyError(id).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeniedVpcsAndEndpointsTogetherAreOneAccessDenied()
    {
        Load();
        Server.Faults.Deny("DescribeVpcs");
        Server.Faults.Deny("DescribeVpcEndpoints");
        Run("Test-VpcEndpointConfig @aws -VpcId *").OnlyError("AccessDenied");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _home.Dispose();
        base.Dispose(disposing);
    }

    private void Load() => Server.Region(Home).Load(EmulatedRegion.Account(1, 2, 1));

    private void Profiles(string content)
    {
        Directory.CreateDirectory(Path.Combine(_home.FullName, ".aws"));
        _home.Write(Path.Combine(".aws", "config"), content);
    }

    private string[] KeysSeen() => [.. Server.Calls.Select(call => call.AccessKey).Distinct()];

    private Dictionary<string, string> Environment(params (string Name, string Value)[] more)
    {
        Dictionary<string, string> environment = new(StringComparer.Ordinal)
        {
            ["HOME"] = _home.FullName, ["USERPROFILE"] = _home.FullName, ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        foreach ((string name, string value) in more)
        {
            environment[name] = value;
        }

        return environment;
    }

    private ProcessAnswer Ask(string arguments, params (string Name, string Value)[] environment) => ShellProcess.Start(
        "dotnet", null, [ShellProcess.Path, "-NoProfile", "-Command", $"try {{ Test-VpcEndpointConfig {arguments} 2>&1 | {Report} }} catch {{ $_ | {Report} }}"], Environment(environment));
}
