using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Model.Members;

/// <summary>Reads VPCs, subnets and network interfaces as their describe answers show them.</summary>
internal static class NetworkEntries
{
    public static Vpc ReadVpc(NodeReader vpc) => new()
    {
        VpcId = vpc.Required("VpcId"),
        CidrBlocks = Associated(vpc, "CidrBlockAssociationSet", "CidrBlock", "CidrBlockState") is { IsAbsent: false } all
            ? all
            : vpc.Text("CidrBlock") is { IsAbsent: false } first ? [first] : ValueList<Value<string>>.Absent,
        Ipv6CidrBlocks = Associated(vpc, "Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock", "Ipv6CidrBlockState"),
        EnableDnsSupport = vpc.Flag("EnableDnsSupport"),
        EnableDnsHostnames = vpc.Flag("EnableDnsHostnames"),
    };

    public static Subnet ReadSubnet(NodeReader subnet) => new()
    {
        SubnetId = subnet.Required("SubnetId"),
        VpcId = subnet.Text("VpcId"),
        AvailabilityZone = subnet.Text("AvailabilityZone"),
        AvailabilityZoneId = subnet.Text("AvailabilityZoneId"),
        CidrBlock = subnet.Text("CidrBlock"),
        Ipv6CidrBlocks = Associated(subnet, "Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock", "Ipv6CidrBlockState"),
        Ipv6Native = subnet.Flag("Ipv6Native"),
        AvailableIpAddressCount = subnet.Number("AvailableIpAddressCount"),
        OwnerId = subnet.Text("OwnerId"),
    };

    public static NetworkInterface ReadInterface(NodeReader item) => new()
    {
        NetworkInterfaceId = item.Required("NetworkInterfaceId"),
        VpcId = item.Text("VpcId"),
        SubnetId = item.Text("SubnetId"),
        InterfaceType = item.Text("InterfaceType"),
        PrivateIpAddress = item.Text("PrivateIpAddress"),
        Ipv6Addresses = item.Find("Ipv6Addresses") is null ? null : item.Texts("Ipv6Addresses", key: "Ipv6Address"),
    };

    /// <summary>Beside zones of AWS the number of a zone in a list that only AWS knows says nothing.</summary>
    public static Subnet WithoutGuessedZone(Subnet subnet) =>
        subnet.AvailabilityZone is { IsKnown: true, Known: var zone } && zone.StartsWith("getazs-", StringComparison.Ordinal)
            ? subnet with { AvailabilityZone = Value<string>.Unknown(zone) }
            : subnet;

    // Ranges that are being taken away, or failed, are listed too.
    private static ValueList<Value<string>> Associated(NodeReader owner, string set, string range, string state) =>
        [.. (owner.Objects(set) ?? [])
            .Where(item => item.Object(state)?.Text("State") is not { IsKnown: true } given
                || given.Is("associated") || given.Is("associating"))
            .Select(item => item.Text(range))];
}
