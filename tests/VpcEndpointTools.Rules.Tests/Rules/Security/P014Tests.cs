using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P014Tests : RuleTest<P014PolicyActions>
{
    private static EndpointConfig With(string actions) => Given.Gateway with
    {
        PolicyDocument = $$"""{"Statement":[{"Effect":"Allow","Principal":"*","Action":{{actions}},"Resource":"*"}]}""",
    };

    [Theory]
    [InlineData("\"dynamodb:*\"", "dynamodb:*")]
    [InlineData("[\"s3:GetObject\",\"kms:Decrypt\"]", "kms:Decrypt")]
    public void ActionOfAnotherServiceIsAWarning(string actions, string named) => Fails(Run(With(actions)), Severity.Warning, named, "s3:*");

    [Theory]
    [InlineData("\"s3:GetObject\"")]
    [InlineData("\"S3:getobject\"")]
    [InlineData("\"*\"")]
    [InlineData("[\"s3:*\",\"s3-object-lambda:*\"]")]
    [InlineData("\"s*:Get*\"")]
    public void OwnActionsPass(string actions) => Passes(Run(With(actions)));

    [Theory]
    [InlineData("kinesis-streams", "kinesis:PutRecord")]
    [InlineData("kinesis-firehose", "firehose:PutRecord")]
    [InlineData("ecr.api", "ecr:GetAuthorizationToken")]
    [InlineData("monitoring", "cloudwatch:PutMetricData")]
    public void PrefixMayDifferFromTheServicesName(string service, string action) =>
        Passes(Run(Given.Interface with { ServiceName = $"com.amazonaws.eu-west-1.{service}", PolicyDocument = With($"\"{action}\"").PolicyDocument }));

    [Fact]
    public void ServiceWhosePrefixIsNotCertainIsNotApplicable() => NotApplicable(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.aps" }));

    [Fact]
    public void NoPolicyIsNotApplicable() => NotApplicable(Run(Given.Gateway with { PolicyDocument = default }));

    [Fact]
    public void UnknownPolicyIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { PolicyDocument = Value<string>.Unknown("!Ref P") }), wasGiven: true, "!Ref P");

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { ServiceName = Value<string>.Unknown("!Sub s") }), wasGiven: true, "!Sub s");
}
