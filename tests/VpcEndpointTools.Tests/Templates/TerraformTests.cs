using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Templates;

/// <summary>Plans and states of Terraform, as a user gives them.</summary>
public sealed class TerraformTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private const string Findings = "param($f, $rule) Test-VpcEndpointConfig $f -IncludeRule $rule | ForEach-Object Findings";

    [Fact]
    public void TwoSubnetsInOneZoneAreFoundBeforeEitherHasAnId()
    {
        dynamic finding = session.Run(Findings, Fixture("two-subnets-one-zone.json"), "VPCE-N001").Single;
        Assert.Contains("aws_subnet.b", (string)finding.Message, StringComparison.Ordinal);
        Assert.Contains("aws_subnet.a", (string)finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("subnet-0", (string)finding.Message, StringComparison.Ordinal);
        Assert.Equal("aws_vpc_endpoint.sqs", (string)finding.Target);
        Assert.Equal(Line("two-subnets-one-zone.json", "\"subnet_ids\": true"), (int)finding.Line);
        Assert.Equal(
            File.ReadAllLines(Fixture("two-subnets-one-zone.json"))[(int)finding.Line - 1].IndexOf("true", StringComparison.Ordinal) + 1, (int)finding.Column);
    }

    [Fact]
    public void ModulesCountAndForEachAreFollowed()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Fixture("modules.json"));
        Assert.Empty(answer.Errors);
        Assert.Equal(
            ["module.endpoints.aws_vpc_endpoint.interface[\"sqs\"]", "module.endpoints.aws_vpc_endpoint.interface[\"sns\"]", "module.endpoints.aws_vpc_endpoint.s3"],
            answer.Each("Target"));
        Assert.Equal(["", "", ""], answer.Output.Select(Errors));
        Assert.Contains("VPCE-N001", Evaluated("modules.json", "VPCE-N001", 0));
        Assert.Contains("VPCE-P001", Evaluated("modules.json", "VPCE-P001", 0));
    }

    // A plan does not tell aws_subnet.private[*].id from a slice of it.
    [Fact]
    public void AllInstancesOfWhichSomeShareAZoneAreUnknownAndNoError()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-N001", Fixture("modules-same-zone.json"));
        Assert.Empty(answer.Errors);
        Assert.Equal(["Inconclusive", "Inconclusive", "Passed"], answer.Each("Outcome"));
    }

    [Fact]
    public void AssociationResourcesBelongToTheirEndpoint()
    {
        string file = Fixture("associations.json");
        dynamic zone = session.Run(Findings, file, "VPCE-N001").Single;
        Assert.Contains("aws_subnet.private[\"a\"]", (string)zone.Message, StringComparison.Ordinal);

        // The group is joined by one resource and its rule by another.
        dynamic port = session.Run(Findings, file, "VPCE-P001").Single;
        Assert.Contains("aws_security_group.endpoints", (string)port.Message, StringComparison.Ordinal);
        dynamic[] results = [.. session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-R002, VPCE-P010", file).Output];
        Assert.Equal("aws_vpc_endpoint.s3", (string)results[1].Target);
        Assert.Empty((IEnumerable<dynamic>)results[1].NotEvaluated);
    }

    [Fact]
    public void ReplacedEndpointIsSaidToBe()
    {
        dynamic finding = session.Run(Findings, Fixture("changes.json"), "VPCE-S020").Single;
        Assert.Equal("aws_vpc_endpoint.sqs", (string)finding.Target);
        Assert.Equal("Warning", (string)finding.Severity);
        Assert.Contains("VpcId changes from vpc-0a1b2c3d4e5f60718 to aws_vpc.new", (string)finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TaintedEndpointIsReplacedToo()
    {
        string[] lines = File.ReadAllLines(Fixture("changes.json"));
        int at = Array.FindIndex(lines, line => line.Contains("\"address\": \"aws_vpc_endpoint.s3\"", StringComparison.Ordinal));
        at = Array.FindIndex(lines, at, line => line.Contains("\"no-op\"", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("\"no-op\"", "\"delete\", \"create\"", StringComparison.Ordinal);
        using TemporaryFolder folder = new();
        SessionAnswer answer = session.Run(Findings, folder.Write("plan.json", string.Join('\n', lines)), "VPCE-S020");
        Assert.Empty(answer.Errors);
        Assert.Equal(["aws_vpc_endpoint.sqs", "aws_vpc_endpoint.s3"], answer.Each("Target"));
    }

    [Fact]
    public void DeletedEndpointIsLeftOutAndAnUnchangedOneTested()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Fixture("changes.json"));
        Assert.Empty(answer.Errors);
        Assert.Equal(["aws_vpc_endpoint.sqs", "aws_vpc_endpoint.s3", "aws_vpc_endpoint.sns"], answer.Each("Target"));

        // The replaced one goes to a new VPC and takes the old VPC's group with it.
        Assert.Equal(["VPCE-N003", "", ""], answer.Output.Select(Errors));
    }

    [Theory]
    [InlineData("state.json", "aws_vpc_endpoint.sqs|module.more.aws_vpc_endpoint.bad")]
    [InlineData("state-pull.json", "aws_vpc_endpoint.sqs|module.more.aws_vpc_endpoint.bad[\"x\"]")]
    public void StateHoldsExistingEndpoints(string file, string targets)
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Fixture(file));
        Assert.Empty(answer.Errors);
        Assert.Equal(targets, string.Join('|', answer.Each("Target")));
        Assert.Equal("", Errors(answer.Output[0]));
        Assert.Equal("VPCE-P001", Errors(answer.Output[1]));
    }

    [Fact]
    public void StateIsJoinedWithWhatBelongsToTheEndpoint()
    {
        dynamic result = session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-R002", Fixture("state-joined.json")).Single;
        Assert.Equal("Passed", (string)result.Outcome);
        Assert.Empty((IEnumerable<dynamic>)result.Findings);
    }

    [Fact]
    public void AclGuardsTheSubnetsThatItRefersTo()
    {
        SessionAnswer answer = session.Run(Findings, Fixture("network.json"), "VPCE-N010");
        Assert.Empty(answer.Errors);
        Assert.Equal(2, answer.Output.Count);
        Assert.StartsWith("aws_network_acl.tight of aws_subnet.a denies TCP 443 in", answer.Each("Message")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void DefaultRouteTableIsTheVpcsOwn()
    {
        dynamic result = session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-N003", Fixture("network.json")).Output[1];
        Assert.Equal("aws_vpc_endpoint.s3", (string)result.Target);
        Assert.Equal(1, (int)result.Coverage.Evaluated);
    }

    [Fact]
    public void GroupOfTheOnlyInlineRuleIsKnown()
    {
        dynamic result = session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-P001", Fixture("network.json")).Output[0];
        Assert.DoesNotContain((IEnumerable<dynamic>)result.NotEvaluated, rule => ((string)rule.Missing).Contains("inbound rules", StringComparison.Ordinal));
        Assert.Equal("Passed", (string)result.Outcome);
    }

    [Fact]
    public void ParsedObjectIsAsGoodAsTheFile()
    {
        SessionAnswer answer = session.Run(
            """
            $after = @{ vpc_id = 'vpc-0a1b2c3d4e5f60718'; service_name = 'com.amazonaws.eu-west-1.s3'; subnet_ids = @('subnet-0aaaaaaaaaaaaaaaa') }
            $change = @{ actions = @('create'); after = $after; after_unknown = @{ id = $true } }
            $plan = @{ format_version = '1.2'; resource_changes = @(@{ address = 'aws_vpc_endpoint.s3'; mode = 'managed'; type = 'aws_vpc_endpoint'; name = 's3'; change = $change }) }
            [pscustomobject] $plan | Test-VpcEndpointConfig -IncludeRule VPCE-S006 | ForEach-Object Findings
            """);
        Assert.Equal("aws_vpc_endpoint.s3", (string)answer.Single.Target);
    }

    [Fact]
    public void ExampleHasOneGoodAndOneWrongEndpoint()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Path.Combine(Repository.Root, "examples", "templates", "terraform-plan.json"));
        Assert.Empty(answer.Errors);
        Assert.Equal(["aws_vpc_endpoint.sqs", "aws_vpc_endpoint.dynamodb"], answer.Each("Target"));
        Assert.Equal(["", "VPCE-S008"], answer.Output.Select(Errors));
    }

    private static string Fixture(string name) => Path.Combine(Repository.Fixtures, "terraform", name);

    private static int Line(string fixture, string text) =>
        Array.FindIndex(File.ReadAllLines(Fixture(fixture)), line => line.Contains(text, StringComparison.Ordinal)) + 1;

    private static string Errors(dynamic result) => string.Join(
        ' ', ((IEnumerable<dynamic>)result.Findings).Where(finding => finding.Severity == "Error").Select(finding => (string)finding.RuleId));

    private string Evaluated(string fixture, string rule, int index)
    {
        dynamic result = session.Run("param($f, $rule) Test-VpcEndpointConfig $f -IncludeRule $rule", Fixture(fixture), rule).Output[index];
        return (int)result.Coverage.Evaluated == 1 ? rule : string.Join(' ', (IEnumerable<dynamic>)result.NotEvaluated);
    }
}
