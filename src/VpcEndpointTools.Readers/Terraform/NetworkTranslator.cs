using System.Globalization;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>VPCs, subnets and what joins VPCs, in the words of the describe answers.</summary>
internal sealed class NetworkTranslator(TerraformParts parts)
{
    public void Translate()
    {
        foreach (TerraformResource vpc in parts.Any("aws_vpc", "aws_default_vpc"))
        {
            parts.Template.Add(SnapshotMembers.Vpcs, Vpc(vpc));
        }

        foreach (TerraformResource subnet in parts.Any("aws_subnet", "aws_default_subnet"))
        {
            parts.Template.Add(SnapshotMembers.Subnets, BuiltNode.OfObject(subnet.Node)
                .With("SubnetId", parts.Id(subnet))
                .With("VpcId", parts.One(subnet, "vpc_id", "vpc"))
                .With("AvailabilityZone", Zone(subnet, "availability_zone", "availability_zone_id"))
                .With("AvailabilityZoneId", Zone(subnet, "availability_zone_id", "availability_zone"))
                .With("CidrBlock", TerraformParts.Value(subnet, "cidr_block"))
                .With("Ipv6CidrBlockAssociationSet", Ranges("Ipv6CidrBlock", TerraformParts.Value(subnet, "ipv6_cidr_block")))
                .With("Ipv6Native", TerraformParts.Value(subnet, "ipv6_native"))
                .With("AvailableIpAddressCount", FreeAddresses(subnet))
                .With("OwnerId", TerraformParts.Value(subnet, "owner_id")));
        }

        foreach (TerraformResource peering in parts.Managed("aws_vpc_peering_connection"))
        {
            parts.Template.Add(SnapshotMembers.VpcPeeringConnections, BuiltNode.OfObject(peering.Node)
                .With("VpcPeeringConnectionId", parts.Id(peering))
                .With("Status", BuiltNode.OfObject(peering.Node).With("Code", Status(peering)))
                .With("RequesterVpcInfo", Side(peering, "vpc_id"))
                .With("AccepterVpcInfo", Side(peering, "peer_vpc_id")));
        }

        foreach (TerraformResource attachment in parts.Managed("aws_ec2_transit_gateway_vpc_attachment"))
        {
            parts.Template.Add(SnapshotMembers.TransitGatewayVpcAttachments, BuiltNode.OfObject(attachment.Node)
                .With("TransitGatewayAttachmentId", parts.Id(attachment))
                .With("TransitGatewayId", parts.One(attachment, "transit_gateway_id", "tgw"))
                .With("VpcId", parts.One(attachment, "vpc_id", "vpc"))
                .With("State", BuiltNode.OfText("available", attachment.Node)));
        }
    }

    // A zone has a name and an id. Where one of them is known after apply, the known one decides.
    private static InputNode? Zone(TerraformResource subnet, string argument, string other) =>
        TerraformParts.Value(subnet, argument) is { Kind: not InputKind.Unknown } known ? known
        : TerraformParts.Value(subnet, other) is { Kind: InputKind.Text } ? null
        : TerraformParts.Value(subnet, argument);

    private BuiltNode Vpc(TerraformResource vpc)
    {
        InputNode id = parts.Id(vpc);
        BuiltNode? Unset(string argument, bool value) => vpc.IsData || vpc.Values?.Member(argument) is null ? null : BuiltNode.OfFlag(value, vpc.Node);
        List<InputNode> first = TerraformParts.Value(vpc, "cidr_block") is { } range ? [range] : [];
        List<InputNode> more =
        [
            .. parts.Managed("aws_vpc_ipv4_cidr_block_association")
                .Where(association => TerraformParts.AreSame(parts.One(association, "vpc_id", "vpc"), id))
                .Select(association => TerraformParts.Value(association, "cidr_block")).OfType<InputNode>(),
        ];
        if (vpc.Values?.Member("cidr_block_associations") is { Kind: InputKind.List } listed)
        {
            more.AddRange(listed.Items.Select(item => item.Member("cidr_block")).OfType<InputNode>());
        }

        InputNode[] all = [.. first.Concat(more).DistinctBy(item => (item.Kind, item.Text))];
        return BuiltNode.OfObject(vpc.Node)
            .With("VpcId", id)
            .With("CidrBlockAssociationSet", all.Length == 0 ? null : Ranges("CidrBlock", all))
            .With("Ipv6CidrBlockAssociationSet", Ranges("Ipv6CidrBlock", TerraformParts.Value(vpc, "ipv6_cidr_block")))

            // What AWS does where the configuration is silent.
            .With("EnableDnsSupport", TerraformParts.Value(vpc, "enable_dns_support") ?? Unset("enable_dns_support", true))
            .With("EnableDnsHostnames", TerraformParts.Value(vpc, "enable_dns_hostnames") ?? Unset("enable_dns_hostnames", vpc.Type == "aws_default_vpc"));
    }

    // A new subnet is empty, but for the five addresses that AWS keeps.
    private static InputNode? FreeAddresses(TerraformResource subnet)
    {
        if (subnet.IsData)
        {
            return TerraformParts.Value(subnet, "available_ip_address_count");
        }

        bool isNew = !subnet.IsState && subnet.Before is null && subnet.Values?.Member("id") is { Kind: InputKind.Unknown };
        return isNew && TerraformParts.Value(subnet, "cidr_block") is { Kind: InputKind.Text } range
            && int.TryParse(range.Text[(range.Text.IndexOf('/', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture, out int bits) && bits is >= 16 and <= 28
                ? BuiltNode.OfText(((1 << (32 - bits)) - 5).ToString(CultureInfo.InvariantCulture), range)
                : null;
    }

    private static BuiltNode? Ranges(string member, params InputNode?[] ranges) => ranges is [null]
        ? null
        : BuiltNode.OfList(ranges.Select(range => BuiltNode.OfObject(range).With(member, range)));

    // One that accepts itself is active; of another's consent a plan knows nothing.
    private static InputNode Status(TerraformResource peering) => TerraformParts.Value(peering, "accept_status") is { Kind: InputKind.Text } status
        ? status
        : MergedValues.IsTrue(TerraformParts.Value(peering, "auto_accept"))
            ? BuiltNode.OfText("active", peering.Node)
            : BuiltNode.OfUnknown($"{peering.Address}.accept_status", peering.Node);

    private BuiltNode Side(TerraformResource peering, string argument)
    {
        InputNode? vpc = parts.One(peering, argument, "vpc");
        BuiltNode side = BuiltNode.OfObject(peering.Node).With("VpcId", vpc);
        TerraformResource? known = parts.Any("aws_vpc", "aws_default_vpc").FirstOrDefault(other => TerraformParts.AreSame(parts.Id(other), vpc));
        return known is null ? side : side.With("CidrBlock", TerraformParts.Value(known, "cidr_block"));
    }
}
