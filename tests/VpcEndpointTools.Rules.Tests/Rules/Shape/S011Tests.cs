using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S011Tests : RuleTest<S011SubnetsNeeded>
{
    public static TheoryData<string> Types => new(EndpointTypes.Interface, EndpointTypes.Resource, EndpointTypes.ServiceNetwork, EndpointTypes.Tunnel);

    [Theory]
    [MemberData(nameof(Types))]
    public void NoSubnetFails(string type) => Fails(Run(Of(type) with { SubnetIds = [] }), Severity.Error, type);

    [Theory]
    [MemberData(nameof(Types))]
    public void OneSubnetPasses(string type) => Passes(Run(Of(type) with { SubnetIds = [Given.SubnetA] }));

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway));

    [Fact]
    public void UnknownListIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref Subnets") }), wasGiven: true, "!Ref Subnets");

    [Fact]
    public void SubnetConfigurationsAloneAreNotEvaluated() =>
        NotEvaluated(
            Run(Given.Interface with { SubnetIds = [], SubnetConfigurations = [new SubnetConfiguration { SubnetId = Given.SubnetA }] }), wasGiven: true, "SubnetIds");

    private static EndpointConfig Of(string type) => Given.OfEachType.Single(config => config.VpcEndpointType.Is(type));
}
