using VpcEndpointTools.Model;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Rules.Lifecycle;

namespace VpcEndpointTools.Tests.Rules.Lifecycle;

public sealed class L002Tests : RuleTest<L002EndpointBroken>
{
    [Theory]
    [InlineData("failed")]
    [InlineData("Rejected")]
    [InlineData("expired")]
    public void BrokenStateFails(string state) =>
        Fails(Run(Given.Existing(Given.Interface) with { State = state, FailureReason = "no capacity" }), Severity.Error, state, "no capacity", "billed");

    [Theory]
    [InlineData("available")]
    [InlineData("pendingAcceptance")]
    [InlineData("Partial")]
    public void OtherStatesPass(string state) => Passes(Run(Given.Existing(Given.Interface) with { State = state }));

    [Fact]
    public void RequestIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void DeletedOneIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface) with { State = "deleted" }));

    [Fact]
    public void RequesterManagedOneGetsItsOwnNoteOnly() => NotApplicable(Run(Given.Existing(Given.Interface) with { State = "failed", RequesterManaged = true }));

    [Fact]
    public void WithoutItsStateItIsNotEvaluated() => NotEvaluated(Run(Given.Existing(Given.Interface) with { State = default }), wasGiven: false, "State");

    [Fact]
    public void WhoManagesABrokenOneMustBeKnown() =>
        NotEvaluated(Run(Given.Existing(Given.Interface) with { State = "failed", RequesterManaged = Value<bool>.Unknown("!Ref R") }), wasGiven: true, "RequesterManaged");
}
