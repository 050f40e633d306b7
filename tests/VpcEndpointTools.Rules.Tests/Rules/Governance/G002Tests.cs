using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Governance;

namespace VpcEndpointTools.Tests.Rules.Governance;

public sealed class G002Tests : RuleTest<G002Companions>
{
    private static EndpointConfig For(string name) => Given.Interface with { ServiceName = "com.amazonaws.eu-west-1." + name };

    private static EndpointConfig There(string name) => Given.Existing(For(name), "vpce-" + name);

    private static NetworkSnapshot Beside(params EndpointConfig[] others) => Given.Snapshot with { VpcEndpoints = others };

    [Theory]
    [InlineData("ecr.api", "Pulling images from Amazon ECR", "needs com.amazonaws.eu-west-1.ecr.dkr, com.amazonaws.eu-west-1.s3,")]
    [InlineData("ecr.dkr", "Pulling images from Amazon ECR", "needs com.amazonaws.eu-west-1.ecr.api, com.amazonaws.eu-west-1.s3,")]
    [InlineData("ecs-agent", "Amazon ECS on EC2", "needs com.amazonaws.eu-west-1.ecs, com.amazonaws.eu-west-1.ecs-telemetry,")]
    [InlineData("ecs-telemetry", "Amazon ECS on EC2", "needs com.amazonaws.eu-west-1.ecs, com.amazonaws.eu-west-1.ecs-agent,")]
    [InlineData("ssm", "AWS Systems Manager", "needs com.amazonaws.eu-west-1.ssmmessages,")]
    [InlineData("ssmmessages", "AWS Systems Manager", "needs com.amazonaws.eu-west-1.ssm,")]
    public void MissingCompanionsAreNamed(string name, string set, string lacking) =>
        Assert.Equal("ServiceName", Fails(Run(For(name), Given.Snapshot), Severity.Information, set, lacking, Given.VpcId + " has none").Property);

    [Fact]
    public void CompanionsInTheVpcPass()
    {
        Passes(Run(For("ssm"), Beside(There("ssmmessages"))));
        Passes(Run(For("ecr.api"), Beside(There("ecr.dkr"), Given.Existing(Given.Gateway, "vpce-s3"))));
        Passes(Run(For("ssm"), Beside(There("ssmmessages")) with { Complete = SnapshotCompleteness.Partial }));
    }

    [Fact]
    public void InChinaTheGatewayHasTheNameWithoutCn()
    {
        EndpointConfig api = Given.Interface with { ServiceName = "cn.com.amazonaws.cn-north-1.ecr.api" };
        EndpointConfig docker = Given.Existing(api with { ServiceName = "cn.com.amazonaws.cn-north-1.ecr.dkr" }, "vpce-1");
        Passes(Run(api, Beside(docker, Given.Existing(Given.Gateway with { ServiceName = "com.amazonaws.cn-north-1.s3" }, "vpce-2"))));
        Fails(Run(api, Beside(docker)), Severity.Information, "needs cn.com.amazonaws.cn-north-1.s3,");
    }

    [Fact]
    public void DeadForeignOrSelfDoNotCount()
    {
        Fails(Run(For("ssm"), Beside(There("ssmmessages") with { State = "deleting" })), Severity.Information, "ssmmessages");
        Fails(Run(For("ssm"), Beside(There("ssmmessages") with { VpcId = Given.OtherVpcId })), Severity.Information, "ssmmessages");
        Fails(Run(There("ssm"), Beside(There("ssm"))), Severity.Information, "ssmmessages");
    }

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.kms")]
    [InlineData("com.amazonaws.eu-west-1.ecs")]
    [InlineData("com.amazonaws.eu-west-1.unheard-of")]
    [InlineData("com.amazonaws.iam")]
    public void ServicesThatWorkAloneAreNotApplicable(string name) => NotApplicable(Run(Given.Interface with { ServiceName = name }, Given.Snapshot));

    [Fact]
    public void OtherTypesAreNotApplicable() => NotApplicable(Run(Given.Gateway, Given.Snapshot));

    [Fact]
    public void NeighboursThatAreNotKnownAreNotEvaluated()
    {
        NotEvaluated(Run(For("ssm")), wasGiven: false, "VpcEndpoints");
        NotEvaluated(Run(For("ssm"), Given.Snapshot with { VpcEndpoints = null }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(For("ssm"), Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "Complete");
        NotEvaluated(Run(For("ssm"), Beside(There("ssmmessages") with { State = Given.Unknown<string>() })), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(For("ssm") with { VpcId = Given.Unknown<string>() }, Given.Snapshot), wasGiven: true, "VpcId");
    }

    [Fact]
    public void UnknownServiceIsNotEvaluated() => NotEvaluated(Run(Given.Interface with { ServiceName = Given.Unknown<string>("!Ref S") }, Given.Snapshot), wasGiven: true, "!Ref S");
}
