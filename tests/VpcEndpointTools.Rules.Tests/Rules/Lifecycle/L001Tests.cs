using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Rules.Lifecycle;

namespace VpcEndpointTools.Tests.Rules.Lifecycle;

public sealed class L001Tests : RuleTest<L001WaitsForAcceptance>
{
    [Theory]
    [InlineData("pendingAcceptance")]
    [InlineData("PendingAcceptance")]
    public void WaitingIsAWarning(string state) =>
        Fails(Run(Given.Existing(Given.Interface) with { State = state }), Severity.Warning, state, "com.amazonaws.eu-west-1.ssm");

    [Theory]
    [InlineData("available")]
    [InlineData("pending")]
    public void OtherStatesPass(string state) => Passes(Run(Given.Existing(Given.Interface) with { State = state }));

    [Fact]
    public void UnknownStateIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Existing(Given.Interface) with { State = default }), wasGiven: false, "State");
        NotEvaluated(Run(Given.Existing(Given.Interface) with { State = Given.Unknown<string>() }), wasGiven: true, "State");
        NotEvaluated(Run(Given.Existing(Given.Interface) with { RequesterManaged = Given.Unknown<bool>() }), wasGiven: true, "RequesterManaged");
    }

    [Fact]
    public void RequestIsNotApplicable() => NotApplicable(Run(Given.Interface));
}
