using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P005Tests : RuleTest<P005PolicySize>
{
    private static EndpointConfig OfLength(int length) => Given.Gateway with { PolicyDocument = Given.PerimeterPolicy.PadRight(length) };

    [Fact]
    public void OneCharacterTooManyFails() => Fails(Run(OfLength(20_481)), Severity.Error, "20481", "20480");

    [Fact]
    public void ExactlyTheQuotaIsAWarning() => Fails(Run(OfLength(20_480)), Severity.Warning, "20480");

    [Fact]
    public void NinetyPercentAndOneIsAWarning() => Fails(Run(OfLength(18_433)), Severity.Warning, "18433");

    [Fact]
    public void NinetyPercentPasses() => Passes(Run(OfLength(18_432)));

    [Fact]
    public void NoPolicyIsNotApplicable() => NotApplicable(Run(Given.Interface with { PolicyDocument = default }));

    [Fact]
    public void UnknownPolicyIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { PolicyDocument = Value<string>.Unknown("!Ref P") }), wasGiven: true, "!Ref P");
}
