using System.Globalization;
using System.IO.Enumeration;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>A describe operation: which list, by which ids and filters, in pages of what size.</summary>
/// <param name="Member">The list.</param>
/// <param name="IdName">The id of its objects.</param>
/// <param name="IdsName">The parameter that asks for some of them.</param>
/// <param name="NotFound">The error code of an id that is not there.</param>
/// <param name="Filters">Filter names and where their value stands: names joined by /, through lists.</param>
/// <param name="LargestPage">What MaxResults may be at most.</param>
internal sealed record Listing(string Member, string IdName, string IdsName, string NotFound, Dictionary<string, string> Filters, int LargestPage = 1000)
{
    private const int MostFilterValues = 200;

    /// <summary>All, by the operation's name.</summary>
    public static IReadOnlyDictionary<string, Listing> All { get; } = new Dictionary<string, Listing>(StringComparer.Ordinal)
    {
        ["DescribeVpcs"] = new("Vpcs", "VpcId", "VpcIds", "InvalidVpcID.NotFound", new() { ["vpc-id"] = "VpcId", ["state"] = "State", ["owner-id"] = "OwnerId", ["is-default"] = "IsDefault", ["cidr"] = "CidrBlock" }),
        ["DescribeSubnets"] = new("Subnets", "SubnetId", "SubnetIds", "InvalidSubnetID.NotFound", new() { ["vpc-id"] = "VpcId", ["subnet-id"] = "SubnetId", ["availability-zone"] = "AvailabilityZone", ["availability-zone-id"] = "AvailabilityZoneId", ["state"] = "State" }),
        ["DescribeSecurityGroups"] = new("SecurityGroups", "GroupId", "GroupIds", "InvalidGroup.NotFound", new() { ["vpc-id"] = "VpcId", ["group-id"] = "GroupId", ["group-name"] = "GroupName" }),
        ["DescribeRouteTables"] = new("RouteTables", "RouteTableId", "RouteTableIds", "InvalidRouteTableID.NotFound", new() { ["vpc-id"] = "VpcId", ["route-table-id"] = "RouteTableId", ["association.subnet-id"] = "Associations/SubnetId", ["association.main"] = "Associations/Main", ["route.destination-prefix-list-id"] = "Routes/DestinationPrefixListId" }, LargestPage: 100),
        ["DescribeNetworkAcls"] = new("NetworkAcls", "NetworkAclId", "NetworkAclIds", "InvalidNetworkAclID.NotFound", new() { ["vpc-id"] = "VpcId", ["network-acl-id"] = "NetworkAclId", ["association.subnet-id"] = "Associations/SubnetId" }),
        ["DescribePrefixLists"] = new("PrefixLists", "PrefixListId", "PrefixListIds", "InvalidPrefixListId.NotFound", new() { ["prefix-list-id"] = "PrefixListId", ["prefix-list-name"] = "PrefixListName" }),
        ["DescribeVpcEndpoints"] = new("VpcEndpoints", "VpcEndpointId", "VpcEndpointIds", "InvalidVpcEndpointId.NotFound", new() { ["vpc-id"] = "VpcId", ["vpc-endpoint-id"] = "VpcEndpointId", ["service-name"] = "ServiceName", ["vpc-endpoint-type"] = "VpcEndpointType", ["vpc-endpoint-state"] = "State" }),
        ["DescribeVpcEndpointServices"] = new("ServiceDetails", "ServiceName", "ServiceNames", "InvalidServiceName", new() { ["service-name"] = "ServiceName", ["service-type"] = "ServiceType/ServiceType", ["owner"] = "Owner" }),
        ["DescribeNatGateways"] = new("NatGateways", "NatGatewayId", "NatGatewayIds", "NatGatewayNotFound", new() { ["vpc-id"] = "VpcId", ["subnet-id"] = "SubnetId", ["state"] = "State", ["nat-gateway-id"] = "NatGatewayId" }),
        ["DescribeNetworkInterfaces"] = new("NetworkInterfaces", "NetworkInterfaceId", "NetworkInterfaceIds", "InvalidNetworkInterfaceID.NotFound", new() { ["vpc-id"] = "VpcId", ["subnet-id"] = "SubnetId", ["group-id"] = "Groups/GroupId", ["network-interface-id"] = "NetworkInterfaceId" }),
        ["DescribeVpcPeeringConnections"] = new("VpcPeeringConnections", "VpcPeeringConnectionId", "VpcPeeringConnectionIds", "InvalidVpcPeeringConnectionID.NotFound", new() { ["requester-vpc-info.vpc-id"] = "RequesterVpcInfo/VpcId", ["accepter-vpc-info.vpc-id"] = "AccepterVpcInfo/VpcId", ["status-code"] = "Status/Code" }),
        ["DescribeTransitGatewayVpcAttachments"] = new("TransitGatewayVpcAttachments", "TransitGatewayAttachmentId", "TransitGatewayAttachmentIds", "InvalidTransitGatewayAttachmentID.NotFound", new() { ["vpc-id"] = "VpcId", ["transit-gateway-id"] = "TransitGatewayId", ["state"] = "State" }),
    };

    /// <summary>The answer: a page of what was asked for.</summary>
    public JsonObject Describe(Ec2Region region, JsonObject request, int pageSize)
    {
        List<JsonObject> found = Find(region, request);
        int start = Start(request);
        int size = Math.Min(PageSize(request), pageSize);
        List<JsonObject> page = [.. found.Skip(start).Take(size)];
        JsonObject answer = new() { [Member] = new JsonArray([.. page.Select(item => item.DeepClone())]) };
        if (Member == "ServiceDetails")
        {
            answer["ServiceNames"] = new JsonArray([.. page.Select(item => (string)item["ServiceName"]!).Distinct(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]);
        }

        if (start + size < found.Count)
        {
            answer["NextToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"from:{start + size}")));
        }

        return answer;
    }

    /// <summary>All that was asked for.</summary>
    public List<JsonObject> Find(Ec2Region region, JsonObject request)
    {
        List<JsonObject> all = [.. region.Resources(Member).OfType<JsonObject>().Where(item => Member != "VpcEndpoints" || region.Sight.Shows(region, item))];
        List<string> ids = [.. (request[IdsName] as JsonArray ?? []).Select(id => (string)id!)];
        foreach (string id in ids.Where(id => all.TrueForAll(item => (string?)item[IdName] != id)))
        {
            throw new Ec2Exception(NotFound, NotFound == "InvalidServiceName" ? $"The Vpc Endpoint Service '{id}' does not exist" : $"The {IdName} '{id}' does not exist");
        }

        // One call of the SDK names its list in the singular.
        List<JsonObject> filters = [.. (request["Filters"] as JsonArray ?? request["Filter"] as JsonArray ?? []).OfType<JsonObject>()];
        return [.. all.Where(item => (ids.Count == 0 || ids.Contains((string?)item[IdName] ?? string.Empty)) && filters.TrueForAll(filter => Matches(filter, item)))];
    }

    private static IEnumerable<string> At(JsonNode? node, IEnumerable<string> path) => node switch
    {
        null => [],
        JsonArray list => list.SelectMany(item => At(item, path)),
        _ when path.Any() => At(node[path.First()], path.Skip(1)),
        _ => [node.GetValueKind() == JsonValueKind.String ? (string)node! : node.ToJsonString()],
    };

    private static int Start(JsonObject request)
    {
        if ((string?)request["NextToken"] is not { Length: > 0 } token)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(token, bytes, out int length) && Encoding.UTF8.GetString(bytes[..length]) is ['f', 'r', 'o', 'm', ':', .. var number]
            ? int.Parse(number, CultureInfo.InvariantCulture)
            : throw new Ec2Exception("InvalidNextToken", "The token is invalid.");
    }

    private bool Matches(JsonObject filter, JsonObject item)
    {
        string name = (string?)filter["Name"] ?? string.Empty;
        List<string> values = [.. (filter["Values"] as JsonArray ?? []).Select(value => (string)value!)];
        if (values.Count > MostFilterValues)
        {
            throw new Ec2Exception("FilterLimitExceeded", "The maximum number of filter values specified on a single call is 200");
        }

        IEnumerable<string> found = Filters.TryGetValue(name, out string? path) ? At(item, path.Split('/'))
            : name.StartsWith("tag:", StringComparison.Ordinal)
                ? (item["Tags"] as JsonArray ?? []).Where(tag => (string?)tag!["Key"] == name[4..]).Select(tag => (string?)tag!["Value"] ?? string.Empty)
                : throw new Ec2Exception("InvalidParameterValue", $"The filter '{name}' is invalid");
        return found.Any(text => values.Exists(value => FileSystemName.MatchesSimpleExpression(value, text, ignoreCase: name == "vpc-endpoint-state")));
    }

    private int PageSize(JsonObject request)
    {
        if (request["MaxResults"] is not { } given)
        {
            return LargestPage;
        }

        long size = (long)given;
        return size >= 5 && size <= LargestPage ? (int)size : throw new Ec2Exception(
            "InvalidParameterValue", string.Create(CultureInfo.InvariantCulture, $"Value ( {size} ) for parameter maxResults is invalid. Expecting a value between 5 and {LargestPage}."));
    }
}
