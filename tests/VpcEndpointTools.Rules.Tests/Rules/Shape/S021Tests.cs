using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S021Tests : RuleTest<S021VpcIdNeeded>
{
    [Fact]
    public void NoVpcFails() => Assert.Equal("VpcId", Fails(Run(Given.Interface with { VpcId = default }), Severity.Error, "VpcId").Property);

    [Fact]
    public void OnePasses() => Assert.All(Given.OfEachType, config => Passes(Run(config)));

    [Fact]
    public void UnknownOneIsOne() => Passes(Run(Given.Interface with { VpcId = Value<string>.Unknown("!Ref Vpc") }));

    [Fact]
    public void DeletedEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface) with { VpcId = default, State = "deleted" }));
}
