namespace VpcEndpointTools.Model;

/// <summary>Which VPCs of a snapshot can reach one another, over peering connections or a shared transit gateway.</summary>
/// <remarks>Peering is not transitive in routing; for the question "how many VPCs have their own copy" a chain still counts as one network.</remarks>
public sealed class VpcJoins
{
    private readonly Dictionary<string, string> _parent = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Network, string Service), int> _interfaceVpcs = [];
    private readonly ILookup<string, VpcPeeringConnection> _peerings;
    private readonly ILookup<string, TransitGatewayVpcAttachment> _attachments;

    internal VpcJoins(NetworkSnapshot snapshot)
    {
        List<VpcPeeringConnection> active = [.. (snapshot.VpcPeeringConnections ?? []).Where(peering => Is(peering.Status, "active"))];
        List<TransitGatewayVpcAttachment> attached = [.. (snapshot.TransitGatewayVpcAttachments ?? []).Where(attachment => Is(attachment.State, "available"))];
        foreach (VpcPeeringConnection peering in active)
        {
            Join(peering.Requester.VpcId, peering.Accepter.VpcId);
        }

        foreach (TransitGatewayVpcAttachment attachment in attached)
        {
            Join(attachment.VpcId, attachment.TransitGatewayId);
        }

        _peerings = active
            .SelectMany(peering => new[] { peering.Requester.VpcId, peering.Accepter.VpcId }.Where(id => id.IsKnown).Select(id => (Vpc: id.Known, Peering: peering)))
            .ToLookup(pair => pair.Vpc, pair => pair.Peering, StringComparer.Ordinal);
        _attachments = attached.Where(item => item.VpcId.IsKnown).ToLookup(item => item.VpcId.Known, StringComparer.Ordinal);
        CountServices(snapshot.VpcEndpoints ?? []);
    }

    /// <summary>The active peering connections of a VPC.</summary>
    public IEnumerable<VpcPeeringConnection> PeeringsOf(string vpcId) => _peerings[vpcId];

    /// <summary>The attachments of a VPC to transit gateways.</summary>
    public IEnumerable<TransitGatewayVpcAttachment> AttachmentsOf(string vpcId) => _attachments[vpcId];

    /// <summary>How many VPCs of the network that a VPC belongs to have an interface endpoint for a service.</summary>
    public int VpcsWith(string vpcId, string serviceName) => _interfaceVpcs.GetValueOrDefault((Root(vpcId), serviceName));

    private static bool Is(Value<string> state, string wanted) =>
        state.IsKnown && string.Equals(state.Known, wanted, StringComparison.OrdinalIgnoreCase);

    private void CountServices(IEnumerable<EndpointConfig> endpoints)
    {
        HashSet<(string, string)> seen = [];
        foreach (EndpointConfig endpoint in endpoints)
        {
            if (endpoint.HoldsItsPlace && !endpoint.State.IsUnknown && endpoint.VpcEndpointType.Is(EndpointTypes.Interface) && endpoint.VpcId.IsKnown && endpoint.ServiceName.IsKnown
                && seen.Add((endpoint.VpcId.Known, endpoint.ServiceName.Known)))
            {
                (string, string) key = (Root(endpoint.VpcId.Known), endpoint.ServiceName.Known);
                _interfaceVpcs[key] = _interfaceVpcs.GetValueOrDefault(key) + 1;
            }
        }
    }

    private void Join(Value<string> left, Value<string> right)
    {
        if (left.IsKnown && right.IsKnown)
        {
            _parent[Root(left.Known)] = Root(right.Known);
        }
    }

    private string Root(string id)
    {
        string root = id;
        while (_parent.TryGetValue(root, out string? parent) && parent != root)
        {
            root = parent;
        }

        return root;
    }
}
