using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D016Tests : RuleTest<D016StatePrivateDns>
{
    [Fact]
    public void OmittedOneIsNoted() => Fails(Run(Given.Interface with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }), Severity.Information, "omitted");

    [Fact]
    public void StatedOnePasses()
    {
        Passes(Run(Given.Interface));
        Passes(Run(Given.Interface with { PrivateDnsEnabled = false }));
        Passes(Run(Given.Interface with { PrivateDnsEnabled = Value<bool>.Unknown("!Ref P") }));
    }

    [Fact]
    public void ServiceWithoutPrivateDnsIsNotApplicable() =>
        NotApplicable(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.dynamodb", PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }));

    [Fact]
    public void UnknownServiceIsNotEvaluated() => NotEvaluated(
        Run(Given.Interface with { ServiceName = Given.Unknown<string>("!Ref S"), PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }), wasGiven: true, "ServiceName (!Ref S)");

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway));
}
