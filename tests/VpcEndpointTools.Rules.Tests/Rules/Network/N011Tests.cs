using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N011Tests : RuleTest<N011CrossRegionZones>
{
    private static readonly EndpointConfig Cross = Given.Interface with { Region = "us-east-1", ServiceName = "com.amazonaws.eu-west-1.kms", ServiceRegion = "eu-west-1", SubnetIds = [Given.SubnetA] };

    private static NetworkSnapshot Zone(Value<string> id) => Given.Snapshot with { Region = "us-east-1", Subnets = [Given.Snapshot.Subnets![0] with { AvailabilityZoneId = id }] };

    [Theory]
    [InlineData("use1-az3")]
    [InlineData("usw1-az2")]
    [InlineData("apne1-az3")]
    [InlineData("apne2-az2")]
    [InlineData("apne2-az4")]
    public void ExcludedZoneFails(string zone) => Fails(Run(Cross, Zone(zone)), Severity.Error, zone, Given.SubnetA);

    [Fact]
    public void OtherZonePasses() => Passes(Run(Cross, Zone("use1-az1")));

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(Cross, Zone(default)), wasGiven: false, "AvailabilityZoneId");
        NotEvaluated(Run(Cross), wasGiven: false, "Subnets");
        NotEvaluated(Run(Cross with { ServiceRegion = Given.Unknown<string>() }, Zone("use1-az3")), wasGiven: true, "ServiceRegion");
        NotEvaluated(Run(Cross with { Region = default }), wasGiven: false, "-Region");
        NotEvaluated(Run(Cross with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, Zone("use1-az3")), wasGiven: true, "!Ref S");
    }

    [Fact]
    public void NothingToLookAtIsNotApplicable()
    {
        NotApplicable(Run(Cross with { ServiceRegion = default }, Zone("use1-az3")));
        NotApplicable(Run(Cross with { ServiceRegion = "us-east-1" }, Zone("use1-az3")));
        NotApplicable(Run(Cross with { SubnetIds = ValueList<Value<string>>.Absent }, Zone("use1-az3")));
        NotApplicable(Run(Given.Existing(Cross), Zone("use1-az3")));
    }
}
