namespace VpcEndpointTools.Model;

/// <summary>What the same template defines around an endpoint. It goes with the endpoint wherever it is tested.</summary>
public sealed class TemplateSurroundings
{
    private NetworkSnapshot? _joinedTo;
    private NetworkSnapshot? _joined;

    /// <summary>The parts; partial, for another template may hold the rest.</summary>
    public NetworkSnapshot? Parts { get; set; }

    /// <summary>The parts with what surrounds the template, if anything was given.</summary>
    public NetworkSnapshot? With(NetworkSnapshot? snapshot)
    {
        if (snapshot is null || Parts is null || ReferenceEquals(snapshot, Parts))
        {
            return snapshot ?? Parts;
        }

        if (!ReferenceEquals(_joinedTo, snapshot))
        {
            (_joinedTo, _joined) = (snapshot, Join(snapshot, Parts));
        }

        return _joined;
    }

    private static NetworkSnapshot Join(NetworkSnapshot snapshot, NetworkSnapshot parts)
    {
        // A list that was not given stays so where the snapshot calls itself complete: the template's part of it is not the whole.
        bool isPartial = !snapshot.Complete.IsEverything && !snapshot.Complete.CoversServices;
        IReadOnlyList<T>? Both<T>(IReadOnlyList<T>? given, IReadOnlyList<T>? own) => given is null ? (isPartial ? own : null) : own is null ? given : [.. given, .. own];
        return snapshot with
        {
            Complete = snapshot.Complete.Except((parts.Vpcs ?? []).Where(vpc => vpc.VpcId.IsKnown).Select(vpc => vpc.VpcId.Known)),
            Vpcs = Both(snapshot.Vpcs, parts.Vpcs),
            Subnets = Both(snapshot.Subnets, [.. (parts.Subnets ?? []).Select(WithoutGuess)]),
            SecurityGroups = Both(snapshot.SecurityGroups, parts.SecurityGroups),
            RouteTables = Both(snapshot.RouteTables, parts.RouteTables),
            NetworkAcls = Both(snapshot.NetworkAcls, parts.NetworkAcls),
            NatGateways = Both(snapshot.NatGateways, parts.NatGateways),
            VpcEndpoints = Both(snapshot.VpcEndpoints, parts.VpcEndpoints),
            VpcPeeringConnections = Both(snapshot.VpcPeeringConnections, parts.VpcPeeringConnections),
            TransitGatewayVpcAttachments = Both(snapshot.TransitGatewayVpcAttachments, parts.TransitGatewayVpcAttachments),
        };
    }

    // Beside zones of AWS the number of a zone in a list that only AWS knows says nothing.
    private static Subnet WithoutGuess(Subnet subnet) => subnet.AvailabilityZone is { IsKnown: true, Known: var zone } && zone.StartsWith("getazs-", StringComparison.Ordinal)
        ? subnet with { AvailabilityZone = Value<string>.Unknown(zone) }
        : subnet;
}
