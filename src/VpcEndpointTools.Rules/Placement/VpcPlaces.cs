using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Placement;

/// <summary>What a snapshot shows of one VPC's subnets and route tables: where an endpoint can be placed, and whom its routes would
/// serve.</summary>
internal sealed class VpcPlaces
{
    private readonly Dictionary<string, List<Subnet>> _served = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RouteTable> _tableOf = new(StringComparer.Ordinal);
    private readonly List<RouteTable> _tables;

    /// <summary>Reads a VPC.</summary>
    public VpcPlaces(NetworkSnapshot snapshot, string vpcId)
    {
        Snapshot = snapshot;
        VpcId = vpcId;
        SnapshotIndex index = snapshot.Index;
        AllTables =
        [
            .. index.TablesIn(vpcId).Where(table => table.RouteTableId.IsKnown)
                .OrderBy(table => table.RouteTableId.Known, StringComparer.Ordinal),
        ];
        _tables = [.. AllTables.Where(table => table.Routes is not null)];
        Subnets =
        [
            .. index.SubnetsIn(vpcId).Where(subnet => subnet.SubnetId.IsKnown)
                .OrderBy(subnet => subnet.SubnetId.Known, StringComparer.Ordinal),
        ];
        RuleContext context = new(new EndpointConfig { VpcId = vpcId }, snapshot);
        foreach (Subnet subnet in Subnets)
        {
            if (SubnetRouting.TableOf(context, subnet) is { RouteTableId.IsKnown: true } table)
            {
                string id = table.RouteTableId.Known;
                _tableOf[subnet.SubnetId.Known] = table;
                (_served.TryGetValue(id, out List<Subnet>? subnets) ? subnets : _served[id] = []).Add(subnet);
            }
        }
    }

    /// <summary>The snapshot.</summary>
    public NetworkSnapshot Snapshot { get; }

    /// <summary>The VPC.</summary>
    public string VpcId { get; }

    /// <summary>Its subnets in the order of their ids.</summary>
    public IReadOnlyList<Subnet> Subnets { get; }

    /// <summary>Its route tables in the order of their ids.</summary>
    public IReadOnlyList<RouteTable> AllTables { get; }

    /// <summary>The living NAT gateways with a way to the internet.</summary>
    public IReadOnlyList<NatGateway> NatGateways => field ??= [.. Network.NatGateways.ToInternet(Snapshot.Index, VpcId)];

    /// <summary>The tables with subnets whose way out is a NAT gateway.</summary>
    public IReadOnlyList<RouteTable> TablesOverNat => field ??=
        [.. _tables.Where(table => Serves(table) && LeadsOut(table, route => route.NatGatewayId.IsKnown))];

    /// <summary>The tables with subnets and no way to an internet gateway.</summary>
    public IReadOnlyList<RouteTable> PrivateTables =>
        field ??= [.. _tables.Where(table => Serves(table) && !LeadsOut(table, IsInternetGateway))];

    /// <summary>The subnets that a table serves.</summary>
    public IReadOnlyList<Subnet> ServedBy(RouteTable table) =>
        _served.GetValueOrDefault(table.RouteTableId.KnownOrDefault ?? string.Empty) ?? [];

    /// <summary>Whether a subnet's table leads to an internet gateway.</summary>
    public Truth IsPublic(Subnet subnet)
    {
        if (!_tableOf.TryGetValue(subnet.SubnetId.Known, out RouteTable? table) || table.Routes is not { } routes)
        {
            return Truth.Unknown;
        }

        return LeadsOut(table, IsInternetGateway) ? Truth.Yes
            : routes.Any(route => !route.IsDead && MayBeDefault(route) && route.GatewayId.IsUnknown) ? Truth.Unknown
            : Truth.No;
    }

    /// <summary>True where any subnet has a way out over NAT or an internet gateway.</summary>
    public bool HasWayOut => _tables.Any(table => LeadsOut(table, IsWayOut));

    /// <summary>The zone of a subnet: its id, else its name.</summary>
    public static string? ZoneOf(Subnet subnet) => Zones.Of(subnet).KnownOrDefault;

    /// <summary>True where instances or functions are in a subnet. Interfaces of endpoints do not count.</summary>
    public bool HasServers(Subnet subnet) => Snapshot.Index.ServersIn(subnet.SubnetId.Known).Any();

    private bool Serves(RouteTable table) => ServedBy(table).Count > 0;

    private static bool IsWayOut(Route route) => route.NatGatewayId.IsKnown || route.OtherTarget.IsKnown || IsInternetGateway(route);

    private static bool IsInternetGateway(Route route) =>
        route.GatewayId.KnownOrDefault?.StartsWith("igw-", StringComparison.Ordinal) == true;

    private static bool IsDefault(Route route) => route.DestinationCidrBlock.Is("0.0.0.0/0") || route.DestinationIpv6CidrBlock.Is("::/0");

    private static bool MayBeDefault(Route route) =>
        IsDefault(route) || route.DestinationCidrBlock.IsUnknown || route.DestinationIpv6CidrBlock.IsUnknown;

    private static bool LeadsOut(RouteTable table, Func<Route, bool> through) =>
        table.Routes!.Any(route => !route.IsDead && IsDefault(route) && through(route));
}
