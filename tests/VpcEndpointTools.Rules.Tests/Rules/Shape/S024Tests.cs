using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S024Tests : RuleTest<S024GatewayLoadBalancerService>
{
    [Fact]
    public void AwsServiceFails() =>
        Fails(Run(Given.GatewayLoadBalancer with { ServiceName = "com.amazonaws.eu-west-1.ssm" }), Severity.Error, "com.amazonaws.eu-west-1.ssm", "vpce-svc-");

    [Fact]
    public void EndpointServicePasses() => Passes(Run(Given.GatewayLoadBalancer));

    [Fact]
    public void InterfaceIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void NameThatTheCatalogueLacksIsNotEvaluated() =>
        NotEvaluated(Run(Given.GatewayLoadBalancer with { ServiceName = "com.example.thing" }), wasGiven: false, "com.example.thing");

    [Fact]
    public void UnknownNameIsNotEvaluated() =>
        NotEvaluated(Run(Given.GatewayLoadBalancer with { ServiceName = Value<string>.Unknown("!Sub x") }), wasGiven: true, "!Sub x");
}
