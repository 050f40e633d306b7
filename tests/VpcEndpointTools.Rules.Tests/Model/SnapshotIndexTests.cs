using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Tests.Model;

/// <summary>A list with something in it that could be what a look-up did not find proves nothing.</summary>
public sealed class SnapshotIndexTests
{
    private static readonly Value<string> X = Given.Unknown<string>();

    public static TheoryData<string, NetworkSnapshot> Blurred => new()
    {
        { "Vpcs", new NetworkSnapshot { Vpcs = [new Vpc { VpcId = X }] } },
        { "Subnets", With(new Subnet { SubnetId = X, VpcId = "vpc-1" }) },
        { "Subnets", With(new Subnet { SubnetId = "subnet-1", VpcId = X }) },
        { "Subnets", With(new Subnet { SubnetId = "subnet-1" }) },
        { "SecurityGroups", With(new SecurityGroup { GroupId = X, VpcId = "vpc-1" }) },
        { "SecurityGroups", With(new SecurityGroup { GroupId = "sg-1", VpcId = X }) },
        { "SecurityGroups", With(new SecurityGroup { GroupId = "sg-1", VpcId = "vpc-1", GroupName = X }) },
        { "RouteTables", With(new RouteTable { RouteTableId = X, VpcId = "vpc-1" }) },
        { "RouteTables", With(new RouteTable { RouteTableId = "rtb-1", VpcId = X }) },
        { "NetworkAcls", With(new NetworkAcl { NetworkAclId = "acl-1" }) },
        { "NetworkAcls", With(new NetworkAcl { NetworkAclId = "acl-1", SubnetIds = ["subnet-1", X] }) },
        { "PrefixLists", With(new PrefixList { PrefixListId = X, PrefixListName = "a" }) },
        { "PrefixLists", With(new PrefixList { PrefixListId = "pl-1", PrefixListName = X }) },
        { "NatGateways", With(new NatGateway { NatGatewayId = "nat-1", VpcId = X }) },
        { "NatGateways", With(new NatGateway { NatGatewayId = "nat-1", VpcId = "vpc-1", State = X }) },
        { "NatGateways", With(new NatGateway { NatGatewayId = "nat-1", VpcId = "vpc-1", ConnectivityType = X }) },
        { "ServiceDetails", With(new ServiceDetail { ServiceName = X }) },
        { "ServiceDetails", With(new ServiceDetail { ServiceName = "a", ServiceTypes = ValueList<Value<string>>.Unknown("x") }) },
        { "ServiceDetails", With(new ServiceDetail { ServiceName = "a", ServiceTypes = ["Interface", X] }) },
        { "HostedZones", With(new HostedZone { Name = X, VpcIds = ["vpc-1"] }) },
        { "HostedZones", With(new HostedZone { Name = "a" }) },
        { "HostedZones", With(new HostedZone { Name = "a", VpcIds = ["vpc-1", X] }) },
        { "ResolverEndpoints", With(new ResolverEndpoint { Id = "r", VpcId = X }) },
        { "ResolverEndpoints", With(new ResolverEndpoint { Id = "r", VpcId = "vpc-1", Direction = X }) },
        { "ResolverEndpoints", With(new ResolverEndpoint { Id = "r", VpcId = "vpc-1", Status = X }) },
        { "NetworkInterfaces", With(new NetworkInterface { NetworkInterfaceId = "eni-1", SubnetId = X }) },
        { "NetworkInterfaces", With(new NetworkInterface { NetworkInterfaceId = "eni-1", SubnetId = "subnet-1", InterfaceType = X }) },
        { "Quotas", With(new Quota { QuotaCode = X }) },
        { "VpcPeeringConnections", With(Peering("vpc-1", "vpc-2", X)) },
        { "VpcPeeringConnections", With(Peering(X, "vpc-2", "active")) },
        { "VpcPeeringConnections", With(Peering("vpc-1", X, "active")) },
        { "TransitGatewayVpcAttachments", With(Attachment("vpc-1", "tgw-1", X)) },
        { "TransitGatewayVpcAttachments", With(Attachment(X, "tgw-1", "available")) },
        { "TransitGatewayVpcAttachments", With(Attachment("vpc-1", X, "available")) },
        { "VpcEndpoints", With(Given.Existing(Given.Interface) with { VpcId = X }) },
        { "VpcEndpoints", With(Given.Existing(Given.Interface) with { VpcEndpointId = X }) },
        { "VpcEndpoints", With(Given.Existing(Given.Interface) with { State = X }) },
        { "VpcEndpoints", With(Given.Existing(Given.Interface) with { VpcEndpointType = X }) },
        { "VpcEndpoints", With(Given.Existing(Given.Interface) with { ServiceName = X }) },
    };

    [Theory]
    [MemberData(nameof(Blurred))]
    public void MemberWithSomethingUnknownIsBlurred(string member, NetworkSnapshot snapshot) => Assert.True(snapshot.Index.IsBlurred(Named(member)));

    [Theory]
    [InlineData("Vpcs")]
    [InlineData("Subnets")]
    [InlineData("SecurityGroups")]
    [InlineData("RouteTables")]
    [InlineData("NetworkAcls")]
    [InlineData("PrefixLists")]
    [InlineData("NatGateways")]
    [InlineData("ServiceDetails")]
    [InlineData("HostedZones")]
    [InlineData("ResolverEndpoints")]
    [InlineData("NetworkInterfaces")]
    [InlineData("Quotas")]
    [InlineData("VpcPeeringConnections")]
    [InlineData("TransitGatewayVpcAttachments")]
    [InlineData("VpcEndpoints")]
    public void WhatIsKnownIsClear(string member) => Assert.False((Given.Snapshot with
    {
        NatGateways = [new NatGateway { NatGatewayId = "nat-1", VpcId = "vpc-1" }],
        HostedZones = [new HostedZone { Name = "a", VpcIds = ["vpc-1"] }],
        ResolverEndpoints = [new ResolverEndpoint { Id = "r", VpcId = "vpc-1" }],
        NetworkInterfaces = [new NetworkInterface { NetworkInterfaceId = "eni-1", SubnetId = "subnet-1" }],
        Quotas = [new Quota { QuotaCode = "L-1" }],
        VpcPeeringConnections = [Peering("vpc-1", "vpc-2", default)],
        TransitGatewayVpcAttachments = [Attachment("vpc-1", "tgw-1", default)],
        VpcEndpoints = [Given.Existing(Given.Resource)],
    }).Index.IsBlurred(Named(member)));

    [Fact]
    public void LookUpsAreByIdVpcAndName()
    {
        SnapshotIndex index = Given.Snapshot.Index;
        Assert.Equal(Given.SubnetA, index.Subnet(Given.SubnetA)?.SubnetId.Known);
        Assert.Null(index.Subnet("subnet-x"));
        Assert.Equal(2, index.SubnetsIn(Given.VpcId).Count());
        Assert.Empty(index.SubnetsIn(Given.OtherVpcId));
        Assert.Single(index.GroupsIn(Given.VpcId));
        Assert.Equal(2, index.TablesIn(Given.VpcId).Count());
        Assert.NotNull(index.AclOf(Given.SubnetB));
        Assert.Null(index.AclOf("subnet-x"));
        Assert.Single(index.PrefixListsNamed("com.amazonaws.eu-west-1.s3"));
        Assert.NotNull(index.PrefixList(Given.S3PrefixList));
        Assert.NotNull(index.Service("com.amazonaws.eu-west-1.s3", "Gateway"));
        Assert.Null(index.Service("com.amazonaws.eu-west-1.ssm", "Gateway"));
    }

    [Fact]
    public void FirstOfTwoWithTheSameIdStays()
    {
        NetworkSnapshot twice = Given.Snapshot with { Vpcs = [new Vpc { VpcId = "vpc-1", EnableDnsSupport = true }, new Vpc { VpcId = "vpc-1", EnableDnsSupport = false }] };
        Assert.True(twice.Index.Vpc("vpc-1")!.EnableDnsSupport.Is(true));
    }

    [Fact]
    public void CopyHasItsOwnIndex()
    {
        _ = Given.Snapshot.Index;
        Assert.Null((Given.Snapshot with { Subnets = [] }).Index.Subnet(Given.SubnetA));
        Assert.Same(Given.Snapshot.Index, Given.Snapshot.Index);
    }

    [Fact]
    public void EndpointsAreCountedByVpcAndType()
    {
        EndpointConfig gone = Given.Existing(Given.Interface, "vpce-3") with { State = "deleted" };
        EndpointIndex index = (Given.Snapshot with { VpcEndpoints = [Given.Existing(Given.Interface, "vpce-2"), Given.Existing(Given.Interface, "vpce-1"), Given.Existing(Given.Gateway, "vpce-4"), gone] }).Index.Endpoints;
        Assert.Equal(2, index.Count(Given.VpcId, "Interface"));
        Assert.Equal(0, index.Count(Given.VpcId, "Tunnel"));
        Assert.Equal(1, index.GatewayCount);
        Assert.Equal("vpce-1", index.FirstIn(Given.VpcId)?.VpcEndpointId.Known);
        Assert.Null(index.FirstIn(Given.OtherVpcId));
        Assert.Equal(3, index.In(Given.VpcId).Count());
        Assert.Single(index.OnTable(Given.TableA));
        Assert.Equal(2, index.For(Given.VpcId, "com.amazonaws.eu-west-1.ssm").Count());
    }

    private static SnapshotMember Named(string name) => SnapshotMembers.All.Single(member => member.Name == name);

    private static NetworkSnapshot With(object item) => item switch
    {
        Subnet subnet => new() { Subnets = [subnet] },
        SecurityGroup group => new() { SecurityGroups = [group] },
        RouteTable table => new() { RouteTables = [table] },
        NetworkAcl acl => new() { NetworkAcls = [acl] },
        PrefixList list => new() { PrefixLists = [list] },
        NatGateway nat => new() { NatGateways = [nat] },
        ServiceDetail service => new() { ServiceDetails = [service] },
        HostedZone zone => new() { HostedZones = [zone] },
        ResolverEndpoint resolver => new() { ResolverEndpoints = [resolver] },
        NetworkInterface networkInterface => new() { NetworkInterfaces = [networkInterface] },
        Quota quota => new() { Quotas = [quota] },
        VpcPeeringConnection peering => new() { VpcPeeringConnections = [peering] },
        TransitGatewayVpcAttachment attachment => new() { TransitGatewayVpcAttachments = [attachment] },
        _ => new() { VpcEndpoints = [(EndpointConfig)item] },
    };

    private static VpcPeeringConnection Peering(Value<string> left, Value<string> right, Value<string> status) =>
        new() { VpcPeeringConnectionId = "pcx-1", Status = status, Requester = new PeeredVpc { VpcId = left }, Accepter = new PeeredVpc { VpcId = right } };

    private static TransitGatewayVpcAttachment Attachment(Value<string> vpc, Value<string> gateway, Value<string> state) =>
        new() { TransitGatewayAttachmentId = "a-1", VpcId = vpc, TransitGatewayId = gateway, State = state };
}
