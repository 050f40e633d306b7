using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Model.Members;

/// <summary>Reads security groups and network ACLs as their describe answers show them.</summary>
internal static class SecurityEntries
{
    public static SecurityGroup ReadGroup(NodeReader group) => new()
    {
        GroupId = group.Required("GroupId"),
        VpcId = group.Text("VpcId"),
        GroupName = group.Text("GroupName"),
        IpPermissions = group.Each("IpPermissions", ReadPermission),
        IpPermissionsEgress = group.Each("IpPermissionsEgress", ReadPermission),
    };

    public static NetworkAcl ReadAcl(NodeReader acl) => new()
    {
        NetworkAclId = acl.Required("NetworkAclId"),
        VpcId = acl.Text("VpcId"),
        SubnetIds = acl.Each("Associations", association => association.Text("SubnetId")),
        Entries = acl.Each("Entries", ReadEntry),
    };

    private static IpPermission ReadPermission(NodeReader permission) => new()
    {
        IpProtocol = permission.Text("IpProtocol"),
        FromPort = permission.Number("FromPort"),
        ToPort = permission.Number("ToPort"),
        Ipv4Ranges = Ranges(permission, "Ipv4Ranges", "CidrIp"),
        Ipv6Ranges = permission.Texts("Ipv6Ranges", key: "CidrIpv6"),
        PrefixListIds = permission.Texts("PrefixListIds", key: "PrefixListId"),
        GroupIds = permission.Texts("UserIdGroupPairs", key: "GroupId"),
    };

    // AWS.Tools has the old list of plain texts (IpRanges) and the new one of objects (Ipv4Ranges); the CLI calls the new one IpRanges.
    private static ValueList<Value<string>> Ranges(NodeReader permission, string name, string key) =>
        permission.Texts(name, key: key) is { IsAbsent: false } ranges ? ranges : permission.Texts("IpRanges", key: key);

    private static NetworkAclEntry ReadEntry(NodeReader entry)
    {
        NodeReader? ports = entry.Object("PortRange");
        return new()
        {
            RuleNumber = entry.Number("RuleNumber"),
            Egress = entry.Flag("Egress"),
            RuleAction = entry.Text("RuleAction"),
            Protocol = entry.Text("Protocol"),
            CidrBlock = entry.Text("CidrBlock"),
            Ipv6CidrBlock = entry.Text("Ipv6CidrBlock"),
            FromPort = ports?.Number("From") ?? default,
            ToPort = ports?.Number("To") ?? default,
        };
    }
}
