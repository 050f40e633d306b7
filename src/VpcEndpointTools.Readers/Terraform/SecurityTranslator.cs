using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>Security groups with their rules, wherever those stand, in the words of the describe answers.</summary>
internal sealed class SecurityTranslator(TerraformParts parts)
{
    private const string OldRule = "aws_security_group_rule";
    private const string Ingress = "aws_vpc_security_group_ingress_rule";
    private const string Egress = "aws_vpc_security_group_egress_rule";

    public void Translate()
    {
        SeparateRule[] rules = [.. parts.Managed(OldRule, Ingress, Egress).Select(Separate)];
        foreach (TerraformResource group in parts.Any("aws_security_group", "aws_default_security_group"))
        {
            InputNode id = parts.Id(group);
            BuiltNode translated = BuiltNode.OfObject(group.Node)
                .With("GroupId", id)
                .With("VpcId", parts.One(group, "vpc_id", "vpc"))
                .With("GroupName", group.Type == "aws_default_security_group" ? BuiltNode.OfText("default", group.Node) : TerraformParts.Value(group, "name"));
            if (!group.IsData)
            {
                translated
                    .With("IpPermissions", Permissions(group, id, "ingress", [.. rules.Where(rule => rule.IsIngress)]))
                    .With("IpPermissionsEgress", Permissions(group, id, "egress", [.. rules.Where(rule => !rule.IsIngress)]));
            }

            parts.Template.Add(SnapshotMembers.SecurityGroups, translated);
        }
    }

    // All rules of a direction, or null: half of them would be another group.
    private BuiltNode? Permissions(TerraformResource group, InputNode id, string argument, SeparateRule[] separate)
    {
        InputNode? inline = group.Values?.Member(argument);
        bool isOpen = inline is { Kind: InputKind.Unknown } && group.Sets(argument);
        bool mayHaveMore = separate.Any(rule =>
            rule.Group is not { Kind: InputKind.Text } && (!rule.IsOfKnownType || parts.MayBe(rule.Resource, "security_group_id", group))) || IsLosingRules(id, argument);
        InputNode[] own = [.. separate.Where(rule => TerraformParts.AreSame(rule.Group, id)).Select(rule => rule.Rule)];
        InputNode[] listed = inline is { Kind: InputKind.List } ? [.. inline.Items] : [];
        if (isOpen || mayHaveMore || listed.Any(rule => rule.Kind == InputKind.Unknown) || own.Any(rule => rule.Kind == InputKind.Unknown))
        {
            return null;
        }

        // Which rule refers to which group is plain only where there is one rule.
        InputNode? source = listed is [{ Kind: InputKind.Object } only] && only.Member("security_groups") is { Kind: InputKind.Unknown } open
            ? parts.Inside(group, argument, "sg", open)
            : null;

        // Of a new group without a rule here it is not sure that another stack adds none.
        bool isShown = inline is { Kind: InputKind.List } && (listed.Length > 0 || group.Values?.Member("id") is { Kind: InputKind.Text });
        return isShown || own.Length > 0
            ? BuiltNode.OfList([.. listed.Select(rule => rule.Kind == InputKind.Object ? Inline(rule, id, source) : rule), .. own], inline ?? group.Node)
            : null;
    }

    private bool IsLosingRules(InputNode id, string argument) => parts.Resources.Leaving(argument == "ingress" ? Ingress : Egress)
        .Concat(parts.Resources.Leaving(OldRule).Where(rule => rule.Before?.Member("type")?.Text == argument))
        .Any(rule => TerraformParts.AreSame(rule.Before?.Member("security_group_id"), id));

    private static BuiltNode Inline(InputNode rule, InputNode self, InputNode? source) => Permission(
        rule,
        rule.Member("protocol"),
        rule.Member("cidr_blocks"),
        rule.Member("ipv6_cidr_blocks"),
        rule.Member("prefix_list_ids"),
        Groups(source ?? rule.Member("security_groups"), MergedValues.IsTrue(rule.Member("self")) ? self : null));

    private SeparateRule Separate(TerraformResource rule)
    {
        InputNode? group = parts.One(rule, "security_group_id", "sg");
        InputNode values = rule.Values!;
        if (rule.Type != OldRule)
        {
            InputNode? source = parts.One(rule, "referenced_security_group_id", "sg");
            return new(rule, group, rule.Type == Ingress, Permission(
                values,
                values.Member("ip_protocol"),
                ListOf(TerraformParts.Value(rule, "cidr_ipv4")),
                ListOf(TerraformParts.Value(rule, "cidr_ipv6")),
                ListOf(parts.One(rule, "prefix_list_id", "pl")),
                ListOf(source)));
        }

        InputNode? other = MergedValues.IsTrue(values.Member("self")) ? group : parts.One(rule, "source_security_group_id", "sg");
        bool isUnknown = values.Member("type") is not { Kind: InputKind.Text };
        return new(rule, isUnknown ? null : group, values.Member("type")?.Text == "ingress", Permission(
            values,
            values.Member("protocol"),
            TerraformParts.Value(rule, "cidr_blocks"),
            TerraformParts.Value(rule, "ipv6_cidr_blocks"),
            parts.Many(rule, "prefix_list_ids", "pl"),
            ListOf(other)))
        {
            IsOfKnownType = !isUnknown,
        };
    }

    private static BuiltNode Permission(InputNode rule, InputNode? protocol, InputNode? ipv4, InputNode? ipv6, InputNode? lists, InputNode? groups)
    {
        bool isAll = protocol is { Text: "-1" or "all" };
        return BuiltNode.OfObject(rule)
            .With("IpProtocol", isAll ? BuiltNode.OfText("-1", protocol) : AsText(protocol))
            .With("FromPort", isAll ? null : rule.Member("from_port"))
            .With("ToPort", isAll ? null : rule.Member("to_port"))
            .With("Ipv4Ranges", ipv4)
            .With("Ipv6Ranges", ipv6)
            .With("PrefixListIds", lists)
            .With("UserIdGroupPairs", groups);
    }

    // A protocol may be written as a number.
    private static InputNode? AsText(InputNode? node) => node is { Kind: InputKind.Number } ? BuiltNode.OfText(node.Text, node) : node;

    private static InputNode? Groups(InputNode? groups, InputNode? self) => self is null || groups is { Kind: InputKind.Unknown }
        ? groups
        : BuiltNode.OfList([.. groups?.Items ?? [], self], groups ?? self);

    private static BuiltNode? ListOf(InputNode? item) => item is null ? null : BuiltNode.OfList([item], item);

    private sealed record SeparateRule(TerraformResource Resource, InputNode? Group, bool IsIngress, InputNode Rule)
    {
        public bool IsOfKnownType { get; init; } = true;
    }
}
