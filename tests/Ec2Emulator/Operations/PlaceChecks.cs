using System.Net;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>Whether the VPC, the subnets, the groups and the route tables are there, belong together, and have room.</summary>
internal static class PlaceChecks
{
    public static void Run(Ec2Region region, EndpointRequest request)
    {
        if (region.Find("Vpcs", "VpcId", request.VpcId) is null)
        {
            throw new Ec2Exception("InvalidVpcId.NotFound", $"The Vpc Id {request.VpcId} does not exist");
        }

        List<JsonObject> subnets = [.. request.Subnets.Select(id => Part(region, request, "Subnets", "SubnetId", id, "InvalidSubnetID.NotFound", "subnet"))];
        request.Groups.ForEach(id => Part(region, request, "SecurityGroups", "GroupId", id, "InvalidGroup.NotFound", "security group"));
        request.Tables.ForEach(id => Part(region, request, "RouteTables", "RouteTableId", id, "InvalidRouteTableID.NotFound", "route table"));
        Zones(request, subnets);
        foreach (JsonObject subnet in subnets)
        {
            Family(request, subnet);
            Room(request, subnet);
        }

        Configurations(region, request);
        Routes(region, request);
        Quotas.Check(region, request);
    }

    private static JsonObject Part(Ec2Region region, EndpointRequest request, string member, string idName, string id, string notFound, string what)
    {
        JsonObject part = region.Find(member, idName, id) ?? throw new Ec2Exception(notFound, $"The {what} ID '{id}' does not exist");
        ShapeChecks.Require((string?)part["VpcId"] == request.VpcId, $"The {what} {id} does not belong to VPC {request.VpcId}");
        return part;
    }

    private static void Zones(EndpointRequest request, List<JsonObject> subnets)
    {
        List<string> taken = [];
        foreach (JsonObject subnet in request.IsGateway ? [] : subnets)
        {
            string zone = (string?)subnet["AvailabilityZoneId"] ?? (string?)subnet["AvailabilityZone"] ?? string.Empty;
            if (taken.Contains(zone))
            {
                throw new Ec2Exception("DuplicateSubnetsInSameZone", $"Found another VPC endpoint subnet in the availability zone of {subnet["SubnetId"]}");
            }

            taken.Add(zone);
        }
    }

    private static void Family(EndpointRequest request, JsonObject subnet)
    {
        bool hasIpv4 = (string?)subnet["CidrBlock"] is { Length: > 0 } && (bool?)subnet["Ipv6Native"] != true;
        bool hasIpv6 = subnet["Ipv6CidrBlockAssociationSet"] is JsonArray { Count: > 0 };
        bool fits = (request.AddressType ?? "ipv4") switch
        {
            "ipv4" => hasIpv4,

            // A tunnel takes any subnet that has IPv6.
            "ipv6" => hasIpv6 && (!hasIpv4 || request.Type == "Tunnel"),
            _ => hasIpv4 && hasIpv6,
        };
        ShapeChecks.Require(fits, $"The IP address type {request.AddressType ?? "ipv4"} is not supported by the subnet {subnet["SubnetId"]}.");
    }

    private static void Room(EndpointRequest request, JsonObject subnet)
    {
        int needed = request.Type == "ServiceNetwork" ? 16 : 1;
        if (subnet["AvailableIpAddressCount"] is { } free && (int)free < needed && request.AddressType != "ipv6")
        {
            throw new Ec2Exception("InsufficientFreeAddressesInSubnet", $"Not enough free addresses in subnet {subnet["SubnetId"]}");
        }
    }

    private static void Configurations(Ec2Region region, EndpointRequest request)
    {
        List<string> named = [.. request.SubnetConfigurations.Select(one => (string?)one["SubnetId"] ?? string.Empty)];
        ShapeChecks.Require(named.Distinct(StringComparer.Ordinal).Count() == named.Count, "A subnet stands twice in SubnetConfigurations.");
        ShapeChecks.Require(named.TrueForAll(request.Subnets.Contains), "A subnet of SubnetConfigurations is not in SubnetIds.");
        foreach (JsonObject one in request.SubnetConfigurations)
        {
            // Source: SubnetConfiguration of the API reference: an address of each family that the endpoint supports.
            string type = request.AddressType ?? "ipv4";
            string? ipv4 = (string?)one["Ipv4"];
            ShapeChecks.Require(type == "ipv6" || ipv4 is not null, $"No IPv4 address for {one["SubnetId"]} in SubnetConfigurations.");
            ShapeChecks.Require(type == "ipv4" || one["Ipv6"] is not null, $"No IPv6 address for {one["SubnetId"]} in SubnetConfigurations.");
            if (ipv4 is not null && region.Find("Subnets", "SubnetId", (string?)one["SubnetId"]) is { } subnet)
            {
                ShapeChecks.Require(IsUsable(ipv4, (string?)subnet["CidrBlock"]), $"The address {ipv4} is not a usable one of subnet {one["SubnetId"]}.");
            }
        }
    }

    // The first four addresses and the last are AWS's own.
    private static bool IsUsable(string address, string? cidr)
    {
        if (!IPNetwork.TryParse(cidr, out IPNetwork range) || !IPAddress.TryParse(address, out IPAddress? parsed) || !range.Contains(parsed))
        {
            return false;
        }

        uint offset = Number(parsed) - Number(range.BaseAddress);
        return offset >= 4 && offset < (1u << (32 - range.PrefixLength)) - 1;
    }

    private static uint Number(IPAddress address) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    private static void Routes(Ec2Region region, EndpointRequest request)
    {
        if (!request.IsGateway)
        {
            return;
        }

        string? list = Parts.PrefixList(region, request.ServiceName);
        foreach (string id in request.Tables)
        {
            JsonObject table = region.Find("RouteTables", "RouteTableId", id)!;
            bool routed = list is not null && (table["Routes"] as JsonArray ?? []).Any(route => (string?)route!["DestinationPrefixListId"] == list);
            bool served = region.Resources("VpcEndpoints").OfType<JsonObject>().Any(other => (string?)other["ServiceName"] == request.ServiceName
                && IsAlive(other) && (other["RouteTableIds"] as JsonArray ?? []).Any(table => (string?)table == id));
            if (routed || served)
            {
                throw new Ec2Exception("RouteAlreadyExists", $"route table {id} already has a route with destination-prefix-list-id {list}");
            }
        }
    }

    /// <summary>True unless an endpoint is gone, going or broken.</summary>
    public static bool IsAlive(JsonObject endpoint) =>
        ((string?)endpoint["State"] ?? "available").ToLowerInvariant() is not ("deleting" or "deleted" or "failed" or "rejected" or "expired");
}
