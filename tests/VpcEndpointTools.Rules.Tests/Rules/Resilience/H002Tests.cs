using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Resilience;

namespace VpcEndpointTools.Tests.Rules.Resilience;

public sealed class H002Tests : RuleTest<H002ZonesWithClients>
{
    private const string SubnetC = "subnet-0cccccccccccccccc";

    private static readonly EndpointConfig InZoneA = Given.Interface with { SubnetIds = [Given.SubnetA] };
    private static readonly Subnet A = Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1");
    private static readonly Subnet B = Given.Subnet(Given.SubnetB, "eu-west-1b", "euw1-az2");
    private static readonly Subnet C = Given.Subnet(SubnetC, "eu-west-1c", "euw1-az3");

    private static NetworkInterface Server(Value<string> subnet, string? type = "interface") => new() { NetworkInterfaceId = "eni-1", VpcId = Given.VpcId, SubnetId = subnet, InterfaceType = type };

    private static NetworkSnapshot Servers(params NetworkInterface[] servers) => Given.Snapshot with { Subnets = [A, B, C], NetworkInterfaces = servers };

    private static NetworkSnapshot Subnets(params Subnet[] subnets) => Given.Snapshot with { Subnets = subnets };

    private static Declarations Declared(params string[] clients) => new() { Clients = [.. clients.Select(client => DeclaredClient.Parse(client)!)] };

    [Fact]
    public void ServerInAnotherZoneFails()
    {
        Violation violation = Fails(Run(InZoneA, Servers(Server(Given.SubnetB))), Severity.Warning, $"clients in euw1-az2 ({Given.SubnetB}),");
        Assert.Equal("SubnetIds", violation.Property);
    }

    [Fact]
    public void AllUncoveredZonesAreNamedInOrder() =>
        Fails(Run(InZoneA, Servers(Server(SubnetC), Server(Given.SubnetB), Server(Given.SubnetA))), Severity.Warning, $"euw1-az2 ({Given.SubnetB}), euw1-az3 ({SubnetC})");

    [Fact]
    public void ServersInTheEndpointsZonesPass() => Passes(Run(Given.Interface, Servers(Server(Given.SubnetA), Server(Given.SubnetB))));

    [Fact]
    public void AnotherSubnetOfTheSameZonePasses() =>
        Passes(Run(InZoneA, Given.Snapshot with { Subnets = [A, C with { AvailabilityZoneId = "euw1-az1" }], NetworkInterfaces = [Server(SubnetC)] }));

    [Fact]
    public void NoServersPass() => Passes(Run(InZoneA, Given.Snapshot));

    [Theory]
    [InlineData("vpc_endpoint")]
    [InlineData("nat_gateway")]
    [InlineData(null)]
    public void OtherInterfacesAreNoClients(string? type) => Passes(Run(InZoneA, Servers(Server(Given.SubnetB, type))));

    [Fact]
    public void ServerOfAnotherVpcIsNoClient() =>
        Passes(Run(InZoneA, Given.Snapshot with { Subnets = [A, C with { VpcId = Given.OtherVpcId }], NetworkInterfaces = [Server(SubnetC)] }));

    [Fact]
    public void ZonesAreToldByNameWhereTheyHaveNoId()
    {
        NetworkSnapshot snapshot = Given.Snapshot with
        {
            Subnets = [A with { AvailabilityZoneId = default }, B with { AvailabilityZoneId = default }],
            NetworkInterfaces = [Server(Given.SubnetB)],
        };
        Fails(Run(InZoneA, snapshot), Severity.Warning, "eu-west-1b");
        Passes(Run(Given.Interface, snapshot));
    }

    [Fact]
    public void IdAndNameAreNotCompared()
    {
        NetworkSnapshot snapshot = Given.Snapshot with { Subnets = [A, C with { AvailabilityZoneId = default, AvailabilityZone = "eu-west-1a" }], NetworkInterfaces = [Server(SubnetC)] };
        NotEvaluated(Run(InZoneA, snapshot), wasGiven: false, $"Zone of {SubnetC}");
        NotEvaluated(Run(InZoneA, snapshot, Declared(SubnetC)), wasGiven: false, $"Zone of {SubnetC}");
        NotEvaluated(Run(InZoneA, Given.Snapshot with { Subnets = [A with { AvailabilityZoneId = default }, B], NetworkInterfaces = [Server(Given.SubnetB)] }), wasGiven: false, Given.SubnetB);
    }

    [Fact]
    public void DeclaredSubnetInAnotherZoneFails()
    {
        Fails(Run(InZoneA, Given.Snapshot, Declared(Given.SubnetB)), Severity.Warning, $"euw1-az2 ({Given.SubnetB})");
        Fails(Run(InZoneA, Given.Snapshot with { NetworkInterfaces = null, Complete = SnapshotCompleteness.Partial }, Declared(Given.SubnetA, Given.SubnetB)), Severity.Warning, Given.SubnetB);
    }

    [Fact]
    public void DeclaredSubnetsTakeThePlaceOfServers()
    {
        Passes(Run(InZoneA, Servers(Server(Given.SubnetB)), Declared(Given.SubnetA)));
        Passes(Run(InZoneA, Given.Snapshot with { NetworkInterfaces = null, Complete = SnapshotCompleteness.Partial }, Declared(Given.SubnetA)));
    }

    [Fact]
    public void OtherDeclaredClientsDoNot()
    {
        Fails(Run(InZoneA, Servers(Server(Given.SubnetB)), Declared("10.0.0.0/8", Given.GroupId)), Severity.Warning, Given.SubnetB);
        Passes(Run(InZoneA, Given.Snapshot with { NetworkInterfaces = null }, Declared("10.0.0.0/8", Given.SubnetA)));
        NotEvaluated(Run(InZoneA, Given.Snapshot with { NetworkInterfaces = null }, Declared("10.0.0.0/8")), wasGiven: false, "NetworkInterfaces");
    }

    [Fact]
    public void DeclaredSubnetOfAnotherVpcHasAnEndpointElsewhere() =>
        Passes(Run(InZoneA, Subnets(A, B with { VpcId = Given.OtherVpcId }) with { NetworkInterfaces = null }, Declared(Given.SubnetB)));

    [Fact]
    public void DeclaredSubnetNobodyShowsIsNotEvaluated()
    {
        NetworkSnapshot partial = Given.Snapshot with { Complete = SnapshotCompleteness.Partial };
        NotEvaluated(Run(InZoneA, partial, Declared(SubnetC)), wasGiven: false, "declared client subnets");
        NotEvaluated(Run(InZoneA, partial, Declared(Given.SubnetA, SubnetC)), wasGiven: false, "declared client subnets");
        NotEvaluated(Run(InZoneA, Given.Snapshot, Declared(SubnetC)), wasGiven: false, "declared client subnets");
    }

    [Fact]
    public void DeclaredSubnetOfUnknownVpcOrZoneIsNotEvaluated()
    {
        NotEvaluated(Run(InZoneA, Subnets(A, B with { VpcId = Given.Unknown<string>() }), Declared(Given.SubnetB)), wasGiven: false, "declared client subnets");
        NotEvaluated(Run(InZoneA, Subnets(A, B with { AvailabilityZoneId = Given.Unknown<string>() }), Declared(Given.SubnetB)), wasGiven: false, $"Zone of {Given.SubnetB}");
    }

    [Fact]
    public void ClientsInAnUnknownZoneAreNotEvaluatedUnlessOthersFail()
    {
        Subnet unknown = B with { AvailabilityZoneId = Given.Unknown<string>() };
        NetworkSnapshot snapshot = Given.Snapshot with { Subnets = [A, unknown, C], NetworkInterfaces = [Server(Given.SubnetB)] };
        NotEvaluated(Run(InZoneA, snapshot), wasGiven: false, $"Zone of {Given.SubnetB}");
        NotEvaluated(
            Run(InZoneA, snapshot with { Subnets = [A, unknown, unknown with { SubnetId = SubnetC }], NetworkInterfaces = [Server(Given.SubnetB), Server(SubnetC)] }),
            wasGiven: false,
            $"Zone of {Given.SubnetB}");
        Fails(Run(InZoneA, snapshot with { NetworkInterfaces = [Server(Given.SubnetB), Server(SubnetC)] }), Severity.Warning, SubnetC);
        NotEvaluated(Run(InZoneA, snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, $"Zone of {Given.SubnetB}");
    }

    [Fact]
    public void ServerInAnUnknownSubnetIsNotEvaluated()
    {
        NotEvaluated(Run(InZoneA, Servers(Server(Given.Unknown<string>()))), wasGiven: false, "NetworkInterfaces");
        NotEvaluated(Run(InZoneA, Subnets(A, B with { SubnetId = Given.Unknown<string>() })), wasGiven: false, "Subnets");
    }

    [Fact]
    public void OwnZonesMustBeKnown()
    {
        NotEvaluated(Run(Given.Interface, Subnets(A)), wasGiven: true, Given.SubnetB);
        NotEvaluated(Run(Given.Interface, Subnets(A, C) with { NetworkInterfaces = [Server(SubnetC)] }), wasGiven: true, Given.SubnetB);
        NotEvaluated(Run(Given.Interface, Subnets(A, B with { AvailabilityZoneId = Given.Unknown<string>() })), wasGiven: true, Given.SubnetB);
        NotEvaluated(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref L") }, Given.Snapshot), wasGiven: true, "!Ref L");
    }

    [Fact]
    public void PartialSnapshotProvesOnlyWhatItShows()
    {
        NotEvaluated(Run(InZoneA, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, "all NetworkInterfaces and Subnets");
        Fails(Run(InZoneA, Servers(Server(Given.SubnetB)) with { Complete = SnapshotCompleteness.Partial }), Severity.Warning, Given.SubnetB);
    }

    [Fact]
    public void WithoutTheMembersItIsNotEvaluated()
    {
        NotEvaluated(Run(InZoneA), wasGiven: false, "a snapshot with Subnets");
        NotEvaluated(Run(InZoneA, Given.Snapshot with { Subnets = null }), wasGiven: false, "a snapshot with Subnets");
        NotEvaluated(Run(InZoneA, Given.Snapshot with { NetworkInterfaces = null }), wasGiven: false, "all NetworkInterfaces");
        NotEvaluated(Run(InZoneA with { VpcId = Given.Unknown<string>() }, Given.Snapshot), wasGiven: false, "a snapshot with Subnets");
    }

    [Fact]
    public void EachTypeWithManySubnetsIsMeant()
    {
        foreach (EndpointConfig config in new[] { Given.Existing(Given.Interface), Given.Resource, Given.ServiceNetwork })
        {
            Fails(Run(config, Servers(Server(SubnetC))), Severity.Warning, SubnetC);
        }

        foreach (EndpointConfig config in new[] { Given.Gateway, Given.GatewayLoadBalancer, Given.Tunnel })
        {
            NotApplicable(Run(config, Servers(Server(SubnetC))));
        }
    }

    [Fact]
    public void NoSubnetIsNotItsBusiness() => NotApplicable(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Absent }, Servers(Server(SubnetC))));
}
