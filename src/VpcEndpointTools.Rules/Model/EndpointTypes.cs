namespace VpcEndpointTools.Model;

/// <summary>The six endpoint types, spelt as AWS spells them.</summary>
/// <remarks>Source: Amazon.EC2.VpcEndpointType of AWSSDK.EC2 4.0.132.2.</remarks>
public static class EndpointTypes
{
    /// <summary>A network interface in your subnets that leads to a service.</summary>
    public const string Interface = "Interface";

    /// <summary>A route-table target for S3, DynamoDB or S3 Express.</summary>
    public const string Gateway = "Gateway";

    /// <summary>A network interface that hands traffic to appliances.</summary>
    public const string GatewayLoadBalancer = "GatewayLoadBalancer";

    /// <summary>A network interface that leads to one resource configuration.</summary>
    public const string Resource = "Resource";

    /// <summary>Network interfaces that lead to a VPC Lattice service network.</summary>
    public const string ServiceNetwork = "ServiceNetwork";

    /// <summary>A GENEVE tunnel to a CIDR resource configuration.</summary>
    public const string Tunnel = "Tunnel";

    /// <summary>All six.</summary>
    public static IReadOnlyList<string> All { get; } = [Interface, Gateway, GatewayLoadBalancer, Resource, ServiceNetwork, Tunnel];
}
