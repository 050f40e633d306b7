using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Creation;

/// <summary>An endpoint that is there because it was asked for: created now, or found as it was wanted. Names are AWS's, as Get-EC2VpcEndpoint shows them.</summary>
public sealed class SafeVpcEndpoint
{
    private readonly InputNode _node;

    /// <summary>The endpoint as AWS shows it.</summary>
    /// <param name="endpoint">The endpoint in AWS's words.</param>
    /// <param name="region">Where it is.</param>
    public SafeVpcEndpoint(InputNode endpoint, string region)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        _node = endpoint;
        Region = region;
        VpcEndpointId = Text(endpoint, nameof(VpcEndpointId))!;
        VpcId = Text(endpoint, nameof(VpcId))!;
        ServiceName = Text(endpoint, nameof(ServiceName));
        ServiceRegion = Text(endpoint, nameof(ServiceRegion));
        ResourceConfigurationArn = Text(endpoint, nameof(ResourceConfigurationArn));
        ServiceNetworkArn = Text(endpoint, nameof(ServiceNetworkArn));
        VpcEndpointType = Text(endpoint, nameof(VpcEndpointType))!;
        State = Text(endpoint, nameof(State))!;
        FailureReason = Text(endpoint, nameof(FailureReason)) ?? endpoint.Member("LastError")?.Member("Message")?.Text;
        SubnetIds = Texts(endpoint, nameof(SubnetIds));
        RouteTableIds = Texts(endpoint, nameof(RouteTableIds));
        NetworkInterfaceIds = Texts(endpoint, nameof(NetworkInterfaceIds));
        Groups = [.. Items(endpoint, nameof(Groups)).Select(group => new EndpointGroup(Text(group, "GroupId"), Text(group, "GroupName")))];
        DnsEntries = [.. Items(endpoint, nameof(DnsEntries)).Select(entry => new EndpointDnsEntry(Text(entry, "DnsName"), Text(entry, "HostedZoneId")))];
        Tags = [.. Items(endpoint, nameof(Tags)).Select(tag => new EndpointTag(Text(tag, "Key"), Text(tag, "Value")))];
        PrivateDnsEnabled = Text(endpoint, nameof(PrivateDnsEnabled)) is "true";
        IpAddressType = Text(endpoint, nameof(IpAddressType));
        PolicyDocument = Text(endpoint, nameof(PolicyDocument));
        CreationTimestamp = Text(endpoint, nameof(CreationTimestamp));
        OwnerId = Text(endpoint, nameof(OwnerId));
    }

    /// <summary>Its id.</summary>
    public string VpcEndpointId { get; }

    /// <summary>Its VPC.</summary>
    public string VpcId { get; }

    /// <summary>The service; null for a resource or a service network.</summary>
    public string? ServiceName { get; }

    /// <summary>The Region of the service.</summary>
    public string? ServiceRegion { get; }

    /// <summary>The resource configuration (Resource, Tunnel).</summary>
    public string? ResourceConfigurationArn { get; }

    /// <summary>The service network (ServiceNetwork).</summary>
    public string? ServiceNetworkArn { get; }

    /// <summary>Its type.</summary>
    public string VpcEndpointType { get; }

    /// <summary>Its state when it was last looked at.</summary>
    public string State { get; }

    /// <summary>Why it failed, in AWS's words.</summary>
    public string? FailureReason { get; }

    /// <summary>Its subnets.</summary>
    public string[] SubnetIds { get; }

    /// <summary>Its route tables.</summary>
    public string[] RouteTableIds { get; }

    /// <summary>Its network interfaces.</summary>
    public string[] NetworkInterfaceIds { get; }

    /// <summary>Its security groups.</summary>
    public EndpointGroup[] Groups { get; }

    /// <summary>Its own DNS names.</summary>
    public EndpointDnsEntry[] DnsEntries { get; }

    /// <summary>Its tags.</summary>
    public EndpointTag[] Tags { get; }

    /// <summary>Whether the service's own names resolve to it.</summary>
    public bool PrivateDnsEnabled { get; }

    /// <summary>ipv4, ipv6 or dualstack.</summary>
    public string? IpAddressType { get; }

    /// <summary>Its policy.</summary>
    public string? PolicyDocument { get; }

    /// <summary>When AWS made it.</summary>
    public string? CreationTimestamp { get; }

    /// <summary>Whose it is.</summary>
    public string? OwnerId { get; }

    /// <summary>Where it is.</summary>
    public string Region { get; }

    /// <summary>Whether this command created it: Yes, No or Unknown. Yes only where it is proved.</summary>
    public string Created { get; private init; } = CreationProof.Unknown;

    /// <summary>From the command's first look to its last, in seconds.</summary>
    public double ElapsedSeconds { get; private init; }

    /// <summary>The verdict on it as it is now; null where it could not be looked at.</summary>
    public ConfigTestResult? TestResult { get; private init; }

    /// <summary>Errors that would have stopped the creation and that the settings excuse: the rule, the excuse, what is wrong.</summary>
    public string[] ExcusedErrors { get; private init; } = [];

    /// <summary>The same endpoint, with what the command knows of it in the end.</summary>
    /// <param name="created">Yes, No or Unknown.</param>
    /// <param name="elapsed">Since the command began to look.</param>
    /// <param name="result">The verdict on it.</param>
    /// <param name="excused">Errors that the settings excuse.</param>
    public SafeVpcEndpoint Finished(string created, TimeSpan elapsed, ConfigTestResult? result, string[] excused) => new(_node, Region)
    {
        Created = created, ElapsedSeconds = Math.Round(elapsed.TotalSeconds, 1), TestResult = result, ExcusedErrors = excused,
    };

    /// <summary>The endpoint as a line of a log.</summary>
    public override string ToString() => $"{VpcEndpointId} ({VpcEndpointType}, {ServiceName ?? ResourceConfigurationArn ?? ServiceNetworkArn}): {State}";

    private static string? Text(InputNode node, string name) => node.Member(name) is { Kind: not (InputKind.Null or InputKind.List or InputKind.Object) } member ? member.Text : null;

    private static IReadOnlyList<InputNode> Items(InputNode node, string name) => node.Member(name)?.Items ?? [];

    private static string[] Texts(InputNode node, string name) => [.. Items(node, name).Select(item => item.Text)];
}

/// <summary>A security group of an endpoint.</summary>
/// <param name="GroupId">Its id.</param>
/// <param name="GroupName">Its name, which is no tag.</param>
public sealed record EndpointGroup(string? GroupId, string? GroupName)
{
    /// <inheritdoc/>
    public override string ToString() => GroupName is null ? $"{GroupId}" : $"{GroupId} ({GroupName})";
}

/// <summary>A DNS name of an endpoint.</summary>
/// <param name="DnsName">The name.</param>
/// <param name="HostedZoneId">The hosted zone that it is in, for alias records.</param>
public sealed record EndpointDnsEntry(string? DnsName, string? HostedZoneId)
{
    /// <inheritdoc/>
    public override string ToString() => $"{DnsName}";
}
