using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>Endpoints that nobody here wrote down: made in moto with the AWS CLI, described with it, tested from those files.</summary>
public sealed class MotoTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    [MotoFact]
    public void EveryEndpointGetsItsVerdictFromTheDescribeAnswers()
    {
        using MotoServer moto = new();
        using TemporaryFolder folder = new();
        string vpc = Vpc(moto, dnsHostnames: true);
        string plainVpc = Vpc(moto, dnsHostnames: false);
        string a1 = Subnet(moto, vpc, "10.0.1.0/24", "eu-west-1a");
        string a2 = Subnet(moto, vpc, "10.0.2.0/24", "eu-west-1a");
        string b = Subnet(moto, vpc, "10.0.3.0/24", "eu-west-1b");
        string plain = Subnet(moto, plainVpc, "10.0.1.0/24", "eu-west-1a");
        string table = moto.Ec2Text("RouteTable.RouteTableId", "create-route-table", "--vpc-id", vpc);
        string group = moto.Ec2Text("GroupId", "create-security-group", "--group-name", "endpoints", "--description", "endpoints", "--vpc-id", vpc);
        string shut = moto.Ec2Text("GroupId", "create-security-group", "--group-name", "shut", "--description", "shut", "--vpc-id", vpc);
        moto.Ec2("authorize-security-group-ingress", "--group-id", group, "--protocol", "tcp", "--port", "443", "--cidr", "10.0.0.0/16");

        Dictionary<string, string> expected = new()
        {
            [Endpoint(moto, vpc, "ssm", "Interface", "--subnet-ids", a1, b, "--security-group-ids", group, "--private-dns-enabled")] = "",
            [Endpoint(moto, vpc, "s3", "Gateway", "--route-table-ids", table)] = "",
            [Endpoint(moto, vpc, "kms", "Interface", "--subnet-ids", a1, a2, "--security-group-ids", group, "--private-dns-enabled")] = "VPCE-N001",
            [Endpoint(moto, vpc, "logs", "Gateway", "--route-table-ids", table)] = "VPCE-S003",
            [Endpoint(moto, vpc, "sts", "Interface", "--subnet-ids", plain, "--security-group-ids", group, "--private-dns-enabled")] = "VPCE-N003",
            [Endpoint(moto, plainVpc, "ssm", "Interface", "--subnet-ids", plain, "--private-dns-enabled")] = "VPCE-D001",
            [Endpoint(moto, vpc, "sqs", "Interface", "--subnet-ids", a1, b, "--security-group-ids", group, "--private-dns-enabled")] = "VPCE-D002",
            [Endpoint(moto, vpc, "sqs", "Interface", "--subnet-ids", b, "--security-group-ids", group, "--private-dns-enabled")] = "VPCE-D002",
            [Endpoint(moto, vpc, "dynamodb", "Interface", "--subnet-ids", a1, b, "--security-group-ids", group, "--private-dns-enabled")] = "VPCE-D003",
            [Endpoint(moto, vpc, "s3express", "Interface", "--subnet-ids", a1, b, "--security-group-ids", group, "--no-private-dns-enabled")] = "VPCE-S004",
            [Endpoint(moto, vpc, "sns", "Interface", "--subnet-ids", a1, b, "--security-group-ids", shut, "--private-dns-enabled")] = "VPCE-P001",
        };
        string describe = folder.Write("describe.json", moto.Ec2("describe-vpc-endpoints"));
        string snapshot = folder.Write("snapshot.json", Snapshot(moto, vpc, plainVpc));

        SessionAnswer besideSnapshot = session.Run("param($f, $s) Test-VpcEndpointConfig $f -Snapshot $s", describe, snapshot);
        Assert.Empty(besideSnapshot.Errors);
        Assert.Equal(Lines(expected), Lines(ErrorsOf(besideSnapshot)));

        // The snapshot's own endpoints, with the rest of it around them.
        Assert.Equal(Lines(expected), Lines(ErrorsOf(session.Run("param($f) Test-VpcEndpointConfig -Path $f", snapshot))));

        // Alone, the answer still shows what needs no surroundings.
        Dictionary<string, string> alone = ErrorsOf(session.Run("param($f) Test-VpcEndpointConfig -LiteralPath $f", describe));
        Assert.Equal(
            expected.Where(pair => pair.Value is "VPCE-S003" or "VPCE-S004" or "VPCE-D002" or "VPCE-D003").ToDictionary(),
            alone.Where(pair => pair.Value.Length > 0).ToDictionary());
    }

    // As text a difference shows where it is.
    private static string Lines(Dictionary<string, string> errors) => string.Join('\n', errors.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));

    [MotoFact]
    public void FilledSkeletonOfTheCliIsARequest()
    {
        using TemporaryFolder folder = new();
        ProcessAnswer skeleton = ShellProcess.Start("aws", null, ["ec2", "create-vpc-endpoint", "--generate-cli-skeleton", "input"]);
        JsonObject request = JsonNode.Parse(skeleton.Output)!.AsObject();
        request["VpcId"] = "vpc-0a1b2c3d4e5f60718";
        request["VpcEndpointType"] = "Interface";
        request["ServiceName"] = "com.amazonaws.eu-west-1.ssm";
        request["SubnetIds"] = new JsonArray("subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb");
        request["SecurityGroupIds"] = new JsonArray("sg-0123456789abcdef0");
        request["TagSpecifications"] = JsonNode.Parse("""[{"ResourceType":"vpc-endpoint","Tags":[{"Key":"Name","Value":"ssm"}]}]""");
        foreach (string unused in new[] { "RouteTableIds", "DnsOptions", "SubnetConfigurations" })
        {
            request.Remove(unused);
        }

        dynamic good = session.Run("param($f) Test-VpcEndpointConfig $f", folder.Write("filled.json", request.ToJsonString())).Single;
        Assert.Equal("Passed", good.Outcome);
        Assert.Equal("ssm", good.Target);

        request["RouteTableIds"] = new JsonArray("rtb-0aaaaaaaaaaaaaaaa");
        dynamic bad = session.Run("param($f) Test-VpcEndpointConfig $f", folder.Write("filled.json", request.ToJsonString())).Single;
        Assert.Equal("Failed", bad.Outcome);
    }

    // The Error rules of each result, by endpoint.
    private static Dictionary<string, string> ErrorsOf(SessionAnswer answer) => answer.Output
        .Where(item => item.TypeNames.Contains("VpcEndpointTools.Evaluation.ConfigTestResult"))
        .ToDictionary(result => (string)result.Properties["Target"].Value, result => string.Join(' ', ErrorIds(result)));

    private static IEnumerable<string> ErrorIds(PSObject result) => ((IEnumerable<dynamic>)result.Properties["Findings"].Value)
        .Where(finding => finding.Severity == "Error")
        .Select(finding => (string)finding.RuleId)
        .Distinct();

    private static string Vpc(MotoServer moto, bool dnsHostnames)
    {
        string vpc = moto.Ec2Text("Vpc.VpcId", "create-vpc", "--cidr-block", "10.0.0.0/16");
        moto.Ec2("modify-vpc-attribute", "--vpc-id", vpc, dnsHostnames ? "--enable-dns-hostnames" : "--no-enable-dns-hostnames");
        return vpc;
    }

    private static string Subnet(MotoServer moto, string vpc, string range, string zone) =>
        moto.Ec2Text("Subnet.SubnetId", "create-subnet", "--vpc-id", vpc, "--cidr-block", range, "--availability-zone", zone);

    private static string Endpoint(MotoServer moto, string vpc, string service, string type, params string[] more) => moto.Ec2Text(
        "VpcEndpoint.VpcEndpointId",
        ["create-vpc-endpoint", "--vpc-id", vpc, "--service-name", $"com.amazonaws.{MotoServer.Region}.{service}", "--vpc-endpoint-type", type, .. more]);

    // What anybody can make with the CLI and jq: the members of the answers in one object.
    private static string Snapshot(MotoServer moto, params string[] vpcs)
    {
        JsonObject snapshot = new() { ["Region"] = MotoServer.Region, ["Complete"] = true };
        foreach ((string command, string member) in new[]
        {
            ("describe-vpcs", "Vpcs"), ("describe-subnets", "Subnets"), ("describe-security-groups", "SecurityGroups"), ("describe-network-acls", "NetworkAcls"), ("describe-nat-gateways", "NatGateways"),
            ("describe-route-tables", "RouteTables"), ("describe-prefix-lists", "PrefixLists"), ("describe-vpc-endpoints", "VpcEndpoints"),
            ("describe-vpc-endpoint-services", "ServiceDetails"),
        })
        {
            snapshot[member] = JsonNode.Parse(moto.Ec2(command))![member]!.DeepClone();
        }

        snapshot["HostedZones"] = new JsonArray();
        foreach (JsonNode? vpc in snapshot["Vpcs"]!.AsArray())
        {
            string id = vpc!["VpcId"]!.GetValue<string>();
            foreach ((string attribute, string member) in vpcs.Contains(id) ? new[] { ("enableDnsSupport", "EnableDnsSupport"), ("enableDnsHostnames", "EnableDnsHostnames") } : [])
            {
                vpc[member] = JsonNode.Parse(moto.Ec2("describe-vpc-attribute", "--vpc-id", id, "--attribute", attribute))![member]!.DeepClone();
            }
        }

        return snapshot.ToJsonString();
    }
}
