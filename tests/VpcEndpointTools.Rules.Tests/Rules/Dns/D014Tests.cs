using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D014Tests : RuleTest<D014OwnDynamoDbZone>
{
    private const string PublicName = "dynamodb.eu-west-1.amazonaws.com";

    private static readonly EndpointConfig DynamoDb = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.dynamodb", PrivateDnsEnabled = false };

    private static NetworkSnapshot Zone(Value<string> name, params Value<string>[] vpcs) => Given.Snapshot with { HostedZones = [new HostedZone { Name = name, VpcIds = vpcs }] };

    [Fact]
    public void ZoneOverThePublicNameFails()
    {
        Violation violation = Fails(Run(DynamoDb, Zone(PublicName, Given.VpcId)), Severity.Warning, PublicName, Given.VpcId, "own URL");
        Assert.Equal("ServiceName", violation.Property);
    }

    [Theory]
    [InlineData("dynamodb.eu-west-1.amazonaws.com.")]
    [InlineData("DynamoDB.eu-west-1.amazonaws.com")]
    public void NameFailsInAnyForm(string name) => Fails(Run(DynamoDb, Zone(name, Given.VpcId)), Severity.Warning, name);

    [Fact]
    public void NameFollowsTheRegionOfTheService()
    {
        EndpointConfig config = DynamoDb with { ServiceName = "com.amazonaws.us-east-1.dynamodb" };
        Fails(Run(config, Zone("dynamodb.us-east-1.amazonaws.com", Given.VpcId)), Severity.Warning, "us-east-1");
        Passes(Run(config, Zone(PublicName, Given.VpcId)));
    }

    [Fact]
    public void ChinaHasADomainOfItsOwn()
    {
        EndpointConfig config = DynamoDb with { ServiceName = "com.amazonaws.cn-north-1.dynamodb", Region = "cn-north-1" };
        Fails(Run(config, Zone("dynamodb.cn-north-1.amazonaws.com.cn", Given.VpcId)), Severity.Warning, "dynamodb.cn-north-1.amazonaws.com.cn");
        Passes(Run(config, Zone("dynamodb.cn-north-1.amazonaws.com", Given.VpcId)));
    }

    [Fact]
    public void ExistingEndpointFailsToo() => Fails(Run(Given.Existing(DynamoDb), Zone(PublicName, Given.OtherVpcId, Given.VpcId)), Severity.Warning, PublicName);

    [Fact]
    public void OtherNamesPass()
    {
        Passes(Run(DynamoDb, Given.Snapshot));
        Passes(Run(DynamoDb, Zone("eu-west-1.amazonaws.com", Given.VpcId)));
        Passes(Run(DynamoDb, Zone("table.dynamodb.eu-west-1.amazonaws.com", Given.VpcId)));
    }

    [Fact]
    public void ZoneOfAnotherVpcPasses() => Passes(Run(DynamoDb, Zone(PublicName, Given.OtherVpcId)));

    [Fact]
    public void OtherServicesAndTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Interface, Zone(PublicName, Given.VpcId)));
        NotApplicable(Run(DynamoDb with { ServiceName = "com.amazonaws.eu-west-1.dynamodb-fips" }, Zone(PublicName, Given.VpcId)));
        NotApplicable(Run(DynamoDb with { ServiceName = "com.amazonaws.eu-west-1.nosuch" }, Zone(PublicName, Given.VpcId)));
        NotApplicable(Run(DynamoDb with { ServiceName = default }, Zone(PublicName, Given.VpcId)));
        NotApplicable(Run(DynamoDb with { VpcEndpointType = EndpointTypes.Gateway }, Zone(PublicName, Given.VpcId)));
    }

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(DynamoDb with { ServiceName = Given.Unknown<string>("!Ref S") }, Given.Snapshot), wasGiven: true, "ServiceName (!Ref S)");

    [Fact]
    public void UnknownVpcIsNotEvaluated() =>
        NotEvaluated(Run(DynamoDb with { VpcId = Given.Unknown<string>() }, Zone(PublicName, Given.VpcId)), wasGiven: false, "a snapshot with HostedZones");

    [Fact]
    public void ZoneOfUnknownNameOrVpcIsNotEvaluated()
    {
        NotEvaluated(Run(DynamoDb, Zone(Given.Unknown<string>(), Given.VpcId)), wasGiven: false, "all HostedZones");
        NotEvaluated(Run(DynamoDb, Zone(PublicName, Given.Unknown<string>())), wasGiven: false, "all HostedZones");
    }

    [Fact]
    public void ZoneFailsBesideOneOfUnknownName() =>
        Fails(
            Run(
                DynamoDb,
                Given.Snapshot with { HostedZones = [new HostedZone { Name = Given.Unknown<string>(), VpcIds = [Given.VpcId] }, new HostedZone { Name = PublicName, VpcIds = [Given.VpcId] }] }),
            Severity.Warning,
            PublicName);

    [Fact]
    public void PartialSnapshotProvesOnlyWhatItShows()
    {
        NotEvaluated(Run(DynamoDb, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, "all HostedZones");
        Fails(Run(DynamoDb, Zone(PublicName, Given.VpcId) with { Complete = SnapshotCompleteness.Partial }), Severity.Warning, PublicName);
    }

    [Fact]
    public void WithoutZonesItIsNotEvaluated()
    {
        NotEvaluated(Run(DynamoDb), wasGiven: false, "a snapshot with HostedZones");
        NotEvaluated(Run(DynamoDb, Given.Snapshot with { HostedZones = null }), wasGiven: false, "a snapshot with HostedZones");
    }
}
