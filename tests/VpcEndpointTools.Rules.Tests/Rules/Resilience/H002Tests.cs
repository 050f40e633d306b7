using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Resilience;

namespace VpcEndpointTools.Tests.Rules.Resilience;

public sealed class H002Tests : RuleTest<H002ZonesWithClients>
{
    private static readonly EndpointConfig InA = Given.Interface with { SubnetIds = [Given.SubnetA] };

    private static NetworkSnapshot Server(string subnet, string type = "interface") =>
        Given.Snapshot with { NetworkInterfaces = [new NetworkInterface { NetworkInterfaceId = "eni-1", VpcId = Given.VpcId, SubnetId = subnet, InterfaceType = type }] };

    private static Declarations In(params string[] subnets) => new() { Clients = [.. subnets.Select(subnet => DeclaredClient.Parse(subnet)!)] };

    [Fact]
    public void ServerInAZoneWithoutTheEndpointIsAWarning() => Fails(Run(InA, Server(Given.SubnetB)), Severity.Warning, "euw1-az2", Given.SubnetB);

    [Fact]
    public void ServerBesideTheEndpointPasses()
    {
        Passes(Run(InA, Server(Given.SubnetA)));
        Passes(Run(InA, Server(Given.SubnetB, "vpc_endpoint")));
        Passes(Run(Given.Interface, Server(Given.SubnetB)));
    }

    [Fact]
    public void DeclaredClientSubnetsDecideAlone()
    {
        Fails(Run(InA, Server(Given.SubnetA), In(Given.SubnetA, Given.SubnetB)), Severity.Warning, Given.SubnetB);
        Passes(Run(InA, Server(Given.SubnetB), In(Given.SubnetA)));
        Passes(Run(InA, Server(Given.SubnetB) with { NetworkInterfaces = null }, In(Given.SubnetA)));
        NotEvaluated(Run(InA, Given.Snapshot with { NetworkInterfaces = null }, In("subnet-x")), wasGiven: false, "declared client subnets");
        NotEvaluated(Run(InA, Server(Given.SubnetA), In("subnet-x")), wasGiven: false, "declared client subnets");
    }

    [Fact]
    public void ClientSubnetOfAnotherVpcIsNotItsBusiness() => Passes(Run(
        InA, Given.Snapshot with { Subnets = [Given.Snapshot.Subnets![0], Given.Snapshot.Subnets[1] with { VpcId = Given.OtherVpcId }] }, In(Given.SubnetB)));

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(InA), wasGiven: false, "Subnets");
        NotEvaluated(Run(InA, Given.Snapshot with { NetworkInterfaces = null }), wasGiven: false, "NetworkInterfaces");
        NotEvaluated(Run(InA, Server(Given.SubnetA) with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, "all NetworkInterfaces");
        NotEvaluated(Run(InA with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, Server(Given.SubnetB)), wasGiven: true, "!Ref S");
        NotEvaluated(Run(InA with { SubnetIds = [Given.Unknown<string>()] }, Server(Given.SubnetB)), wasGiven: true, "!Ref X");
        NotEvaluated(
            Run(InA, Server(Given.SubnetB) with { Subnets = [Given.Snapshot.Subnets![0], Given.Snapshot.Subnets[1] with { AvailabilityZoneId = Given.Unknown<string>() }] }), wasGiven: false, Given.SubnetB);
    }

    [Fact]
    public void NothingToLookAtIsNotApplicable()
    {
        NotApplicable(Run(InA with { SubnetIds = ValueList<Value<string>>.Absent }, Server(Given.SubnetB)));
        NotApplicable(Run(Given.GatewayLoadBalancer, Server(Given.SubnetB)));
    }
}
