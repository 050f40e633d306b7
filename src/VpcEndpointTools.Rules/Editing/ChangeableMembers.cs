using VpcEndpointTools.Model;

namespace VpcEndpointTools.Editing;

/// <summary>What of an endpoint can be changed after its creation, by its type.</summary>
/// <remarks>
/// Sources, read 2026-11-27: API_ModifyVpcEndpoint of the EC2 API reference (which parameter is for which type);
/// interface-endpoints.html, vpc-endpoints-s3.html,
/// gateway-load-balancer-endpoints.html, use-resource-endpoint.html and access-with-service-network-endpoint.html of the AWS PrivateLink
/// guide; its doc-history.html of
/// 2026-11-17: subnets can be added to service network endpoints, and private DNS be switched on resource and service network endpoints.
/// ResetPolicy is documented for
/// Gateway only; terraform-provider-aws sends it for Interface too. Nothing is documented of Tunnel but its security groups.
/// </remarks>
internal static class ChangeableMembers
{
    private static readonly string[] Groups = ["AddSecurityGroupId", "RemoveSecurityGroupId"];
    private static readonly string[] Policy = ["PolicyDocument", "ResetPolicy"];
    private static readonly string[] Records = ["IpAddressType", "DnsOptions_DnsRecordIpType"];
    private static readonly string[] PrivateDomains = ["PrivateDnsEnabled", "DnsOptions_PrivateDnsPreference",
        "DnsOptions_PrivateDnsSpecifiedDomain"];

    private static readonly Dictionary<string, string[]> ByType = new(StringComparer.OrdinalIgnoreCase)
    {
        [EndpointTypes.Interface] =
            ["AddSubnetId", "RemoveSubnetId", .. Groups, .. Policy, "PrivateDnsEnabled", .. Records,
                "DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint"],
        [EndpointTypes.Gateway] = ["AddRouteTableId", "RemoveRouteTableId", .. Policy, .. Records],
        [EndpointTypes.GatewayLoadBalancer] = [],
        [EndpointTypes.Resource] = [.. Groups, .. PrivateDomains],
        [EndpointTypes.ServiceNetwork] = ["AddSubnetId", .. Groups, .. PrivateDomains],
        [EndpointTypes.Tunnel] = Groups,
    };

    /// <summary>The parameters of Edit-EC2VpcEndpoint that an endpoint of the type takes.</summary>
    public static IReadOnlyList<string> Of(string type) => ByType.GetValueOrDefault(type) ?? [];
}
