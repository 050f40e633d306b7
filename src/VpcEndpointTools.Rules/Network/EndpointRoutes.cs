using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Network;

/// <summary>The routes of a VPC that lead to the endpoint under test, told apart by whose traffic takes them.</summary>
internal sealed class EndpointRoutes
{
    private readonly List<Route> _subnet = [];
    private readonly List<Route> _edge = [];
    private readonly HashSet<Value<string>> _served = [];

    /// <summary>Reads the VPC's route tables; the context must have them.</summary>
    public EndpointRoutes(RuleContext context)
    {
        AreCertain = context.ListsAll(SnapshotMembers.RouteTables);
        foreach (RouteTable table in context.Snapshot!.Index.TablesIn(context.Config.VpcId.Known))
        {
            if (table.Routes is null || table.Associations is null)
            {
                AreCertain = false;
                continue;
            }

            Read(context, table);
        }
    }

    /// <summary>True when every table of the VPC is known, with all that decides a verdict.</summary>
    public bool AreCertain { get; private set; }

    /// <summary>Routes for traffic that leaves a subnet.</summary>
    public IReadOnlyList<Route> Subnet => _subnet;

    /// <summary>Routes for traffic that comes in through an internet or virtual private gateway.</summary>
    public IReadOnlyList<Route> Edge => _edge;

    /// <summary>True when traffic that comes in is led to another endpoint of the VPC.</summary>
    public bool EdgeOfOthers { get; private set; }

    /// <summary>The subnets whose traffic is led to the endpoint.</summary>
    public IReadOnlyCollection<Value<string>> ServedSubnets => _served;

    private void Read(RuleContext context, RouteTable table)
    {
        bool edge = table.Associations!.Any(association => association.GatewayId.IsKnown);
        AreCertain &= table.Associations!.All(association => !association.GatewayId.IsUnknown && !association.SubnetId.IsUnknown && !association.Main.IsUnknown);
        foreach (Route route in table.Routes!.Where(route => !route.IsDead))
        {
            AreCertain &= !route.GatewayId.IsUnknown && !route.State.IsUnknown && !route.DestinationCidrBlock.IsUnknown;
            if (!route.GatewayId.IsKnown || route.State.IsUnknown)
            {
                continue;
            }

            if (route.GatewayId == context.Config.VpcEndpointId)
            {
                (edge ? _edge : _subnet).Add(route);
                if (!edge)
                {
                    (HashSet<Value<string>> subnets, MissingInput? missing) = SubnetRouting.SubnetsOf(context, [table.RouteTableId]);
                    _served.UnionWith(subnets);
                    AreCertain &= missing is null;
                }
            }

            EdgeOfOthers |= edge && route.GatewayId != context.Config.VpcEndpointId && route.GatewayId.Known.StartsWith("vpce-", StringComparison.Ordinal);
        }
    }
}
