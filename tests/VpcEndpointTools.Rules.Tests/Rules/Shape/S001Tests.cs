using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S001Tests : RuleTest<S001VpcEndpointTypeKnown>
{
    [Fact]
    public void UnknownTypeFails() => Fails(Run(Given.Interface with { VpcEndpointType = "Private" }), Severity.Error, "'Private'", "Tunnel");

    [Fact]
    public void WrongCapitalsFailAndSayTheRightOnes() =>
        Fails(Run(Given.Interface with { VpcEndpointType = "interface" }), Severity.Error, "'interface'", "'Interface'");

    [Fact]
    public void AllSixPass() => Assert.All(Given.OfEachType, config => Passes(Run(config)));

    [Fact]
    public void OmittedTypePasses() => Passes(Run(Given.Gateway with { VpcEndpointType = default }));

    [Fact]
    public void DeletedEndpointIsNotApplicable() =>
        NotApplicable(Run(Given.Existing(Given.Interface) with { VpcEndpointType = "x", State = "Deleted" }));

    [Fact]
    public void UnknownValueIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { VpcEndpointType = Value<string>.Unknown("!Ref Type") }), wasGiven: true, "!Ref Type");
}
