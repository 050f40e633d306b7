using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Integration;

namespace VpcEndpointTools.Tests.Templates;

/// <summary>Plans that other people made: what is known in them is used, and what is open makes nothing else open.</summary>
public sealed class TerraformReferenceTests(ModuleSession session) : IClassFixture<ModuleSession>, IDisposable
{
    private const string All = "param($f) Test-VpcEndpointConfig $f";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The old subnet is in the zone of the new one.
    [Fact]
    public void ReplacedAssociationTakesItsSubnetWithIt()
    {
        Dictionary<string, string> errors = TerraformVerdicts.ErrorsOf(session.Run(All, Fixture("31-assoc-moves/plan2.json")));
        Assert.Equal(["", ""], errors.Values);
        dynamic tables = session.Run(All + " | Where-Object Type -eq Gateway", Fixture("31-assoc-moves/plan2.json")).Single.Config.RouteTableIds;
        Assert.Equal(["rtb-1627e9ecf82c92d88"], (IEnumerable<string>)tables);
    }

    // A rule of a group, changed in place: the group keeps the old one until then.
    [Theory]
    [InlineData("update", "443", "")]
    [InlineData("update", "80", "VPCE-P001")]
    [InlineData("no-op", "443", "VPCE-P001")]
    public void ChangedRuleIsWhatItBecomes(string action, string port, string error)
    {
        string was = action == "no-op" ? "80" : "22";
        string now = action == "no-op" ? "80" : port;
        string rule = Rule("sg-0aaaaaaaaaaaaaaaa", now);
        string plan = Plan(
            Change("aws_security_group", "g", "no-op", Group(was), Group(was)),
            Change("aws_vpc_security_group_ingress_rule", "r", action, Rule("sg-0aaaaaaaaaaaaaaaa", was), rule),
            Change("aws_vpc_endpoint", "e", "create", "null", Interface("\"security_group_ids\": [\"sg-0aaaaaaaaaaaaaaaa\"]")));
        string found = Assert.Single(TerraformVerdicts.ErrorsOf(session.Run(All, _folder.Write("plan.json", plan)))).Value;

        // What a changed group has is open: its old rule is no finding.
        Assert.Equal(action == "update" ? string.Empty : error, found);
    }

    [Theory]
    [InlineData("36-gw-default-existing-vpc/plan.json")]
    [InlineData("36b-typed/plan.json")]
    public void GatewayWithoutATypeIsANeighbourOfThatType(string file)
    {
        SessionAnswer answer = session.Run(
            All + " -Snapshot @{ Region = 'eu-west-1'; Complete = $true; VpcEndpoints = @() } -IncludeRule VPCE-D004 | Where-Object Type -eq Interface",
            Fixture(file));
        Assert.Equal("Passed", (string)answer.Single.Outcome);
        Assert.Equal(1, (int)answer.Single.Coverage.Evaluated);
    }

    [Fact]
    public void OptionThatTheProviderKeepsIsNoFinding()
    {
        string options = "\"dns_options\": [{\"dns_record_ip_type\": \"ipv4\", \"private_dns_only_for_inbound_resolver_endpoint\": false}]";
        string before = Interface($"\"id\": \"vpce-0aa00000000000001\", \"private_dns_enabled\": false, {options}");
        string plan = Plan(Change("aws_vpc_endpoint", "e", "delete\", \"create", before, Interface($"\"private_dns_enabled\": true, {options}")));
        dynamic result = session.Run(All + " -IncludeRule VPCE-D005, VPCE-S020", _folder.Write("plan.json", plan)).Single;
        Assert.Equal(["VPCE-S020"], ((IEnumerable<dynamic>)result.Findings).Select(finding => (string)finding.RuleId));
    }

    [Fact]
    public void KnownZoneDecidesBesideAnUnknownId() =>
        Assert.Equal(["VPCE-N001"], TerraformVerdicts.ErrorsOf(session.Run(All, Fixture("22-az-explicit/plan.json"))).Values);

    [Fact]
    public void OpenReferenceToOneResourceLeavesTheOthersAlone()
    {
        SessionAnswer answer = session.Run(All, Fixture("24-poison/plan.json"));
        Assert.Equal(["Passed", "Inconclusive", "Inconclusive"], answer.Each("Outcome"));
    }

    // A local value can be anything; so can a variable that is fed with the other endpoint.
    [Theory]
    [InlineData("\"references\": [\"local.endpoint\"]", "Inconclusive")]
    [InlineData("\"references\": [\"aws_vpc_endpoint.i\", \"local.endpoint\"]", "Inconclusive")]
    [InlineData("\"references\": [\"aws_vpc_endpoint.i\", \"each.key\"]", "Passed")]
    [InlineData("\"references\": [\"aws_vpc_endpoint.i[\\\"ssm\\\"].id\", \"aws_vpc_endpoint.i[\\\"ssm\\\"]\", \"aws_vpc_endpoint.i\", \"each.value\"]", "Inconclusive")]
    public void WhatMayBeTheEndpointIsStillOpen(string expression, string outcome)
    {
        const string Old = "\"references\":[\"aws_vpc_endpoint.i\",\"each.value.ep\",\"each.value\"]";
        string plan = File.ReadAllText(Fixture("24-poison/plan.json"));
        Assert.Contains(Old, plan, StringComparison.Ordinal);
        SessionAnswer answer = session.Run(
            All + " | Where-Object Type -eq Gateway", _folder.Write("plan.json", plan.Replace(Old, expression, StringComparison.Ordinal)));
        Assert.Equal(outcome, (string)answer.Single.Outcome);
    }

    [Theory]
    [InlineData("{\"availability_zone\": \"eu-south-2a\"}", "aws_subnet", "eu-south-2")]
    [InlineData("{\"availability_zone\": \"us-west-2-lax-1a\"}", "aws_subnet", "us-west-2")]
    [InlineData("{\"arn\": \"arn:aws-us-gov:ec2:us-gov-west-1:123456789012:vpc/vpc-0a1b2c3d4e5f60718\"}", "aws_vpc", "us-gov-west-1")]
    [InlineData("{\"arn\": \"arn:aws:wafv2:us-east-1:123456789012:global/webacl/x\"}", "aws_wafv2_web_acl", "")]
    public void RegionIsToldByWhatIsThere(string values, string type, string region)
    {
        string plan = Plan(Change(type, "x", "no-op", values, values), Change("aws_vpc_endpoint", "e", "create", "null", Interface("\"tags\": {}")));
        Assert.Equal(region, (string?)session.Run(All, _folder.Write("plan.json", plan)).Single.Region ?? string.Empty);
    }

    [Fact]
    public void RegionOfTheEnvironmentIsToldByTheDataSources()
    {
        SessionAnswer answer = session.Run(All, Fixture("21-region-env/plan.json"));
        Assert.Equal(["eu-west-3", "eu-west-3"], answer.Each("Region"));
        Assert.Equal(["", "VPCE-S016"], TerraformVerdicts.ErrorsOf(answer).Values);
    }

    [Fact]
    public void FormsOfReferenceAreFollowed()
    {
        SessionAnswer answer = session.Run(All, Fixture("references/plan.json"));
        Assert.Empty(answer.Warnings);
        Assert.Equal(
            """
            aws_vpc_endpoint.dynamodb_wrong
            aws_vpc_endpoint.kms
            aws_vpc_endpoint.s3_second_wrong VPCE-R001
            aws_vpc_endpoint.s3_wrong VPCE-R001
            aws_vpc_endpoint.sns_wrong VPCE-N001
            aws_vpc_endpoint.sqs
            """.ReplaceLineEndings("\n"),
            TerraformVerdicts.Lines(TerraformVerdicts.ErrorsOf(answer)));
        dynamic[] results = [.. answer.Output];
        Assert.Equal(["Passed", "Passed", "Passed"], results.Where(result => !((string)result.Target).Contains("s3", StringComparison.Ordinal)
            && !((string)result.Target).Contains("sns", StringComparison.Ordinal)).Select(result => (string)result.Outcome));
        Assert.Contains(
            (IEnumerable<dynamic>)results.Single(result => result.Target == "aws_vpc_endpoint.dynamodb_wrong").Findings,
            finding => finding.RuleId == "VPCE-R002" && finding.Message.StartsWith("route_table_ids is empty", StringComparison.Ordinal));
        Assert.Equal(2, ((IEnumerable<string>)results.Single(result => result.Target == "aws_vpc_endpoint.kms").Config.SubnetIds).Count());
    }

    [Fact]
    public void SameAssociationTwiceIsSaid()
    {
        SessionAnswer answer = session.Run(All, Fixture("20-duplicate-association/plan.json"));
        Assert.Equal("Passed", (string)answer.Single.Outcome);
        string warning = Assert.Single(answer.Warnings);
        Assert.EndsWith(
            "aws_vpc_endpoint_route_table_association.a[0] and aws_vpc_endpoint_route_table_association.a[1] both associate "
            + "rtb-0aa00000000000001 with aws_vpc_endpoint.s3.",
            warning,
            StringComparison.Ordinal);
    }

    [Fact]
    public void PlanThatDeletesAllIsAWarning()
    {
        SessionAnswer answer = session.Run(All, Fixture("30-change/planD.json"));
        Assert.Empty(answer.Errors);
        Assert.Empty(answer.Output);
        Assert.Contains("planD.json: the Terraform plan deletes its aws_vpc_endpoint resources (4)", Assert.Single(answer.Warnings), StringComparison.Ordinal);
        Assert.Equal(["False"], session.Run(All + " -Quiet", Fixture("30-change/planD.json")).Output.Select(quiet => quiet.ToString()));
    }

    [Fact]
    public void BinaryPlanSaysWhatToRun()
    {
        string file = _folder.Write("plan.bin", "PK\u0003\u0004\u0014\u0000\u0008tfplan");
        Assert.Contains("terraform show -json", session.Run(All, file).OnlyError("InvalidJson").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MessagesHaveTheArgumentsNames()
    {
        dynamic[] findings = [.. session.Run(All + " | ForEach-Object Findings", Fixture("faults/plan.json")).Output];
        Assert.Contains(findings, finding => finding.Message.StartsWith("subnet_ids is empty", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.Message.Contains("SubnetIds", StringComparison.Ordinal));
    }

    private static string Fixture(string file) => Path.Combine(Repository.Fixtures, "terraform", file.Replace('/', Path.DirectorySeparatorChar));

    private static string Interface(string more) =>
        "{\"vpc_id\": \"vpc-0a1b2c3d4e5f60718\", \"service_name\": \"com.amazonaws.us-west-2.sqs\", "
        + $"\"vpc_endpoint_type\": \"Interface\", \"subnet_ids\": [\"subnet-0aaaaaaaaaaaaaaaa\"], {more}}}";

    private static string Group(string port) =>
        "{\"id\": \"sg-0aaaaaaaaaaaaaaaa\", \"vpc_id\": \"vpc-0a1b2c3d4e5f60718\", \"ingress\": [{\"from_port\": " + port + ", \"to_port\": " + port
        + ", \"protocol\": \"tcp\", \"cidr_blocks\": [\"10.0.0.0/8\"]}]}";

    private static string Rule(string group, string port) =>
        $"{{\"security_group_id\": \"{group}\", \"ip_protocol\": \"tcp\", \"from_port\": {port}, \"to_port\": {port}, \"cidr_ipv4\": \"10.0.0.0/8\"}}";

    private static string Plan(params string[] changes) =>
        $"{{\"format_version\": \"1.2\", \"terraform_version\": \"1.11.4\", \"resource_changes\": [{string.Join(",\n", changes)}]}}";

    private static string Change(string type, string name, string actions, string before, string after) =>
        $$"""
        { "address": "{{type}}.{{name}}", "mode": "managed", "type": "{{type}}", "name": "{{name}}",
          "change": { "actions": ["{{actions}}"], "before": {{before}}, "after": {{after}}, "after_unknown": {}, "after_sensitive": {} } }
        """;
}
