using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>Plans that terraform makes here and now: the recorded ones are still what it makes, and each is read and judged.</summary>
public sealed class TerraformPlanTests(ModuleSession session, TerraformServer server)
    : IClassFixture<ModuleSession>, IClassFixture<TerraformServer>
{
    [TerraformFact]
    public void EachFaultIsFoundAndNothingBesideIt() => Judge(
        "faults",
        """
        aws_vpc_endpoint.another_region VPCE-S016
        aws_vpc_endpoint.gateway_for_sts VPCE-S003
        aws_vpc_endpoint.group_elsewhere VPCE-N003
        aws_vpc_endpoint.no_dns VPCE-D001
        aws_vpc_endpoint.no_subnets VPCE-S011
        aws_vpc_endpoint.one_zone VPCE-N001
        aws_vpc_endpoint.private_dns_of_dynamodb VPCE-D003
        aws_vpc_endpoint.right
        aws_vpc_endpoint.right_gateway
        aws_vpc_endpoint.shut VPCE-P001
        aws_vpc_endpoint.subnet_elsewhere VPCE-N003
        aws_vpc_endpoint.subnets_on_gateway VPCE-S006
        aws_vpc_endpoint.tables_on_interface VPCE-S007
        aws_vpc_endpoint.twice[0] VPCE-D002
        aws_vpc_endpoint.twice[1] VPCE-D002
        """);

    [TerraformFact]
    public void EndpointsOfModulesPass()
    {
        SessionAnswer answer = Judge(
            "modules",
            """
            module.endpoints.aws_vpc_endpoint.interface["sns"]
            module.endpoints.aws_vpc_endpoint.interface["sqs"]
            module.endpoints.aws_vpc_endpoint.s3
            """);
        Assert.All(answer.Each("Outcome"), outcome => Assert.Equal("Passed", outcome));
    }

    [TerraformFact]
    public void WhatResourcesOfTheirOwnAssociateIsJudgedWithTheEndpoint() => Judge(
        "associations",
        """
        aws_vpc_endpoint.s3
        aws_vpc_endpoint.sqs VPCE-N001 VPCE-P001
        """);

    [TerraformFact]
    public void NetworkAclOfTheSubnetsIsRead()
    {
        SessionAnswer answer = Judge(
            "network",
            """
            aws_vpc_endpoint.s3
            aws_vpc_endpoint.sqs
            """);
        Assert.Equal(["", "VPCE-N010"], answer.Output.Select(result => TerraformVerdicts.Rules(result, "Warning")));
    }

    // What the data sources read stands in the plan's prior state; the Region is that of the environment.
    [TerraformFact]
    public void PlanWithDataSourcesIsRead()
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Made("21-region-env", out _));
        Assert.Equal(["aws_vpc_endpoint.s3", "aws_vpc_endpoint.wrong"], answer.Each("Target"));
        Assert.Equal("", TerraformVerdicts.ErrorsOf(answer)["aws_vpc_endpoint.s3"]);
    }

    private SessionAnswer Judge(string name, string errors)
    {
        SessionAnswer answer = session.Run("param($f) Test-VpcEndpointConfig $f", Made(name, out string plan));
        Assert.Equal(TerraformVerdicts.Endpoints(plan), answer.Each("Target"));
        Assert.Equal(errors.ReplaceLineEndings("\n"), TerraformVerdicts.Lines(TerraformVerdicts.ErrorsOf(answer)));
        return answer;
    }

    private string Made(string name, out string plan)
    {
        TerraformCase item = TerraformCase.Of(name);
        using TerraformWorkspace terraform = item.Open(server.Moto);
        plan = terraform.Plan();
        Assert.Equal(TerraformRecord.Content(item.Read("plan.json")), TerraformRecord.Content(plan));
        return server.Keep($"{name}.json", plan);
    }
}
