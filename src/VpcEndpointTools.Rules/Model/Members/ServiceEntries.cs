using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Model.Members;

/// <summary>Reads endpoint services, and what services other than EC2 answer.</summary>
internal static class ServiceEntries
{
    public static ServiceDetail ReadService(NodeReader service) => new()
    {
        ServiceName = service.Required("ServiceName"),
        ServiceTypes = service.Texts("ServiceType", key: "ServiceType"),
        Owner = service.Text("Owner"),
        PrivateDnsNames = service.Find("PrivateDnsNames") is null
            ? service.Text("PrivateDnsName") is { IsAbsent: false } name ? [name] : ValueList<Value<string>>.Absent
            : service.Texts("PrivateDnsNames", key: "PrivateDnsName"),
        SupportedIpAddressTypes = service.Texts("SupportedIpAddressTypes"),
        VpcEndpointPolicySupported = service.Flag("VpcEndpointPolicySupported"),
        AvailabilityZones = service.Texts("AvailabilityZones"),
    };

    /// <summary>As 'aws route53 list-hosted-zones' shows a zone, with the VPCs of 'get-hosted-zone' added.</summary>
    public static HostedZone ReadZone(NodeReader zone) => new()
    {
        Name = zone.Required("Name"),
        PrivateZone = zone.Object("Config")?.Flag("PrivateZone") ?? zone.Flag("PrivateZone"),
        VpcIds = zone.Each("VPCs", vpc => vpc.Text("VPCId", "VpcId")),
        ResourceRecordSets = zone.Each("ResourceRecordSets", ReadRecords),
    };

    // As 'aws route53 list-resource-record-sets' shows them, added to their zone.
    private static ResourceRecordSet ReadRecords(NodeReader records) => new()
    {
        Name = records.Text("Name"),
        Type = records.Text("Type"),
        Targets = records.Object("AliasTarget") is { } alias
            ? [alias.Text("DNSName", "DnsName")]
            : records.Texts("ResourceRecords", key: "Value"),
    };

    /// <summary>As 'aws route53resolver list-resolver-endpoints' shows it.</summary>
    public static ResolverEndpoint ReadResolver(NodeReader resolver) => new()
    {
        Id = resolver.Required("Id"),
        Direction = resolver.Text("Direction"),
        VpcId = resolver.Text("HostVPCId", "HostVpcId"),
        Status = resolver.Text("Status"),
    };

    /// <summary>As 'aws service-quotas list-service-quotas' shows it: the value is a number with a fraction.</summary>
    public static Quota ReadQuota(NodeReader quota) => new()
    {
        QuotaCode = quota.Required("QuotaCode"),
        Value = quota.Number("Value"),
    };
}
