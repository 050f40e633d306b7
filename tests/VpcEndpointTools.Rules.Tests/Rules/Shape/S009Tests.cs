using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S009Tests : RuleTest<S009PolicyNotSupported>
{
    public static TheoryData<string> Types => new(EndpointTypes.GatewayLoadBalancer, EndpointTypes.Resource, EndpointTypes.ServiceNetwork, EndpointTypes.Tunnel);

    [Theory]
    [MemberData(nameof(Types))]
    public void PolicyFails(string type) => Fails(Run(Of(type) with { PolicyDocument = Given.PerimeterPolicy }), Severity.Error, type);

    [Theory]
    [MemberData(nameof(Types))]
    public void NonePasses(string type) => Passes(Run(Of(type)));

    [Fact]
    public void InterfaceAndGatewayAreNotApplicable()
    {
        NotApplicable(Run(Given.Interface));
        NotApplicable(Run(Given.Gateway));
    }

    [Fact]
    public void UnknownPolicyIsNotEvaluated() =>
        NotEvaluated(Run(Given.Tunnel with { PolicyDocument = Value<string>.Unknown("!Ref Policy") }), wasGiven: true, "!Ref Policy");

    private static EndpointConfig Of(string type) => Given.OfEachType.Single(config => config.VpcEndpointType.Is(type));
}
