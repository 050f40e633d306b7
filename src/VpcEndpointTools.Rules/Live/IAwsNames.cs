namespace VpcEndpointTools.Live;

/// <summary>What can be named by its id.</summary>
public enum NamedKind
{
    /// <summary>VPCs.</summary>
    Vpc,

    /// <summary>Subnets.</summary>
    Subnet,

    /// <summary>Route tables.</summary>
    RouteTable,

    /// <summary>Security groups.</summary>
    SecurityGroup,

    /// <summary>VPC endpoints.</summary>
    VpcEndpoint,
}

/// <summary>An id, and what tells it from others.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">Its Name tag; null without.</param>
/// <param name="Detail">What else tells it apart: addresses, zone, group name, service.</param>
public sealed record NamedId(string Id, string? Name, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() => Name is null ? $"{Id}: {Detail}" : $"{Name}: {Detail}";
}

/// <summary>Looks up ids while somebody types. Implemented outside this library.</summary>
public interface IAwsNames
{
    /// <summary>The ids of a kind: the first page of AWS's answer, asked once without a retry. The instance metadata service is not asked for credentials.</summary>
    /// <param name="connection">Whose credentials: keys or a profile; without either, the keys in the environment.</param>
    /// <param name="region">The Region.</param>
    /// <param name="kind">What to look for.</param>
    /// <param name="vpcId">Only those of this VPC; null for all.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="AwsException">The keys or the profile cannot be used.</exception>
    /// <exception cref="InvalidOperationException">The environment has no keys.</exception>
    Task<IReadOnlyList<NamedId>> ListAsync(AwsConnection connection, string region, NamedKind kind, string? vpcId, CancellationToken cancellationToken);
}
