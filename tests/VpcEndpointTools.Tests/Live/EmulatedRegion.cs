using System.Globalization;
using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;

namespace VpcEndpointTools.Tests.Live;

/// <summary>State for the emulator: what AWS has without anybody's doing, and accounts of any size.</summary>
internal static class EmulatedRegion
{
    /// <summary>The services and prefix lists that the tests use.</summary>
    public static JsonObject Amenities(string region = "eu-west-1") => new()
    {
        ["ServiceDetails"] = new JsonArray(
            Service(region, "ssm", "Interface"), Service(region, "sqs", "Interface"), Service(region, "kms", "Interface"), Service(region, "logs", "Interface"), Service(region, "sns", "Interface"),
            Service(region, "s3", "Gateway"), Service(region, "s3", "Interface"), Service(region, "dynamodb", "Gateway"), Service(region, "dynamodb", "Interface", hasPrivateName: false)),
        ["PrefixLists"] = new JsonArray(
            new JsonObject { ["PrefixListId"] = "pl-6da54004", ["PrefixListName"] = $"com.amazonaws.{region}.s3", ["Cidrs"] = new JsonArray("3.5.64.0/21", "52.218.0.0/17") },
            new JsonObject { ["PrefixListId"] = "pl-6fa54006", ["PrefixListName"] = $"com.amazonaws.{region}.dynamodb", ["Cidrs"] = new JsonArray("52.94.24.0/23") }),
    };

    /// <summary>So many VPCs, subnets and endpoints, evenly spread, all sound.</summary>
    public static JsonObject Account(int vpcs, int subnetsPerVpc, int endpointsPerVpc, string region = "eu-west-1")
    {
        string[] services = ["ssm", "sqs", "kms", "logs", "sns"];
        JsonObject all = Amenities(region);
        foreach (string member in new[] { "Vpcs", "Subnets", "SecurityGroups", "RouteTables", "NetworkAcls", "VpcEndpoints", "NetworkInterfaces" })
        {
            all[member] = new JsonArray();
        }

        for (int v = 0; v < vpcs; v++)
        {
            string vpc = Id("vpc", v);
            string group = Id("sg", v);
            Add(all, "Vpcs", new()
            {
                ["VpcId"] = vpc, ["CidrBlock"] = "10.0.0.0/16", ["OwnerId"] = Ec2Server.AccountId, ["State"] = "available", ["EnableDnsSupport"] = true, ["EnableDnsHostnames"] = true,
                ["CidrBlockAssociationSet"] = new JsonArray(new JsonObject { ["CidrBlock"] = "10.0.0.0/16", ["CidrBlockState"] = new JsonObject { ["State"] = "associated" } }),
            });
            Add(all, "SecurityGroups", new()
            {
                ["GroupId"] = group, ["VpcId"] = vpc, ["GroupName"] = "endpoints", ["OwnerId"] = Ec2Server.AccountId,
                ["IpPermissions"] = new JsonArray(new JsonObject
                {
                    ["IpProtocol"] = "tcp", ["FromPort"] = 443, ["ToPort"] = 443, ["IpRanges"] = new JsonArray(new JsonObject { ["CidrIp"] = "10.0.0.0/16" }),
                }),
            });
            Add(all, "RouteTables", new()
            {
                ["RouteTableId"] = Id("rtb", v), ["VpcId"] = vpc, ["Associations"] = new JsonArray(new JsonObject { ["Main"] = true }),
                ["Routes"] = new JsonArray(new JsonObject { ["DestinationCidrBlock"] = "10.0.0.0/16", ["GatewayId"] = "local", ["State"] = "active" }),
            });
            AddSubnets(all, v, vpc, subnetsPerVpc, region);
            for (int e = 0; e < endpointsPerVpc; e++)
            {
                JsonArray subnets = [Id("subnet", v * subnetsPerVpc), Id("subnet", (v * subnetsPerVpc) + 1)];
                string id = Id("vpce", (v * endpointsPerVpc) + e);
                Add(all, "VpcEndpoints", new()
                {
                    ["VpcEndpointId"] = id, ["VpcEndpointType"] = "Interface", ["VpcId"] = vpc, ["ServiceName"] = $"com.amazonaws.{region}.{services[e % services.Length]}",
                    ["State"] = "available", ["PrivateDnsEnabled"] = true, ["IpAddressType"] = "ipv4", ["OwnerId"] = Ec2Server.AccountId, ["RequesterManaged"] = false,
                    ["SubnetIds"] = subnets, ["Groups"] = new JsonArray(new JsonObject { ["GroupId"] = group, ["GroupName"] = "endpoints" }),
                    ["NetworkInterfaceIds"] = new JsonArray($"eni-{id[5..]}", $"eni-{id[6..]}0"), ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Name", ["Value"] = "one" }),
                });
            }
        }

        return all;
    }

    /// <summary>The id of that number.</summary>
    public static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-0{number:x16}");

    private static void AddSubnets(JsonObject all, int v, string vpc, int count, string region)
    {
        JsonArray associations = [];
        for (int s = 0; s < count; s++)
        {
            string subnet = Id("subnet", (v * count) + s);
            Add(all, "Subnets", new()
            {
                ["SubnetId"] = subnet, ["VpcId"] = vpc, ["CidrBlock"] = $"10.0.{s}.0/24", ["AvailabilityZone"] = region + "abc"[s % 3], ["AvailabilityZoneId"] = $"az{(s % 3) + 1}",
                ["AvailableIpAddressCount"] = 200, ["OwnerId"] = Ec2Server.AccountId, ["Ipv6Native"] = false, ["State"] = "available",
            });
            associations.Add(new JsonObject { ["SubnetId"] = subnet });
        }

        JsonArray entries = [];
        foreach (bool egress in new[] { true, false })
        {
            entries.Add(new JsonObject { ["RuleNumber"] = 100, ["Egress"] = egress, ["RuleAction"] = "allow", ["Protocol"] = "-1", ["CidrBlock"] = "0.0.0.0/0" });
        }

        Add(all, "NetworkAcls", new() { ["NetworkAclId"] = Id("acl", v), ["VpcId"] = vpc, ["Associations"] = associations, ["Entries"] = entries });
    }

    private static void Add(JsonObject all, string member, JsonObject item) => all[member]!.AsArray().Add(item);

    private static JsonObject Service(string region, string name, string type, bool hasPrivateName = true)
    {
        JsonObject service = new()
        {
            ["ServiceName"] = $"com.amazonaws.{region}.{name}", ["ServiceType"] = new JsonArray(new JsonObject { ["ServiceType"] = type }), ["Owner"] = "amazon",
            ["AvailabilityZones"] = new JsonArray(region + "a", region + "b", region + "c"), ["VpcEndpointPolicySupported"] = true, ["AcceptanceRequired"] = false,
            ["SupportedIpAddressTypes"] = new JsonArray("ipv4", "ipv6", "dualstack"),
        };
        if (type == "Interface" && hasPrivateName)
        {
            service["PrivateDnsNames"] = new JsonArray(new JsonObject { ["PrivateDnsName"] = $"{name}.{region}.amazonaws.com" });
        }

        return service;
    }
}
