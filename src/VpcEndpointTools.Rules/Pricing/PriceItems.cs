namespace VpcEndpointTools.Pricing;

/// <summary>What has a price here, and how AWS's Price List calls it.</summary>
/// <remarks>Usage types carry a prefix for the Region (USE1-), except in the oldest ones. Source: the AWS Price List, offers AmazonVPC and AmazonEC2.</remarks>
public static class PriceItems
{
    /// <summary>An interface endpoint, an hour and zone.</summary>
    public const string InterfaceHour = "interface-hour";

    /// <summary>A GB through an interface endpoint; the steps are those of all endpoints of the Region together.</summary>
    public const string InterfaceGB = "interface-gb";

    /// <summary>A Gateway Load Balancer endpoint, an hour and zone.</summary>
    public const string GatewayLoadBalancerHour = "gwlb-hour";

    /// <summary>A GB through a Gateway Load Balancer endpoint.</summary>
    public const string GatewayLoadBalancerGB = "gwlb-gb";

    /// <summary>A resource or tunnel endpoint, an hour.</summary>
    public const string ResourceHour = "resource-hour";

    /// <summary>A GB through a resource or tunnel endpoint.</summary>
    public const string ResourceGB = "resource-gb";

    /// <summary>A NAT gateway, an hour.</summary>
    public const string NatHour = "nat-hour";

    /// <summary>A GB through a NAT gateway.</summary>
    public const string NatGB = "nat-gb";

    /// <summary>A public IPv4 address in use, an hour.</summary>
    public const string Ipv4Hour = "ipv4-hour";

    private static readonly (string UsageType, string Item)[] UsageTypes =
    [
        ("VpcEndpoint-Hours", InterfaceHour),
        ("VpcEndpoint-Bytes", InterfaceGB),
        ("VpcEndpoint-GWLBE-Hours", GatewayLoadBalancerHour),
        ("VpcEndpoint-GWLBE-Bytes", GatewayLoadBalancerGB),
        ("VpcEndpoint-Resource-Hours", ResourceHour),
        ("VpcResource-Consumer-Bytes", ResourceGB),
        ("NatGateway-Hours", NatHour),
        ("NatGateway-Bytes", NatGB),
        ("PublicIPv4:InUseAddress", Ipv4Hour),
    ];

    /// <summary>The item that a usage type stands for; null for the many that have nothing to do with endpoints.</summary>
    public static string? OfUsageType(string usageType)
    {
        ArgumentNullException.ThrowIfNull(usageType);
        foreach ((string name, string item) in UsageTypes)
        {
            if (usageType.EndsWith(name, StringComparison.Ordinal) && (usageType.Length == name.Length || usageType[usageType.Length - name.Length - 1] == '-'))
            {
                return item;
            }
        }

        return null;
    }
}
