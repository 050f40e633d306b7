using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S008Tests : RuleTest<S008SecurityGroupsNotSupported>
{
    [Fact]
    public void GatewayWithAGroupFails() => Fails(Run(Given.Gateway with { SecurityGroupIds = [Given.GroupId] }), Severity.Error, Given.GroupId, "Gateway");

    [Fact]
    public void GatewayLoadBalancerWithAGroupFails() =>
        Fails(Run(Given.GatewayLoadBalancer with { SecurityGroupIds = [Given.GroupId] }), Severity.Error, "GatewayLoadBalancer");

    [Fact]
    public void GatewayWithoutOnePasses() => Passes(Run(Given.Gateway));

    [Fact]
    public void InterfaceIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void UnknownListIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { SecurityGroupIds = ValueList<Value<string>>.Unknown("!Ref Groups") }), wasGiven: true, "!Ref Groups");
}
