using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Governance;

namespace VpcEndpointTools.Tests.Rules.Governance;

public sealed class G003Tests : RuleTest<G003ServiceOwner>
{
    private static Declarations Allow(params string[] owners) => new() { AllowedServiceOwners = owners };

    private static NetworkSnapshot OwnedBy(Value<string> owner) =>
        Given.Snapshot with { ServiceDetails = [Given.Service(Given.GwlbService, "GatewayLoadBalancer", null) with { Owner = owner }] };

    [Fact]
    public void OwnerThatIsNotOnTheListFails()
    {
        Violation violation = Fails(
            Run(Given.GatewayLoadBalancer, OwnedBy("999988887777"), Allow("111122223333")), Severity.Warning, $"{Given.GwlbService} belongs to 999988887777, which is not among");
        Assert.Equal("ServiceName", violation.Property);
        Fails(Run(Given.GatewayLoadBalancer, OwnedBy("999988887777"), Allow()), Severity.Warning, "999988887777");
        Fails(Run(Given.GatewayLoadBalancer, OwnedBy("999988887777"), Allow("9999*")), Severity.Warning, "999988887777");
    }

    [Theory]
    [InlineData("999988887777")]
    [InlineData("com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718")]
    [InlineData("com.amazonaws.vpce.*")]
    public void OwnerOrServiceOnTheListPasses(string allowed) => Passes(Run(Given.GatewayLoadBalancer, OwnedBy("999988887777"), Allow("x", allowed)));

    [Fact]
    public void ServiceOnTheListPassesWithoutASnapshot() => Passes(Run(Given.GatewayLoadBalancer, null, Allow(Given.GwlbService)));

    [Fact]
    public void CaseOfServiceNamesMatters() => Fails(Run(Given.GatewayLoadBalancer, OwnedBy("x"), Allow("COM.*")), Severity.Warning, "belongs to x");

    [Fact]
    public void OwnerThatIsNotKnownIsNotEvaluated()
    {
        NotEvaluated(Run(Given.GatewayLoadBalancer, null, Allow("x")), wasGiven: false, "the Owner of " + Given.GwlbService);
        NotEvaluated(Run(Given.GatewayLoadBalancer, OwnedBy(Given.Unknown<string>()), Allow("x")), wasGiven: false, "the Owner of");
        NotEvaluated(Run(Given.GatewayLoadBalancer, OwnedBy(default), Allow("x")), wasGiven: false, "the Owner of");
        NotEvaluated(Run(Given.Interface with { ServiceName = Given.GwlbService }, OwnedBy("y"), Allow("x")), wasGiven: false, "the Owner of");
    }

    [Fact]
    public void WithoutAListItIsNotEvaluated() => NotEvaluated(Run(Given.GatewayLoadBalancer, Given.Snapshot), wasGiven: false, "AllowedServiceOwners");

    [Fact]
    public void UnknownServiceIsNotEvaluated() => NotEvaluated(Run(Given.Interface with { ServiceName = Given.Unknown<string>("!Ref S") }, null, Allow("x")), wasGiven: true, "!Ref S");

    [Fact]
    public void AwssServicesAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Interface, Given.Snapshot, Allow("x")));
        NotApplicable(Run(Given.Interface with { ServiceName = default }, Given.Snapshot, Allow("x")));
        NotApplicable(Run(Given.Gateway with { ServiceName = Given.GwlbService }, Given.Snapshot, Allow("x")));
    }
}
