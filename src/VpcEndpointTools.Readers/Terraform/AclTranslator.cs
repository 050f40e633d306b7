using System.Globalization;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>Network ACLs with their rules and subnets, wherever those stand, in the words of the describe answers.</summary>
internal sealed class AclTranslator(TerraformParts parts)
{
    public void Translate()
    {
        (InputNode? Acl, InputNode Entry)[] rules =
        [
            .. parts.Managed("aws_network_acl_rule").Select(rule => (
                parts.One(rule, "network_acl_id", "acl"),
                (InputNode)Entry(rule.Values!, rule.Values!.Member("rule_number"), rule.Values!.Member("rule_action"), rule.Values!.Member("egress") ?? BuiltNode.OfFlag(false)))),
        ];
        (InputNode? Acl, InputNode? Subnet)[] joined =
            [.. parts.Managed("aws_network_acl_association").Select(item => (parts.One(item, "network_acl_id", "acl"), parts.One(item, "subnet_id", "subnet")))];
        foreach (TerraformResource acl in parts.Managed("aws_network_acl", "aws_default_network_acl"))
        {
            InputNode id = parts.Id(acl);
            InputNode[] separate = [.. rules.Where(rule => TerraformParts.AreSame(rule.Acl, id)).Select(rule => rule.Entry)];
            bool mayHaveMore = rules.Any(rule => rule.Acl is not { Kind: InputKind.Text })
                || parts.Resources.Deleted.Any(rule => rule.Type == "aws_network_acl_rule" && TerraformParts.AreSame(rule.Before?.Member("network_acl_id"), id));
            parts.Template.Add(SnapshotMembers.NetworkAcls, BuiltNode.OfObject(acl.Node)
                .With("NetworkAclId", id)
                .With("VpcId", parts.Vpc(acl))
                .With("Associations", Associations(acl, [.. joined.Where(item => TerraformParts.AreSame(item.Acl, id)).Select(item => item.Subnet).OfType<InputNode>()]))
                .With("Entries", mayHaveMore ? null : Entries(acl, separate)));
        }
    }

    private BuiltNode? Associations(TerraformResource acl, InputNode[] separate)
    {
        InputNode? inline = parts.Many(acl, "subnet_ids", "subnet");
        return inline is { Kind: InputKind.Unknown } || (inline is null && separate.Length == 0)
            ? null
            : BuiltNode.OfList([.. (inline?.Items ?? []).Concat(separate).Select(subnet => BuiltNode.OfObject(subnet).With("SubnetId", subnet))], inline ?? acl.Node);
    }

    // All entries, or null: half of them would be another ACL.
    private static BuiltNode? Entries(TerraformResource acl, InputNode[] separate)
    {
        List<InputNode> entries = [.. separate];
        foreach (string argument in new[] { "ingress", "egress" })
        {
            InputNode? inline = acl.Values?.Member(argument);
            if (inline is { Kind: InputKind.Unknown } && acl.Sets(argument))
            {
                return null;
            }

            foreach (InputNode rule in inline is { Kind: InputKind.List } ? inline.Items : [])
            {
                if (rule.Kind != InputKind.Object)
                {
                    return null;
                }

                entries.Add(Entry(rule, rule.Member("rule_no"), rule.Member("action"), BuiltNode.OfFlag(argument == "egress", rule)));
            }
        }

        return entries.Count == 0 ? null : BuiltNode.OfList(entries, acl.Node);
    }

    private static BuiltNode Entry(InputNode rule, InputNode? number, InputNode? action, InputNode egress)
    {
        InputNode? protocol = Protocol(rule.Member("protocol"));
        bool isAll = protocol is { Text: "-1" };
        return BuiltNode.OfObject(rule)
            .With("RuleNumber", number)
            .With("RuleAction", action)
            .With("Egress", egress)
            .With("Protocol", protocol)
            .With("CidrBlock", rule.Member("cidr_block"))
            .With("Ipv6CidrBlock", rule.Member("ipv6_cidr_block"))
            .With("PortRange", isAll ? null : BuiltNode.OfObject(rule).With("From", rule.Member("from_port")).With("To", rule.Member("to_port")));
    }

    // The provider takes names, AWS shows numbers.
    private static InputNode? Protocol(InputNode? given) => given switch
    {
        { Kind: InputKind.Text or InputKind.Number } => BuiltNode.OfText(
            given.Text.ToLower(CultureInfo.InvariantCulture) switch
            {
                "all" => "-1",
                "tcp" => "6",
                "udp" => "17",
                "icmp" => "1",
                "icmpv6" or "ipv6-icmp" => "58",
                _ => given.Text,
            },
            given),
        _ => given,
    };
}
