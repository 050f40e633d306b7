using System.Globalization;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Placement;

/// <summary>A subnet and why it was chosen or left out.</summary>
/// <param name="Subnet">The subnet.</param>
/// <param name="Reason">A clause without a full stop.</param>
internal sealed record SubnetChoice(Subnet Subnet, string Reason)
{
    /// <summary>The choice as a line to print.</summary>
    public override string ToString() =>
        $"Subnet {Subnet.SubnetId} in {(Subnet.AvailabilityZone.IsKnown ? Subnet.AvailabilityZone : Subnet.AvailabilityZoneId)}: {Reason}.";
}

/// <summary>Chooses the subnets of an endpoint, for recommendations and for creation alike.</summary>
/// <remarks>The choice is stable: the same VPC gets the same one, whatever endpoints were created in it since. So it goes by the size of a
/// subnet's range and never by its free addresses, which the endpoint's own interfaces use up.</remarks>
internal sealed class SubnetPicker(VpcPlaces places)
{
    private readonly Func<Subnet, string?> _zoneOf = ZoneKey(places.Subnets);

    /// <summary>One subnet in each Availability Zone: a private one if there is one, with the largest range, with the lowest id.</summary>
    /// <returns>Zones with instances or functions first, then in the order of the zones.</returns>
    public IReadOnlyList<SubnetChoice> OnePerZone(EndpointConfig request) =>
    [
        .. Usable(request).Where(subnet => _zoneOf(subnet) is not null)
            .GroupBy(subnet => _zoneOf(subnet)!, StringComparer.Ordinal)
            .OrderByDescending(zone => HasServers(zone.First())).ThenBy(zone => zone.Key, StringComparer.Ordinal)
            .Select(zone => new SubnetChoice(zone.First(), Reason(zone.First(), zone.Count()))),
    ];

    /// <summary>All subnets that can take the endpoint, in the order of their ids.</summary>
    public IReadOnlyList<SubnetChoice> All(EndpointConfig request) =>
        [.. Usable(request).Select(subnet => new SubnetChoice(subnet, "one of all"))
            .OrderBy(choice => choice.Subnet.SubnetId.Known, StringComparer.Ordinal)];

    /// <summary>The subnets that cannot take it, and why.</summary>
    public IReadOnlyList<SubnetChoice> LeftOut(EndpointConfig request) =>
        [.. SubnetFit.Of(places, request).Where(fit => fit.Fits == Truth.No)
            .Select(fit => new SubnetChoice(fit.Subnet, $"left out: {fit.Reason}"))];

    /// <summary>True where instances or functions are in the zone of a subnet.</summary>
    public bool HasServers(Subnet subnet) =>
        _zoneOf(subnet) is { } zone
            ? places.Subnets.Any(other => _zoneOf(other) == zone && places.HasServers(other))
            : places.HasServers(subnet);

    // The best first.
    private IEnumerable<Subnet> Usable(EndpointConfig request) => SubnetFit.Of(places, request)
        .Where(fit => fit.Fits != Truth.No)
        .OrderByDescending(fit => fit.Fits)
        .ThenBy(fit => places.IsPublic(fit.Subnet))
        .ThenBy(fit => PrefixLength(fit.Subnet))
        .ThenBy(fit => fit.Subnet.SubnetId.Known, StringComparer.Ordinal)
        .Select(fit => fit.Subnet);

    private string Reason(Subnet subnet, int inZone)
    {
        string way = places.IsPublic(subnet) switch
        {
            Truth.Yes => "with a route to an internet gateway",
            Truth.No => "private",
            _ => "its routes are not known",
        };
        string range = subnet.CidrBlock.IsKnown ? $", {subnet.CidrBlock}" : string.Empty;
        string rank = inZone == 1 ? "the only one" : string.Create(CultureInfo.InvariantCulture, $"the first of {inZone}");
        return $"{way}{range}, {rank} in its zone that can take the endpoint";
    }

    private static int PrefixLength(Subnet subnet) =>
        AddressRange.TryParse(subnet.CidrBlock.KnownOrDefault, out AddressRange range) ? range.Length : int.MaxValue;

    // By id where all have one, else by name where all have one: an id says nothing about a name.
    private static Func<Subnet, string?> ZoneKey(IReadOnlyList<Subnet> subnets) =>
        subnets.All(subnet => subnet.AvailabilityZoneId.IsKnown) ? subnet => subnet.AvailabilityZoneId.Known
        : subnets.All(subnet => subnet.AvailabilityZone.IsKnown) ? subnet => subnet.AvailabilityZone.Known
        : VpcPlaces.ZoneOf;
}
