using System.Buffers.Binary;
using System.Net;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>What an endpoint has elsewhere: routes of a gateway, network interfaces of the others.</summary>
internal static class Parts
{
    /// <summary>The prefix list of a gateway endpoint's service.</summary>
    public static string? PrefixList(Ec2Region region, string? serviceName) => (string?)region.Find("PrefixLists", "PrefixListName", serviceName)?["PrefixListId"];

    public static void AddRoute(Ec2Region region, JsonObject endpoint, string tableId)
    {
        JsonObject table = region.Find("RouteTables", "RouteTableId", tableId)!;
        JsonArray routes = table["Routes"] as JsonArray ?? [];
        table["Routes"] = routes;
        routes.Add(new JsonObject
        {
            ["DestinationPrefixListId"] = PrefixList(region, (string?)endpoint["ServiceName"]), ["GatewayId"] = (string)endpoint["VpcEndpointId"]!, ["State"] = "active", ["Origin"] = "CreateRoute",
        });
    }

    public static void RemoveRoute(Ec2Region region, JsonObject endpoint, string tableId)
    {
        JsonArray routes = region.Find("RouteTables", "RouteTableId", tableId)?["Routes"] as JsonArray ?? [];
        foreach (JsonNode? route in routes.Where(route => (string?)route!["GatewayId"] == (string?)endpoint["VpcEndpointId"]).ToList())
        {
            routes.Remove(route);
        }
    }

    /// <summary>True where a route of the VPC leads to the endpoint.</summary>
    public static bool IsRouted(Ec2Region region, string endpointId) =>
        region.Resources("RouteTables").Any(table => (table!["Routes"] as JsonArray ?? []).Any(route => (string?)route!["GatewayId"] == endpointId));

    /// <summary>Adds the network interface of an endpoint in a subnet; with the addresses that were designated, if any were.</summary>
    public static string AddInterface(Ec2Region region, JsonObject endpoint, string subnetId, JsonObject? designated = null)
    {
        string id = region.NewId("eni");
        JsonObject subnet = region.Find("Subnets", "SubnetId", subnetId)!;
        region.Resources("NetworkInterfaces").Add(new JsonObject
        {
            ["NetworkInterfaceId"] = id,
            ["SubnetId"] = subnetId,
            ["VpcId"] = (string)endpoint["VpcId"]!,
            ["InterfaceType"] = (string?)endpoint["VpcEndpointType"] == "GatewayLoadBalancer" ? "gateway_load_balancer_endpoint" : "vpc_endpoint",
            ["Description"] = $"VPC Endpoint Interface {endpoint["VpcEndpointId"]}",
            ["Groups"] = endpoint["Groups"]?.DeepClone(),
            ["Status"] = "in-use",
            ["PrivateIpAddress"] = (string?)designated?["Ipv4"] ?? FreeAddress(region, subnet),
            ["Ipv6Addresses"] = designated?["Ipv6"] is { } ipv6 ? new JsonArray(new JsonObject { ["Ipv6Address"] = (string?)ipv6 }) : new JsonArray(),
        });
        if (subnet["AvailableIpAddressCount"] is { } free)
        {
            subnet["AvailableIpAddressCount"] = (int)free - 1;
        }

        return id;
    }

    // The first one after AWS's own that no interface has.
    private static string? FreeAddress(Ec2Region region, JsonObject subnet)
    {
        if (!IPNetwork.TryParse((string?)subnet["CidrBlock"], out IPNetwork range))
        {
            return null;
        }

        HashSet<string?> taken = [.. region.Resources("NetworkInterfaces").Select(item => (string?)item!["PrivateIpAddress"])];
        uint first = BinaryPrimitives.ReadUInt32BigEndian(range.BaseAddress.GetAddressBytes()) + 4;
        return Enumerable.Range(0, 1 << Math.Min(16, 32 - range.PrefixLength)).Select(i => Address(first + (uint)i)).FirstOrDefault(address => !taken.Contains(address));
    }

    private static string Address(uint number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return new IPAddress(bytes).ToString();
    }

    /// <summary>Takes all of them away.</summary>
    public static void Remove(Ec2Region region, JsonObject endpoint)
    {
        foreach (JsonNode? table in endpoint["RouteTableIds"] as JsonArray ?? [])
        {
            RemoveRoute(region, endpoint, (string)table!);
        }

        foreach (JsonNode? id in endpoint["NetworkInterfaceIds"] as JsonArray ?? [])
        {
            RemoveInterface(region, (string)id!, region.InterfacesOutliveDescribes);
        }
    }

    /// <summary>Takes an interface away, and gives its address back; some describes may still show it.</summary>
    public static void RemoveInterface(Ec2Region region, string id, int outlivesDescribes)
    {
        if (region.Find("NetworkInterfaces", "NetworkInterfaceId", id) is not { } found)
        {
            return;
        }

        if (region.Find("Subnets", "SubnetId", (string?)found["SubnetId"])?["AvailableIpAddressCount"] is { } free)
        {
            free.ReplaceWith((int)free + 1);
        }

        if (outlivesDescribes > 0)
        {
            region.Leaving[id] = outlivesDescribes;
        }
        else
        {
            region.Resources("NetworkInterfaces").Remove(found);
        }
    }

    /// <summary>Describes network interfaces; those of deleted endpoints are shown for the last time one day.</summary>
    public static JsonObject DescribeInterfaces(Ec2Region region, JsonObject request, int pageSize)
    {
        JsonObject answer = Listing.All["DescribeNetworkInterfaces"].Describe(region, request, pageSize);
        foreach (JsonNode? shown in answer["NetworkInterfaces"]!.AsArray())
        {
            string id = (string)shown!["NetworkInterfaceId"]!;
            if (region.Leaving.TryGetValue(id, out int left) && (region.Leaving[id] = left - 1) <= 0)
            {
                region.Resources("NetworkInterfaces").Remove(region.Find("NetworkInterfaces", "NetworkInterfaceId", id));
                region.Leaving.Remove(id);
            }
        }

        return answer;
    }
}
