using System.Runtime.CompilerServices;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Model;

/// <summary>A configuration in plain values for the pipeline. What is not known is in <see cref="UnknownValues"/>.</summary>
public sealed class EndpointView
{
    private static readonly HashSet<string> OwnNames =
        typeof(EndpointView).GetProperties().Select(property => property.Name).ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _unknown = new(StringComparer.Ordinal);

    internal EndpointView(EndpointConfig config)
    {
        foreach (EndpointMember member in EndpointMembers.All)
        {
            if (member.Show(config) is { } value)
            {
                _values[member.Name] = value;
            }

            if (member.Unknown(config) is { } expression)
            {
                _unknown[member.Name] = expression;
            }
        }
    }

    /// <summary>The endpoint's id (existing endpoints).</summary>
    public string? VpcEndpointId => Get<string>();

    /// <summary>The type as it was given; null where it was omitted.</summary>
    public string? VpcEndpointType => Get<string>();

    /// <summary>The VPC.</summary>
    public string? VpcId => Get<string>();

    /// <summary>The endpoint service.</summary>
    public string? ServiceName => Get<string>();

    /// <summary>The Region of the service, where it is another one.</summary>
    public string? ServiceRegion => Get<string>();

    /// <summary>The resource configuration.</summary>
    public string? ResourceConfigurationArn => Get<string>();

    /// <summary>The service network.</summary>
    public string? ServiceNetworkArn => Get<string>();

    /// <summary>Subnets; null where there are none.</summary>
    public string[]? SubnetIds => Get<string[]>();

    /// <summary>Designated addresses; null where there are none.</summary>
    public SubnetConfigurationView[]? SubnetConfigurations => Get<SubnetConfigurationView[]>();

    /// <summary>Security groups; null where there are none.</summary>
    public string[]? SecurityGroupIds => Get<string[]>();

    /// <summary>Route tables; null where there are none.</summary>
    public string[]? RouteTableIds => Get<string[]>();

    /// <summary>The endpoint policy as JSON text; null where it is AWS's default.</summary>
    public string? PolicyDocument => Get<string>();

    /// <summary>Private DNS; null where it is not known.</summary>
    public bool? PrivateDnsEnabled => Get<bool?>();

    /// <summary>ipv4, ipv6 or dualstack.</summary>
    public string? IpAddressType => Get<string>();

    /// <summary>ipv4, ipv6, dualstack or service-defined.</summary>
    public string? DnsRecordIpType => Get<string>();

    /// <summary>S3: private DNS only for the inbound resolver endpoint.</summary>
    public bool? PrivateDnsOnlyForInboundResolverEndpoint => Get<bool?>();

    /// <summary>Which private DNS names to make (Resource, ServiceNetwork).</summary>
    public string? PrivateDnsPreference => Get<string>();

    /// <summary>The domains of a preference with SPECIFIED in it; null where there are none.</summary>
    public string[]? PrivateDnsSpecifiedDomains => Get<string[]>();

    /// <summary>Tags; null where there are none.</summary>
    public EndpointTag[]? Tags => Get<EndpointTag[]>();

    /// <summary>The Region that the input names.</summary>
    public string? Region => Get<string>();

    /// <summary>State as AWS shows it (existing endpoints).</summary>
    public string? State => Get<string>();

    /// <summary>Why it failed, in AWS's words (existing endpoints).</summary>
    public string? FailureReason => Get<string>();

    /// <summary>The endpoint's network interfaces, one a subnet (existing endpoints); null where there are none.</summary>
    public string[]? NetworkInterfaceIds => Get<string[]>();

    /// <summary>Managed by an AWS service for the account.</summary>
    public bool? RequesterManaged => Get<bool?>();

    /// <summary>Values of members that have no property here, by name.</summary>
    public IReadOnlyDictionary<string, object> OtherValues => _values
        .Where(pair => !OwnNames.Contains(pair.Key))
        .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>Properties whose value is not known, with the expression that stands for it.</summary>
    public IReadOnlyDictionary<string, string> UnknownValues => _unknown;

    /// <summary>The endpoint in a few words.</summary>
    public override string ToString() =>
        $"{VpcEndpointType ?? "(no type)"} {ServiceName ?? ResourceConfigurationArn ?? ServiceNetworkArn} in {VpcId}";

    private T? Get<T>([CallerMemberName] string name = "") => _values.TryGetValue(name, out object? value) ? (T)value : default;
}

/// <summary>Addresses designated for one subnet, in plain values.</summary>
/// <param name="SubnetId">The subnet.</param>
/// <param name="Ipv4">The IPv4 address; empty for any.</param>
/// <param name="Ipv6">The IPv6 address; empty for any.</param>
public sealed record SubnetConfigurationView(string SubnetId, string Ipv4, string Ipv6)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', new[] { SubnetId, Ipv4, Ipv6 }.Where(text => !string.IsNullOrEmpty(text)));
}

/// <summary>A tag of an endpoint.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
public sealed record EndpointTag(string? Key, string? Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Key}={Value}";
}
