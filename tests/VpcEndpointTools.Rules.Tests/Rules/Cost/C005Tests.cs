using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Cost;

namespace VpcEndpointTools.Tests.Rules.Cost;

public sealed class C005Tests : RuleTest<C005MonthlyCost>
{
    private static readonly EndpointConfig Interface = Given.Interface with { Region = "us-east-1" };

    [Fact]
    public void TwoZonesOfAnInterfaceEndpoint()
    {
        Violation violation = Fails(
            Run(Interface), Severity.Information, "14.60 USD a month for 2 zone(s) (0.0100 an hour each, 730 hours)", "0.0100 for each GB", "list prices of 2026-09-17");
        Assert.Equal("SubnetIds", violation.Property);
    }

    [Fact]
    public void OneZoneOfAGatewayLoadBalancerEndpoint() =>
        Fails(Run(Given.GatewayLoadBalancer with { Region = "ap-southeast-5" }), Severity.Information, "8.54 USD a month for 1 zone(s) (0.0117 an hour", "0.0035 for each GB");

    [Fact]
    public void SubnetsThatAreNotKnownCountAllTheSame() => Fails(Run(Interface with { SubnetIds = [Given.Unknown<string>()] }), Severity.Information, "7.30 USD");

    [Fact]
    public void RegionWithoutPricesIsNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "prices of eu-west-1");

    [Fact]
    public void UnknownRegionIsNotEvaluated()
    {
        NotEvaluated(Run(Interface with { Region = Given.Unknown<string>() }), wasGiven: false, "the Region of deployment");
        NotEvaluated(Run(Interface with { Region = default }), wasGiven: false, "the Region of deployment");
    }

    [Fact]
    public void UnknownSubnetsAreNotEvaluated() => NotEvaluated(Run(Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref N") }), wasGiven: true, "!Ref N");

    [Fact]
    public void ExistingFreeAndPlacelessEndpointsAreNotApplicable()
    {
        NotApplicable(Run(Given.Existing(Interface)));
        NotApplicable(Run(Given.Gateway with { Region = "us-east-1" }));
        NotApplicable(Run(Interface with { SubnetIds = [] }));
    }
}
