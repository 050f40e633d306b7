using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Integration;

namespace VpcEndpointTools.Tests.Live;

/// <summary>One scenario, set up by the AWS CLI, against a server that nobody here wrote and against ours.</summary>
public sealed class ScenarioTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private const string Region = MotoServer.Region;

    [MotoFact]
    public void PassesAgainstMoto()
    {
        using MotoServer moto = new();
        Scenario(moto.Cli, moto.Url);
    }

    [AwsCliFact]
    public void PassesAgainstTheEmulator()
    {
        using Ec2Server server = Ec2Server.Start();
        server.Region(Region).Load(EmulatedRegion.Amenities());
        Scenario(new Ec2Cli(server.Url), server.Url);
    }

    [MotoFact]
    public void ProfileWithARoleAssumesIt()
    {
        using MotoServer moto = new();
        using TemporaryFolder home = new();
        Directory.CreateDirectory(Path.Combine(home.FullName, ".aws"));
        home.Write(
            Path.Combine(".aws", "config"),
            "[profile base]\naws_access_key_id = AKIABASE\naws_secret_access_key = s\n[profile role]\nrole_arn = arn:aws:iam::123456789012:role/reader\nsource_profile = base\nregion = eu-west-1\n");
        ProcessAnswer answer = ShellProcess.Start(
            "dotnet",
            null,
            [ShellProcess.Path, "-NoProfile", "-Command", "Get-VpcEndpointService -Live -ProfileName role -ServiceName ssm 2>&1 | ForEach-Object { \"$_\" }"],
            new Dictionary<string, string> { ["HOME"] = home.FullName, ["USERPROFILE"] = home.FullName, ["AWS_EC2_METADATA_DISABLED"] = "true", ["AWS_ENDPOINT_URL"] = moto.Url.ToString() });
        Assert.Contains("com.amazonaws.eu-west-1.ssm", Assert.Single(answer.Lines), StringComparison.Ordinal);
    }

    [MotoFact]
    public void SafeCreationOnMotoMakesOneEachAlthoughItIgnoresDryRun()
    {
        using MotoServer moto = new();
        string vpc = moto.Ec2Text("Vpc.VpcId", "create-vpc", "--cidr-block", "10.0.0.0/16");
        moto.Ec2("modify-vpc-attribute", "--vpc-id", vpc, "--enable-dns-hostnames");
        string a = moto.Ec2Text("Subnet.SubnetId", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.0.1.0/24", "--availability-zone", "eu-west-1a");
        string b = moto.Ec2Text("Subnet.SubnetId", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.0.3.0/24", "--availability-zone", "eu-west-1b");
        string table = moto.Ec2Text("RouteTable.RouteTableId", "create-route-table", "--vpc-id", vpc);
        string group = moto.Ec2Text("GroupId", "create-security-group", "--group-name", "endpoints", "--description", "endpoints", "--vpc-id", vpc);
        moto.Ec2("authorize-security-group-ingress", "--group-id", group, "--protocol", "tcp", "--port", "443", "--cidr", "10.0.0.0/16");
        string[] requests =
        [
            $"ssm -SubnetId {a}, {b} -SecurityGroupId {group} -PrivateDnsEnabled $true",
            $"s3 -VpcEndpointType Gateway -RouteTableId {table}",
            $"com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718 -VpcEndpointType GatewayLoadBalancer -SubnetId {a} -AllowInconclusive",
        ];
        for (int i = 0; i < requests.Length; i++)
        {
            string command = $"New-SafeVpcEndpoint {vpc} {requests[i]} -AccessKey testing -SecretKey testing -Region {Region} -EndpointUrl {moto.Url}";
            SessionAnswer first = session.Run(command);
            Assert.True(first.Errors.Count == 0, string.Join("; ", first.Errors));
            Assert.Contains(first.Warnings, warning => warning.Contains("ignores DryRun", StringComparison.Ordinal));
            dynamic again = session.Run(command).Single;
            Assert.Equal(((dynamic)first.Output[0]).VpcEndpointId, again.VpcEndpointId);
            Assert.Equal("No", (string)again.Created);
            Assert.Equal(i + 1, JsonNode.Parse(moto.Ec2("describe-vpc-endpoints"))!["VpcEndpoints"]!.AsArray().Count);
        }
    }

    private void Scenario(Ec2Cli aws, Uri url)
    {
        string vpc = aws.Text("Vpc.VpcId", "create-vpc", "--cidr-block", "10.0.0.0/16");
        aws.Run("modify-vpc-attribute", "--vpc-id", vpc, "--enable-dns-hostnames");
        string a = aws.Text("Subnet.SubnetId", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.0.1.0/24", "--availability-zone", "eu-west-1a");
        string a2 = aws.Text("Subnet.SubnetId", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.0.2.0/24", "--availability-zone", "eu-west-1a");
        string b = aws.Text("Subnet.SubnetId", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.0.3.0/24", "--availability-zone", "eu-west-1b");
        string table = aws.Text("RouteTable.RouteTableId", "create-route-table", "--vpc-id", vpc);
        string group = aws.Text("GroupId", "create-security-group", "--group-name", "endpoints", "--description", "endpoints", "--vpc-id", vpc);
        string shut = aws.Text("GroupId", "create-security-group", "--group-name", "shut", "--description", "shut", "--vpc-id", vpc);
        aws.Run("authorize-security-group-ingress", "--group-id", group, "--protocol", "tcp", "--port", "443", "--cidr", "10.0.0.0/16");
        string ssm = aws.Text(
            "VpcEndpoint.VpcEndpointId", "create-vpc-endpoint", "--vpc-id", vpc, "--vpc-endpoint-type", "Interface", "--service-name", $"com.amazonaws.{Region}.ssm", "--subnet-ids", a, b, "--security-group-ids", group, "--private-dns-enabled");
        string s3 = aws.Text(
            "VpcEndpoint.VpcEndpointId", "create-vpc-endpoint", "--vpc-id", vpc, "--vpc-endpoint-type", "Gateway", "--service-name", $"com.amazonaws.{Region}.s3", "--route-table-ids", table);

        string live = $"-AccessKey testing -SecretKey testing -Region {Region} -EndpointUrl {url}";
        SessionAnswer existing = session.Run($"param($v) Test-VpcEndpointConfig -VpcId $v {live}", vpc);
        Assert.Empty(existing.Errors);
        Assert.Equal(new[] { s3, ssm }.Order(StringComparer.Ordinal), existing.Each("Target").Order(StringComparer.Ordinal));
        Assert.Equal(["Passed", "Passed"], existing.Each("Outcome"));
        Assert.Equal([ssm], session.Run($"param($e) Test-VpcEndpointConfig -VpcEndpointId $e {live}", ssm).Each("Target"));

        Dictionary<string, string> wanted = new(StringComparer.Ordinal)
        {
            ["zones"] = Interface("kms", group, a, a2),
            ["shut"] = Interface("kms", shut, a, b),
            ["twice"] = Interface("ssm", group, a, b),
            ["sound"] = Interface("kms", group, a, b),
            ["routes"] = $$"""{"VpcEndpointType":"Gateway","VpcId":"{{vpc}}","ServiceName":"com.amazonaws.{{Region}}.s3","RouteTableIds":["{{table}}"]}""",
            ["kind"] = $$"""{"VpcEndpointType":"Gateway","VpcId":"{{vpc}}","ServiceName":"com.amazonaws.{{Region}}.sqs","RouteTableIds":["{{table}}"]}""",
        };
        using TemporaryFolder folder = new();
        string[] files = [.. wanted.Select(pair => folder.Write(pair.Key + ".json", pair.Value))];
        SessionAnswer planned = session.Run($"param($f) $f | Test-VpcEndpointConfig -Live {live}", (object)files);
        Assert.Empty(planned.Errors);
        Assert.Equal(["VPCE-N001", "VPCE-P001", "VPCE-D002", "", "VPCE-R001", "VPCE-S003"], planned.Output.Select(ErrorsOf));
        Assert.Equal("Passed", planned.Each("Outcome")[3]);

        string snapshot = Path.Combine(folder.FullName, "snapshot.json");
        Assert.Empty(session.Run($"param($p, $v) Export-VpcEndpointSnapshot $p -VpcId $v {live}", snapshot, vpc).Errors);
        Assert.Equal(
            planned.Output.Select(ErrorsOf), session.Run("param($f, $s) $f | Test-VpcEndpointConfig -Snapshot $s", files, snapshot).Output.Select(ErrorsOf));

        string Interface(string service, string securityGroup, params string[] subnets) =>
            new JsonObject
            {
                ["VpcEndpointType"] = "Interface", ["VpcId"] = vpc, ["ServiceName"] = $"com.amazonaws.{Region}.{service}", ["PrivateDnsEnabled"] = true,
                ["SubnetIds"] = new JsonArray([.. subnets.Select(id => JsonValue.Create(id))]), ["SecurityGroupIds"] = new JsonArray(securityGroup),
            }.ToJsonString();
    }

    private static string ErrorsOf(System.Management.Automation.PSObject result) => string.Join(
        ' ', ((IEnumerable<dynamic>)result.Properties["Findings"].Value).Where(finding => finding.Severity == "Error").Select(finding => (string)finding.RuleId).Distinct());
}
