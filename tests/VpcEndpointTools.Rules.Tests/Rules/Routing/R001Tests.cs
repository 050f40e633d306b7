using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Routing;

namespace VpcEndpointTools.Tests.Rules.Routing;

public sealed class R001Tests : RuleTest<R001RouteConflict>
{
    private static readonly EndpointConfig Other = Given.Existing(Given.Gateway, "vpce-0eeeeeeeeeeeeeeee");

    private static Route To(string prefixList, Value<string> gateway) => new() { DestinationPrefixListId = prefixList, GatewayId = gateway };

    private static NetworkSnapshot Routed(Route route) => Given.Snapshot with { VpcEndpoints = null, RouteTables = [Given.Table(Given.TableA, route)] };

    [Fact]
    public void OtherEndpointOnTheTableFails() =>
        Fails(Run(Given.Gateway, Given.Snapshot with { VpcEndpoints = [Other] }), Severity.Error, Given.TableA, "vpce-0eeeeeeeeeeeeeeee");

    [Fact]
    public void RouteOfThePrefixListFails() => Fails(Run(Given.Gateway, Routed(To(Given.S3PrefixList, "vpce-0eeeeeeeeeeeeeeee"))), Severity.Error, Given.S3PrefixList);

    [Fact]
    public void EndpointOnAnotherTablePasses() => Passes(Run(Given.Gateway, Given.Snapshot with { VpcEndpoints = [Other with { RouteTableIds = [Given.TableB] }] }));

    [Fact]
    public void EndpointOfTheOtherServicePasses() =>
        Passes(Run(Given.Gateway, Given.Snapshot with { VpcEndpoints = [Other with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" }] }));

    [Fact]
    public void DeletedEndpointHoldsNoRoute() => Passes(Run(Given.Gateway, Given.Snapshot with { VpcEndpoints = [Other with { State = "Deleted" }] }));

    [Fact]
    public void RouteOfAnotherPrefixListPasses() => Passes(Run(Given.Gateway, Routed(To("pl-0ffffffffffffffff", "vpce-0eeeeeeeeeeeeeeee"))));

    [Fact]
    public void OwnRoutePasses()
    {
        Passes(Run(Other, Given.Snapshot with { VpcEndpoints = [Other with { Target = "copy" }] }));
        Passes(Run(Other, Routed(To(Given.S3PrefixList, "vpce-0eeeeeeeeeeeeeeee"))));
    }

    [Fact]
    public void RouteOfAnotherEndpointFailsForAnExistingOneToo() => Fails(Run(Other, Routed(To(Given.S3PrefixList, "vpce-0dddddddddddddddd"))), Severity.Error, "vpce-0ddd");

    [Fact]
    public void InterfaceIsNotApplicable() => NotApplicable(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void NoTableIsNotItsBusiness() => NotApplicable(Run(Given.Gateway with { RouteTableIds = [] }, Given.Snapshot));

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Gateway), wasGiven: false, "RouteTables");

    [Fact]
    public void NeighbourOnUnknownTablesIsNotEvaluated() => NotEvaluated(
        Run(Given.Gateway, Given.Snapshot with { RouteTables = null, VpcEndpoints = [Other with { RouteTableIds = ValueList<Value<string>>.Unknown("!Ref Tables") }] }),
        wasGiven: true,
        "RouteTables in the snapshot");

    [Fact]
    public void PartialEndpointsWithoutRoutesAreNotEvaluated() =>
        NotEvaluated(
            Run(Given.Gateway, Given.Snapshot with { RouteTables = null, Complete = SnapshotCompleteness.Partial }), wasGiven: true, "RouteTables in the snapshot");

    [Fact]
    public void UnknownTableIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { RouteTableIds = [Value<string>.Unknown("!Ref T")] }, Given.Snapshot), wasGiven: true, "!Ref T");

    [Fact]
    public void PrefixListOfNobodyKnownIsNotEvaluatedWhereTheServicesOwnIsNotKnown()
    {
        NetworkSnapshot routed = Routed(To("pl-0ffffffffffffffff", "vpce-0eeeeeeeeeeeeeeee"));
        NotEvaluated(Run(Given.Gateway, routed with { PrefixLists = null }), wasGiven: true, "pl-0ffffffffffffffff");
        NotEvaluated(Run(Given.Gateway, routed with { PrefixLists = [new PrefixList { PrefixListId = Value<string>.Unknown("!Ref P"), PrefixListName = "com.amazonaws.eu-west-1.s3" }] }), wasGiven: true, "pl-0ffffffffffffffff");
        Passes(Run(Given.Gateway, routed with { VpcEndpoints = [], PrefixLists = [new PrefixList { PrefixListId = "pl-0ffffffffffffffff", PrefixListName = "mine" }] }));
    }

    [Fact]
    public void RouteOfAnUnknownPrefixListIsNotEvaluated() => NotEvaluated(
        Run(Given.Gateway, Routed(new Route { DestinationPrefixListId = Value<string>.Unknown("!Ref P"), GatewayId = "vpce-0eeeeeeeeeeeeeeee" })), wasGiven: true, "!Ref P");

    [Fact]
    public void EndpointBehindTheRouteTellsWhoseItIs()
    {
        EndpointConfig dynamoDb = Given.Existing(Given.Gateway, "vpce-0eeeeeeeeeeeeeeee") with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" };
        NetworkSnapshot routed = Routed(To("pl-0ffffffffffffffff", "vpce-0eeeeeeeeeeeeeeee")) with { PrefixLists = null };
        Passes(Run(Given.Gateway, routed with { VpcEndpoints = [dynamoDb] }));
        NotEvaluated(Run(Given.Gateway, routed with { VpcEndpoints = [dynamoDb with { ServiceName = Value<string>.Unknown("!Ref S") }] }), wasGiven: true, "pl-0ffffffffffffffff");
    }

    [Fact]
    public void ExistingEndpointThatDoesNotKnowItselfIsNotEvaluated() =>
        NotEvaluated(Run(Given.Existing(Given.Gateway) with { VpcEndpointId = Value<string>.Unknown("!Ref E") }, Given.Snapshot), wasGiven: true, "!Ref E");
}
