using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Aws;

/// <summary>Reads a snapshot: the members of AWS's describe answers in one object.</summary>
internal static class SnapshotMapper
{
    /// <summary>Throws <see cref="InputException"/> where a member has the wrong form.</summary>
    /// <param name="reader">The snapshot.</param>
    /// <param name="endpoints">Its endpoints, already read; null where it has no such member.</param>
    public static NetworkSnapshot Read(NodeReader reader, IReadOnlyList<EndpointConfig>? endpoints) => new()
    {
        AccountId = reader.Text("AccountId").KnownOrDefault,
        Region = reader.Text("Region").KnownOrDefault,
        Complete = Completeness(reader),
        Vpcs = Each(reader, "Vpcs", ReadVpc),
        Subnets = Each(reader, "Subnets", ReadSubnet),
        SecurityGroups = Each(reader, "SecurityGroups", SecurityMapper.ReadGroup),
        NetworkAcls = Each(reader, "NetworkAcls", SecurityMapper.ReadAcl),
        RouteTables = Each(reader, "RouteTables", RoutingMapper.ReadTable),
        PrefixLists = Each(reader, "PrefixLists", RoutingMapper.ReadPrefixList),
        NatGateways = Each(reader, "NatGateways", RoutingMapper.ReadNatGateway),
        VpcPeeringConnections = Each(reader, "VpcPeeringConnections", RoutingMapper.ReadPeering),
        TransitGatewayVpcAttachments = Each(reader, "TransitGatewayVpcAttachments", RoutingMapper.ReadAttachment),
        NetworkInterfaces = Each(reader, "NetworkInterfaces", ReadInterface),
        VpcEndpoints = endpoints,
        ServiceDetails = Each(reader, "ServiceDetails", ReadService),
        HostedZones = Each(reader, "HostedZones", ReadZone),
        ResolverEndpoints = Each(reader, "ResolverEndpoints", ReadResolver),
        Quotas = Each(reader, "Quotas", ReadQuota),
    };

    /// <summary>Each object of a list; null where the member is not there.</summary>
    internal static T[]? Each<T>(NodeReader reader, string member, Func<NodeReader, T> read)
    {
        List<NodeReader>? items = reader.Objects(member);
        return items is null ? null : [.. items.Select(read)];
    }

    private static SnapshotCompleteness Completeness(NodeReader reader)
    {
        InputNode? complete = reader.Find("Complete");
        return complete switch
        {
            null => SnapshotCompleteness.Partial,
            { Kind: InputKind.Boolean, Text: "true" } => SnapshotCompleteness.Everything,
            { Kind: InputKind.Boolean } => SnapshotCompleteness.Partial,
            { Kind: InputKind.List } => SnapshotCompleteness.Of(reader.Texts("Complete").Where(id => id.IsKnown).Select(id => id.Known)),
            _ => throw reader.Mismatch(complete, "Complete", "true, false or a list of VPC ids"),
        };
    }

    private static Vpc ReadVpc(NodeReader vpc) => new()
    {
        VpcId = Required(vpc, "VpcId"),
        CidrBlocks = Associated(vpc, "CidrBlockAssociationSet", "CidrBlock", "CidrBlockState") is { IsAbsent: false } all
            ? all
            : vpc.Text("CidrBlock") is { IsAbsent: false } first ? [first] : ValueList<Value<string>>.Absent,
        Ipv6CidrBlocks = Associated(vpc, "Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock", "Ipv6CidrBlockState"),
        EnableDnsSupport = vpc.Flag("EnableDnsSupport"),
        EnableDnsHostnames = vpc.Flag("EnableDnsHostnames"),
    };

    private static Subnet ReadSubnet(NodeReader subnet) => new()
    {
        SubnetId = Required(subnet, "SubnetId"),
        VpcId = subnet.Text("VpcId"),
        AvailabilityZone = subnet.Text("AvailabilityZone"),
        AvailabilityZoneId = subnet.Text("AvailabilityZoneId"),
        CidrBlock = subnet.Text("CidrBlock"),
        Ipv6CidrBlocks = Associated(subnet, "Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock", "Ipv6CidrBlockState"),
        Ipv6Native = subnet.Flag("Ipv6Native"),
        AvailableIpAddressCount = subnet.Number("AvailableIpAddressCount"),
        OwnerId = subnet.Text("OwnerId"),
    };

    private static NetworkInterface ReadInterface(NodeReader item) => new()
    {
        NetworkInterfaceId = Required(item, "NetworkInterfaceId"),
        VpcId = item.Text("VpcId"),
        SubnetId = item.Text("SubnetId"),
        InterfaceType = item.Text("InterfaceType"),
    };

    private static ServiceDetail ReadService(NodeReader service) => new()
    {
        ServiceName = Required(service, "ServiceName"),
        ServiceTypes = service.Texts("ServiceType", key: "ServiceType"),
        Owner = service.Text("Owner"),
        PrivateDnsNames = service.Find("PrivateDnsNames") is null
            ? service.Text("PrivateDnsName") is { IsAbsent: false } name ? [name] : ValueList<Value<string>>.Absent
            : service.Texts("PrivateDnsNames", key: "PrivateDnsName"),
        SupportedIpAddressTypes = service.Texts("SupportedIpAddressTypes"),
        VpcEndpointPolicySupported = service.Flag("VpcEndpointPolicySupported"),
        AvailabilityZones = service.Texts("AvailabilityZones"),
    };

    // As 'aws route53 list-hosted-zones' shows a zone, with the VPCs of 'get-hosted-zone' added.
    private static HostedZone ReadZone(NodeReader zone) => new()
    {
        Name = Required(zone, "Name"),
        PrivateZone = zone.Object("Config")?.Flag("PrivateZone") ?? zone.Flag("PrivateZone"),
        VpcIds = Each(zone, "VPCs", vpc => vpc.Text("VPCId", "VpcId")),
        ResourceRecordSets = Each(zone, "ResourceRecordSets", ReadRecords),
    };

    // As 'aws route53 list-resource-record-sets' shows them, added to their zone.
    private static ResourceRecordSet ReadRecords(NodeReader records) => new()
    {
        Name = records.Text("Name"),
        Type = records.Text("Type"),
        Targets = records.Object("AliasTarget") is { } alias ? [alias.Text("DNSName", "DnsName")] : records.Texts("ResourceRecords", key: "Value"),
    };

    // As 'aws route53resolver list-resolver-endpoints' shows it.
    private static ResolverEndpoint ReadResolver(NodeReader resolver) => new()
    {
        Id = Required(resolver, "Id"),
        Direction = resolver.Text("Direction"),
        VpcId = resolver.Text("HostVPCId", "HostVpcId"),
        Status = resolver.Text("Status"),
    };

    // As 'aws service-quotas list-service-quotas' shows it: the value is a number with a fraction.
    private static Quota ReadQuota(NodeReader quota) => new()
    {
        QuotaCode = Required(quota, "QuotaCode"),
        Value = quota.Number("Value"),
    };

    /// <summary>A text that must be there.</summary>
    internal static Value<string> Required(NodeReader reader, string name)
    {
        Value<string> value = reader.Text(name);
        return value.IsAbsent ? throw reader.Mismatch(reader.Node, name, "there") : value;
    }

    // Ranges that are being taken away, or failed, are listed too.
    private static ValueList<Value<string>> Associated(NodeReader owner, string set, string range, string state) =>
        [.. (owner.Objects(set) ?? [])
            .Where(item => item.Object(state)?.Text("State") is not { IsKnown: true } given || given.Is("associated") || given.Is("associating"))
            .Select(item => item.Text(range))];
}
