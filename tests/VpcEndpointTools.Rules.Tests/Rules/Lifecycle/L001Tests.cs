using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Lifecycle;

namespace VpcEndpointTools.Tests.Rules.Lifecycle;

public sealed class L001Tests : RuleTest<L001WaitsForAcceptance>
{
    private static EndpointConfig In(Value<string> state) => Given.Existing(Given.Interface) with { State = state };

    [Theory]
    [InlineData("pendingAcceptance")]
    [InlineData("PendingAcceptance")]
    public void WaitingEndpointFails(string state)
    {
        Violation violation = Fails(Run(In(state)), Severity.Warning, $"is {state}", "provider of com.amazonaws.eu-west-1.ssm", "carries nothing");
        Assert.Equal("State", violation.Property);
    }

    [Fact]
    public void EachTypeCanWait()
    {
        foreach (EndpointConfig config in Given.OfEachType)
        {
            Fails(Run(Given.Existing(config) with { State = "pendingAcceptance" }), Severity.Warning, "pendingAcceptance");
        }
    }

    [Theory]
    [InlineData("available")]
    [InlineData("pending")]
    [InlineData("partial")]
    public void OtherStatesPass(string state) => Passes(Run(In(state)));

    [Theory]
    [InlineData("deleting")]
    [InlineData("failed")]
    [InlineData("rejected")]
    public void DeadOnesAreNotApplicable(string state) => NotApplicable(Run(In(state)));

    [Fact]
    public void RequestIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface));
        NotApplicable(Run(Given.Interface with { State = "pendingAcceptance" }));
    }

    [Fact]
    public void RequesterManagedOneIsNotApplicable() => NotApplicable(Run(In("pendingAcceptance") with { RequesterManaged = true }));

    [Fact]
    public void AbsentStateIsNotEvaluated() => NotEvaluated(Run(In(default)), wasGiven: false, "State");

    [Fact]
    public void UnknownStateIsNotEvaluated() => NotEvaluated(Run(In(Given.Unknown<string>("!Ref S"))), wasGiven: true, "!Ref S");
}
