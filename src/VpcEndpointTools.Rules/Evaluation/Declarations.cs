using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Evaluation;

/// <summary>From where clients use an endpoint.</summary>
[Flags]
public enum ClientLocations
{
    /// <summary>Nothing was declared.</summary>
    None = 0,

    /// <summary>The endpoint's own VPC.</summary>
    Vpc = 1,

    /// <summary>A peered VPC.</summary>
    PeeredVpc = 2,

    /// <summary>Another VPC behind a transit gateway.</summary>
    TransitGateway = 4,

    /// <summary>A network behind VPN or Direct Connect.</summary>
    OnPremises = 8,

    /// <summary>Another Region.</summary>
    OtherRegion = 16,
}

/// <summary>A client that the user declared: addresses, a security group, a prefix list or a subnet.</summary>
/// <param name="Text">As it was declared.</param>
/// <param name="Range">Its addresses; null where it is an id.</param>
public sealed record DeclaredClient(string Text, AddressRange? Range)
{
    /// <summary>Reads a declaration; null where it is none of them.</summary>
    public static DeclaredClient? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AddressRange.TryParse(text, out AddressRange range) ? new(text, range)
            : text.StartsWith("sg-", StringComparison.Ordinal) || text.StartsWith("pl-", StringComparison.Ordinal) || text.StartsWith("subnet-", StringComparison.Ordinal)
                ? new(text, null)
                : null;
    }

    /// <summary>True for a security group.</summary>
    public bool IsGroup => Text.StartsWith("sg-", StringComparison.Ordinal);

    /// <summary>True for a subnet.</summary>
    public bool IsSubnet => Text.StartsWith("subnet-", StringComparison.Ordinal);
}

/// <summary>What only the user can say: who uses the endpoints, and what the organization asks of them.</summary>
public sealed record Declarations
{
    /// <summary>Nothing was declared.</summary>
    public static Declarations None { get; } = new();

    /// <summary>From where clients use the endpoints.</summary>
    public ClientLocations AccessFrom { get; init; }

    /// <summary>Clients by address, security group, prefix list or subnet.</summary>
    public IReadOnlyList<DeclaredClient> Clients { get; init; } = [];

    /// <summary>True where only endpoints with validated cryptography may be used.</summary>
    public bool RequireFips { get; init; }

    /// <summary>Tags that every endpoint must have: the key, and the pattern of its value or null for any.</summary>
    public IReadOnlyDictionary<string, string?> RequiredTags { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Owners whose endpoint services may be used: account ids, aws-marketplace, or service names with wildcards; null where anybody's may.</summary>
    public IReadOnlyList<string>? AllowedServiceOwners { get; init; }

    /// <summary>Applied quotas by quota code.</summary>
    public IReadOnlyDictionary<string, long> Quotas { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>True when clients outside the endpoint's VPC were declared.</summary>
    public bool HasOutsideClients => (AccessFrom & ~ClientLocations.Vpc) != ClientLocations.None;
}
