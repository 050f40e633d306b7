using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S017Tests : RuleTest<S017CrossRegionService>
{
    private static readonly EndpointConfig Kms = Given.Interface with { ServiceName = "com.amazonaws.us-east-1.kms", ServiceRegion = "us-east-1" };

    [Theory]
    [InlineData("Gateway")]
    [InlineData("GatewayLoadBalancer")]
    [InlineData("Tunnel")]
    public void OtherTypesFail(string type) => Fails(Run(Kms with { VpcEndpointType = type }), Severity.Error, type, "us-east-1");

    [Fact]
    public void ServiceThatIsNotOnTheListIsAWarning() =>
        Fails(Run(Kms with { ServiceName = "com.amazonaws.us-east-1.ssm" }), Severity.Warning, "com.amazonaws.us-east-1.ssm");

    [Fact]
    public void ServiceOnTheListPasses() => Passes(Run(Kms));

    [Fact]
    public void OwnRegionPassesForAnyType() => Passes(Run(Given.Gateway with { ServiceRegion = Given.Region }));

    [Fact]
    public void WithoutServiceRegionItIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void PartnersServiceIsNotEvaluated() =>
        NotEvaluated(Run(Kms with { ServiceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0a1b2c3d4e5f60718" }), wasGiven: false, "provider");

    [Fact]
    public void WithoutARegionItIsNotEvaluated() => NotEvaluated(Run(Kms with { Region = default }), wasGiven: false, "-Region");

    [Fact]
    public void UnknownServiceRegionIsNotEvaluated() => NotEvaluated(Run(Kms with { ServiceRegion = Value<string>.Unknown("!Ref R") }), wasGiven: true, "!Ref R");
}
