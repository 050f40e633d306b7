using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Resilience;

namespace VpcEndpointTools.Tests.Rules.Resilience;

public sealed class H003Tests : RuleTest<H003GatewayLoadBalancerPerZone>
{
    private const string Id = "vpce-0123456789abcdef0";
    private const string SubnetC = "subnet-0cccccccccccccccc";

    private static readonly EndpointConfig Endpoint = Given.Existing(Given.GatewayLoadBalancer);
    private static readonly Route ToEndpoint = new() { DestinationCidrBlock = "0.0.0.0/0", GatewayId = Id, State = "active" };
    private static readonly Subnet A = Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1");
    private static readonly Subnet B = Given.Subnet(Given.SubnetB, "eu-west-1b", "euw1-az2");
    private static readonly Subnet C = Given.Subnet(SubnetC, "eu-west-1c", "euw1-az3");

    private static RouteTable Leading(params RouteTableAssociation[] associations) => Given.Table(Given.TableA, ToEndpoint) with { Associations = associations };

    private static RouteTable Leading(params string[] subnets) => Leading([.. subnets.Select(subnet => new RouteTableAssociation { SubnetId = subnet })]);

    private static NetworkSnapshot Tables(params RouteTable[] tables) => Given.Snapshot with { Subnets = [A, B, C], RouteTables = tables };

    [Fact]
    public void SubnetOfAnotherZoneFails()
    {
        Violation violation = Fails(Run(Endpoint, Tables(Leading(Given.SubnetB))), Severity.Warning, $"{Given.SubnetB} in euw1-az2 is led to the endpoint in euw1-az1:");
        Assert.Equal("SubnetIds", violation.Property);
    }

    [Fact]
    public void AllSubnetsOfOtherZonesAreNamedInOrder() =>
        Fails(Run(Endpoint, Tables(Leading(SubnetC, Given.SubnetA, Given.SubnetB))), Severity.Warning, $"{Given.SubnetB} in euw1-az2, {SubnetC} in euw1-az3 are led");

    [Fact]
    public void SubnetOfTheSameZonePasses()
    {
        Passes(Run(Endpoint, Tables(Leading(Given.SubnetA))));
        Passes(Run(Endpoint, Tables(Leading(SubnetC)) with { Subnets = [A, C with { AvailabilityZoneId = "euw1-az1" }] }));
    }

    [Fact]
    public void NoRouteToTheEndpointPasses() => Passes(Run(Endpoint, Given.Snapshot));

    [Fact]
    public void RoutesToOthersAndDeadOnesDoNotCount()
    {
        RouteTable table = Leading(Given.SubnetB);
        Passes(Run(Endpoint, Tables(table with { Routes = [ToEndpoint with { GatewayId = "vpce-0eeeeeeeeeeeeeeee" }] })));
        Passes(Run(Endpoint, Tables(table with { Routes = [ToEndpoint with { State = "blackhole" }] })));
        Passes(Run(Endpoint, Tables(table with { VpcId = Given.OtherVpcId })));
    }

    [Fact]
    public void TableOfAGatewayServesNoSubnets() =>
        Passes(Run(Endpoint, Tables(Leading(new RouteTableAssociation { GatewayId = "igw-1" }, new RouteTableAssociation { SubnetId = Given.SubnetB }))));

    [Fact]
    public void MainTableLeadsTheSubnetsThatHaveNone()
    {
        NetworkSnapshot snapshot = Tables(Leading(new RouteTableAssociation { Main = true }), Given.Table(Given.TableB) with { Associations = [new RouteTableAssociation { SubnetId = SubnetC }] });
        Violation violation = Fails(Run(Endpoint, snapshot), Severity.Warning, Given.SubnetB);
        Assert.DoesNotContain(SubnetC, violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ZonesAreToldByNameWhereTheyHaveNoId()
    {
        NetworkSnapshot snapshot = Tables(Leading(Given.SubnetB)) with { Subnets = [A with { AvailabilityZoneId = default }, B with { AvailabilityZoneId = default }] };
        Fails(Run(Endpoint, snapshot), Severity.Warning, $"{Given.SubnetB} in eu-west-1b");
    }

    [Fact]
    public void IdAndNameAreNotCompared()
    {
        NotEvaluated(Run(Endpoint, Tables(Leading(Given.SubnetB)) with { Subnets = [A, B with { AvailabilityZoneId = default }] }), wasGiven: false, $"Zone of {Given.SubnetB}");
        NotEvaluated(Run(Endpoint, Tables(Leading(Given.SubnetB)) with { Subnets = [A with { AvailabilityZoneId = default }, B] }), wasGiven: false, $"Zone of {Given.SubnetB}");
    }

    [Fact]
    public void RequestAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.GatewayLoadBalancer, Tables(Leading(Given.SubnetB))));
        NotApplicable(Run(Given.Existing(Given.Interface), Tables(Leading(Given.SubnetB))));
    }

    [Fact]
    public void UnknownZoneIsNotEvaluatedUnlessAnotherFails()
    {
        NetworkSnapshot snapshot = Tables(Leading(Given.SubnetB)) with { Subnets = [A, B with { AvailabilityZoneId = Given.Unknown<string>() }, C] };
        NotEvaluated(Run(Endpoint, snapshot), wasGiven: false, $"Zone of {Given.SubnetB}");
        NotEvaluated(Run(Endpoint, snapshot with { Subnets = [A] }), wasGiven: false, $"Zone of {Given.SubnetB}");
        NotEvaluated(Run(Endpoint, snapshot with { RouteTables = [Leading(Given.SubnetB, Given.SubnetA)] }), wasGiven: false, $"Zone of {Given.SubnetB}");
        NotEvaluated(Run(Endpoint, snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, $"Zone of {Given.SubnetB}");
        Fails(Run(Endpoint, snapshot with { RouteTables = [Leading(Given.SubnetB, SubnetC)] }), Severity.Warning, SubnetC);
    }

    [Fact]
    public void OwnZoneMustBeKnown()
    {
        NotEvaluated(Run(Endpoint, Tables(Leading(Given.SubnetB)) with { Subnets = [B] }), wasGiven: true, Given.SubnetA);
        NotEvaluated(Run(Endpoint, Tables(Leading(Given.SubnetB)) with { Subnets = [A with { AvailabilityZoneId = Given.Unknown<string>() }, B] }), wasGiven: true, Given.SubnetA);
        NotEvaluated(Run(Endpoint, Tables(Leading(Given.SubnetB)) with { Subnets = null }), wasGiven: true, "Subnets");
        NotEvaluated(Run(Endpoint with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref L") }, Tables(Leading(Given.SubnetB))), wasGiven: true, "!Ref L");
        NotEvaluated(Run(Endpoint with { SubnetIds = ValueList<Value<string>>.Absent }, Tables(Leading(Given.SubnetB))), wasGiven: false, "SubnetIds");
    }

    [Fact]
    public void UnknownPartsOfATableAreNotEvaluated()
    {
        NotEvaluated(Run(Endpoint, Tables(Leading(Given.SubnetA) with { Routes = null })), wasGiven: false, "Routes and Associations");
        NotEvaluated(Run(Endpoint, Tables(Leading(Given.SubnetB) with { Associations = null })), wasGiven: false, "Routes and Associations");
        NotEvaluated(Run(Endpoint, Tables(Leading(Given.SubnetB) with { Routes = [ToEndpoint with { GatewayId = Given.Unknown<string>() }] })), wasGiven: false, Given.VpcId);
        NotEvaluated(Run(Endpoint, Tables(Leading(Given.SubnetB) with { Routes = [ToEndpoint with { State = Given.Unknown<string>() }] })), wasGiven: false, Given.VpcId);
    }

    [Fact]
    public void PartialSnapshotProvesOnlyWhatItShows()
    {
        NotEvaluated(Run(Endpoint, Tables(Leading(Given.SubnetA)) with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, $"all RouteTables of {Given.VpcId}");
        Fails(Run(Endpoint, Tables(Leading(Given.SubnetB)) with { Complete = SnapshotCompleteness.Partial }), Severity.Warning, Given.SubnetB);
    }

    [Fact]
    public void WithoutTablesVpcOrIdItIsNotEvaluated()
    {
        NotEvaluated(Run(Endpoint), wasGiven: false, "a snapshot with RouteTables");
        NotEvaluated(Run(Endpoint, Given.Snapshot with { RouteTables = null }), wasGiven: false, "a snapshot with RouteTables");
        NotEvaluated(Run(Endpoint with { VpcId = Given.Unknown<string>() }, Tables(Leading(Given.SubnetB))), wasGiven: false, "a snapshot with RouteTables");
        NotEvaluated(Run(Endpoint with { VpcEndpointId = Given.Unknown<string>() }, Tables(Leading(Given.SubnetB))), wasGiven: false, "a snapshot with RouteTables");
    }
}
