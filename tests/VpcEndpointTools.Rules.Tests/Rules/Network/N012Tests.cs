using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N012Tests : RuleTest<N012OneGatewayLoadBalancerPerZone>
{
    private const string OtherId = "vpce-0fffffffffffffff0";

    private static readonly EndpointConfig Other = Given.Existing(Given.GatewayLoadBalancer, OtherId);

    private static NetworkSnapshot With(params EndpointConfig[] endpoints) => Given.Snapshot with { VpcEndpoints = endpoints };

    private static RuleOutcome Beside(params EndpointConfig[] endpoints) => Run(Given.GatewayLoadBalancer, With(endpoints));

    private static NetworkSnapshot Zoned(Subnet second) => With(Other with { SubnetIds = [Given.SubnetB] }) with { Subnets = [Given.Snapshot.Subnets![0], second] };

    [Fact]
    public void SecondInTheSameSubnetIsAWarning()
    {
        RuleOutcome outcome = Beside(Other);
        Violation violation = Fails(outcome, Severity.Warning, $"{OtherId} is an endpoint of {Given.GwlbService} in euw1-az1 already");
        Assert.Equal("SubnetIds", violation.Property);
        Assert.Single(outcome.Violations);
    }

    [Fact]
    public void SecondInAnotherSubnetOfTheZoneIsAWarning() =>
        Fails(Run(Given.GatewayLoadBalancer, Zoned(Given.Subnet(Given.SubnetB, "eu-west-1a", "euw1-az1"))), Severity.Warning, OtherId, "euw1-az1");

    [Fact]
    public void ZoneNamesServeWhereThereAreNoIds()
    {
        NetworkSnapshot snapshot = Zoned(Given.Subnet(Given.SubnetB, "eu-west-1a", "") with { AvailabilityZoneId = default });
        Subnet first = snapshot.Subnets![0] with { AvailabilityZoneId = default };
        Fails(Run(Given.GatewayLoadBalancer, snapshot with { Subnets = [first, snapshot.Subnets[1]] }), Severity.Warning, OtherId, "in eu-west-1a already");
    }

    [Fact]
    public void AnIdIsNotComparedWithAName() =>
        NotEvaluated(
            Run(Given.GatewayLoadBalancer, Zoned(Given.Subnet(Given.SubnetB, "eu-west-1a", "") with { AvailabilityZoneId = default })),
            wasGiven: true,
            $"Availability Zone of {Given.SubnetB}");

    [Fact]
    public void AnotherZonePasses() => Passes(Beside(Other with { SubnetIds = [Given.SubnetB] }));

    [Fact]
    public void NoOtherPasses() => Passes(Beside());

    [Fact]
    public void AnyOfSeveralOthersCounts() =>
        Fails(Beside(Other with { SubnetIds = [Given.SubnetB], Target = "far", VpcEndpointId = "vpce-1" }, Other), Severity.Warning, OtherId);

    [Fact]
    public void AnyZoneOfTheOtherCounts() => Fails(Beside(Other with { SubnetIds = [Given.SubnetB, Given.SubnetA] }), Severity.Warning, "euw1-az1");

    [Fact]
    public void AnotherServicePasses() => Passes(Beside(Other with { ServiceName = "com.amazonaws.vpce.eu-west-1.vpce-svc-0ffffffffffffffff" }));

    [Fact]
    public void AnotherVpcPasses() => Passes(Beside(Other with { VpcId = Given.OtherVpcId }));

    [Fact]
    public void AnotherTypePasses() => Passes(Beside(Other with { VpcEndpointType = EndpointTypes.Interface }));

    [Theory]
    [InlineData("deleted")]
    [InlineData("Deleting")]
    [InlineData("failed")]
    [InlineData("rejected")]
    [InlineData("expired")]
    public void DeadOtherPasses(string state) => Passes(Beside(Other with { State = state }));

    [Fact]
    public void WaitingOtherCounts() => Fails(Beside(Other with { State = "pendingAcceptance" }), Severity.Warning, OtherId);

    [Fact]
    public void OtherThatMayLiveIsNotEvaluated()
    {
        NotEvaluated(Beside(Other with { State = Given.Unknown<string>() }), wasGiven: true, $"all VpcEndpoints of {Given.VpcId}");
        NotEvaluated(Beside(Other with { VpcEndpointId = Given.Unknown<string>() }), wasGiven: true, "VpcEndpoints");
    }

    [Fact]
    public void OtherThatMayBeOneIsNotEvaluated()
    {
        NotEvaluated(Beside(Other with { VpcEndpointType = Given.Unknown<string>() }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Beside(Other with { ServiceName = Given.Unknown<string>() }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Beside(Other with { VpcId = Given.Unknown<string>() }), wasGiven: true, "VpcEndpoints");
    }

    [Fact]
    public void AnEndpointIsNotItsOwnNeighbour() => Passes(Run(Other, With(Other)));

    [Fact]
    public void ExistingEndpointIsTestedToo() => Fails(Run(Given.Existing(Given.GatewayLoadBalancer), With(Other)), Severity.Warning, OtherId);

    [Fact]
    public void ExistingEndpointThatDoesNotKnowItselfIsNotEvaluated() =>
        NotEvaluated(Run(Other with { VpcEndpointId = Given.Unknown<string>() }, With(Other)), wasGiven: true, "VpcEndpointId (!Ref X)");

    [Fact]
    public void OtherTypesAreNotApplicable() =>
        Assert.All(
            Given.OfEachType.Where(config => config != Given.GatewayLoadBalancer),
            config => NotApplicable(Run(config with { SubnetIds = [Given.SubnetA], ServiceName = Given.GwlbService }, With(Other))));

    [Fact]
    public void NoServiceIsNotApplicable() => NotApplicable(Run(Given.GatewayLoadBalancer with { ServiceName = default }, With(Other)));

    [Fact]
    public void NoSubnetIsNotApplicable() => NotApplicable(Run(Given.GatewayLoadBalancer with { SubnetIds = [] }, With(Other)));

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(Given.GatewayLoadBalancer with { ServiceName = Given.Unknown<string>() }, With(Other)), wasGiven: true, "the value of ServiceName (!Ref X)");

    [Fact]
    public void UnknownVpcIsNotEvaluated() =>
        NotEvaluated(Run(Given.GatewayLoadBalancer with { VpcId = Given.Unknown<string>() }, With(Other)), wasGiven: true, "the value of VpcId (!Ref X)");

    [Fact]
    public void UnknownSubnetsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.GatewayLoadBalancer with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, With(Other)), wasGiven: true, "SubnetIds (!Ref S)");
        NotEvaluated(Run(Given.GatewayLoadBalancer with { SubnetIds = [Given.Unknown<string>()] }, With(Other)), wasGiven: true, "SubnetIds (!Ref X)");
        NotEvaluated(Beside(Other with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }), wasGiven: true, "SubnetIds (!Ref S)");
        NotEvaluated(Beside(Other with { SubnetIds = [Given.Unknown<string>()] }), wasGiven: true, "SubnetIds (!Ref X)");
    }

    [Fact]
    public void UnknownZoneIsNotEvaluated()
    {
        Subnet nowhere = Given.Subnet(Given.SubnetB, "eu-west-1a", "") with { AvailabilityZoneId = Given.Unknown<string>() };
        NotEvaluated(Run(Given.GatewayLoadBalancer, Zoned(nowhere)), wasGiven: true, $"the Availability Zone of {Given.SubnetB}");
        NotEvaluated(
            Run(Given.GatewayLoadBalancer, Zoned(nowhere with { AvailabilityZone = default, AvailabilityZoneId = default })),
            wasGiven: true,
            $"the Availability Zone of {Given.SubnetB}");
    }

    [Fact]
    public void SubnetThatIsNotThereIsNotEvaluated()
    {
        NetworkSnapshot snapshot = With(Other) with { Subnets = [] };
        NotEvaluated(Run(Given.GatewayLoadBalancer, snapshot), wasGiven: true, $"the Availability Zone of {Given.SubnetA}");
        NotEvaluated(
            Run(Given.GatewayLoadBalancer, snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, $"{Given.SubnetA} in the snapshot's Subnets");
    }

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.GatewayLoadBalancer), wasGiven: false, "a snapshot with Subnets");

    [Fact]
    public void MissingMembersAreNotEvaluated()
    {
        NotEvaluated(Run(Given.GatewayLoadBalancer, Given.Snapshot with { VpcEndpoints = null }), wasGiven: true, "VpcEndpoints in the snapshot");
        NotEvaluated(Run(Given.GatewayLoadBalancer, With(Other) with { Subnets = null }), wasGiven: true, "Subnets in the snapshot");
    }

    [Fact]
    public void NoOtherInAPartialSnapshotIsNotEvaluated()
    {
        NotEvaluated(Run(Given.GatewayLoadBalancer, With() with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, $"all VpcEndpoints of {Given.VpcId}");
        NotEvaluated(Run(Given.GatewayLoadBalancer, With() with { Complete = SnapshotCompleteness.Of([Given.OtherVpcId]) }), wasGiven: true, "VpcEndpoints");
        Fails(Run(Given.GatewayLoadBalancer, With(Other) with { Complete = SnapshotCompleteness.Partial }), Severity.Warning, OtherId);
    }

    [Fact]
    public void FindingWinsOverAnUnknownSubnet() =>
        Fails(Beside(Other with { SubnetIds = [Given.Unknown<string>(), Given.SubnetA] }), Severity.Warning, OtherId);
}
