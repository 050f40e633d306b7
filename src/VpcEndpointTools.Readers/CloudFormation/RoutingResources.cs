using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Readers.Templates;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.CloudFormation;

/// <summary>Reads route tables with their routes and associations.</summary>
internal sealed class RoutingResources(NetworkResources network, Deployment deployment, TemplateParts parts)
{
    private static readonly string[] RouteMembers =
    [
        "DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId", "GatewayId", "NatGatewayId", "EgressOnlyInternetGatewayId", "TransitGatewayId",
        "VpcPeeringConnectionId", "NetworkInterfaceId", "InstanceId", "VpcEndpointId", "LocalGatewayId", "CarrierGatewayId", "CoreNetworkArn",
    ];

    /// <summary>Adds them all.</summary>
    public void Add()
    {
        ILookup<string, BuiltNode> routes = ByTable("AWS::EC2::Route", route => RouteMembers.Aggregate(BuiltNode.OfObject(), (made, member) => made.With(member, route[member])));
        ILookup<string, BuiltNode> subnets = ByTable("AWS::EC2::SubnetRouteTableAssociation", association => BuiltNode.OfObject().With("SubnetId", association["SubnetId"]));
        ILookup<string, BuiltNode> gateways = ByTable("AWS::EC2::GatewayRouteTableAssociation", association => BuiltNode.OfObject().With("GatewayId", association["GatewayId"]));
        foreach ((string name, InputNode resource, InputNode? node) in network.Certain("AWS::EC2::RouteTable"))
        {
            BuiltNode made = network.Id(resource, "RouteTableId", name);
            string id = made.Member("RouteTableId")!.Text;
            parts.Add(SnapshotMembers.RouteTables, made.With("VpcId", new Properties(node, deployment)["VpcId"])

                // A table without any has them in another template: they are not shown then.
                .With("Routes", Some(routes[id]))
                .With("Associations", Some(subnets[id].Concat(gateways[id]))));
        }
    }

    private static BuiltNode? Some(IEnumerable<BuiltNode> items) => items.Any() ? BuiltNode.OfList(items) : null;

    private ILookup<string, BuiltNode> ByTable(string type, Func<Properties, BuiltNode> read) => network.Certain(type)
        .Select(item => new Properties(item.Properties, deployment))
        .Where(item => item["RouteTableId"] is { Kind: InputKind.Text })
        .ToLookup(item => item["RouteTableId"]!.Text, read, StringComparer.Ordinal);
}
