namespace VpcEndpointTools.Model;

/// <summary>An endpoint service as describe-vpc-endpoint-services shows it.</summary>
public sealed record ServiceDetail
{
    /// <summary>Its name.</summary>
    public required Value<string> ServiceName { get; init; }

    /// <summary>The endpoint types that this entry is about.</summary>
    public ValueList<Value<string>> ServiceTypes { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>amazon, aws-marketplace or an account.</summary>
    public Value<string> Owner { get; init; }

    /// <summary>Its private DNS names; absent where it has none.</summary>
    public ValueList<Value<string>> PrivateDnsNames { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>ipv4, ipv6 or both.</summary>
    public ValueList<Value<string>> SupportedIpAddressTypes { get; init; } = ValueList<Value<string>>.Absent;

    /// <summary>Whether an endpoint policy has any effect.</summary>
    public Value<bool> VpcEndpointPolicySupported { get; init; }

    /// <summary>Zones that it is offered in, by name.</summary>
    public ValueList<Value<string>> AvailabilityZones { get; init; } = ValueList<Value<string>>.Absent;
}

/// <summary>A private hosted zone of Amazon Route 53.</summary>
public sealed record HostedZone
{
    /// <summary>Its name, with or without the final dot.</summary>
    public required Value<string> Name { get; init; }

    /// <summary>Whether it is a private one.</summary>
    public Value<bool> PrivateZone { get; init; }

    /// <summary>The VPCs that it is associated with; null when the input does not show them.</summary>
    public IReadOnlyList<Value<string>>? VpcIds { get; init; }

    /// <summary>Its records; null when the input does not show them.</summary>
    public IReadOnlyList<ResourceRecordSet>? ResourceRecordSets { get; init; }
}

/// <summary>A record of a hosted zone.</summary>
public sealed record ResourceRecordSet
{
    /// <summary>Its name.</summary>
    public Value<string> Name { get; init; }

    /// <summary>A, AAAA, CNAME, ...</summary>
    public Value<string> Type { get; init; }

    /// <summary>What it points to: the DNS name of an alias, or the values.</summary>
    public ValueList<Value<string>> Targets { get; init; } = ValueList<Value<string>>.Absent;
}

/// <summary>An endpoint of Route 53 Resolver.</summary>
public sealed record ResolverEndpoint
{
    /// <summary>Its id.</summary>
    public required Value<string> Id { get; init; }

    /// <summary>INBOUND or OUTBOUND.</summary>
    public Value<string> Direction { get; init; }

    /// <summary>Its VPC.</summary>
    public Value<string> VpcId { get; init; }

    /// <summary>OPERATIONAL, CREATING, DELETING, ...</summary>
    public Value<string> Status { get; init; }
}

/// <summary>An applied quota of the account, as Service Quotas shows it.</summary>
public sealed record Quota
{
    /// <summary>Its code, for example L-29B6F2EB.</summary>
    public required Value<string> QuotaCode { get; init; }

    /// <summary>How many.</summary>
    public Value<long> Value { get; init; }
}
