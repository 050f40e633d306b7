using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D005Tests : RuleTest<D005InboundOnlyOption>
{
    private static DnsOptions Option(Value<bool> value) => new() { PrivateDnsOnlyForInboundResolverEndpoint = value };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GatewayFailsEvenWhereItIsFalse(bool value) => Fails(Run(Given.Gateway with { DnsOptions = Option(value) }), Severity.Error, "only to Interface endpoints");

    [Fact]
    public void ServiceWithoutAGatewayFormFails() => Fails(Run(Given.Interface with { DnsOptions = Option(true) }), Severity.Error, "com.amazonaws.eu-west-1.ssm");

    [Fact]
    public void ExplicitFalseThereIsAWarning() => Fails(Run(Given.Interface with { DnsOptions = Option(false) }), Severity.Warning, "com.amazonaws.eu-west-1.ssm");

    [Fact]
    public void S3InterfacePasses() => Passes(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3", DnsOptions = Option(true) }));

    [Fact]
    public void NoOptionIsNotApplicable() => NotApplicable(Run(Given.Gateway));

    [Fact]
    public void ExistingGatewayMayShowIt() => NotApplicable(Run(Given.Existing(Given.Gateway) with { DnsOptions = Option(false) }));

    [Fact]
    public void UnknownOptionIsNotEvaluated() => NotEvaluated(Run(Given.Gateway with { DnsOptions = Option(Value<bool>.Unknown("!If") ) }), wasGiven: true, "!If");

    [Fact]
    public void UnknownTypeIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { VpcEndpointType = Value<string>.Unknown("!Ref T"), DnsOptions = Option(true) }), wasGiven: true, "!Ref T");

    [Fact]
    public void ServiceThatTheCatalogueLacksIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.brand-new-thing", DnsOptions = Option(true) }), wasGiven: false, "catalogue");
}
