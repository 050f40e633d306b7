using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N002Tests : RuleTest<N002ServiceZones>
{
    private static NetworkSnapshot Zones(params Value<string>[] zones) => Given.Snapshot with
    {
        ServiceDetails = [Given.Service("com.amazonaws.eu-west-1.ssm", EndpointTypes.Interface, null) with { AvailabilityZones = [.. zones] }],
    };

    [Fact]
    public void SubnetInAnotherZoneFails() => Assert.Single(Run(Given.Interface, Zones("eu-west-1b", "eu-west-1c")).Violations, violation =>
        violation.Message.Contains(Given.SubnetA, StringComparison.Ordinal) && violation.Message.Contains("eu-west-1a", StringComparison.Ordinal));

    [Fact]
    public void SubnetsInTheServicesZonesPass() => Passes(Run(Given.Interface, Zones("eu-west-1a", "eu-west-1b")));

    [Fact]
    public void ZoneThatIsNotKnownProvesNothing() => NotEvaluated(Run(Given.Interface, Zones("eu-west-1b", Given.Unknown<string>())), wasGiven: true, "AvailabilityZones");

    [Fact]
    public void ServiceWithoutZonesIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, Zones()), wasGiven: false, "AvailabilityZones");
        NotEvaluated(Run(Given.Interface), wasGiven: false, "ServiceDetails");
    }

    [Fact]
    public void SubnetThatIsNotKnownIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface with { SubnetIds = ["subnet-x"] }, Zones("eu-west-1a") with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "subnet-x");
        NotEvaluated(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, Zones("eu-west-1a")), wasGiven: true, "!Ref S");
        NotEvaluated(Run(Given.Interface, Zones("eu-west-1a") with { Subnets = [Given.Snapshot.Subnets![0] with { AvailabilityZone = default }] }), wasGiven: true, "AvailabilityZone");
    }

    [Fact]
    public void ServiceOfAnotherRegionIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface with { ServiceRegion = "us-east-1" }, Zones("eu-west-1c")));
        Fails(Run(Given.Interface with { ServiceRegion = "eu-west-1" }, Zones("eu-west-1c")), Severity.Error, "eu-west-1c");
        NotEvaluated(Run(Given.Interface with { ServiceRegion = Given.Unknown<string>() }, Zones("eu-west-1c")), wasGiven: true, "ServiceRegion");
        NotEvaluated(Run(Given.Interface with { ServiceRegion = "us-east-1", Region = Given.Unknown<string>() }, Zones("eu-west-1c")), wasGiven: true, "ServiceRegion");
    }

    [Fact]
    public void NothingToLookAtIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Absent }, Zones("eu-west-1c")));
        NotApplicable(Run(Given.Interface with { ServiceName = default }, Zones("eu-west-1c")));
        NotApplicable(Run(Given.Existing(Given.Interface), Zones("eu-west-1c")));
        NotApplicable(Run(Given.Gateway, Zones("eu-west-1c")));
    }
}
