using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;
using VpcEndpointTools.Rules.Routing;

namespace VpcEndpointTools.Recommendation;

/// <summary>What a snapshot shows of one VPC's subnets and route tables: where an endpoint can stand, and whom its routes would serve.</summary>
internal sealed class VpcPlaces
{
    private readonly Dictionary<string, List<Subnet>> _served = new(StringComparer.Ordinal);
    private readonly List<RouteTable> _tables;

    /// <summary>Reads a VPC.</summary>
    public VpcPlaces(NetworkSnapshot snapshot, string vpcId)
    {
        Snapshot = snapshot;
        VpcId = vpcId;
        SnapshotIndex index = snapshot.Index;
        _tables = [.. index.TablesIn(vpcId).Where(table => table.RouteTableId.IsKnown && table.Routes is not null).OrderBy(table => table.RouteTableId.Known, StringComparer.Ordinal)];
        Subnets = [.. index.SubnetsIn(vpcId).Where(subnet => subnet.SubnetId.IsKnown).OrderBy(subnet => subnet.SubnetId.Known, StringComparer.Ordinal)];
        RuleContext context = new(new EndpointConfig { VpcId = vpcId }, snapshot);
        foreach (Subnet subnet in Subnets)
        {
            if (SubnetRouting.TableOf(context, subnet)?.RouteTableId is { IsKnown: true } table)
            {
                (_served.TryGetValue(table.Known, out List<Subnet>? subnets) ? subnets : _served[table.Known] = []).Add(subnet);
            }
        }
    }

    /// <summary>The snapshot.</summary>
    public NetworkSnapshot Snapshot { get; }

    /// <summary>The VPC.</summary>
    public string VpcId { get; }

    /// <summary>Its subnets in the order of their ids.</summary>
    public IReadOnlyList<Subnet> Subnets { get; }

    /// <summary>The living NAT gateways with a way to the internet.</summary>
    public IReadOnlyList<NatGateway> NatGateways => field ??= [.. Snapshot.Index.NatGatewaysIn(VpcId)
        .Where(nat => nat.State.IsKnown && string.Equals(nat.State.Known, "available", StringComparison.OrdinalIgnoreCase) && !nat.ConnectivityType.IsUnknown && !nat.ConnectivityType.Is("private"))];

    /// <summary>The tables with subnets whose way out is a NAT gateway.</summary>
    public IReadOnlyList<RouteTable> TablesOverNat => field ??= [.. _tables.Where(table => Serves(table) && LeadsOut(table, route => route.NatGatewayId.IsKnown))];

    /// <summary>The tables with subnets and no way to an internet gateway.</summary>
    public IReadOnlyList<RouteTable> PrivateTables => field ??= [.. _tables.Where(table => Serves(table) && !LeadsOut(table, IsInternetGateway))];

    /// <summary>The subnets that a table serves.</summary>
    public IReadOnlyList<Subnet> ServedBy(RouteTable table) => _served.GetValueOrDefault(table.RouteTableId.KnownOrDefault ?? string.Empty) ?? [];

    /// <summary>True for a subnet whose table leads to an internet gateway.</summary>
    public bool IsPublic(Subnet subnet) => _tables.Any(table => ServedBy(table).Contains(subnet) && LeadsOut(table, IsInternetGateway));

    /// <summary>True where any subnet has a way out over NAT or an internet gateway.</summary>
    public bool HasWayOut => _tables.Any(table => LeadsOut(table, route => route.NatGatewayId.IsKnown || route.OtherTarget.IsKnown || IsInternetGateway(route)));

    /// <summary>The zone of a subnet: its id, else its name.</summary>
    public static string? ZoneOf(Subnet subnet) => Zones.Of(subnet).KnownOrDefault;

    /// <summary>True where instances or functions stand in a subnet.</summary>
    public bool HasServers(Subnet subnet) => Snapshot.Index.ServersIn(subnet.SubnetId.Known).Any();

    private bool Serves(RouteTable table) => ServedBy(table).Count > 0;

    private static bool IsInternetGateway(Route route) => route.GatewayId.KnownOrDefault?.StartsWith("igw-", StringComparison.Ordinal) == true;

    private static bool LeadsOut(RouteTable table, Func<Route, bool> through) =>
        table.Routes!.Any(route => !route.IsDead && (route.DestinationCidrBlock.Is("0.0.0.0/0") || route.DestinationIpv6CidrBlock.Is("::/0")) && through(route));
}
