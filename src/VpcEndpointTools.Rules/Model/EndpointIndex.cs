namespace VpcEndpointTools.Model;

/// <summary>Look-ups over the endpoints of a snapshot. Those that are gone or broken hold nothing: no rule about neighbours wants to see them.</summary>
public sealed class EndpointIndex
{
    private readonly ILookup<string, EndpointConfig> _byVpc;
    private readonly ILookup<(string Vpc, string Service), EndpointConfig> _byService;
    private readonly ILookup<string, EndpointConfig> _byTable;
    private readonly Dictionary<(string Vpc, string Type), int> _counts;

    private readonly Dictionary<string, EndpointConfig> _first;

    internal EndpointIndex(IReadOnlyList<EndpointConfig> endpoints)
    {
        List<EndpointConfig> living = [.. endpoints.Where(endpoint => endpoint.HoldsItsPlace)];
        _byVpc = living.Where(e => e.VpcId.IsKnown).ToLookup(e => e.VpcId.Known, StringComparer.Ordinal);
        _byService = living.Where(e => e.VpcId.IsKnown && e.ServiceName.IsKnown).ToLookup(e => (e.VpcId.Known, e.ServiceName.Known));
        _byTable = living
            .SelectMany(e => e.RouteTableIds.Where(id => id.IsKnown).Select(id => (Table: id.Known, Endpoint: e)))
            .ToLookup(pair => pair.Table, pair => pair.Endpoint, StringComparer.Ordinal);
        _counts = living
            .Where(e => e.VpcId.IsKnown && e.VpcEndpointType.IsKnown)
            .GroupBy(e => (e.VpcId.Known, e.VpcEndpointType.Known))
            .ToDictionary(group => group.Key, group => group.Count());
        _first = living
            .Where(e => e.VpcId.IsKnown && e.VpcEndpointId.IsKnown)
            .GroupBy(e => e.VpcId.Known, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MinBy(e => e.VpcEndpointId.Known, StringComparer.Ordinal)!, StringComparer.Ordinal);
        GatewayCount = living.Count(e => e.VpcEndpointType.Is(EndpointTypes.Gateway));
    }

    /// <summary>How many gateway endpoints the Region has.</summary>
    public int GatewayCount { get; }

    /// <summary>The living endpoint of a VPC with the lowest id: the one to speak for the VPC, whatever the order of the list.</summary>
    public EndpointConfig? FirstIn(string vpcId) => _first.GetValueOrDefault(vpcId);

    /// <summary>The living endpoints of a VPC.</summary>
    public IEnumerable<EndpointConfig> In(string vpcId) => _byVpc[vpcId];

    /// <summary>The living endpoints of a VPC for a service.</summary>
    public IEnumerable<EndpointConfig> For(string vpcId, string serviceName) => _byService[(vpcId, serviceName)];

    /// <summary>The living gateway endpoints associated with a route table.</summary>
    public IEnumerable<EndpointConfig> OnTable(string routeTableId) => _byTable[routeTableId];

    /// <summary>How many living endpoints of a type a VPC has.</summary>
    public int Count(string vpcId, string type) => _counts.GetValueOrDefault((vpcId, type));
}
