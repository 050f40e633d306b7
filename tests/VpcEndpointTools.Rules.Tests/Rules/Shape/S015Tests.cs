using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S015Tests : RuleTest<S015ServiceNameRightForm>
{
    [Fact]
    public void GlobalServiceWithARegionFails() =>
        Fails(Run(Given.Interface with { ServiceName = "com.amazonaws.us-east-1.route53" }), Severity.Error, "'com.amazonaws.route53'");

    [Fact]
    public void WrongPrefixFails() =>
        Fails(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.qbusiness" }), Severity.Error, "'aws.api.eu-west-1.qbusiness'");

    [Theory]
    [InlineData("com.amazonaws.route53")]
    [InlineData("aws.api.eu-west-1.qbusiness")]
    [InlineData("com.amazonaws.eu-west-1.ssm")]
    public void RightFormPasses(string name) => Passes(Run(Given.Interface with { ServiceName = name }));

    [Fact]
    public void NameThatIsMerelyUnknownIsNotItsBusiness() => NotApplicable(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.brand-new-thing" }));

    [Fact]
    public void UnknownNameIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceName = Value<string>.Unknown("!Sub x") }), wasGiven: true, "!Sub x");
}
