namespace VpcEndpointTools.Evaluation;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Advice.</summary>
    Information,

    /// <summary>Works, but risky, fragile or needlessly dear.</summary>
    Warning,

    /// <summary>AWS rejects it, or traffic will not flow.</summary>
    Error,
}

/// <summary>What a rule looks at, beyond the configuration itself.</summary>
[Flags]
public enum RuleNeeds
{
    /// <summary>The configuration alone.</summary>
    None = 0,

    /// <summary>The service catalogue.</summary>
    Catalog = 1,

    /// <summary>The Region of deployment.</summary>
    Region = 2,

    /// <summary>Vpcs of a snapshot.</summary>
    Vpcs = 4,

    /// <summary>Subnets of a snapshot.</summary>
    Subnets = 8,

    /// <summary>SecurityGroups of a snapshot.</summary>
    SecurityGroups = 16,

    /// <summary>RouteTables of a snapshot.</summary>
    RouteTables = 32,

    /// <summary>PrefixLists of a snapshot.</summary>
    PrefixLists = 64,

    /// <summary>VpcEndpoints of a snapshot.</summary>
    VpcEndpoints = 128,

    /// <summary>ServiceDetails of a snapshot.</summary>
    ServiceDetails = 256,

    /// <summary>HostedZones of a snapshot.</summary>
    HostedZones = 512,

    /// <summary>NetworkAcls of a snapshot.</summary>
    NetworkAcls = 1 << 10,

    /// <summary>NatGateways of a snapshot.</summary>
    NatGateways = 1 << 11,

    /// <summary>NetworkInterfaces of a snapshot.</summary>
    NetworkInterfaces = 1 << 12,

    /// <summary>VpcPeeringConnections of a snapshot.</summary>
    VpcPeeringConnections = 1 << 13,

    /// <summary>TransitGatewayVpcAttachments of a snapshot.</summary>
    TransitGatewayVpcAttachments = 1 << 14,

    /// <summary>ResolverEndpoints of a snapshot.</summary>
    ResolverEndpoints = 1 << 15,

    /// <summary>Quotas of a snapshot or of the settings.</summary>
    Quotas = 1 << 16,

    /// <summary>AccessFrom or Clients: who uses the endpoint.</summary>
    Clients = 1 << 17,

    /// <summary>Something else that the settings declare.</summary>
    Settings = 1 << 18,

    /// <summary>EnableDnsSupport and EnableDnsHostnames of the Vpcs of a snapshot: AWS tells them by a call each for each VPC.</summary>
    VpcDnsAttributes = 1 << 19,

    /// <summary>AccountId of a snapshot.</summary>
    AccountId = 1 << 20,
}

/// <summary>What a rule declares about itself.</summary>
public sealed record RuleInfo
{
    /// <summary>Its id, one everywhere: output, -IncludeRule, test class.</summary>
    public required string Id { get; init; }

    /// <summary>What is wrong when it fails, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The gravest severity that its findings can have.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The endpoint types that it is about; all six unless it says so.</summary>
    public IReadOnlyList<string> EndpointTypes { get; init; } = Model.EndpointTypes.All;

    /// <summary>True when the rule is about that type.</summary>
    public bool IsAbout(string type)
    {
        // By index: this runs for each rule and configuration, and an enumerator each time would be most of what testing allocates.
        for (int i = 0; i < EndpointTypes.Count; i++)
        {
            if (EndpointTypes[i] == type)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What it looks at beyond the configuration.</summary>
    public RuleNeeds Needs { get; init; }

    /// <summary>The error code that it predicts, where AWS rejects such a configuration.</summary>
    public string? AwsErrorCode { get; init; }

    /// <summary>How to mend it, in a sentence.</summary>
    public required string Remediation { get; init; }

    /// <summary>Where the fact stands.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which the fact was last read at its source and found as the rule has it.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>True for a rule about what an endpoint is made like: it has no meaning for one that AWS already accepted.</summary>
    public bool OnlyBeforeCreation { get; init; }

    /// <summary>True for a rule about the life of an endpoint, which also looks at broken and requester-managed ones.</summary>
    public bool LooksAtEveryState { get; init; }

    /// <summary>The family: the letter of the id.</summary>
    public string Family => RuleFamilies.OfLetter(Id[5]) ?? string.Empty;
}
