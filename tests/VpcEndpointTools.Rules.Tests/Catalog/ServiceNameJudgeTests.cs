using VpcEndpointTools.Catalog;

namespace VpcEndpointTools.Tests.Catalog;

public sealed class ServiceNameJudgeTests
{
    [Theory]
    [InlineData("com.amazonaws.eu-west-1.ssm", ServiceNameVerdict.Known, null)]
    [InlineData("cn.com.amazonaws.cn-north-1.ecr.api", ServiceNameVerdict.Known, null)]
    [InlineData("com.amazonaws.cn-north-1.s3", ServiceNameVerdict.Known, null)]
    [InlineData("com.amazonaws..ssm", ServiceNameVerdict.Malformed, null)]
    [InlineData("aws.sagemaker..notebook", ServiceNameVerdict.Malformed, null)]
    [InlineData("com.amazonaws.${AWS::Region}.ssm", ServiceNameVerdict.Malformed, null)]
    [InlineData("com.amazonaws.<region>.ssm", ServiceNameVerdict.Malformed, null)]
    [InlineData("com.amazonaws.eu-west-1.ssm ", ServiceNameVerdict.Malformed, null)]
    [InlineData("com.amazonaws.us-east-1.route53", ServiceNameVerdict.WrongForm, "com.amazonaws.route53")]
    [InlineData("com.amazonaws.us-east-1.iam", ServiceNameVerdict.WrongForm, "com.amazonaws.iam")]
    [InlineData("com.amazonaws.eu-west-1.qbusiness", ServiceNameVerdict.WrongForm, "aws.api.eu-west-1.qbusiness")]
    [InlineData("aws.api.eu-west-1.ssm", ServiceNameVerdict.WrongForm, "com.amazonaws.eu-west-1.ssm")]
    [InlineData("cn.com.amazonaws.eu-west-1.ecr.api", ServiceNameVerdict.WrongForm, "com.amazonaws.eu-west-1.ecr.api")]
    [InlineData("ssm", ServiceNameVerdict.NearMiss, "com.amazonaws.eu-west-3.ssm")]
    [InlineData("com.amazonaws.ssm", ServiceNameVerdict.NearMiss, "com.amazonaws.eu-west-3.ssm")]
    [InlineData("com.amazonaws.eu-west-1.SSM", ServiceNameVerdict.NearMiss, "com.amazonaws.eu-west-1.ssm")]
    [InlineData("com.amazonaws.eu-west-1.ecr.dkrr", ServiceNameVerdict.NearMiss, "com.amazonaws.eu-west-1.ecr.dkr")]
    [InlineData("com.amazonaws.eu-west-1.secretsmanger", ServiceNameVerdict.NearMiss, "com.amazonaws.eu-west-1.secretsmanager")]
    [InlineData("com.amazonaws.eu-west-1.lamdba", ServiceNameVerdict.NearMiss, "com.amazonaws.eu-west-1.lambda")]
    [InlineData("com.amazonaws.eu-west-1.brand-new-thing", ServiceNameVerdict.Unknown, null)]
    [InlineData("com.amazonaws.eu-west-1.sqx", ServiceNameVerdict.Unknown, null)]
    [InlineData("com.amazonaws.eu-west-1.lambda2", ServiceNameVerdict.Unknown, null)]
    [InlineData("com.example.thing", ServiceNameVerdict.UnknownPrefix, null)]
    public void Judges(string name, ServiceNameVerdict verdict, string? suggestion)
    {
        ServiceNameJudgement judgement = ServiceNameJudge.Judge(name, ServiceCatalog.Shipped, "eu-west-3");
        Assert.Equal(verdict, judgement.Verdict);
        Assert.Equal(suggestion, judgement.Suggestion);
    }

    [Fact]
    public void CallsNoNameOfTheCatalogueWrong() =>
        Assert.All(
            ServiceCatalog.Shipped.Entries.Where(entry => !entry.IsServiceManaged && !entry.ServiceNameTemplate.Contains("{cell}", StringComparison.Ordinal)),
            entry => Assert.Equal(
                ServiceNameVerdict.Known,
                ServiceNameJudge.Judge(entry.NameIn("eu-west-1").Replace("{id}", "0a1b2c3d4e5f60718", StringComparison.Ordinal), ServiceCatalog.Shipped, null).Verdict));
}
