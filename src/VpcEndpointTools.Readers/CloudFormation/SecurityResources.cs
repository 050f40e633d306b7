using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Reads security groups and network ACLs with the rules that stand apart from them.</summary>
/// <remarks>A group without any rule in the template is one whose rules stand elsewhere: they are not shown then.</remarks>
internal sealed class SecurityResources(NetworkResources network, Deployment deployment, TemplateParts parts)
{
    private readonly Dictionary<(string, string), ILookup<string, Properties>> _belonging = [];
    private readonly Dictionary<string, bool> _uncertain = new(StringComparer.Ordinal);

    /// <summary>Adds them all.</summary>
    public void Add()
    {
        foreach ((string name, InputNode resource, InputNode? node) in network.Certain("AWS::EC2::SecurityGroup"))
        {
            Properties group = new(node, deployment);
            BuiltNode made = network.Id(resource, "GroupId", name);
            string id = made.Member("GroupId")!.Text;
            parts.Add(SnapshotMembers.SecurityGroups, made
                .With("VpcId", group["VpcId"])
                .With("GroupName", group["GroupName"] ?? BuiltNode.OfText(name, resource))
                .With("IpPermissions", Rules(group.List("SecurityGroupIngress"), "AWS::EC2::SecurityGroupIngress", id, egress: false))
                .With("IpPermissionsEgress", Rules(group.List("SecurityGroupEgress"), "AWS::EC2::SecurityGroupEgress", id, egress: true)));
        }

        foreach ((string name, InputNode resource, InputNode? node) in network.Certain("AWS::EC2::NetworkAcl"))
        {
            BuiltNode made = network.Id(resource, "NetworkAclId", name);
            string id = made.Member("NetworkAclId")!.Text;
            parts.Add(SnapshotMembers.NetworkAcls, made.With("VpcId", new Properties(node, deployment)["VpcId"])
                .With("Associations", BuiltNode.OfList(Belonging("AWS::EC2::SubnetNetworkAclAssociation", "NetworkAclId", id)
                    .Select(association => BuiltNode.OfObject(resource).With("SubnetId", association["SubnetId"]))))
                .With("Entries", Entries(id)));
        }
    }

    private BuiltNode? Rules(IReadOnlyList<Properties>? inline, string type, string id, bool egress)
    {
        List<Properties> apart = [.. Belonging(type, "GroupId", id)];
        if (inline is null || HasUncertain(type))
        {
            return null;
        }

        List<Properties> rules = [.. inline, .. apart];
        if (rules.Count == 0)
        {
            // Without a rule of one's own AWS lets everything out.
            return egress ? BuiltNode.OfList([All("0.0.0.0/0", "IpRanges", "CidrIp"), All("::/0", "Ipv6Ranges", "CidrIpv6")]) : null;
        }

        List<InputNode> permissions = [.. rules.Select(rule => Permission(rule, egress))];
        return permissions.Exists(permission => permission.Member("IpProtocol") is null) ? null : BuiltNode.OfList(permissions);
    }

    private static BuiltNode All(string range, string list, string member) => BuiltNode.OfObject().With("IpProtocol", BuiltNode.OfText("-1"))
        .With(list, BuiltNode.OfList([BuiltNode.OfObject().With(member, BuiltNode.OfText(range))]));

    private static BuiltNode Permission(Properties rule, bool egress)
    {
        string side = egress ? "Destination" : "Source";
        InputNode? protocol = rule["IpProtocol"];
        bool isAll = protocol is { Kind: InputKind.Text, Text: "-1" };
        return BuiltNode.OfObject(protocol)
            .With("IpProtocol", protocol)
            .With("FromPort", isAll ? null : rule["FromPort"])
            .With("ToPort", isAll ? null : rule["ToPort"])
            .With("IpRanges", One("CidrIp", rule["CidrIp"]))
            .With("Ipv6Ranges", One("CidrIpv6", rule["CidrIpv6"]))
            .With("PrefixListIds", One("PrefixListId", rule[side + "PrefixListId"]))
            .With("UserIdGroupPairs", One("GroupId", rule[side + "SecurityGroupId"]));
    }

    private static BuiltNode? One(string member, InputNode? value) => value is null ? null : BuiltNode.OfList([BuiltNode.OfObject(value).With(member, value)]);

    private BuiltNode? Entries(string id)
    {
        List<InputNode> entries = [.. Belonging("AWS::EC2::NetworkAclEntry", "NetworkAclId", id).Select(entry => BuiltNode.OfObject(entry["RuleNumber"])
            .With("RuleNumber", entry["RuleNumber"])
            .With("Egress", entry.Flag("Egress") ?? BuiltNode.OfFlag(false))
            .With("RuleAction", entry["RuleAction"])
            .With("Protocol", entry["Protocol"])
            .With("CidrBlock", entry["CidrBlock"])
            .With("Ipv6CidrBlock", entry["Ipv6CidrBlock"])
            .With("PortRange", entry["PortRange"]))];
        bool isCertain = entries.Count > 0 && !HasUncertain("AWS::EC2::NetworkAclEntry");
        return isCertain ? BuiltNode.OfList(entries) : null;
    }

    // Each type is gone through once, however many groups ask for theirs.
    private IEnumerable<Properties> Belonging(string type, string owner, string id)
    {
        if (!_belonging.TryGetValue((type, owner), out ILookup<string, Properties>? found))
        {
            found = _belonging[(type, owner)] = network.Certain(type)
                .Select(item => new Properties(item.Properties, deployment))
                .Where(item => item[owner] is { Kind: InputKind.Text })
                .ToLookup(item => item[owner]!.Text, StringComparer.Ordinal);
        }

        return found[id];
    }

    private bool HasUncertain(string type)
    {
        if (!_uncertain.TryGetValue(type, out bool has))
        {
            has = _uncertain[type] = network.Certain(type).Any(item => Template.ConditionOf(item.Resource) is { } condition && deployment.Condition(condition) is null);
        }

        return has;
    }
}
