using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D002Tests : RuleTest<D002PrivateDnsConflict>
{
    private static readonly EndpointConfig Neighbour = Given.Existing(Given.Interface, "vpce-0eeeeeeeeeeeeeeee");

    private static NetworkSnapshot With(EndpointConfig neighbour) => Given.Snapshot with { VpcEndpoints = [neighbour] };

    private static NetworkSnapshot Zone(string name, string vpc = Given.VpcId, bool isPrivate = true) =>
        Given.Snapshot with { HostedZones = [new HostedZone { Name = name, PrivateZone = isPrivate, VpcIds = [vpc] }] };

    [Fact]
    public void SecondEndpointOfTheServiceFails() => Fails(Run(Given.Interface, With(Neighbour)), Severity.Error, "vpce-0eeeeeeeeeeeeeeee", Given.VpcId);

    [Fact]
    public void ItFailsInAPartialSnapshotToo() => Fails(Run(Given.Interface, With(Neighbour) with { Complete = SnapshotCompleteness.Partial }), Severity.Error, "vpce-");

    [Fact]
    public void HostedZoneOfTheNameFails()
    {
        Fails(Run(Given.Interface, Zone("ssm.eu-west-1.amazonaws.com.")), Severity.Error, "hosted zone ssm.eu-west-1.amazonaws.com.");
        Fails(Run(Given.Interface, Zone("SSM.eu-west-1.amazonaws.com")), Severity.Error, "hosted zone");
    }

    [Fact]
    public void NothingElsePasses() => Passes(Run(Given.Interface, Given.Snapshot));

    [Theory]
    [InlineData("eu-west-1.amazonaws.com")]
    [InlineData("sqs.eu-west-1.amazonaws.com")]
    public void OtherZonesPass(string name) => Passes(Run(Given.Interface, Zone(name)));

    [Fact]
    public void ZoneOfAnotherVpcOrAPublicOnePasses()
    {
        Passes(Run(Given.Interface, Zone("ssm.eu-west-1.amazonaws.com", Given.OtherVpcId)));
        Passes(Run(Given.Interface, Zone("ssm.eu-west-1.amazonaws.com", isPrivate: false)));
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("Failed")]
    [InlineData("rejected")]
    public void DeadNeighbourHoldsNoName(string state) => Passes(Run(Given.Interface, With(Neighbour with { State = state })));

    [Fact]
    public void NeighbourWithoutPrivateDnsPasses() => Passes(Run(Given.Interface, With(Neighbour with { PrivateDnsEnabled = false })));

    [Fact]
    public void NeighbourOfAnotherVpcServiceOrServiceRegionPasses()
    {
        Passes(Run(Given.Interface, With(Neighbour with { VpcId = Given.OtherVpcId })));
        Passes(Run(Given.Interface, With(Neighbour with { ServiceName = "com.amazonaws.eu-west-1.sqs" })));
        Passes(Run(Given.Interface with { ServiceRegion = "eu-west-1" }, With(Neighbour with { ServiceRegion = "us-east-1" })));
    }

    [Fact]
    public void ItselfIsNoNeighbour() => Passes(Run(Neighbour, With(Neighbour with { Target = "copy" })));

    [Fact]
    public void PrivateDnsOffIsNotApplicable() => NotApplicable(Run(Given.Interface with { PrivateDnsEnabled = false }, With(Neighbour)));

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway, With(Neighbour)));

    [Fact]
    public void OmittedPrivateDnsIsNotEvaluatedWhereItMatters()
    {
        NotEvaluated(Run(Given.Interface with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }, With(Neighbour)), wasGiven: true, "omitted");
        Passes(Run(Given.Interface with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }, Given.Snapshot));
    }

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "VpcEndpoints");

    [Fact]
    public void PartialSnapshotWithoutAConflictIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "Complete");

    [Fact]
    public void NeighboursOfOneAnswerAreNoSnapshot() =>
        NotEvaluated(Run(Given.Interface, new NetworkSnapshot { VpcEndpoints = [], IsGiven = false }), wasGiven: false, "VpcEndpoints");

    [Fact]
    public void MissingHostedZonesMakeNoResultInconclusive() =>
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { HostedZones = null }), wasGiven: false, "HostedZones");

    [Fact]
    public void NeighbourWithUnknownPrivateDnsIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface, With(Neighbour with { PrivateDnsEnabled = Value<bool>.Unknown("!Ref D") })), wasGiven: true, "!Ref D");
}
