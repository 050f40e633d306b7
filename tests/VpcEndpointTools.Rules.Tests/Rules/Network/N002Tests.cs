using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N002Tests : RuleTest<N002ServiceZones>
{
    private static readonly EndpointConfig One = Given.Interface with { SubnetIds = [Given.SubnetA] };
    private static readonly EndpointConfig Anywhere = Given.Interface with { Region = default };

    private static NetworkSnapshot In(Value<string> zone) => Given.Snapshot with
    {
        Subnets = [Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1"), Given.Subnet(Given.SubnetB, "", "euw1-az4") with { AvailabilityZone = zone }],
    };

    private static NetworkSnapshot Offered(ValueList<Value<string>> zones, NetworkSnapshot? snapshot = null) => (snapshot ?? Given.Snapshot) with
    {
        ServiceDetails = [Given.Service("com.amazonaws.eu-west-1.ssm", EndpointTypes.Interface, null) with { AvailabilityZones = zones }],
    };

    [Fact]
    public void ZoneWithoutTheServiceFails()
    {
        RuleOutcome outcome = Run(Given.Interface, In("eu-west-1d"));
        Violation violation = Fails(outcome, Severity.Error, Given.SubnetB, "is in eu-west-1d,", "com.amazonaws.eu-west-1.ssm", "eu-west-1a, eu-west-1b, eu-west-1c");
        Assert.Equal("SubnetIds", violation.Property);
        Assert.Single(outcome.Violations);
    }

    [Fact]
    public void EachSubnetInAZoneWithoutTheServiceIsNamed()
    {
        RuleOutcome outcome = Run(Given.Interface, Offered(["eu-west-1c"]));
        Assert.Equal(2, outcome.Violations.Count);
        Assert.Contains(Given.SubnetA, outcome.Violations[0].Message, StringComparison.Ordinal);
        Assert.Contains(Given.SubnetB, outcome.Violations[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ZonesWithTheServicePass() => Passes(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void GatewayLoadBalancersHaveZonesToo()
    {
        Passes(Run(Given.GatewayLoadBalancer, Given.Snapshot));
        Fails(Run(Given.GatewayLoadBalancer with { SubnetIds = [Given.SubnetB] }, In("eu-west-1d")), Severity.Error, Given.SubnetB, Given.GwlbService);
    }

    [Fact]
    public void TheZonesAreThoseOfTheTestedType()
    {
        EndpointConfig s3 = One with { ServiceName = "com.amazonaws.eu-west-1.s3" };
        ServiceDetail gateway = Given.Service("com.amazonaws.eu-west-1.s3", EndpointTypes.Gateway, null) with { AvailabilityZones = ["eu-west-1z"] };
        Passes(Run(s3, Given.Snapshot with { ServiceDetails = [gateway, Given.Service("com.amazonaws.eu-west-1.s3", EndpointTypes.Interface, null)] }));
    }

    [Fact]
    public void OtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Gateway with { SubnetIds = [Given.SubnetB] }, In("eu-west-1d")));
        NotApplicable(Run(Given.Resource, In("eu-west-1d")));
        NotApplicable(Run(Given.ServiceNetwork, In("eu-west-1d")));
        NotApplicable(Run(Given.Tunnel, In("eu-west-1d")));
    }

    [Fact]
    public void ExistingEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface), In("eu-west-1d")));

    [Fact]
    public void NoSubnetIsNotApplicable() => NotApplicable(Run(Given.Interface with { SubnetIds = [] }, Given.Snapshot));

    [Fact]
    public void NoServiceIsNotApplicable() => NotApplicable(Run(Given.Interface with { ServiceName = default }, In("eu-west-1d")));

    [Fact]
    public void ServiceOfAnotherRegionIsNotApplicable() => NotApplicable(Run(Given.Interface with { ServiceRegion = "eu-central-1" }, In("eu-west-1d")));

    [Fact]
    public void ServiceRegionThatIsTheEndpointsOwnChangesNothing()
    {
        Fails(Run(Given.Interface with { ServiceRegion = Given.Region }, In("eu-west-1d")), Severity.Error, "eu-west-1d");
        Passes(Run(Given.Interface with { ServiceRegion = Given.Region }, Given.Snapshot));
        Passes(Run(Given.Interface with { ServiceRegion = Given.Unknown<string>(), Region = Given.Unknown<string>() }, Given.Snapshot));
    }

    [Fact]
    public void UnknownServiceRegionIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceRegion = Given.Unknown<string>() }, In("eu-west-1d")), wasGiven: true, "ServiceRegion and the Region of deployment (!Ref X)");

    [Fact]
    public void UnknownRegionIsNotEvaluated() =>
        NotEvaluated(Run(Anywhere with { ServiceRegion = "eu-central-1", Region = Given.Unknown<string>() }, In("eu-west-1d")), wasGiven: true, "the Region of deployment");

    [Fact]
    public void NoRegionIsNotEvaluated() =>
        NotEvaluated(Run(Anywhere with { ServiceRegion = "eu-central-1" }, In("eu-west-1d") with { Region = null }), wasGiven: false, "the Region of deployment");

    [Fact]
    public void WithoutServiceRegionNoRegionIsNeeded() => Passes(Run(Anywhere, Given.Snapshot with { Region = null }));

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceName = Given.Unknown<string>() }, Given.Snapshot), wasGiven: true, "the value of ServiceName (!Ref X)");

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "a snapshot with ServiceDetails");

    [Fact]
    public void MissingServicesAreNotEvaluated() =>
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { ServiceDetails = null }), wasGiven: true, "ServiceDetails in the snapshot");

    [Fact]
    public void MissingSubnetsAreNotEvaluated() =>
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { Subnets = null }), wasGiven: true, "Subnets in the snapshot");

    [Fact]
    public void ServiceThatIsNotListedIsNotEvaluated()
    {
        NetworkSnapshot snapshot = Given.Snapshot with { ServiceDetails = [] };
        NotEvaluated(Run(Given.Interface, snapshot), wasGiven: false, "the AvailabilityZones of com.amazonaws.eu-west-1.ssm");
        NotEvaluated(Run(Given.Interface, snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "com.amazonaws.eu-west-1.ssm in the snapshot's ServiceDetails");
    }

    [Fact]
    public void ServiceWithoutZonesIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, Offered([])), wasGiven: false, "the AvailabilityZones of com.amazonaws.eu-west-1.ssm");
        NotEvaluated(Run(Given.Interface, Offered(ValueList<Value<string>>.Unknown("!Ref Z"))), wasGiven: false, "the AvailabilityZones of com.amazonaws.eu-west-1.ssm");
    }

    [Fact]
    public void SubnetThatMayBeInAZoneOfTheServiceIsNotEvaluated()
    {
        ValueList<Value<string>> zones = ["eu-west-1a", Given.Unknown<string>()];
        NotEvaluated(Run(Given.Interface, Offered(zones)), wasGiven: true, "all AvailabilityZones of com.amazonaws.eu-west-1.ssm");
        Passes(Run(One, Offered(zones)));
    }

    [Fact]
    public void UnknownSubnetsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, Given.Snapshot), wasGiven: true, "SubnetIds (!Ref S)");
        NotEvaluated(Run(Given.Interface with { SubnetIds = [Given.SubnetA, Given.Unknown<string>()] }, Given.Snapshot), wasGiven: true, "SubnetIds (!Ref X)");
    }

    [Fact]
    public void UnknownZoneIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, In(Given.Unknown<string>())), wasGiven: true, $"the AvailabilityZone of {Given.SubnetB}");
        NotEvaluated(Run(Given.Interface, In(default)), wasGiven: true, $"the AvailabilityZone of {Given.SubnetB}");
    }

    [Fact]
    public void TheFirstThingMissingIsNamed()
    {
        NetworkSnapshot snapshot = In(default);
        NotEvaluated(Run(Given.Interface with { SubnetIds = [Given.Unknown<string>(), Given.SubnetB] }, snapshot), wasGiven: true, "SubnetIds (!Ref X)");
        NotEvaluated(Run(Given.Interface with { SubnetIds = [Given.SubnetB, Given.SubnetA] }, Offered([Given.Unknown<string>()], snapshot)), wasGiven: true, Given.SubnetB);
    }

    [Fact]
    public void SubnetThatIsNotThereIsNotEvaluated()
    {
        NetworkSnapshot snapshot = Given.Snapshot with { Subnets = [Given.Snapshot.Subnets![0]] };
        NotEvaluated(Run(Given.Interface, snapshot), wasGiven: true, $"the AvailabilityZone of {Given.SubnetB}");
        NotEvaluated(Run(Given.Interface, snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, $"{Given.SubnetB} in the snapshot's Subnets");
    }

    [Fact]
    public void FindingInAPartialSnapshotStands() =>
        Fails(Run(Given.Interface, In("eu-west-1d") with { Complete = SnapshotCompleteness.Partial }), Severity.Error, "eu-west-1d");

    [Fact]
    public void FindingWinsOverAnUnknownSubnet() =>
        Fails(Run(Given.Interface with { SubnetIds = [Given.Unknown<string>(), Given.SubnetB] }, In("eu-west-1d")), Severity.Error, Given.SubnetB);
}
