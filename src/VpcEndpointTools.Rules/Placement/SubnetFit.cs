using VpcEndpointTools.Model;
using VpcEndpointTools.Network;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Placement;

/// <summary>Whether an endpoint can be placed in a subnet.</summary>
/// <param name="Subnet">The subnet.</param>
/// <param name="Fits">Yes, no, or not known.</param>
/// <param name="Reason">Why not; null where it fits or where that is not known.</param>
internal sealed record SubnetFit(Subnet Subnet, Truth Fits, string? Reason)
{
    /// <summary>Tests the subnets of a VPC for a request.</summary>
    /// <param name="places">The VPC.</param>
    /// <param name="request">The request, with its type.</param>
    /// <remarks>Only the subnet's own facts decide, never its free addresses: the endpoint's own interfaces use them up, and a list of
    /// endpoints that lags does not show whose they are. A full subnet is chosen too; VPCE-N007 or AWS refuses it.</remarks>
    public static IReadOnlyList<SubnetFit> Of(VpcPlaces places, EndpointConfig request)
    {
        HashSet<string>? offered = OfferedIn(places.Snapshot, request);
        return [.. places.Subnets.Select(subnet => Of(subnet, request, places.Snapshot.AccountId, offered))];
    }

    private static SubnetFit Of(Subnet subnet, EndpointConfig request, string? account, HashSet<string>? offered)
    {
        // A participant cannot make an endpoint in a subnet that is shared with it (VPCE-N004).
        if (account is not null && subnet.OwnerId.IsKnown && subnet.OwnerId.Known != account)
        {
            return No(subnet, $"it belongs to account {subnet.OwnerId}, which shares it");
        }

        if (offered is not null && subnet.AvailabilityZone.IsKnown && !offered.Contains(subnet.AvailabilityZone.Known))
        {
            return No(subnet, $"{request.ServiceName} is not offered in its Availability Zone");
        }

        bool? family = HasFamily(subnet, request);
        if (family == false)
        {
            string type = request.IpAddressType.KnownOrDefault ?? EndpointAddressTypes.Ipv4;
            return No(subnet, $"its address ranges do not serve IpAddressType {type}");
        }

        bool isOwnKnown = account is not null && subnet.OwnerId.IsKnown;
        return new SubnetFit(subnet, Truths.Of(isOwnKnown && family == true).Or(Truth.Unknown), null);
    }

    private static SubnetFit No(Subnet subnet, string reason) => new(subnet, Truth.No, reason);

    // AWS's default is ipv4.
    private static bool? HasFamily(Subnet subnet, EndpointConfig request) => request.IpAddressType.IsUnknown
        ? null
        : SubnetAddressing.Has(
            subnet, request.IpAddressType.KnownOrDefault ?? EndpointAddressTypes.Ipv4, request.VpcEndpointType.Is(EndpointTypes.Tunnel));

    // The zones by name; null where they are not known. Those of another Region's service are that Region's.
    private static HashSet<string>? OfferedIn(NetworkSnapshot snapshot, EndpointConfig request)
    {
        if (!request.ServiceName.IsKnown || !(request.ServiceRegion.IsAbsent || request.ServiceRegion.Is(snapshot.Region ?? string.Empty)))
        {
            return null;
        }

        List<ServiceDetail> all = [.. snapshot.Index.Services(request.ServiceName.Known)];
        List<ServiceDetail> ofType = [.. all.Where(detail => detail.ServiceTypes.Contains(request.VpcEndpointType))];
        List<ServiceDetail> listed = ofType.Count > 0 ? ofType : all;
        List<Value<string>> zones = [.. listed.SelectMany(detail => detail.AvailabilityZones)];
        bool areKnown = zones.Count > 0 && zones.All(zone => zone.IsKnown) && listed.All(detail => !detail.AvailabilityZones.IsUnknown);
        return areKnown ? [.. zones.Select(zone => zone.Known)] : null;
    }
}
