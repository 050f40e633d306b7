using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P001Tests : RuleTest<P001GroupAdmitsClients>
{
    private const string ClientGroup = "sg-0cccccccccccccccc";

    private static readonly IpPermission FromGroup = Given.Tcp(443, 443) with { GroupIds = [ClientGroup] };
    private static readonly IpPermission FromList = Given.Tcp(443, 443) with { PrefixListIds = ["pl-1"] };

    private static Declarations From(ClientLocations from, params string[] clients) =>
        new() { AccessFrom = from, Clients = [.. clients.Select(text => DeclaredClient.Parse(text)!)] };

    private static Declarations Client(string text) => From(ClientLocations.None, text);

    private static RuleOutcome Run(Declarations declared, params IpPermission[] rules) => Run(Given.Interface, Given.Inbound(rules), declared);

    private static NetworkSnapshot Peered(ValueList<Value<string>> ranges, params IpPermission[] rules) => Given.Inbound(rules) with
    {
        VpcPeeringConnections =
        [
            new VpcPeeringConnection
            {
                VpcPeeringConnectionId = "pcx-1",
                Status = "active",
                Requester = new PeeredVpc { VpcId = Given.VpcId, CidrBlocks = ["10.0.0.0/16"] },
                Accepter = new PeeredVpc { VpcId = Given.OtherVpcId, CidrBlocks = ranges },
            },
        ],
    };

    [Fact]
    public void GroupWithoutARuleAdmitsNobody() =>
        Assert.Equal("SecurityGroupIds", Fails(Run(Given.Interface, Given.Inbound()), Severity.Error, Given.GroupId, "admits TCP 443 from anyone", "Add one for TCP 443").Property);

    [Fact]
    public void GroupWithoutTheServicesPortAdmitsNobody()
    {
        Fails(Run(Given.Interface, Given.Inbound(Given.Tcp(80, 442) with { Ipv4Ranges = ["0.0.0.0/0"] })), Severity.Error, "TCP 443");
        Fails(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.cassandra" }, Given.Snapshot), Severity.Error, "TCP 9142");
        Fails(Run(Given.Tunnel, Given.Inbound(Given.Https("10.0.0.0/16"))), Severity.Error, "UDP 6081");
        Fails(Run(Given.Resource, Given.Inbound()), Severity.Error, "admits anything from anyone", "Add one for the service's port");
    }

    [Fact]
    public void OneOfSeveralGroupsIsEnough()
    {
        NetworkSnapshot two = Given.Snapshot with { SecurityGroups = [new SecurityGroup { GroupId = "sg-1", VpcId = Given.VpcId, IpPermissions = [] }, .. Given.Snapshot.SecurityGroups!] };
        Passes(Run(Given.Interface with { SecurityGroupIds = ["sg-1", Given.GroupId] }, two));
        Passes(Run(Given.Interface with { SecurityGroupIds = [Given.GroupId, "sg-1"] }, two));
        Fails(Run(Given.Interface with { SecurityGroupIds = ["sg-1"] }, two), Severity.Error, "sg-1");
    }

    [Fact]
    public void HealthyEndpointsPass() => Assert.All([Given.Interface, Given.Resource, Given.ServiceNetwork, Given.Tunnel], config => Passes(Run(config, Given.Snapshot)));

    [Fact]
    public void OtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Gateway, Given.Inbound()));
        NotApplicable(Run(Given.GatewayLoadBalancer, Given.Inbound()));
    }

    [Fact]
    public void OmittedGroupsAreTheDefaultGroup()
    {
        EndpointConfig config = Given.Interface with { SecurityGroupIds = [] };
        NetworkSnapshot Default(Value<string> name, params IpPermission[] rules) =>
            Given.Snapshot with { SecurityGroups = [.. Given.Snapshot.SecurityGroups!, new SecurityGroup { GroupId = "sg-d", VpcId = Given.VpcId, GroupName = name, IpPermissions = rules }] };
        Passes(Run(config, Default("default", Given.Tcp(443, 443) with { GroupIds = ["sg-d"] })));
        Fails(Run(config, Default("default")), Severity.Error, "sg-d");
        NotEvaluated(Run(config, Default(Given.Unknown<string>())), wasGiven: false, "default security group of " + Given.VpcId);
        NotEvaluated(Run(config, Given.Snapshot), wasGiven: false, "default security group");
        NotEvaluated(Run(config), wasGiven: false, "SecurityGroups");
        NotEvaluated(Run(config, Given.Snapshot with { SecurityGroups = null }), wasGiven: true, "SecurityGroups");
        NotEvaluated(Run(config with { VpcId = Given.Unknown<string>() }, Default("default")), wasGiven: true, "VpcId (!Ref X)");
    }

    [Fact]
    public void GroupsThatAreNotSeenMayAdmit()
    {
        NotEvaluated(Run(Given.Interface), wasGiven: false, "SecurityGroups");
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { SecurityGroups = null }), wasGiven: true, "SecurityGroups");
        NotEvaluated(Run(Given.Interface with { SecurityGroupIds = [Given.GroupId, "sg-1"] }, Given.Inbound()), wasGiven: true, "the rules of sg-1");
        NotEvaluated(Run(Given.Interface with { SecurityGroupIds = ["sg-1"] }, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "sg-1");
        NotEvaluated(Run(Given.Interface with { SecurityGroupIds = ValueList<Value<string>>.Unknown("!Ref G") }, Given.Snapshot), wasGiven: true, "!Ref G");
        NotEvaluated(Run(Given.Interface with { SecurityGroupIds = [Given.Unknown<string>("!Ref G")] }, Given.Snapshot), wasGiven: true, "!Ref G");
    }

    [Fact]
    public void RulesThatAreNotKnownMayAdmit()
    {
        NotEvaluated(Run(Given.Interface, Given.Inbound(Given.Https("0.0.0.0/0") with { FromPort = Given.Unknown<long>() })), wasGiven: true, "inbound rules of " + Given.GroupId);
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { SecurityGroups = [Given.Snapshot.SecurityGroups![0] with { IpPermissions = null }] }), wasGiven: true, "inbound rules");
    }

    [Fact]
    public void UnknownServiceHasAnUnknownPort()
    {
        EndpointConfig config = Given.Interface with { ServiceName = Given.Unknown<string>("!Ref S") };
        NotEvaluated(Run(config, Given.Snapshot), wasGiven: true, "!Ref S");
        Fails(Run(config, Given.Inbound()), Severity.Error, "anything");
    }

    [Fact]
    public void AdmittingOnlyFromElsewhereIsAWarning() =>
        Fails(Run(Given.Interface, Given.Inbound(Given.Https("192.168.0.0/16"))), Severity.Warning, $"admit TCP 443 from outside of {Given.VpcId} only");

    [Fact]
    public void SomebodyOfTheVpcIsEnoughWhereNothingIsDeclared()
    {
        Passes(Run(Declarations.None, Given.Https("10.0.1.0/24")));
        Passes(Run(Declarations.None, FromGroup));
        Passes(Run(Given.Interface with { IpAddressType = "dualstack" }, Given.Snapshot with { Vpcs = [Given.Snapshot.Vpcs![0] with { Ipv6CidrBlocks = ["2001:db8::/56"] }] }));
    }

    [Fact]
    public void RangesOfTheVpcThatAreNotKnownMayBeTheOnesAdmitted()
    {
        NetworkSnapshot elsewhere = Given.Inbound(Given.Https("192.168.0.0/16"));
        NotEvaluated(Run(Given.Interface, elsewhere with { Vpcs = null }), wasGiven: false, "CidrBlocks of " + Given.VpcId);
        NotEvaluated(Run(Given.Interface, elsewhere with { Vpcs = [Given.Snapshot.Vpcs![0] with { CidrBlocks = ["10.0.0.0/16", Given.Unknown<string>()] }] }), wasGiven: false, "all address ranges");
        NotEvaluated(Run(Given.Interface, elsewhere with { Vpcs = [Given.Snapshot.Vpcs![0] with { CidrBlocks = [] }] }), wasGiven: false, "all address ranges");
        Passes(Run(Given.Interface, Given.Inbound(Given.Https("10.0.1.0/24")) with { Vpcs = [Given.Snapshot.Vpcs![0] with { CidrBlocks = ["10.0.0.0/16", Given.Unknown<string>()] }] }));
    }

    [Fact]
    public void TheAddressTypeDecidesWhichRangesCount()
    {
        NetworkSnapshot both = Given.Snapshot with { Vpcs = [Given.Snapshot.Vpcs![0] with { Ipv6CidrBlocks = ["2001:db8::/56"] }] };
        Fails(Run(Given.Interface with { IpAddressType = "ipv6" }, both), Severity.Warning, "from outside");
        NotEvaluated(Run(Given.Interface with { IpAddressType = Given.Unknown<string>() }, both), wasGiven: false, "IpAddressType");
        NotEvaluated(Run(Given.Interface with { IpAddressType = Given.Unknown<string>() }, both, From(ClientLocations.Vpc)), wasGiven: false, "IpAddressType");
        Fails(Run(Given.Interface with { IpAddressType = "dualstack" }, both, From(ClientLocations.Vpc)), Severity.Warning, "a part of");
    }

    [Theory]
    [InlineData("10.0.1.0/24")]
    [InlineData("10.0.0.0/16")]
    public void DeclaredAddressesAreAdmitted(string client) => Passes(Run(Client(client), Given.Https("10.0.0.0/16")));

    [Fact]
    public void DeclaredAddressesThatAreNotAdmittedAreAWarning()
    {
        Violation violation = Fails(Run(Client("10.0.0.0/15"), Given.Https("10.0.0.0/16")), Severity.Warning, "do not admit TCP 443 from the declared client 10.0.0.0/15");
        Assert.Equal("SecurityGroupIds", violation.Property);
        Assert.Equal(2, Run(From(ClientLocations.None, "192.168.0.0/16", "172.16.0.0/12", "10.0.0.1"), Given.Https("10.0.0.0/16")).Violations.Count);
        NotEvaluated(Run(Client("192.168.0.0/16"), Given.Https("10.0.0.0/16"), FromList), wasGiven: false, "rules refer to");
    }

    [Fact]
    public void DeclaredGroupIsAdmittedByNameOrWithTheWholeVpc()
    {
        Passes(Run(Client(ClientGroup), FromGroup));
        Passes(Run(Client(ClientGroup), Given.Https("10.0.0.0/16")));
        Fails(Run(Client(ClientGroup), Given.Https("192.168.0.0/16")), Severity.Warning, ClientGroup);
        NotEvaluated(Run(Client(ClientGroup), Given.Https("10.0.1.0/24")), wasGiven: false, "rules refer to");
        NotEvaluated(Run(Client("sg-1"), FromGroup), wasGiven: false, "rules refer to");
        NotEvaluated(Run(Given.Interface, Given.Inbound(Given.Https("192.168.0.0/16")) with { Vpcs = null }, Client(ClientGroup)), wasGiven: false, "CidrBlocks");
        Passes(Run(Given.Interface, Given.Inbound(FromGroup) with { Vpcs = null }, Client(ClientGroup)));
    }

    [Fact]
    public void DeclaredPrefixListIsAdmittedByNameOrByItsRanges()
    {
        NetworkSnapshot snapshot = Given.Inbound(Given.Https("10.0.0.0/16")) with { PrefixLists = [new PrefixList { PrefixListId = "pl-1", Cidrs = ["10.0.1.0/24"] }] };
        Passes(Run(Client("pl-1"), FromList));
        Passes(Run(Given.Interface, snapshot, Client("pl-1")));
        Fails(Run(Given.Interface, snapshot with { PrefixLists = [new PrefixList { PrefixListId = "pl-1", Cidrs = ["10.1.0.0/24"] }] }, Client("pl-1")), Severity.Warning, "pl-1");
        NotEvaluated(Run(Given.Interface, snapshot with { PrefixLists = null }, Client("pl-1")), wasGiven: false, "rules refer to");
    }

    [Fact]
    public void DeclaredSubnetIsAdmittedByItsRange()
    {
        Passes(Run(Client(Given.SubnetA), Given.Https("10.0.1.0/24")));
        Passes(Run(Given.Interface with { IpAddressType = "ipv4" }, Given.Inbound(Given.Https("10.0.1.0/24")), Client(Given.SubnetA)));
        Fails(Run(Client(Given.SubnetA), Given.Https("10.0.2.0/24")), Severity.Warning, Given.SubnetA);
        NotEvaluated(Run(Client(Given.SubnetA), FromGroup), wasGiven: false, "rules refer to");
        NotEvaluated(Run(Client("subnet-1"), Given.Https("10.0.2.0/24")), wasGiven: false, "rules refer to");
        NotEvaluated(Run(Given.Interface with { IpAddressType = "dualstack" }, Given.Inbound(Given.Https("10.0.2.0/24")), Client(Given.SubnetA)), wasGiven: false, "rules refer to");
    }

    [Fact]
    public void ClientsAllOverTheVpcNeedAllOfIt()
    {
        Passes(Run(From(ClientLocations.Vpc), Given.Https("10.0.0.0/16")));
        Passes(Run(From(ClientLocations.Vpc), FromGroup));
        Fails(Run(From(ClientLocations.Vpc), Given.Https("10.0.1.0/24")), Severity.Warning, $"from a part of {Given.VpcId} only (10.0.0.0/16)");
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { Vpcs = null }, From(ClientLocations.Vpc)), wasGiven: false, "CidrBlocks");
        Fails(
            Run(Given.Interface, Given.Snapshot with { Vpcs = [Given.Snapshot.Vpcs![0] with { CidrBlocks = ["10.1.0.0/16", "10.0.0.0/16"] }] }, From(ClientLocations.Vpc)), Severity.Warning, "a part");
    }

    [Fact]
    public void PeersNeedTheirRangesAdmitted()
    {
        Declarations declared = From(ClientLocations.PeeredVpc);
        Passes(Run(Given.Interface, Peered(["10.9.0.0/16", "2001:db8::/56"], Given.Https("10.0.0.0/8")), declared));
        Fails(Run(Given.Interface, Peered(["10.9.0.0/16"], Given.Https("10.0.0.0/16")), declared), Severity.Warning, "do not admit TCP 443 from the peered " + Given.OtherVpcId);
        Fails(Run(Given.Interface, Peered(["10.0.0.0/24", "10.9.0.0/16"], Given.Https("10.0.0.0/16")), declared), Severity.Warning, "peered");
        NotEvaluated(Run(Given.Interface, Peered(["10.9.0.0/16"], FromGroup), declared), wasGiven: false, "ranges and groups of " + Given.OtherVpcId);
        NotEvaluated(Run(Given.Interface, Peered([], Given.Https("10.0.0.0/16")), declared), wasGiven: false, "ranges and groups of");
        NotEvaluated(Run(Given.Interface, Peered(["10.0.0.0/24", Given.Unknown<string>()], Given.Https("10.0.0.0/16")), declared), wasGiven: false, "ranges and groups of");
    }

    [Fact]
    public void PeersAreSeenFromBothSides()
    {
        NetworkSnapshot snapshot = Peered(["10.9.0.0/16"], Given.Https("10.0.0.0/16"));
        VpcPeeringConnection peering = snapshot.VpcPeeringConnections![0];
        Fails(
            Run(Given.Interface, snapshot with { VpcPeeringConnections = [peering with { Requester = peering.Accepter, Accepter = peering.Requester }] }, From(ClientLocations.PeeredVpc)),
            Severity.Warning,
            Given.OtherVpcId);
    }

    [Fact]
    public void PeersThatAreNotListedAreNotDecided()
    {
        Declarations declared = From(ClientLocations.PeeredVpc);
        NetworkSnapshot admitted = Peered(["10.9.0.0/16"], Given.Https("10.0.0.0/8"));
        NotEvaluated(Run(Given.Interface, admitted with { VpcPeeringConnections = null }, declared), wasGiven: false, "VpcPeeringConnections in a snapshot");
        NotEvaluated(Run(Given.Interface, admitted with { Complete = SnapshotCompleteness.Partial }, declared), wasGiven: false, "all VpcPeeringConnections");
        NotEvaluated(Run(Given.Interface, admitted with { VpcPeeringConnections = [admitted.VpcPeeringConnections![0] with { Status = Given.Unknown<string>() }] }, declared), wasGiven: false, "all VpcPeeringConnections");
        NotEvaluated(Run(Given.Interface with { VpcId = Given.Unknown<string>() }, admitted, declared), wasGiven: false, "VpcPeeringConnections in");
        Passes(Run(Given.Interface, Given.Snapshot, declared));
        Passes(Run(Given.Interface, admitted with { VpcPeeringConnections = null }, From(ClientLocations.Vpc)));
    }

    [Theory]
    [InlineData(ClientLocations.TransitGateway)]
    [InlineData(ClientLocations.OnPremises)]
    [InlineData(ClientLocations.OtherRegion)]
    public void ClientsBeyondNeedARangeBeyond(ClientLocations from)
    {
        Fails(Run(From(from), Given.Https("10.0.0.0/16")), Severity.Warning, $"admit TCP 443 from {Given.VpcId} only, but clients are declared in {from}");
        Passes(Run(From(from), Given.Https("10.0.0.0/8")));
        Passes(Run(From(from, "10.0.0.0/24"), Given.Https("10.0.0.0/16")));
        NotEvaluated(Run(From(from), FromGroup), wasGiven: false, "rules refer to");
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { Vpcs = null }, From(from)), wasGiven: false, "CidrBlocks");
    }

    [Fact]
    public void AGroupThatIsNotSeenMayAdmitTheOthers() =>
        NotEvaluated(
            Run(Given.Interface with { SecurityGroupIds = [Given.GroupId, Given.Unknown<string>()] }, Given.Snapshot, Client("192.168.0.0/16")), wasGiven: false, "rules refer to");
}
