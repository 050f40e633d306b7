using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Resilience;

namespace VpcEndpointTools.Tests.Rules.Resilience;

public sealed class H001Tests : RuleTest<H001SeveralZones>
{
    [Fact]
    public void OneSubnetIsAWarning() => Fails(Run(Given.Interface with { SubnetIds = [Given.SubnetA] }), Severity.Warning, Given.SubnetA);

    [Fact]
    public void TwoSubnetsOfOneZoneAreAWarning() =>
        Fails(
            Run(Given.Interface, Given.Snapshot with { Subnets = [Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1"), Given.Subnet(Given.SubnetB, "eu-west-1a", "euw1-az1")] }),
            Severity.Warning,
            "euw1-az1");

    [Fact]
    public void TwoZonesPass() => Passes(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void GatewayLoadBalancerIsNotApplicable() => NotApplicable(Run(Given.GatewayLoadBalancer));

    [Fact]
    public void NoSubnetIsNotItsBusiness() => NotApplicable(Run(Given.Interface with { SubnetIds = [] }));

    [Fact]
    public void WithoutASnapshotTwoSubnetsAreNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "a snapshot with Subnets");

    [Fact]
    public void UnknownZoneIsNotEvaluated() =>
        NotEvaluated(
            Run(Given.Interface, Given.Snapshot with { Subnets = [Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1"), new Subnet { SubnetId = Given.SubnetB }] }),
            wasGiven: true,
            Given.SubnetB);

    [Fact]
    public void UnknownListIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref Subnets") }), wasGiven: true, "!Ref Subnets");
}
