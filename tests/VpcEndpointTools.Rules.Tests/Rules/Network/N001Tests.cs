using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N001Tests : RuleTest<N001OneSubnetPerZone>
{
    private static NetworkSnapshot With(Subnet b) => Given.Snapshot with { Subnets = [Given.Snapshot.Subnets![0], b] };

    private static Subnet B(Value<string> zone, Value<string> zoneId) => Given.Subnet(Given.SubnetB, "x", "x") with { AvailabilityZone = zone, AvailabilityZoneId = zoneId };

    [Fact]
    public void SameZoneIdFails() =>
        Fails(Run(Given.Interface, With(B("eu-west-1c", "euw1-az1"))), Severity.Error, Given.SubnetA, Given.SubnetB, "euw1-az1");

    [Fact]
    public void SameZoneNameFailsWhereAnIdIsMissing() => Fails(Run(Given.Interface, With(B("eu-west-1a", default))), Severity.Error, "eu-west-1a");

    [Fact]
    public void SameSubnetTwiceFailsWithoutASnapshot() =>
        Fails(Run(Given.Interface with { SubnetIds = [Given.SubnetA, Given.SubnetA] }), Severity.Error, "twice");

    [Fact]
    public void SameUnknownZoneFails()
    {
        Value<string> zone = Value<string>.Unknown("!Select [0, !GetAZs '']");
        NetworkSnapshot snapshot = Given.Snapshot with
        {
            Subnets = [Given.Subnet(Given.SubnetA, "x", "x") with { AvailabilityZone = zone, AvailabilityZoneId = default }, B(zone, default)],
        };
        Fails(Run(Given.Interface, snapshot), Severity.Error, "!Select");
    }

    [Fact]
    public void TwoZonesPass() => Passes(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void OneSubnetPassesWithoutASnapshot() => Passes(Run(Given.Interface with { SubnetIds = [Given.SubnetA] }));

    [Theory]
    [InlineData("Gateway")]
    [InlineData("GatewayLoadBalancer")]
    public void OtherTypesAreNotApplicable(string type) => NotApplicable(Run(Given.Interface with { VpcEndpointType = type }, Given.Snapshot));

    [Fact]
    public void NoSubnetIsNotItsBusiness() => NotApplicable(Run(Given.Interface with { SubnetIds = [] }, Given.Snapshot));

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "a snapshot with Subnets");

    [Fact]
    public void UnknownZoneIsNotEvaluated() => NotEvaluated(Run(Given.Interface, With(B(Value<string>.Unknown("!Ref Z"), default))), wasGiven: true, "Availability Zones");

    [Fact]
    public void SubnetThatAPartialSnapshotLacksIsNotEvaluated() =>
        NotEvaluated(
            Run(Given.Interface, Given.Snapshot with { Subnets = [Given.Snapshot.Subnets![0]], Complete = SnapshotCompleteness.Partial }), wasGiven: true, Given.SubnetB);
}
