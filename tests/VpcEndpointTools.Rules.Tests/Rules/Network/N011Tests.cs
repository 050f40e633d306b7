using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N011Tests : RuleTest<N011CrossRegionZones>
{
    private static readonly EndpointConfig Far = Given.Interface with { ServiceRegion = "eu-central-1" };
    private static readonly NetworkSnapshot Nowhere = In("use1-az3") with { Region = null };

    private static NetworkSnapshot In(Value<string> zoneId) => Given.Snapshot with
    {
        Subnets = [Given.Subnet(Given.SubnetA, "a", "euw1-az1"), Given.Subnet(Given.SubnetB, "b", "") with { AvailabilityZoneId = zoneId }],
    };

    [Theory]
    [InlineData("use1-az3")]
    [InlineData("usw1-az2")]
    [InlineData("apne1-az3")]
    [InlineData("apne2-az2")]
    [InlineData("apne2-az4")]
    public void ZoneThatTakesNoneFails(string zone)
    {
        RuleOutcome outcome = Run(Far, In(zone));
        Violation violation = Fails(outcome, Severity.Error, $"{Given.SubnetB} is in {zone},", "Choose another zone.");
        Assert.Equal("SubnetIds", violation.Property);
        Assert.Single(outcome.Violations);
    }

    [Theory]
    [InlineData("use1-az2")]
    [InlineData("usw1-az3")]
    [InlineData("apne1-az2")]
    [InlineData("apne2-az3")]
    [InlineData("euw1-az3")]
    public void OtherZonesPass(string zone) => Passes(Run(Far, In(zone)));

    [Fact]
    public void EachSubnetInSuchAZoneIsNamed()
    {
        RuleOutcome outcome = Run(Far with { SubnetIds = [Given.SubnetB, Given.SubnetA, Given.SubnetB] }, In("use1-az3"));
        Assert.Equal(2, outcome.Violations.Count);
    }

    [Fact]
    public void ServiceOfTheSameRegionIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface, In("use1-az3")));
        NotApplicable(Run(Far with { ServiceRegion = Given.Region }, In("use1-az3")));
        NotApplicable(Run(Far with { ServiceRegion = Given.Unknown<string>(), Region = Given.Unknown<string>() }, In("use1-az3")));
    }

    [Fact]
    public void NoSubnetIsNotApplicable() => NotApplicable(Run(Far with { SubnetIds = [] }, In("use1-az3")));

    [Fact]
    public void OtherTypesAreNotApplicable() =>
        Assert.All(
            Given.OfEachType.Where(config => config != Given.Interface),
            config => NotApplicable(Run(config with { SubnetIds = [Given.SubnetB], ServiceRegion = "eu-central-1" }, In("use1-az3"))));

    [Fact]
    public void ExistingEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Far), In("use1-az3")));

    [Fact]
    public void UnknownServiceRegionIsNotEvaluated() =>
        NotEvaluated(Run(Far with { ServiceRegion = Given.Unknown<string>() }, In("use1-az3")), wasGiven: true, "ServiceRegion and the Region of deployment (!Ref X)");

    [Fact]
    public void UnknownRegionIsNotEvaluated() =>
        NotEvaluated(Run(Far with { Region = Given.Unknown<string>() }, In("use1-az3")), wasGiven: true, "ServiceRegion and the Region of deployment (eu-central-1)");

    [Fact]
    public void NoRegionIsNotEvaluated()
    {
        NotEvaluated(Run(Far with { Region = default }, Nowhere), wasGiven: false, "the Region of deployment (-Region)");
        Fails(Run(Far with { Region = default }, Nowhere, Given.Region), Severity.Error, "use1-az3");
        NotApplicable(Run(Far with { Region = default }, Nowhere, "eu-central-1"));
    }

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Far), wasGiven: false, "a snapshot with Subnets");

    [Fact]
    public void MissingSubnetsAreNotEvaluated() => NotEvaluated(Run(Far, Given.Snapshot with { Subnets = null }), wasGiven: true, "Subnets in the snapshot");

    [Fact]
    public void UnknownSubnetsAreNotEvaluated()
    {
        NotEvaluated(Run(Far with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, Given.Snapshot), wasGiven: true, "SubnetIds (!Ref S)");
        NotEvaluated(Run(Far with { SubnetIds = [Given.SubnetA, Given.Unknown<string>()] }, Given.Snapshot), wasGiven: true, "SubnetIds (!Ref X)");
    }

    [Fact]
    public void UnknownZoneIsNotEvaluated()
    {
        NotEvaluated(Run(Far, In(Given.Unknown<string>())), wasGiven: false, $"the AvailabilityZoneId of {Given.SubnetB}");
        NotEvaluated(Run(Far, In(default)), wasGiven: false, $"the AvailabilityZoneId of {Given.SubnetB}");
    }

    [Fact]
    public void TheFirstThingMissingIsNamed()
    {
        NotEvaluated(Run(Far with { SubnetIds = [Given.Unknown<string>(), Given.SubnetB] }, In(default)), wasGiven: true, "!Ref X");
        NotEvaluated(Run(Far with { SubnetIds = [Given.SubnetB, Given.Unknown<string>()] }, In(default)), wasGiven: false, Given.SubnetB);
    }

    [Fact]
    public void SubnetThatIsNotThereIsNotEvaluated()
    {
        NetworkSnapshot snapshot = Given.Snapshot with { Subnets = [Given.Snapshot.Subnets![0]] };
        NotEvaluated(Run(Far, snapshot), wasGiven: false, $"the AvailabilityZoneId of {Given.SubnetB}");
        NotEvaluated(Run(Far, snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, $"{Given.SubnetB} in the snapshot's Subnets");
    }

    [Fact]
    public void FindingInAPartialSnapshotStands() =>
        Fails(Run(Far, In("use1-az3") with { Complete = SnapshotCompleteness.Partial }), Severity.Error, "use1-az3");

    [Fact]
    public void FindingWinsOverAnUnknownSubnet() =>
        Fails(Run(Far with { SubnetIds = [Given.Unknown<string>(), Given.SubnetB] }, In("use1-az3")), Severity.Error, Given.SubnetB);
}
