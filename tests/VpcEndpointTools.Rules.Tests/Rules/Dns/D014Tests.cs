using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D014Tests : RuleTest<D014OwnDynamoDbZone>
{
    private static readonly EndpointConfig Endpoint = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.dynamodb", PrivateDnsEnabled = false };

    private static NetworkSnapshot Zone(Value<string> name, string vpc = Given.VpcId) => Given.Snapshot with { HostedZones = [new HostedZone { Name = name, VpcIds = [vpc] }] };

    [Fact]
    public void ZoneOverThePublicNameIsAWarning()
    {
        Fails(Run(Endpoint, Zone("dynamodb.eu-west-1.amazonaws.com.")), Severity.Warning, "dynamodb.eu-west-1.amazonaws.com", Given.VpcId);
        Fails(Run(Endpoint, Zone("DynamoDB.eu-west-1.amazonaws.com")), Severity.Warning, "overrides");
    }

    [Fact]
    public void OtherZonesPass()
    {
        Passes(Run(Endpoint, Zone("dynamodb.us-east-1.amazonaws.com")));
        Passes(Run(Endpoint, Zone("dynamodb.eu-west-1.amazonaws.com", Given.OtherVpcId)));
    }

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(Endpoint), wasGiven: false, "HostedZones");
        NotEvaluated(Run(Endpoint with { VpcId = Given.Unknown<string>() }, Given.Snapshot), wasGiven: false, "HostedZones");
        NotEvaluated(Run(Endpoint, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, "all HostedZones");
        NotEvaluated(Run(Endpoint, Zone(Given.Unknown<string>())), wasGiven: false, "all HostedZones");
        NotEvaluated(Run(Endpoint with { ServiceName = Given.Unknown<string>() }, Given.Snapshot), wasGiven: true, "ServiceName");
    }

    [Fact]
    public void OtherServicesAreNotApplicable() => NotApplicable(Run(Given.Interface, Zone("dynamodb.eu-west-1.amazonaws.com")));
}
