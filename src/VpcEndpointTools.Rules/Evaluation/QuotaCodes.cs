namespace VpcEndpointTools.Evaluation;

/// <summary>The codes by which Service Quotas calls the quotas on endpoints.</summary>
/// <remarks>Source: the PrivateLink guide, quotas; checked 2026-11-23.</remarks>
public static class QuotaCodes
{
    /// <summary>Interface and Gateway Load Balancer endpoints a VPC.</summary>
    public const string InterfaceEndpointsPerVpc = "L-29B6F2EB";

    /// <summary>Gateway endpoints a Region.</summary>
    public const string GatewayEndpointsPerRegion = "L-1B52E74A";

    /// <summary>Resource endpoints a VPC.</summary>
    public const string ResourceEndpointsPerVpc = "L-CA6CC422";

    /// <summary>Service network endpoints a VPC.</summary>
    public const string ServiceNetworkEndpointsPerVpc = "L-3B4E38D2";

    /// <summary>All four.</summary>
    public static IReadOnlyList<string> All { get; } =
        [InterfaceEndpointsPerVpc, GatewayEndpointsPerRegion, ResourceEndpointsPerVpc, ServiceNetworkEndpointsPerVpc];
}
