using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S002Tests : RuleTest<S002OmittedTypeIsGateway>
{
    private static readonly EndpointConfig Omitted = Given.Interface with { VpcEndpointType = default };

    [Fact]
    public void OmittedTypeOfSsmFailsAndSaysTheDefault() =>
        Fails(Run(Omitted), Severity.Error, "defaults to Gateway", "com.amazonaws.eu-west-1.ssm", "Interface");

    [Fact]
    public void OmittedTypeOfAnEndpointServiceFails() => Fails(Run(Omitted with { ServiceName = Given.GwlbService }), Severity.Error, Given.GwlbService);

    [Fact]
    public void OmittedTypeOfAResourceConfigurationFails() =>
        Fails(Run(Given.Resource with { VpcEndpointType = default }), Severity.Error, "Resource");

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.s3")]
    [InlineData("com.amazonaws.eu-west-1.dynamodb")]
    [InlineData("com.amazonaws.eu-west-1.s3express")]
    public void OmittedTypeOfAServiceWithAGatewayFormPasses(string service) => Passes(Run(Omitted with { ServiceName = service }));

    [Fact]
    public void GivenTypeIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void NothingAtAllIsNotApplicable() => NotApplicable(Run(Omitted with { ServiceName = default }));

    [Fact]
    public void ExistingEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Omitted)));

    [Fact]
    public void ServiceThatTheCatalogueLacksIsNotEvaluated() =>
        NotEvaluated(Run(Omitted with { ServiceName = "com.amazonaws.eu-west-1.brand-new-thing" }), wasGiven: false, "brand-new-thing");

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(Omitted with { ServiceName = Value<string>.Unknown("!Sub x") }), wasGiven: true, "!Sub x");

    [Fact]
    public void UnknownTypeIsNotEvaluated() =>
        NotEvaluated(Run(Omitted with { VpcEndpointType = Value<string>.Unknown("!Ref T") }), wasGiven: true, "!Ref T");
}
