using VpcEndpointTools.Model;

namespace VpcEndpointTools.Recommendation;

/// <summary>An endpoint to create: its properties are the parameters of New-EC2VpcEndpoint and New-SafeVpcEndpoint.</summary>
/// <remarks>Lists are null and never empty, types are strings: an empty array is sent as an empty parameter, and an enum is dropped in silence.</remarks>
public sealed class CreateRecommendation : EndpointRecommendation
{
    private readonly EndpointView _request;

    internal CreateRecommendation(EndpointConfig request)
    {
        Action = RecommendedActions.Create;
        Request = request;
        _request = new EndpointView(request);
        Vpc = _request.VpcId;
        Region = _request.Region;
        Type = _request.VpcEndpointType;
    }

    /// <summary>The request for the rules; hidden from the pipe.</summary>
    internal EndpointConfig Request { get; }

    /// <summary>The VPC.</summary>
    public string VpcId => _request.VpcId!;

    /// <summary>The service; null for a resource or a service network.</summary>
    public string? ServiceName => _request.ServiceName;

    /// <summary>The endpoint type.</summary>
    public string VpcEndpointType => _request.VpcEndpointType!;

    /// <summary>Route tables (Gateway).</summary>
    public string[]? RouteTableId => Array(_request.RouteTableIds);

    /// <summary>One subnet an Availability Zone.</summary>
    public string[]? SubnetId => Array(_request.SubnetIds);

    /// <summary>Security groups; null where none of the VPC fits.</summary>
    public string[]? SecurityGroupId => Array(_request.SecurityGroupIds);

    /// <summary>Private DNS; null where the type has none.</summary>
    public bool? PrivateDnsEnabled => _request.PrivateDnsEnabled;

    /// <summary>The endpoint policy: null, for nobody but its owner can write it. AWS then allows everything.</summary>
    public string? PolicyDocument => _request.PolicyDocument;

    /// <summary>ipv4, ipv6 or dualstack; null for AWS's default.</summary>
    public string? IpAddressType => _request.IpAddressType;

    /// <summary>Tags: null, for they are the owner's to choose.</summary>
    public object[]? TagSpecification { get; internal init; }

    /// <summary>The Region of the service, where it is another one.</summary>
    public string? ServiceRegion => _request.ServiceRegion;

    /// <summary>The resource configuration (Resource, Tunnel).</summary>
    public string? ResourceConfigurationArn => _request.ResourceConfigurationArn;

    /// <summary>The service network (ServiceNetwork).</summary>
    public string? ServiceNetworkArn => _request.ServiceNetworkArn;

    /// <summary>Record type of the DNS names; null for AWS's default.</summary>
    public string? DnsOptions_DnsRecordIpType => _request.DnsRecordIpType;

    /// <summary>Private names only for what comes through an inbound resolver endpoint (S3); null where it does not apply.</summary>
    public bool? DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint => _request.PrivateDnsOnlyForInboundResolverEndpoint;

    private static string[]? Array(string[]? list) => list is { Length: > 0 } ? list : null;
}
