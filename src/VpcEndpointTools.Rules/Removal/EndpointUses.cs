using System.Globalization;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Model;
using VpcEndpointTools.Policies;
using VpcEndpointTools.Recommendation;

namespace VpcEndpointTools.Removal;

/// <summary>Finds what uses an endpoint.</summary>
/// <remarks>Source of what AWS refuses: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpcEndpoints.html, read
/// 2026-11-27: "You can only delete Gateway Load
/// Balancer endpoints when the routes that are associated with the endpoint are deleted"; it deletes the routes of a gateway endpoint
/// itself.</remarks>
public sealed class EndpointUses
{
    private const decimal LeastGB = 0.001m;

    private readonly EndpointConfig _endpoint;
    private readonly string _id;

    /// <summary>The uses of an endpoint.</summary>
    /// <param name="endpoint">The endpoint; its id must be known.</param>
    public EndpointUses(EndpointConfig endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        _endpoint = endpoint;
        _id = endpoint.VpcEndpointId.Known;
    }

    /// <summary>What surrounds it: its VPC's route tables, and as many endpoints as are known, of whatever VPC.</summary>
    public required NetworkSnapshot Around { get; init; }

    /// <summary>A further snapshot for what EC2 does not show: hosted zones with their records, endpoints of other accounts.</summary>
    public NetworkSnapshot? Given { get; init; }

    /// <summary>Measured traffic.</summary>
    public IReadOnlyList<TrafficVolume> Traffic { get; init; } = [];

    /// <summary>What was not looked at, because nothing shows it here.</summary>
    public string[] NotLookedAt =>
    [
        "policies of buckets, keys, queues and identities that name it (aws:SourceVpce)",
        "clients that use its own DNS names or addresses",
        .. HostedZones.Any(zone => zone.ResourceRecordSets is not null) ? Array.Empty<string>()
            : ["records of hosted zones (-Snapshot with HostedZones and their ResourceRecordSets)"],
        .. Traffic.Count > 0 ? Array.Empty<string>() : ["measured traffic (-Traffic)"],
    ];

    /// <summary>All of them, the weightiest first.</summary>
    public IReadOnlyList<EndpointUse> Find() =>
    [
        .. Routes().Concat(Policies()).Concat(InboundOnly()).Concat(Records()).Concat(Measured()).Concat(PrivateNames())
            .OrderBy(use => use.Weight switch { UseWeights.Refused => 0, UseWeights.InUse => 1, _ => 2 }),
    ];

    private IEnumerable<HostedZone> HostedZones => (Around.HostedZones ?? []).Concat(Given?.HostedZones ?? []);

    private IEnumerable<EndpointConfig> Others => (Around.VpcEndpoints ?? []).Concat(Given?.VpcEndpoints ?? [])
        .Where(endpoint => endpoint.HoldsItsPlace && endpoint.VpcEndpointId.IsKnown && endpoint.VpcEndpointId != _endpoint.VpcEndpointId)
            .DistinctBy(endpoint => endpoint.VpcEndpointId.Known, StringComparer.Ordinal);

    private string Service => _endpoint.ServiceName.KnownOrDefault ?? _endpoint.ResourceConfigurationArn.KnownOrDefault
        ?? _endpoint.ServiceNetworkArn.KnownOrDefault ?? "its service";

    private IEnumerable<EndpointUse> Routes()
    {
        foreach (RouteTable table in Around.RouteTables ?? [])
        {
            foreach (Route route in (table.Routes ?? []).Where(route => route.GatewayId.Is(_id)))
            {
                string id = table.RouteTableId.ToString();
                if (!_endpoint.VpcEndpointType.Is(EndpointTypes.Gateway))
                {
                    yield return Use("Route", id, UseWeights.Refused,
                        $"{id} routes {Destination(route)} to it. AWS deletes a {_endpoint.VpcEndpointType} endpoint only after its "
                        + $"routes.");
                }
                else if (OtherWay(table) is { } way)
                {
                    yield return Use("Route", id, UseWeights.Consequence,
                        $"{id} routes {Service} to it; the traffic then takes the table's default route to {way}.");
                }
                else
                {
                    yield return Use("Route", id, UseWeights.InUse,
                        $"{id} routes {Service} to it and has no default route: its subnets then have no route to the service.");
                }
            }
        }
    }

    private static string Destination(Route route) => route.DestinationCidrBlock.KnownOrDefault
        ?? route.DestinationIpv6CidrBlock.KnownOrDefault ?? route.DestinationPrefixListId.ToString();

    private static string? OtherWay(RouteTable table) => (table.Routes ?? [])
        .Where(route => !route.IsDead && (route.DestinationCidrBlock.Is("0.0.0.0/0") || route.DestinationIpv6CidrBlock.Is("::/0")))
        .Select(route => route.NatGatewayId.KnownOrDefault ?? route.GatewayId.KnownOrDefault
            ?? route.EgressOnlyInternetGatewayId.KnownOrDefault ?? route.OtherTarget.KnownOrDefault)
        .FirstOrDefault(target => target is not null);

    private IEnumerable<EndpointUse> Policies() =>
        from other in Others
        where other.PolicyDocument.IsKnown
        let naming = PolicyNames.In(other.PolicyDocument.Known, _id)
        where naming != PolicyNaming.None
        select naming == PolicyNaming.SourceVpce
            ? Use("EndpointPolicy", other.VpcEndpointId.Known, UseWeights.InUse,
                $"The endpoint policy of {other.VpcEndpointId} names it in aws:SourceVpce.")
            : Use("EndpointPolicy", other.VpcEndpointId.Known, UseWeights.Consequence,
                $"The endpoint policy of {other.VpcEndpointId} contains its id, but not as a value of aws:SourceVpce that can be read.");

    // Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html: the option needs a gateway
    // endpoint in the VPC.
    private IEnumerable<EndpointUse> InboundOnly()
    {
        List<EndpointConfig> beside = [.. Others.Where(other => other.VpcId == _endpoint.VpcId
            && other.ServiceName == _endpoint.ServiceName)];
        return !_endpoint.VpcEndpointType.Is(EndpointTypes.Gateway)
            || beside.Exists(other => other.VpcEndpointType.Is(EndpointTypes.Gateway)) ? []
            : beside.Where(other => other.VpcEndpointType.Is(EndpointTypes.Interface) && other.PrivateDnsEnabled.Is(true)
                && other.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint.Is(true))
                .Select(other => Use(
                    "InboundOnlyPrivateDns",
                    other.VpcEndpointId.Known,
                    UseWeights.InUse,
                    $"{other.VpcEndpointId} has private DNS for the inbound Resolver endpoint only "
                        + $"(PrivateDnsOnlyForInboundResolverEndpoint), which needs a Gateway endpoint of {Service} in "
                        + $"{_endpoint.VpcId}."));
    }

    private IEnumerable<EndpointUse> Records() =>
        from zone in HostedZones
        from record in zone.ResourceRecordSets ?? []
        from target in record.Targets
        where target.IsKnown
            && (target.Known.StartsWith(_id, StringComparison.OrdinalIgnoreCase)
            || target.Known.Contains("." + _id, StringComparison.OrdinalIgnoreCase))
        select Use("HostedZone", zone.Name.ToString(), UseWeights.InUse,
            $"The record {record.Name} ({record.Type}) of the hosted zone {zone.Name} points to {target}.");

    private IEnumerable<EndpointUse> Measured() => Traffic
        .Where(row => row.Bytes > 0 && _endpoint.VpcId.Is(row.VpcId) && IsOfService(row))
        .Select(row =>
        {
            string amount = row.MonthlyGB < LeastGB ? "Less than 0.001" : row.MonthlyGB.ToString("0.###", CultureInfo.InvariantCulture);
            string measured = $"{amount} GB a month from {row.VpcId} to {row.Service}";
            return row is { IsOverNat: true, IsPathKnown: true }
                ? Use("Traffic", row.VpcId, UseWeights.Consequence,
                    $"{measured} were measured on their way through a NAT gateway, not through an endpoint.")
                : Use("Traffic", row.VpcId, UseWeights.InUse, row.IsPathKnown
                    ? $"{measured} were measured, and not through a NAT gateway."
                    : $"{measured} were measured; the row has no Path, so the traffic may go through the endpoint.");
        }).Concat(Unrecognised());

    // Not known to be this service, and not known to be another one.
    private IEnumerable<EndpointUse> Unrecognised()
    {
        string[] names = [.. Traffic.Where(row => row.Bytes > 0 && _endpoint.VpcId.Is(row.VpcId) && !IsOfService(row)
            && row.Target(Around.Region, ServiceCatalog.Shipped) is null).Select(row => row.Service).Distinct(StringComparer.Ordinal)];
        return names.Length == 0 ? []
            : [Use("Traffic", _endpoint.VpcId.ToString(), UseWeights.Consequence,
                $"Rows of -Traffic name services that are not recognised, so they were not counted: {string.Join(", ", names)}.")];
    }

    // Rows name a service in full, in short, or by the tag of its address range.
    private bool IsOfService(TrafficVolume row) => _endpoint.ServiceName.Is(row.Service)
        || (_endpoint.ServiceName.IsKnown && row.Target(Around.Region, ServiceCatalog.Shipped)?.Service is { } entry
            && entry == ServiceCatalog.Shipped.Find(_endpoint.ServiceName.Known));

    private IEnumerable<EndpointUse> PrivateNames() => !_endpoint.PrivateDnsEnabled.Is(true) || !_endpoint.HoldsItsPlace ? []
        : [Use("PrivateDns", _endpoint.VpcId.ToString(), UseWeights.Consequence,
            $"Private DNS is on: in {_endpoint.VpcId} the DNS names of {Service} then resolve to public addresses.")];

    private static EndpointUse Use(string kind, string usedBy, string weight, string message) =>
        new() { Kind = kind, UsedBy = usedBy, Weight = weight, Message = message };
}
