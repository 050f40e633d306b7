using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Model;

/// <summary>Look-ups over a snapshot, made once, so that testing N endpoints costs N and not N times N.</summary>
public sealed class SnapshotIndex
{
    private readonly Dictionary<string, Vpc> _vpcs;
    private readonly Dictionary<string, Subnet> _subnets;
    private readonly Dictionary<string, SecurityGroup> _groups;
    private readonly Dictionary<string, RouteTable> _tables;
    private readonly Dictionary<string, PrefixList> _prefixLists;
    private readonly ILookup<string, PrefixList> _prefixListsByName;
    private readonly ILookup<string, Subnet> _subnetsByVpc;
    private readonly ILookup<string, SecurityGroup> _groupsByVpc;
    private readonly ILookup<string, RouteTable> _tablesByVpc;
    private readonly ILookup<string, NetworkAcl> _aclsBySubnet;
    private readonly ILookup<string, NatGateway> _natsByVpc;
    private readonly ILookup<string, ServiceDetail> _services;
    private readonly ILookup<string, HostedZone> _zonesByVpc;
    private readonly ILookup<string, ResolverEndpoint> _resolversByVpc;

    private readonly Dictionary<string, NetworkInterface> _interfaces;
    private readonly ILookup<string, NetworkInterface> _serversBySubnet;
    private readonly HashSet<SnapshotMember> _blurred = [];

    internal SnapshotIndex(NetworkSnapshot snapshot)
    {
        Owner = snapshot;
        Endpoints = new EndpointIndex(snapshot.VpcEndpoints ?? []);
        Joins = new VpcJoins(snapshot);
        _serversBySubnet = By((snapshot.NetworkInterfaces ?? []).Where(IsServer).ToList(), item => item.SubnetId);
        _interfaces = ById(snapshot.NetworkInterfaces, item => item.NetworkInterfaceId);
        _vpcs = ById(snapshot.Vpcs, vpc => vpc.VpcId);
        _subnets = ById(snapshot.Subnets, subnet => subnet.SubnetId);
        _groups = ById(snapshot.SecurityGroups, group => group.GroupId);
        _tables = ById(snapshot.RouteTables, table => table.RouteTableId);
        _prefixLists = ById(snapshot.PrefixLists, list => list.PrefixListId);
        _prefixListsByName = By(snapshot.PrefixLists, list => list.PrefixListName);
        _subnetsByVpc = By(snapshot.Subnets, subnet => subnet.VpcId);
        _groupsByVpc = By(snapshot.SecurityGroups, group => group.VpcId);
        _tablesByVpc = By(snapshot.RouteTables, table => table.VpcId);
        _natsByVpc = By(snapshot.NatGateways, nat => nat.VpcId);
        _services = By(snapshot.ServiceDetails, service => service.ServiceName);
        _resolversByVpc = By(snapshot.ResolverEndpoints, resolver => resolver.VpcId);
        _aclsBySubnet = (snapshot.NetworkAcls ?? [])
            .SelectMany(acl => (acl.SubnetIds ?? []).Where(id => id.IsKnown).Select(id => (Subnet: id.Known, Acl: acl)))
            .ToLookup(pair => pair.Subnet, pair => pair.Acl, StringComparer.Ordinal);
        _zonesByVpc = (snapshot.HostedZones ?? [])
            .SelectMany(zone => (zone.VpcIds ?? []).Where(id => id.IsKnown).Select(id => (Vpc: id.Known, Zone: zone)))
            .ToLookup(pair => pair.Vpc, pair => pair.Zone, StringComparer.Ordinal);
        foreach (SnapshotMember member in SnapshotMembers.All)
        {
            if (member.HasVagueEntry(snapshot) || snapshot.PartialMembers.Contains(member))
            {
                _blurred.Add(member);
            }
        }
    }

    /// <summary>True when something in a member is known so little that it could be what a look-up did not find, or when a part of it is
    /// missing.</summary>
    public bool IsBlurred(SnapshotMember member) => _blurred.Contains(member);

    /// <summary>The living endpoints.</summary>
    public EndpointIndex Endpoints { get; }

    /// <summary>Which VPCs are joined by peering or a transit gateway.</summary>
    public VpcJoins Joins { get; }

    /// <summary>The snapshot that it was made from.</summary>
    internal NetworkSnapshot Owner { get; }

    /// <summary>The VPC of that id, if it is there.</summary>
    public Vpc? Vpc(string id) => _vpcs.GetValueOrDefault(id);

    /// <summary>The subnet of that id, if it is there.</summary>
    public Subnet? Subnet(string id) => _subnets.GetValueOrDefault(id);

    /// <summary>The security group of that id, if it is there.</summary>
    public SecurityGroup? SecurityGroup(string id) => _groups.GetValueOrDefault(id);

    /// <summary>The route table of that id, if it is there.</summary>
    public RouteTable? RouteTable(string id) => _tables.GetValueOrDefault(id);

    /// <summary>The prefix list of that id, if it is there.</summary>
    public PrefixList? PrefixList(string id) => _prefixLists.GetValueOrDefault(id);

    /// <summary>The prefix lists of that name; an AWS service's list has the service's name.</summary>
    public IEnumerable<PrefixList> PrefixListsNamed(string name) => _prefixListsByName[name];

    /// <summary>The subnets of a VPC.</summary>
    public IEnumerable<Subnet> SubnetsIn(string vpcId) => _subnetsByVpc[vpcId];

    /// <summary>The security groups of a VPC.</summary>
    public IEnumerable<SecurityGroup> GroupsIn(string vpcId) => _groupsByVpc[vpcId];

    /// <summary>The route tables of a VPC.</summary>
    public IEnumerable<RouteTable> TablesIn(string vpcId) => _tablesByVpc[vpcId];

    /// <summary>The network ACL that guards a subnet, if it is there.</summary>
    public NetworkAcl? AclOf(string subnetId) => _aclsBySubnet[subnetId].FirstOrDefault();

    /// <summary>The NAT gateways of a VPC.</summary>
    public IEnumerable<NatGateway> NatGatewaysIn(string vpcId) => _natsByVpc[vpcId];

    /// <summary>The service's entries, one a type.</summary>
    public IEnumerable<ServiceDetail> Services(string serviceName) => _services[serviceName];

    /// <summary>The service's entry for a type, if it is there.</summary>
    public ServiceDetail? Service(string serviceName, string type)
    {
        foreach (ServiceDetail detail in _services[serviceName])
        {
            foreach (Value<string> listed in detail.ServiceTypes)
            {
                if (listed.Is(type))
                {
                    return detail;
                }
            }
        }

        return null;
    }

    /// <summary>The private hosted zones associated with a VPC.</summary>
    public IEnumerable<HostedZone> ZonesIn(string vpcId) => _zonesByVpc[vpcId];

    /// <summary>The network interface of that id, if it is there.</summary>
    public NetworkInterface? NetworkInterface(string id) => _interfaces.GetValueOrDefault(id);

    /// <summary>The network interfaces of instances and functions in a subnet.</summary>
    public IEnumerable<NetworkInterface> ServersIn(string subnetId) => _serversBySubnet[subnetId];

    /// <summary>The endpoints of Route 53 Resolver in a VPC.</summary>
    public IEnumerable<ResolverEndpoint> ResolversIn(string vpcId) => _resolversByVpc[vpcId];

    // Those of endpoints, NAT gateways and load balancers have types of their own.
    private static bool IsServer(NetworkInterface item) => item.InterfaceType.Is("interface") || item.InterfaceType.Is("lambda") || item.InterfaceType.Is("efa");

    private static Dictionary<string, T> ById<T>(IReadOnlyList<T>? items, Func<T, Value<string>> id)
    {
        Dictionary<string, T> byId = new(items?.Count ?? 0, StringComparer.Ordinal);
        foreach (T item in items ?? [])
        {
            // The first one stays: the order of doubles must not decide a verdict more than it has to.
            if (id(item).IsKnown)
            {
                byId.TryAdd(id(item).Known, item);
            }
        }

        return byId;
    }

    private static ILookup<string, T> By<T>(IReadOnlyList<T>? items, Func<T, Value<string>> key) =>
        (items ?? []).Where(item => key(item).IsKnown).ToLookup(item => key(item).Known, StringComparer.Ordinal);
}
