using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S007Tests : RuleTest<S007RouteTablesOnlyForGateway>
{
    [Fact]
    public void InterfaceWithARouteTableFails() =>
        Fails(Run(Given.Interface with { RouteTableIds = [Given.TableA] }), Severity.Error, Given.TableA, "Interface");

    [Fact]
    public void InterfaceWithoutOnePasses() => Passes(Run(Given.Interface));

    [Fact]
    public void GatewayIsNotItsBusiness() => NotApplicable(Run(Given.Gateway));

    [Fact]
    public void OmittedTypeOfS3IsAGateway() => NotApplicable(Run(Given.Gateway with { VpcEndpointType = default }));

    [Fact]
    public void UnknownListIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { RouteTableIds = ValueList<Value<string>>.Unknown("!Ref Tables") }), wasGiven: true, "!Ref Tables");

    [Fact]
    public void UnknownTypeIsNotEvaluated() =>
        NotEvaluated(
            Run(Given.Interface with { VpcEndpointType = Value<string>.Unknown("!Ref Type"), RouteTableIds = [Given.TableA] }),
            wasGiven: true,
            "!Ref Type");
}
