using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Lifecycle;

namespace VpcEndpointTools.Tests.Rules.Lifecycle;

public sealed class L003Tests : RuleTest<L003Partial>
{
    private static readonly EndpointConfig Endpoint = Given.Existing(Given.Interface);

    private static EndpointConfig Showing(params Value<string>[] interfaces) => Endpoint with { NetworkInterfaceIds = [.. interfaces] };

    [Theory]
    [InlineData("partial")]
    [InlineData("Partial")]
    public void PartialStateFails(string state)
    {
        Violation violation = Fails(Run(Showing("eni-1", "eni-2") with { State = state, FailureReason = "no capacity" }), Severity.Warning, $"is {state} (no capacity): a part");
        Assert.Equal("State", violation.Property);
    }

    [Fact]
    public void ReasonIsSaidOnlyWhereItIsKnown()
    {
        Fails(Run(Endpoint with { State = "partial" }), Severity.Warning, "is partial: a part");
        Fails(Run(Endpoint with { State = "partial", FailureReason = Given.Unknown<string>() }), Severity.Warning, "is partial: a part");
    }

    [Fact]
    public void FewerInterfacesThanSubnetsFail()
    {
        Violation violation = Fails(Run(Showing("eni-1")), Severity.Warning, "2 subnets", "1 network interface");
        Assert.Equal("NetworkInterfaceIds", violation.Property);
        Fails(Run(Showing("eni-1") with { State = "Available" }), Severity.Warning, "2 subnets");
    }

    [Fact]
    public void InterfacesOfUnknownIdCount()
    {
        Fails(Run(Showing(Given.Unknown<string>())), Severity.Warning, "1 network interface");
        Passes(Run(Showing("eni-1", Given.Unknown<string>())));
    }

    [Fact]
    public void AsManyOrMoreInterfacesPass()
    {
        Passes(Run(Showing("eni-1", "eni-2")));
        Passes(Run(Showing("eni-1", "eni-2", "eni-3")));
    }

    [Fact]
    public void GatewayLoadBalancerIsMeantToo()
    {
        EndpointConfig config = Given.Existing(Given.GatewayLoadBalancer) with { SubnetIds = [Given.SubnetA, Given.SubnetB], NetworkInterfaceIds = ["eni-1"] };
        Fails(Run(config), Severity.Warning, "2 subnets");
        Passes(Run(config with { SubnetIds = [Given.SubnetA] }));
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("pendingAcceptance")]
    public void EndpointThatComesOrWaitsPasses(string state) => Passes(Run(Showing("eni-1") with { State = state }));

    [Fact]
    public void WhoShowsNoneShowsThemNowhere()
    {
        Passes(Run(Endpoint));
        Passes(Run(Showing("eni-1") with { SubnetIds = ValueList<Value<string>>.Absent }));
        Passes(Run(Endpoint with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref L") }));
        Passes(Run(Endpoint with { NetworkInterfaceIds = ValueList<Value<string>>.Unknown("!Ref I"), SubnetIds = ValueList<Value<string>>.Absent }));
    }

    [Fact]
    public void UnknownListsAreNotEvaluated()
    {
        NotEvaluated(Run(Endpoint with { NetworkInterfaceIds = ValueList<Value<string>>.Unknown("!Ref I") }), wasGiven: true, "NetworkInterfaceIds and SubnetIds (!Ref I)");
        NotEvaluated(Run(Showing("eni-1") with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref L") }), wasGiven: true, "NetworkInterfaceIds and SubnetIds (!Ref L)");
    }

    [Fact]
    public void UnknownListsOfAPendingEndpointDoNotMatter() =>
        Passes(Run(Endpoint with { State = "pending", NetworkInterfaceIds = ValueList<Value<string>>.Unknown("!Ref I") }));

    [Fact]
    public void AbsentOrUnknownStateIsNotEvaluated()
    {
        NotEvaluated(Run(Showing("eni-1") with { State = default }), wasGiven: false, "State");
        NotEvaluated(Run(Showing("eni-1") with { State = Given.Unknown<string>("!Ref S") }), wasGiven: true, "!Ref S");
    }

    [Fact]
    public void RequestsDeadOnesAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Interface with { NetworkInterfaceIds = ["eni-1"] }));
        NotApplicable(Run(Showing("eni-1") with { State = "deleted" }));
        NotApplicable(Run(Showing("eni-1") with { RequesterManaged = true }));
        NotApplicable(Run(Given.Existing(Given.Resource) with { State = "partial" }));
        NotApplicable(Run(Given.Existing(Given.Gateway) with { State = "partial" }));
    }
}
