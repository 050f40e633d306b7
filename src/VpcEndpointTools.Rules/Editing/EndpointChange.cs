using VpcEndpointTools.Model;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Editing;

/// <summary>What is to be changed on an endpoint: the members of a ModifyVpcEndpoint request.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpoint.html, read 2026-11-27.</remarks>
public sealed record EndpointChange
{
    /// <summary>Subnets to add.</summary>
    public IReadOnlyList<string> AddSubnetIds { get; init; } = [];

    /// <summary>Subnets to remove.</summary>
    public IReadOnlyList<string> RemoveSubnetIds { get; init; } = [];

    /// <summary>Security groups to add.</summary>
    public IReadOnlyList<string> AddSecurityGroupIds { get; init; } = [];

    /// <summary>Security groups to remove.</summary>
    public IReadOnlyList<string> RemoveSecurityGroupIds { get; init; } = [];

    /// <summary>Route tables to add.</summary>
    public IReadOnlyList<string> AddRouteTableIds { get; init; } = [];

    /// <summary>Route tables to remove.</summary>
    public IReadOnlyList<string> RemoveRouteTableIds { get; init; } = [];

    /// <summary>The new endpoint policy; null to leave it.</summary>
    public string? PolicyDocument { get; init; }

    /// <summary>True to go back to AWS's default policy, which allows everything.</summary>
    public bool ResetPolicy { get; init; }

    /// <summary>Private DNS; null to leave it.</summary>
    public bool? PrivateDnsEnabled { get; init; }

    /// <summary>ipv4, ipv6 or dualstack; null to leave it.</summary>
    public string? IpAddressType { get; init; }

    /// <summary>ipv4, ipv6, dualstack or service-defined; null to leave it.</summary>
    public string? DnsRecordIpType { get; init; }

    /// <summary>Private DNS names only for the inbound resolver endpoint (S3); null to leave it.</summary>
    public bool? PrivateDnsOnlyForInboundResolverEndpoint { get; init; }

    /// <summary>Which domains get private DNS names (Resource, ServiceNetwork); null to leave it.</summary>
    public string? PrivateDnsPreference { get; init; }

    /// <summary>The domains of a SPECIFIED preference; null to leave them.</summary>
    public IReadOnlyList<string>? PrivateDnsSpecifiedDomains { get; init; }

    /// <summary>True where nothing is to be changed.</summary>
    public bool IsEmpty => !Parts.Any();

    /// <summary>What it names, by the parameters of Edit-EC2VpcEndpoint, each with its value as text.</summary>
    public IEnumerable<(string Parameter, string Value)> Parts => new (string Parameter, string? Value)[]
    {
        ("AddSubnetId", List(AddSubnetIds)),
        ("RemoveSubnetId", List(RemoveSubnetIds)),
        ("AddSecurityGroupId", List(AddSecurityGroupIds)),
        ("RemoveSecurityGroupId", List(RemoveSecurityGroupIds)),
        ("AddRouteTableId", List(AddRouteTableIds)),
        ("RemoveRouteTableId", List(RemoveRouteTableIds)),
        ("PolicyDocument", PolicyDocument),
        ("ResetPolicy", ResetPolicy ? "true" : null),
        ("PrivateDnsEnabled", Flag(PrivateDnsEnabled)),
        ("IpAddressType", IpAddressType),
        ("DnsOptions_DnsRecordIpType", DnsRecordIpType),
        ("DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint", Flag(PrivateDnsOnlyForInboundResolverEndpoint)),
        ("DnsOptions_PrivateDnsPreference", PrivateDnsPreference),
        ("DnsOptions_PrivateDnsSpecifiedDomain", PrivateDnsSpecifiedDomains is null ? null
            : string.Join(", ", PrivateDnsSpecifiedDomains)),
    }.Where(part => part.Value is not null).Select(part => (part.Parameter, part.Value!));

    /// <summary>What of it contradicts itself, one sentence each.</summary>
    public IReadOnlyList<string> Contradictions()
    {
        List<string> found = [];
        Both(found, "subnet", AddSubnetIds, RemoveSubnetIds);
        Both(found, "security group", AddSecurityGroupIds, RemoveSecurityGroupIds);
        Both(found, "route table", AddRouteTableIds, RemoveRouteTableIds);
        if (PolicyDocument is not null && ResetPolicy)
        {
            found.Add("PolicyDocument and ResetPolicy exclude each other");
        }

        return found;
    }

    /// <summary>What is left of it once what the endpoint already has is taken out.</summary>
    public EndpointChange Needed(EndpointConfig now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return new EndpointChange
        {
            AddSubnetIds = Missing(AddSubnetIds, now.SubnetIds),
            RemoveSubnetIds = There(RemoveSubnetIds, now.SubnetIds),
            AddSecurityGroupIds = Missing(AddSecurityGroupIds, now.SecurityGroupIds),
            RemoveSecurityGroupIds = There(RemoveSecurityGroupIds, now.SecurityGroupIds),
            AddRouteTableIds = Missing(AddRouteTableIds, now.RouteTableIds),
            RemoveRouteTableIds = There(RemoveRouteTableIds, now.RouteTableIds),
            PolicyDocument = PolicyDocument is null || HasPolicy(now, PolicyDocument) ? null : PolicyDocument,
            ResetPolicy = ResetPolicy && !now.PolicyDocument.IsAbsent,
            PrivateDnsEnabled = PrivateDnsEnabled == now.PrivateDnsEnabled.Is(true) ? null : PrivateDnsEnabled,
            IpAddressType = Differs(IpAddressType, now.IpAddressType),
            DnsRecordIpType = Differs(DnsRecordIpType, now.DnsOptions.DnsRecordIpType),
            PrivateDnsOnlyForInboundResolverEndpoint = PrivateDnsOnlyForInboundResolverEndpoint is { } inbound
                && now.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint.Is(inbound)
                ? null
                : PrivateDnsOnlyForInboundResolverEndpoint,
            PrivateDnsPreference = Differs(PrivateDnsPreference, now.DnsOptions.PrivateDnsPreference),
            PrivateDnsSpecifiedDomains = PrivateDnsSpecifiedDomains is not null
                && now.DnsOptions.PrivateDnsSpecifiedDomains.Select(name => name.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase)
                .SetEquals(PrivateDnsSpecifiedDomains) ? null : PrivateDnsSpecifiedDomains,
        };
    }

    /// <summary>The endpoint as it would be after the change.</summary>
    public EndpointConfig AppliedTo(EndpointConfig now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now with
        {
            SubnetIds = Applied(now.SubnetIds, AddSubnetIds, RemoveSubnetIds),
            SecurityGroupIds = Applied(now.SecurityGroupIds, AddSecurityGroupIds, RemoveSecurityGroupIds),
            RouteTableIds = Applied(now.RouteTableIds, AddRouteTableIds, RemoveRouteTableIds),
            PolicyDocument = ResetPolicy ? default : PolicyDocument is null ? now.PolicyDocument : PolicyDocument,
            PrivateDnsEnabled = PrivateDnsEnabled is { } isOn ? isOn : now.PrivateDnsEnabled,
            IpAddressType = IpAddressType is null ? now.IpAddressType : IpAddressType,
            DnsOptions = now.DnsOptions with
            {
                DnsRecordIpType = DnsRecordIpType is null ? now.DnsOptions.DnsRecordIpType : DnsRecordIpType,
                PrivateDnsOnlyForInboundResolverEndpoint = PrivateDnsOnlyForInboundResolverEndpoint is { } inbound ? inbound
                    : now.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint,
                PrivateDnsPreference = PrivateDnsPreference is null ? now.DnsOptions.PrivateDnsPreference : PrivateDnsPreference,
                PrivateDnsSpecifiedDomains = PrivateDnsSpecifiedDomains is null
                    ? now.DnsOptions.PrivateDnsSpecifiedDomains
                    : [.. PrivateDnsSpecifiedDomains.Select(Value<string>.Of)],
            },
        };
    }

    /// <summary>The change in words, one each: "add subnet-0a1b2c3d".</summary>
    public IReadOnlyList<string> Words() =>
    [
        .. AddSubnetIds.Concat(AddSecurityGroupIds).Concat(AddRouteTableIds).Select(id => $"add {id}"),
        .. RemoveSubnetIds.Concat(RemoveSecurityGroupIds).Concat(RemoveRouteTableIds).Select(id => $"remove {id}"),
        .. PolicyDocument is null ? Array.Empty<string>() : ["replace the endpoint policy"],
        .. ResetPolicy ? ["reset the endpoint policy to AWS's default, which allows everything"] : Array.Empty<string>(),
        .. PrivateDnsEnabled is { } isOn ? [isOn ? "turn private DNS on" : "turn private DNS off"] : Array.Empty<string>(),
        .. Parts.Where(part => part.Parameter is "IpAddressType" || part.Parameter.StartsWith("DnsOptions_", StringComparison.Ordinal))
            .Select(part => $"set {part.Parameter.Replace("DnsOptions_", string.Empty, StringComparison.Ordinal)} to {part.Value}"),
    ];

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Words());

    private static string? List(IReadOnlyList<string> ids) => ids.Count == 0 ? null : string.Join(", ", ids);

    private static string? Flag(bool? flag) => flag is { } known ? known ? "true" : "false" : null;

    private static void Both(List<string> found, string what, IReadOnlyList<string> add, IReadOnlyList<string> remove) =>
        found.AddRange(add.Intersect(remove, StringComparer.Ordinal).Select(id => $"the {what} {id} is both added and removed"));

    private static List<string> Missing(IReadOnlyList<string> ids, ValueList<Value<string>> there) =>
        [.. ids.Distinct(StringComparer.Ordinal).Where(id => !there.Contains(id))];

    private static List<string> There(IReadOnlyList<string> ids, ValueList<Value<string>> there) =>
        [.. ids.Distinct(StringComparer.Ordinal).Where(id => there.Contains(id))];

    private static ValueList<Value<string>> Applied(ValueList<Value<string>> now, IReadOnlyList<string> add,
        IReadOnlyList<string> remove) =>
        [.. now.Where(id => !remove.Contains(id.ToString(), StringComparer.Ordinal)), .. Missing(add, now).Select(Value<string>.Of)];

    // AWS's own default is read as none.
    private static bool HasPolicy(EndpointConfig now, string wanted) => now.PolicyDocument.IsAbsent ? DefaultPolicy.Is(wanted)
        : PolicyText.Same(wanted, now.PolicyDocument.KnownOrDefault);

    private static string? Differs(string? wanted, Value<string> now) =>
        string.Equals(wanted, now.KnownOrDefault, StringComparison.OrdinalIgnoreCase) ? null : wanted;
}
