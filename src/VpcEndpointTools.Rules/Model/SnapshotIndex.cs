namespace VpcEndpointTools.Model;

/// <summary>Look-ups over a snapshot, made once, so that testing N endpoints costs N and not N times N.</summary>
public sealed class SnapshotIndex
{
    private readonly Dictionary<string, Vpc> _vpcs;
    private readonly Dictionary<string, Subnet> _subnets;
    private readonly Dictionary<string, SecurityGroup> _groups;
    private readonly Dictionary<string, RouteTable> _tables;
    private readonly ILookup<(string Vpc, string Service), EndpointConfig> _endpointsByService;
    private readonly ILookup<string, EndpointConfig> _endpointsByTable;
    private readonly ILookup<string, EndpointConfig> _endpointsByVpc;
    private readonly ILookup<string, ServiceDetail> _services;
    private readonly ILookup<string, PrefixList> _prefixLists;
    private readonly ILookup<string, HostedZone> _zonesByVpc;

    internal SnapshotIndex(NetworkSnapshot snapshot)
    {
        Owner = snapshot;
        _vpcs = ById(snapshot.Vpcs, vpc => vpc.VpcId);
        _subnets = ById(snapshot.Subnets, subnet => subnet.SubnetId);
        _groups = ById(snapshot.SecurityGroups, group => group.GroupId);
        _tables = ById(snapshot.RouteTables, table => table.RouteTableId);

        // Endpoints that are gone or broken hold nothing: no rule about neighbours wants to see them.
        List<EndpointConfig> living = (snapshot.VpcEndpoints ?? []).Where(endpoint => endpoint.HoldsItsPlace).ToList();
        _endpointsByVpc = living.Where(e => e.VpcId.IsKnown).ToLookup(e => e.VpcId.Known, StringComparer.Ordinal);
        _endpointsByService = living
            .Where(e => e.VpcId.IsKnown && e.ServiceName.IsKnown)
            .ToLookup(e => (e.VpcId.Known, e.ServiceName.Known));
        _endpointsByTable = living
            .SelectMany(e => e.RouteTableIds.Where(id => id.IsKnown).Select(id => (Table: id.Known, Endpoint: e)))
            .ToLookup(pair => pair.Table, pair => pair.Endpoint, StringComparer.Ordinal);
        _services = (snapshot.ServiceDetails ?? []).Where(s => s.ServiceName.IsKnown).ToLookup(s => s.ServiceName.Known, StringComparer.Ordinal);
        _prefixLists = (snapshot.PrefixLists ?? [])
            .Where(list => list.PrefixListName.IsKnown && list.PrefixListId.IsKnown)
            .ToLookup(list => list.PrefixListName.Known, StringComparer.Ordinal);
        _zonesByVpc = (snapshot.HostedZones ?? [])
            .SelectMany(zone => (zone.VpcIds ?? []).Where(id => id.IsKnown).Select(id => (Vpc: id.Known, Zone: zone)))
            .ToLookup(pair => pair.Vpc, pair => pair.Zone, StringComparer.Ordinal);
    }

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

    /// <summary>The living endpoints of a VPC.</summary>
    public IEnumerable<EndpointConfig> EndpointsIn(string vpcId) => _endpointsByVpc[vpcId];

    /// <summary>The living endpoints of a VPC for a service.</summary>
    public IEnumerable<EndpointConfig> EndpointsFor(string vpcId, string serviceName) => _endpointsByService[(vpcId, serviceName)];

    /// <summary>The living gateway endpoints associated with a route table.</summary>
    public IEnumerable<EndpointConfig> EndpointsOnTable(string routeTableId) => _endpointsByTable[routeTableId];

    /// <summary>The service's entries, one a type.</summary>
    public IEnumerable<ServiceDetail> Services(string serviceName) => _services[serviceName];

    /// <summary>The service's entry for a type, if it is there.</summary>
    public ServiceDetail? Service(string serviceName, string type) =>
        _services[serviceName].FirstOrDefault(detail => detail.ServiceTypes.Any(t => t.Is(type)));

    /// <summary>The prefix lists of that name; an AWS service's list has the service's name.</summary>
    public IEnumerable<PrefixList> PrefixListsNamed(string name) => _prefixLists[name];

    /// <summary>The private hosted zones associated with a VPC.</summary>
    public IEnumerable<HostedZone> ZonesIn(string vpcId) => _zonesByVpc[vpcId];

    private static Dictionary<string, T> ById<T>(IReadOnlyList<T>? items, Func<T, Value<string>> id)
    {
        Dictionary<string, T> byId = new(items?.Count ?? 0, StringComparer.Ordinal);
        foreach (T item in items ?? [])
        {
            if (id(item).IsKnown)
            {
                byId[id(item).Known] = item;
            }
        }

        return byId;
    }
}
