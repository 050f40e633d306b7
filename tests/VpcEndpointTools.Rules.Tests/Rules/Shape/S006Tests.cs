using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S006Tests : RuleTest<S006SubnetsNotForGateway>
{
    [Fact]
    public void GatewayWithASubnetFails() => Fails(Run(Given.Gateway with { SubnetIds = [Given.SubnetA] }), Severity.Error, Given.SubnetA);

    [Fact]
    public void GatewayWithASubnetConfigurationFails() =>
        Fails(Run(Given.Gateway with { SubnetConfigurations = [new SubnetConfiguration { SubnetId = Given.SubnetA }] }), Severity.Error, "SubnetConfigurations");

    [Fact]
    public void GatewayWithoutOnePasses() => Passes(Run(Given.Gateway));

    [Fact]
    public void InterfaceIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void SubnetOfUnknownIdFailsAllTheSame() =>
        Fails(Run(Given.Gateway with { SubnetIds = [Value<string>.Unknown("!Ref Subnet")] }), Severity.Error, "!Ref Subnet");

    [Fact]
    public void UnknownListIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref Subnets") }), wasGiven: true, "!Ref Subnets");
}
