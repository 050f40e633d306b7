using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S012Tests : RuleTest<S012PrivateDnsNotSupported>
{
    public static TheoryData<string> Types => new(EndpointTypes.Gateway, EndpointTypes.GatewayLoadBalancer, EndpointTypes.Tunnel);

    [Theory]
    [MemberData(nameof(Types))]
    public void PrivateDnsFails(string type) => Fails(Run(Of(type) with { PrivateDnsEnabled = true }), Severity.Error, type);

    [Theory]
    [MemberData(nameof(Types))]
    public void NeitherOffNorOmittedFails(string type)
    {
        Passes(Run(Of(type) with { PrivateDnsEnabled = false }));
        Passes(Run(Of(type)));
    }

    [Fact]
    public void InterfaceIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void ExistingGatewayMayShowIt() => NotApplicable(Run(Given.Existing(Given.Gateway) with { PrivateDnsEnabled = true }));

    [Fact]
    public void UnknownValueIsNotEvaluated() =>
        NotEvaluated(Run(Given.Tunnel with { PrivateDnsEnabled = Value<bool>.Unknown("!Ref Dns") }), wasGiven: true, "!Ref Dns");

    private static EndpointConfig Of(string type) => Given.OfEachType.Single(config => config.VpcEndpointType.Is(type));
}
