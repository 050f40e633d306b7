namespace VpcEndpointTools.Model;

/// <summary>A configuration in plain values for the pipeline. What is not known stands in <see cref="UnknownValues"/>.</summary>
public sealed class EndpointView
{
    private readonly Dictionary<string, string> _unknown = new(StringComparer.Ordinal);
    private readonly StandIns _standIns;

    internal EndpointView(EndpointConfig config)
    {
        _standIns = config.StandIns;
        VpcEndpointId = Text(config.VpcEndpointId, nameof(VpcEndpointId));
        VpcEndpointType = Text(config.VpcEndpointType, nameof(VpcEndpointType));
        VpcId = Text(config.VpcId, nameof(VpcId));
        ServiceName = Text(config.ServiceName, nameof(ServiceName));
        ServiceRegion = Text(config.ServiceRegion, nameof(ServiceRegion));
        ResourceConfigurationArn = Text(config.ResourceConfigurationArn, nameof(ResourceConfigurationArn));
        ServiceNetworkArn = Text(config.ServiceNetworkArn, nameof(ServiceNetworkArn));
        SubnetIds = List(config.SubnetIds, nameof(SubnetIds));
        SubnetConfigurations = config.SubnetConfigurations.IsAbsent
            ? null
            : [.. config.SubnetConfigurations.Select(item => new SubnetConfigurationView(item.SubnetId.ToString(), item.Ipv4.ToString(), item.Ipv6.ToString()))];
        SecurityGroupIds = List(config.SecurityGroupIds, nameof(SecurityGroupIds));
        RouteTableIds = List(config.RouteTableIds, nameof(RouteTableIds));
        PolicyDocument = Text(config.PolicyDocument, nameof(PolicyDocument));
        PrivateDnsEnabled = Flag(config.PrivateDnsEnabled, nameof(PrivateDnsEnabled));
        IpAddressType = Text(config.IpAddressType, nameof(IpAddressType));
        DnsRecordIpType = Text(config.DnsOptions.DnsRecordIpType, nameof(DnsRecordIpType));
        PrivateDnsOnlyForInboundResolverEndpoint = Flag(
            config.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint, nameof(PrivateDnsOnlyForInboundResolverEndpoint));
        Region = Text(config.Region, nameof(Region));
        State = Text(config.State, nameof(State));
        RequesterManaged = Flag(config.RequesterManaged, nameof(RequesterManaged));
    }

    /// <summary>The endpoint's id (existing endpoints).</summary>
    public string? VpcEndpointId { get; }

    /// <summary>The type as it was given; null where it was omitted.</summary>
    public string? VpcEndpointType { get; }

    /// <summary>The VPC.</summary>
    public string? VpcId { get; }

    /// <summary>The endpoint service.</summary>
    public string? ServiceName { get; }

    /// <summary>The Region of the service, where it is another one.</summary>
    public string? ServiceRegion { get; }

    /// <summary>The resource configuration.</summary>
    public string? ResourceConfigurationArn { get; }

    /// <summary>The service network.</summary>
    public string? ServiceNetworkArn { get; }

    /// <summary>Subnets; null where there are none.</summary>
    public string[]? SubnetIds { get; }

    /// <summary>Designated addresses; null where there are none.</summary>
    public SubnetConfigurationView[]? SubnetConfigurations { get; }

    /// <summary>Security groups; null where there are none.</summary>
    public string[]? SecurityGroupIds { get; }

    /// <summary>Route tables; null where there are none.</summary>
    public string[]? RouteTableIds { get; }

    /// <summary>The endpoint policy as JSON text; null where it is AWS's default.</summary>
    public string? PolicyDocument { get; }

    /// <summary>Private DNS; null where it is not known.</summary>
    public bool? PrivateDnsEnabled { get; }

    /// <summary>ipv4, ipv6 or dualstack.</summary>
    public string? IpAddressType { get; }

    /// <summary>ipv4, ipv6, dualstack or service-defined.</summary>
    public string? DnsRecordIpType { get; }

    /// <summary>S3: private DNS only for the inbound resolver endpoint.</summary>
    public bool? PrivateDnsOnlyForInboundResolverEndpoint { get; }

    /// <summary>The Region that the input names.</summary>
    public string? Region { get; }

    /// <summary>State as AWS shows it (existing endpoints).</summary>
    public string? State { get; }

    /// <summary>Managed by an AWS service for the account.</summary>
    public bool? RequesterManaged { get; }

    /// <summary>Properties whose value is not known, with the expression that stands for it.</summary>
    public IReadOnlyDictionary<string, string> UnknownValues => _unknown;

    /// <summary>The endpoint in a few words.</summary>
    public override string ToString() =>
        $"{VpcEndpointType ?? "(no type)"} {ServiceName ?? ResourceConfigurationArn ?? ServiceNetworkArn} in {VpcId}";

    private string? Text(Value<string> value, string name)
    {
        Note(name, value.Expression);
        return value.KnownOrDefault is { } known ? _standIns.Show(known) : null;
    }

    private bool? Flag(Value<bool> value, string name)
    {
        Note(name, value.Expression);
        return value.IsKnown ? value.Known : null;
    }

    private string[]? List(ValueList<Value<string>> list, string name)
    {
        Note(name, list.Expression ?? list.FirstOrDefault(item => item.IsUnknown).Expression);
        return list.Count == 0 ? null : [.. list.Select(item => _standIns.Show(item.ToString()))];
    }

    private void Note(string name, string? expression)
    {
        if (expression is not null)
        {
            _unknown[name] = expression;
        }
    }
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
