using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Routing;

namespace VpcEndpointTools.Tests.Rules.Routing;

public sealed class R002Tests : RuleTest<R002RouteTableNeeded>
{
    [Fact]
    public void NoTableIsAWarning() => Fails(Run(Given.Gateway with { RouteTableIds = [] }), Severity.Warning, "RouteTableIds is empty");

    [Fact]
    public void OnePasses() => Passes(Run(Given.Gateway));

    [Fact]
    public void InterfaceIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void UnknownListIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { RouteTableIds = ValueList<Value<string>>.Unknown("!Ref Tables") }), wasGiven: true, "!Ref Tables");
}
