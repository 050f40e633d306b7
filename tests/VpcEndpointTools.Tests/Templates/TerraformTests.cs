using VpcEndpointTools.Tests.Engine;
using VpcEndpointTools.Tests.Integration;

namespace VpcEndpointTools.Tests.Templates;

/// <summary>Plans and states that terraform made of the sources beside them (see RecordedPlansTests).</summary>
public sealed class TerraformTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private const string Findings = "param($f, $rule) Test-VpcEndpointConfig $f -IncludeRule $rule | ForEach-Object Findings";

    [Fact]
    public void TwoSubnetsInOneZoneAreFoundBeforeEitherHasAnId()
    {
        dynamic finding = session.Run(Findings, Fixture("two-subnets-one-zone/plan.json"), "VPCE-N001").Single;
        Assert.Contains("aws_subnet.b", (string)finding.Message, StringComparison.Ordinal);
        Assert.Contains("aws_subnet.a", (string)finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("subnet-0", (string)finding.Message, StringComparison.Ordinal);
        Assert.Equal("aws_vpc_endpoint.sqs", (string)finding.Target);

        // terraform writes all of it into one line: where the list is open until apply.
        const string Open = "\"subnet_ids\":true";
        Assert.Equal(1, (int)finding.Line);
        Assert.Equal(File.ReadAllText(Fixture("two-subnets-one-zone/plan.json")).IndexOf(Open, StringComparison.Ordinal) + Open.Length - 3, (int)finding.Column);
    }

    [Fact]
    public void ModulesCountAndForEachAreFollowed()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Fixture("modules/plan.json"));
        Assert.Empty(answer.Errors);
        Assert.Equal(
            ["module.endpoints.aws_vpc_endpoint.interface[\"sns\"]", "module.endpoints.aws_vpc_endpoint.interface[\"sqs\"]", "module.endpoints.aws_vpc_endpoint.s3"],
            answer.Each("Target"));
        Assert.Equal(["", "", ""], answer.Output.Select(result => TerraformVerdicts.Rules(result, "Error")));
        Assert.Contains("VPCE-N001", Evaluated("modules/plan.json", "VPCE-N001", 0));
        Assert.Contains("VPCE-P001", Evaluated("modules/plan.json", "VPCE-P001", 0));
    }

    // A plan does not tell aws_subnet.private[*].id from a slice of it.
    [Fact]
    public void AllInstancesOfWhichSomeShareAZoneAreUnknownAndNoError()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-N001", Fixture("modules/same-zone.json"));
        Assert.Empty(answer.Errors);
        Assert.Equal(["Inconclusive", "Inconclusive", "Passed"], answer.Each("Outcome"));
    }

    [Fact]
    public void AssociationResourcesBelongToTheirEndpoint()
    {
        string file = Fixture("associations/plan.json");
        dynamic zone = session.Run(Findings, file, "VPCE-N001").Single;
        Assert.Contains("aws_subnet.private[\"a\"]", (string)zone.Message, StringComparison.Ordinal);

        // The group is joined by one resource and its rule by another.
        dynamic port = session.Run(Findings, file, "VPCE-P001").Single;
        Assert.Contains("aws_security_group.endpoints", (string)port.Message, StringComparison.Ordinal);
        dynamic[] results = [.. session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-R002, VPCE-P010", file).Output];
        Assert.Equal("aws_vpc_endpoint.s3", (string)results[0].Target);
        Assert.Empty((IEnumerable<dynamic>)results[0].NotEvaluated);
    }

    [Fact]
    public void ReplacedEndpointIsSaidToBe()
    {
        dynamic finding = session.Run(Findings, Fixture("changes/plan.json"), "VPCE-S020").Single;
        Assert.Equal("aws_vpc_endpoint.sqs", (string)finding.Target);
        Assert.Equal("Warning", (string)finding.Severity);
        Assert.Matches("vpc_id changes from vpc-[0-9a-f]{17} to aws_vpc\\.new", (string)finding.Message);
    }

    [Fact]
    public void TaintedEndpointIsReplacedToo()
    {
        SessionAnswer answer = session.Run(Findings, Fixture("changes/tainted.json"), "VPCE-S020");
        Assert.Empty(answer.Errors);
        Assert.Equal(["aws_vpc_endpoint.s3", "aws_vpc_endpoint.sqs"], answer.Each("Target"));
    }

    [Fact]
    public void DeletedEndpointIsLeftOutAndAnUnchangedOneTested()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Fixture("changes/plan.json"));
        Assert.Empty(answer.Errors);
        Assert.Equal(["aws_vpc_endpoint.s3", "aws_vpc_endpoint.sns", "aws_vpc_endpoint.sqs"], answer.Each("Target"));

        // The replaced one goes to a new VPC and takes the old VPC's subnets and group with it.
        Assert.Equal(["", "", "VPCE-N003"], answer.Output.Select(result => TerraformVerdicts.Rules(result, "Error")));
    }

    [Fact]
    public void DataSourceThatIsReadLaterMayBeAnything()
    {
        SessionAnswer answer = session.Run(
            "param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-S020 | Where-Object Target -eq aws_vpc_endpoint.sqs",
            Fixture("changes-data/plan.json"));

        // It is replaced, but nobody can say yet whether for another VPC.
        dynamic finding = Assert.Single((IEnumerable<dynamic>)answer.Single.Findings);
        Assert.DoesNotContain("vpc_id", (string)finding.Message, StringComparison.Ordinal);
    }

    // With -target a plan tells of what it looks at, with -refresh-only of nothing: the rest stays as the prior state has it.
    [Theory]
    [InlineData("plan.json", "imported|new|new_name")]
    [InlineData("target.json", "new|new_name|deleted|forgotten")]
    [InlineData("refresh.json", "deleted|forgotten|new_name")]
    public void WhatAPlanDoesNotLookAtStays(string file, string names)
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Fixture("lifecycle/" + file));
        Assert.Empty(answer.Errors);
        Assert.Equal(names.Split('|').Select(name => "aws_vpc_endpoint." + name), answer.Each("Target"));
        Assert.All(answer.Output, result => Assert.Equal("", TerraformVerdicts.Rules(result, "Error")));
    }

    [Theory]
    [InlineData("addresses/plan.json")]
    [InlineData("addresses/state.json")]
    [InlineData("addresses/state-pull.json")]
    public void KeyOfAnInstanceMayBeAnyText(string file)
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Fixture(file));
        Assert.Empty(answer.Errors);
        Assert.Contains("module.keyed[\"x]\\\"[y\"].aws_vpc_endpoint.this", answer.Each("Target"));
        Assert.Contains("aws_vpc_endpoint.keyed[\"p]\\\"[q\"]", answer.Each("Target"));

        // Each finds its subnets, its group and its own provider's Region, however its module is called.
        Assert.All(answer.Each("Outcome"), outcome => Assert.Equal("Passed", outcome));
    }

    [Theory]
    [InlineData("state/state.json")]
    [InlineData("state/state-pull.json")]
    public void StateHoldsExistingEndpoints(string file)
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Fixture(file));
        Assert.Empty(answer.Errors);
        Assert.Equal(["aws_vpc_endpoint.s3", "aws_vpc_endpoint.sqs", "module.more.aws_vpc_endpoint.bad[\"x\"]"], answer.Each("Target"));
        Assert.Equal(["", "", "VPCE-P001"], answer.Output.Select(result => TerraformVerdicts.Rules(result, "Error")));
    }

    // The endpoint was stored before its association was made: its own list is empty there.
    [Theory]
    [InlineData("31-assoc-moves/state.json")]
    [InlineData("31-assoc-moves/rawstate.json")]
    public void StateIsJoinedWithWhatBelongsToTheEndpoint(string file)
    {
        const string script = "param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-R002 | Where-Object Target -eq aws_vpc_endpoint.s3";
        dynamic result = session.Run(script, Fixture(file)).Single;
        Assert.Equal("Passed", (string)result.Outcome);
        Assert.Equal(1, (int)result.Coverage.Evaluated);
        Assert.Empty((IEnumerable<dynamic>)result.Findings);
    }

    [Fact]
    public void AclGuardsTheSubnetsThatItRefersTo()
    {
        SessionAnswer answer = session.Run(Findings, Fixture("network/plan.json"), "VPCE-N010");
        Assert.Empty(answer.Errors);
        Assert.Equal(2, answer.Output.Count);
        Assert.StartsWith("aws_network_acl.tight of aws_subnet.a denies TCP 443 in", answer.Each("Message")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void DefaultRouteTableIsTheVpcsOwn()
    {
        dynamic result = session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-N003", Fixture("network/plan.json")).Output[0];
        Assert.Equal("aws_vpc_endpoint.s3", (string)result.Target);
        Assert.Equal(1, (int)result.Coverage.Evaluated);
    }

    [Fact]
    public void GroupOfTheOnlyInlineRuleIsKnown()
    {
        dynamic result = session.Run("param($f) Test-VpcEndpointConfig $f -IncludeRule VPCE-P001", Fixture("network/plan.json")).Output[1];
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
        Assert.Equal(["", "VPCE-S008"], answer.Output.Select(result => TerraformVerdicts.Rules(result, "Error")));
    }

    private static string Fixture(string name) => Path.Combine(TerraformCase.Folder, name);

    private string Evaluated(string fixture, string rule, int index)
    {
        dynamic result = session.Run("param($f, $rule) Test-VpcEndpointConfig $f -IncludeRule $rule", Fixture(fixture), rule).Output[index];
        return (int)result.Coverage.Evaluated == 1 ? rule : string.Join(' ', (IEnumerable<dynamic>)result.NotEvaluated);
    }
}
