using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Model.Members;

/// <summary>Reads what decides a packet's way, as the describe answers show it.</summary>
internal static class RoutingEntries
{
    private static readonly string[] OtherTargets =
    [
        "TransitGatewayId", "VpcPeeringConnectionId", "NetworkInterfaceId", "InstanceId", "LocalGatewayId", "CarrierGatewayId",
        "CoreNetworkArn", "OdbNetworkArn",
    ];

    public static RouteTable ReadTable(NodeReader table) => new()
    {
        RouteTableId = table.Required("RouteTableId"),
        VpcId = table.Text("VpcId"),
        Routes = table.Each("Routes", ReadRoute),
        Associations = table.Each("Associations", ReadAssociation),
    };

    public static PrefixList ReadPrefixList(NodeReader list) => new()
    {
        PrefixListId = list.Required("PrefixListId"),
        PrefixListName = list.Text("PrefixListName"),
        Cidrs = list.Find("Cidrs") is null ? null : list.Texts("Cidrs"),
    };

    public static NatGateway ReadNatGateway(NodeReader gateway) => new()
    {
        NatGatewayId = gateway.Required("NatGatewayId"),
        VpcId = gateway.Text("VpcId"),
        SubnetId = gateway.Text("SubnetId"),
        ConnectivityType = gateway.Text("ConnectivityType"),
        State = gateway.Text("State"),
    };

    public static VpcPeeringConnection ReadPeering(NodeReader peering) => new()
    {
        VpcPeeringConnectionId = peering.Required("VpcPeeringConnectionId"),
        Status = peering.Object("Status")?.Text("Code") ?? default,
        Requester = ReadSide(peering.Object("RequesterVpcInfo")),
        Accepter = ReadSide(peering.Object("AccepterVpcInfo")),
    };

    public static TransitGatewayVpcAttachment ReadAttachment(NodeReader attachment) => new()
    {
        TransitGatewayAttachmentId = attachment.Required("TransitGatewayAttachmentId"),
        TransitGatewayId = attachment.Text("TransitGatewayId"),
        VpcId = attachment.Text("VpcId"),
        State = attachment.Text("State"),
    };

    private static Route ReadRoute(NodeReader route) => new()
    {
        DestinationCidrBlock = route.Text("DestinationCidrBlock"),
        DestinationIpv6CidrBlock = route.Text("DestinationIpv6CidrBlock"),
        DestinationPrefixListId = route.Text("DestinationPrefixListId"),

        // A describe answer names an endpoint as the gateway, a create-route request and templates by its own member.
        GatewayId = route.Text("GatewayId", "VpcEndpointId"),
        NatGatewayId = route.Text("NatGatewayId"),
        EgressOnlyInternetGatewayId = route.Text("EgressOnlyInternetGatewayId"),
        OtherTarget = route.Text(OtherTargets),
        State = route.Text("State"),
    };

    private static RouteTableAssociation ReadAssociation(NodeReader association) => new()
    {
        SubnetId = association.Text("SubnetId"),
        GatewayId = association.Text("GatewayId"),
        Main = association.Flag("Main"),
    };

    private static PeeredVpc ReadSide(NodeReader? side)
    {
        if (side is null)
        {
            return new PeeredVpc();
        }

        List<Value<string>> ranges = [.. (side.Objects("CidrBlockSet") ?? []).Select(item => item.Text("CidrBlock"))];
        if (ranges.Count == 0 && side.Text("CidrBlock") is { IsAbsent: false } first)
        {
            ranges.Add(first);
        }

        ranges.AddRange((side.Objects("Ipv6CidrBlockSet") ?? []).Select(item => item.Text("Ipv6CidrBlock")));
        return new PeeredVpc { VpcId = side.Text("VpcId"), CidrBlocks = [.. ranges] };
    }
}
