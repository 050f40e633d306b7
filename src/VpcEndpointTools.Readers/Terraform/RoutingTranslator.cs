using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Terraform;

/// <summary>Route tables with their routes and associations, wherever those stand, and NAT gateways.</summary>
internal sealed class RoutingTranslator(TerraformParts parts)
{
    // Argument, member of the describe answer, prefix of the ids that it holds.
    private static readonly (string Argument, string Member, string? Prefix)[] Route =
    [
        ("cidr_block", "DestinationCidrBlock", null),
        ("destination_cidr_block", "DestinationCidrBlock", null),
        ("ipv6_cidr_block", "DestinationIpv6CidrBlock", null),
        ("destination_ipv6_cidr_block", "DestinationIpv6CidrBlock", null),
        ("destination_prefix_list_id", "DestinationPrefixListId", "pl"),
        ("gateway_id", "GatewayId", "igw"),
        ("vpc_endpoint_id", "VpcEndpointId", "vpce"),
        ("nat_gateway_id", "NatGatewayId", "nat"),
        ("egress_only_gateway_id", "EgressOnlyInternetGatewayId", "eigw"),
        ("transit_gateway_id", "TransitGatewayId", "tgw"),
        ("vpc_peering_connection_id", "VpcPeeringConnectionId", "pcx"),
        ("network_interface_id", "NetworkInterfaceId", "eni"),
        ("local_gateway_id", "LocalGatewayId", "lgw"),
        ("carrier_gateway_id", "CarrierGatewayId", "cagw"),
        ("core_network_arn", "CoreNetworkArn", null),
    ];

    public void Translate()
    {
        (InputNode? Table, TerraformResource Resource, InputNode Route)[] routes =
            [.. parts.Managed("aws_route").Select(route => (parts.One(route, "route_table_id", "rtb"), route, (InputNode)Separate(route)))];
        (InputNode? Table, TerraformResource Resource, InputNode Association)[] joined = [.. Associations()];
        foreach (TerraformResource table in parts.Managed("aws_route_table", "aws_default_route_table"))
        {
            InputNode id = parts.Id(table);
            List<InputNode> associations = [.. joined.Where(item => TerraformParts.AreSame(item.Table, id)).Select(item => item.Association)];
            if (table.Type == "aws_default_route_table")
            {
                associations.Add(BuiltNode.OfObject(table.Node).With("Main", BuiltNode.OfFlag(true, table.Node)));
            }

            bool mayHaveMore = joined.Any(item => MayBe(item.Table, item.Resource, table));
            parts.Template.Add(SnapshotMembers.RouteTables, BuiltNode.OfObject(table.Node)
                .With("RouteTableId", id)
                .With("VpcId", parts.Vpc(table))
                .With("Associations", associations.Count == 0 || mayHaveMore ? null : BuiltNode.OfList(associations, table.Node))
                .With("Routes", Routes(table, id, routes)));
        }

        foreach (TerraformResource nat in parts.Managed("aws_nat_gateway"))
        {
            InputNode? subnet = parts.One(nat, "subnet_id", "subnet");
            TerraformResource? known = parts.Any("aws_subnet", "aws_default_subnet").FirstOrDefault(other => TerraformParts.AreSame(parts.Id(other), subnet));
            parts.Template.Add(SnapshotMembers.NatGateways, BuiltNode.OfObject(nat.Node)
                .With("NatGatewayId", parts.Id(nat))
                .With("SubnetId", subnet)
                .With("VpcId", TerraformParts.Value(nat, "vpc_id") is { Kind: InputKind.Text } vpc ? vpc : known is null ? null : parts.One(known, "vpc_id", "vpc"))
                .With("ConnectivityType", TerraformParts.Value(nat, "connectivity_type") ?? BuiltNode.OfText("public", nat.Node))
                .With("State", BuiltNode.OfText("available", nat.Node)));
        }
    }

    // All routes, or null: half of them would be another table. A new table without any may get some from another stack.
    private BuiltNode? Routes(TerraformResource table, InputNode id, (InputNode? Table, TerraformResource Resource, InputNode Route)[] separate)
    {
        InputNode? inline = table.Values?.Member("route");
        bool isLosing = parts.Resources.Leaving("aws_route").Any(route => TerraformParts.AreSame(route.Before?.Member("route_table_id"), id));
        InputNode[] listed = inline is { Kind: InputKind.List } ? [.. inline.Items] : [];
        if (isLosing
            || (inline is { Kind: InputKind.Unknown } && table.Sets("route"))
            || listed.Any(route => route.Kind == InputKind.Unknown)
            || separate.Any(route => MayBe(route.Table, route.Resource, table)))
        {
            return null;
        }

        InputNode[] own = [.. separate.Where(route => TerraformParts.AreSame(route.Table, id)).Select(route => route.Route)];
        return listed.Length + own.Length == 0
            ? null
            : BuiltNode.OfList([.. listed.Select(route => route.Kind == InputKind.Object ? Inline(route) : route), .. own], inline ?? table.Node);
    }

    private bool MayBe(InputNode? found, TerraformResource resource, TerraformResource table) =>
        found is not { Kind: InputKind.Text } && parts.MayBe(resource, "route_table_id", table);

    private static BuiltNode Inline(InputNode route)
    {
        BuiltNode translated = BuiltNode.OfObject(route);
        foreach ((string argument, string member, _) in Route)
        {
            if (route.Member(argument) is { } value and not { Kind: InputKind.Text, Text: "" })
            {
                translated.With(member, value);
            }
        }

        return translated;
    }

    private BuiltNode Separate(TerraformResource route)
    {
        BuiltNode translated = BuiltNode.OfObject(route.Node);
        foreach ((string argument, string member, string? prefix) in Route)
        {
            translated.With(member, prefix is null ? TerraformParts.Value(route, argument) : parts.One(route, argument, prefix));
        }

        return translated;
    }

    private IEnumerable<(InputNode? Table, TerraformResource Resource, InputNode Association)> Associations()
    {
        foreach (TerraformResource association in parts.Managed("aws_route_table_association"))
        {
            yield return (parts.One(association, "route_table_id", "rtb"), association, BuiltNode.OfObject(association.Node)
                .With("SubnetId", parts.One(association, "subnet_id", "subnet"))
                .With("GatewayId", parts.One(association, "gateway_id", "igw")));
        }

        foreach (TerraformResource association in parts.Managed("aws_main_route_table_association"))
        {
            yield return (parts.One(association, "route_table_id", "rtb"), association, BuiltNode.OfObject(association.Node).With("Main", BuiltNode.OfFlag(true, association.Node)));
        }
    }
}
