using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Recommendation;

/// <summary>What somebody needs of an endpoint.</summary>
public sealed record EndpointNeed
{
    private const ClientLocations Outside = ClientLocations.PeeredVpc | ClientLocations.TransitGateway | ClientLocations.OnPremises | ClientLocations.OtherRegion;

    /// <summary>What to reach.</summary>
    public required NeedTarget Target { get; init; }

    /// <summary>The Region of the endpoint, where it is known.</summary>
    public string? Region { get; init; }

    /// <summary>The VPC of the endpoint, where one is meant.</summary>
    public string? VpcId { get; init; }

    /// <summary>From where clients come; nothing declared is taken for the VPC alone.</summary>
    public ClientLocations AccessFrom { get; init; }

    /// <summary>The endpoint itself must have a security group.</summary>
    public bool NeedsSecurityGroup { get; init; }

    /// <summary>An endpoint policy must restrict it.</summary>
    public bool NeedsEndpointPolicy { get; init; }

    /// <summary>The service's own names must resolve to private addresses.</summary>
    public bool NeedsPrivateDns { get; init; }

    /// <summary>Appliances are to inspect the traffic on its way.</summary>
    public bool InspectTraffic { get; init; }

    /// <summary>The other side must be able to begin a connection.</summary>
    public bool ProviderInitiated { get; init; }

    /// <summary>ipv4, ipv6 or dualstack; null for whatever is the default.</summary>
    public string? IpAddressType { get; init; }

    /// <summary>The Region of the service, where it is another one.</summary>
    public string? ServiceRegion { get; init; }

    /// <summary>In how many zones; null for as many as the VPC suggests.</summary>
    public int? AvailabilityZoneCount { get; init; }

    /// <summary>GB a month; null where it is not known.</summary>
    public decimal? MonthlyGB { get; init; }

    /// <summary>True where the traffic is known to go through a NAT gateway today, false where it is known not to; null to look at the VPC.</summary>
    public bool? IsOverNat { get; init; }

    /// <summary>What to call the need where its target says too little; null for the usual words.</summary>
    internal string? Title { get; init; }

    /// <summary>What gave rise to the need, where it is not the user's own.</summary>
    internal RecommendationReason? Because { get; init; }

    /// <summary>True to give routes only to subnets that pay for the way over NAT: the isolated ones may be so on purpose.</summary>
    internal bool OnlyWhereNat { get; init; }

    /// <summary>True when clients outside the VPC were declared.</summary>
    public bool HasOutsideClients => (AccessFrom & Outside) != ClientLocations.None;

    /// <summary>True when clients in the VPC are meant as well as others.</summary>
    public bool HasBothKinds => HasOutsideClients && AccessFrom.HasFlag(ClientLocations.Vpc);

    /// <summary>True when the service is in another Region than the endpoint.</summary>
    public bool IsCrossRegion => ServiceRegion is not null && ServiceRegion != Region;

    /// <summary>True where something beyond the cost asks for an endpoint of its own.</summary>
    public bool HasOtherGrounds => HasOutsideClients || NeedsSecurityGroup || NeedsEndpointPolicy || NeedsPrivateDns || InspectTraffic || IsCrossRegion;

    /// <summary>The same need of the clients in the VPC alone.</summary>
    public EndpointNeed Inside => this with { AccessFrom = ClientLocations.Vpc };

    /// <summary>The same need of the clients elsewhere alone.</summary>
    public EndpointNeed OfOutsiders => this with { AccessFrom = AccessFrom & Outside };

    /// <summary>The need in words.</summary>
    public override string ToString()
    {
        if (Title is not null)
        {
            return Title;
        }

        List<string> parts = [];
        Add(parts, AccessFrom != ClientLocations.None, $"from {AccessFrom}");
        Add(parts, NeedsSecurityGroup, "with a security group");
        Add(parts, NeedsEndpointPolicy, "with an endpoint policy");
        Add(parts, NeedsPrivateDns, "with private DNS");
        Add(parts, InspectTraffic, "inspected");
        Add(parts, ProviderInitiated, "begun by the provider");
        Add(parts, IpAddressType is not null, IpAddressType!);
        Add(parts, IsCrossRegion, $"in {ServiceRegion}");
        return parts.Count == 0 ? $"{Target}" : $"{Target} {string.Join(", ", parts)}";
    }

    private static void Add(List<string> parts, bool applies, string text)
    {
        if (applies)
        {
            parts.Add(text);
        }
    }
}
