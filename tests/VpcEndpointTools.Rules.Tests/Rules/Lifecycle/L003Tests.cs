using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Lifecycle;

namespace VpcEndpointTools.Tests.Rules.Lifecycle;

public sealed class L003Tests : RuleTest<L003Partial>
{
    private static EndpointConfig Existing(int interfaces, string state = "available") => Given.Existing(Given.Interface) with
    {
        State = state, NetworkInterfaceIds = [.. Enumerable.Range(0, interfaces).Select(i => (Value<string>)$"eni-{i}")],
    };

    [Fact]
    public void PartialIsAWarning()
    {
        Fails(Run(Existing(2, "Partial")), Severity.Warning, "Partial");
        Fails(Run(Existing(2, "partial") with { FailureReason = "no capacity" }), Severity.Warning, "(no capacity)");
    }

    [Fact]
    public void FewerInterfacesThanSubnetsIsAWarning() => Fails(Run(Existing(1, "Available")), Severity.Warning, "2 subnets", "1 network interface");

    [Fact]
    public void AsManyInterfacesPass() => Passes(Run(Existing(2)));

    [Fact]
    public void WhatNeedNotHaveThemYetPasses()
    {
        Passes(Run(Existing(1, "pending")));
        Passes(Run(Existing(0)));
        Passes(Run(Existing(1) with { SubnetIds = ValueList<Value<string>>.Absent }));
    }

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(Existing(1) with { State = default }), wasGiven: false, "State");
        NotEvaluated(Run(Existing(1) with { NetworkInterfaceIds = ValueList<Value<string>>.Unknown("x") }), wasGiven: true, "NetworkInterfaceIds");
        NotEvaluated(Run(Existing(1) with { SubnetIds = ValueList<Value<string>>.Unknown("x") }), wasGiven: true, "SubnetIds");
    }

    [Fact]
    public void RequestsAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Interface));
        NotApplicable(Run(Given.Existing(Given.Gateway) with { State = "partial" }));
    }
}
