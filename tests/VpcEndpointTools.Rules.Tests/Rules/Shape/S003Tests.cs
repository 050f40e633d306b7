using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S003Tests : RuleTest<S003GatewayService>
{
    [Fact]
    public void SsmFails() =>
        Fails(Run(Given.Gateway with { ServiceName = "com.amazonaws.eu-west-1.ssm" }), Severity.Error, "com.amazonaws.eu-west-1.ssm", "Interface");

    [Fact]
    public void FipsNameOfDynamoDbFails() =>
        Fails(Run(Given.Gateway with { ServiceName = "com.amazonaws.us-east-1.dynamodb-fips" }), Severity.Error, "dynamodb-fips");

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.s3")]
    [InlineData("com.amazonaws.eu-west-1.dynamodb")]
    [InlineData("com.amazonaws.eu-west-1.s3express")]
    [InlineData("cn.com.amazonaws.cn-north-1.s3")]
    [InlineData("com.amazonaws.us-gov-west-1.s3")]
    public void TheThreeServicesPass(string service) => Passes(Run(Given.Gateway with { ServiceName = service }));

    [Fact]
    public void InterfaceIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void OmittedTypeIsNotApplicable() => NotApplicable(Run(Given.Gateway with { VpcEndpointType = default }));

    [Fact]
    public void ServiceThatTheCatalogueLacksIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { ServiceName = "com.amazonaws.eu-west-1.brand-new-thing" }), wasGiven: false, "brand-new-thing");

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { ServiceName = Value<string>.Unknown("!Sub x") }), wasGiven: true, "!Sub x");
}
