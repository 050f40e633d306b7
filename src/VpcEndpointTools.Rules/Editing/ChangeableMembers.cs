using VpcEndpointTools.Catalog;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Editing;

/// <summary>What of an endpoint can be changed after its creation, as parameters of Edit-EC2VpcEndpoint.</summary>
/// <remarks>
/// What a type can change is in its row of types.tsv, with source and date. ResetPolicy is documented for Gateway endpoints only;
/// it is offered wherever the policy can be changed.
/// </remarks>
internal static class ChangeableMembers
{
    private static readonly (string Parameter, string Property, bool Adds)[] Parameters =
    [
        ("AddSubnetId", "SubnetIds", true),
        ("RemoveSubnetId", "SubnetIds", false),
        ("AddSecurityGroupId", "SecurityGroupIds", true),
        ("RemoveSecurityGroupId", "SecurityGroupIds", false),
        ("AddRouteTableId", "RouteTableIds", true),
        ("RemoveRouteTableId", "RouteTableIds", false),
        ("PolicyDocument", "PolicyDocument", false),
        ("ResetPolicy", "PolicyDocument", false),
        ("PrivateDnsEnabled", "PrivateDnsEnabled", false),
        ("IpAddressType", "IpAddressType", false),
        ("DnsOptions_DnsRecordIpType", "DnsOptions", false),
        ("DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint", "DnsOptions", false),
        ("DnsOptions_PrivateDnsPreference", "PrivateDnsPreference", false),
        ("DnsOptions_PrivateDnsSpecifiedDomain", "PrivateDnsPreference", false),
    ];

    /// <summary>The parameters that an endpoint of the type takes.</summary>
    public static IReadOnlyList<string> Of(string type) => TypeCapabilities.Of(type) is not { } can ? [] :
    [
        .. Parameters.Where(item => (item.Adds ? can.CanAdd(item.Property) : can.CanChange(item.Property)) == Truth.Yes)
            .Select(item => item.Parameter),
    ];
}
