using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S004Tests : RuleTest<S004InterfaceService>
{
    [Fact]
    public void S3ExpressFails() =>
        Fails(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3express" }), Severity.Error, "s3express", "Gateway");

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.s3")]
    [InlineData("com.amazonaws.eu-west-1.dynamodb")]
    [InlineData("com.amazonaws.iam")]
    [InlineData("com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718")]
    public void ServicesWithAnInterfaceFormPass(string service) => Passes(Run(Given.Interface with { ServiceName = service }));

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway));

    [Fact]
    public void ServiceThatTheCatalogueLacksIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.brand-new-thing" }), wasGiven: false, "brand-new-thing");

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceName = Value<string>.Unknown("!Sub x") }), wasGiven: true, "!Sub x");
}
