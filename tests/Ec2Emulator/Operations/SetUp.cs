using System.Globalization;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>The few operations that make the surroundings, so that one scenario is set up here as it is against any other EC2. They check little.</summary>
internal static class SetUp
{
    public static JsonObject Act(Ec2Region region, string action, JsonObject request) => action switch
    {
        "CreateVpc" => Vpc(region, request),
        "CreateSubnet" => Subnet(region, request),
        "CreateSecurityGroup" => Group(region, (string)request["VpcId"]!, (string)request["GroupName"]!),
        "AuthorizeSecurityGroupIngress" => Ingress(region, request),
        "CreateRouteTable" => new JsonObject { ["RouteTable"] = Table(region, (string)request["VpcId"]!, isMain: false).DeepClone() },
        "AssociateRouteTable" => Associate(region, request),
        _ => throw new Ec2Exception("InvalidAction", $"The action {action} is not valid for this web service."),
    };

    private static JsonObject Vpc(Ec2Region region, JsonObject request)
    {
        string cidr = (string)request["CidrBlock"]!;
        JsonObject vpc = new()
        {
            ["VpcId"] = region.NewId("vpc"), ["CidrBlock"] = cidr, ["State"] = "available", ["OwnerId"] = Ec2Server.AccountId, ["IsDefault"] = false,
            ["CidrBlockAssociationSet"] = new JsonArray(new JsonObject { ["CidrBlock"] = cidr, ["CidrBlockState"] = new JsonObject { ["State"] = "associated" } }),
        };
        region.Resources("Vpcs").Add(vpc);
        string id = (string)vpc["VpcId"]!;
        _ = Group(region, id, "default");
        Table(region, id, isMain: true);
        return new JsonObject { ["Vpc"] = vpc.DeepClone() };
    }

    private static JsonObject Subnet(Ec2Region region, JsonObject request)
    {
        string zone = (string?)request["AvailabilityZone"] ?? region.Name + "a";
        JsonObject subnet = new()
        {
            ["SubnetId"] = region.NewId("subnet"), ["VpcId"] = (string)request["VpcId"]!, ["CidrBlock"] = (string?)request["CidrBlock"], ["AvailabilityZone"] = zone,
            ["AvailabilityZoneId"] = string.Create(CultureInfo.InvariantCulture, $"{region.Name}-az{zone[^1] - 'a' + 1}"), ["AvailableIpAddressCount"] = 251,
            ["State"] = "available", ["OwnerId"] = Ec2Server.AccountId, ["Ipv6Native"] = false,
        };
        region.Resources("Subnets").Add(subnet);
        return new JsonObject { ["Subnet"] = subnet.DeepClone() };
    }

    private static JsonObject Group(Ec2Region region, string vpcId, string name)
    {
        string id = region.NewId("sg");
        region.Resources("SecurityGroups").Add(new JsonObject
        {
            ["GroupId"] = id, ["VpcId"] = vpcId, ["GroupName"] = name, ["Description"] = name, ["OwnerId"] = Ec2Server.AccountId,
            ["IpPermissions"] = name == "default"
                ? new JsonArray(new JsonObject { ["IpProtocol"] = "-1", ["UserIdGroupPairs"] = new JsonArray(new JsonObject { ["GroupId"] = id }) })
                : new JsonArray(),
            ["IpPermissionsEgress"] = new JsonArray(new JsonObject { ["IpProtocol"] = "-1", ["IpRanges"] = new JsonArray(new JsonObject { ["CidrIp"] = "0.0.0.0/0" }) }),
        });
        return new JsonObject { ["GroupId"] = id };
    }

    private static JsonObject Ingress(Ec2Region region, JsonObject request)
    {
        JsonObject group = region.Find("SecurityGroups", "GroupId", (string?)request["GroupId"]) ?? throw new Ec2Exception("InvalidGroup.NotFound", "The security group does not exist");
        foreach (JsonNode? permission in request["IpPermissions"] as JsonArray ?? [])
        {
            group["IpPermissions"]!.AsArray().Add(permission!.DeepClone());
        }

        return new JsonObject { ["Return"] = true };
    }

    private static JsonObject Table(Ec2Region region, string vpcId, bool isMain)
    {
        JsonObject vpc = region.Find("Vpcs", "VpcId", vpcId) ?? throw new Ec2Exception("InvalidVpcID.NotFound", $"The vpc ID '{vpcId}' does not exist");
        JsonObject table = new()
        {
            ["RouteTableId"] = region.NewId("rtb"), ["VpcId"] = vpcId, ["OwnerId"] = Ec2Server.AccountId,
            ["Routes"] = new JsonArray(new JsonObject { ["DestinationCidrBlock"] = (string?)vpc["CidrBlock"], ["GatewayId"] = "local", ["State"] = "active", ["Origin"] = "CreateRouteTable" }),
            ["Associations"] = isMain ? new JsonArray(new JsonObject { ["Main"] = true, ["RouteTableAssociationId"] = region.NewId("rtbassoc") }) : new JsonArray(),
        };
        region.Resources("RouteTables").Add(table);
        return table;
    }

    private static JsonObject Associate(Ec2Region region, JsonObject request)
    {
        JsonObject table = region.Find("RouteTables", "RouteTableId", (string?)request["RouteTableId"])
            ?? throw new Ec2Exception("InvalidRouteTableID.NotFound", "The route table does not exist");
        string id = region.NewId("rtbassoc");
        table["Associations"]!.AsArray().Add(new JsonObject { ["Main"] = false, ["SubnetId"] = (string?)request["SubnetId"], ["RouteTableAssociationId"] = id });
        return new JsonObject { ["AssociationId"] = id };
    }
}
