using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Live;

namespace VpcEndpointTools.Tests.Recommendation;

/// <summary>VPCs as people build them: some well, some with a zone too few, a group that lets nobody in, a table without the route.</summary>
internal sealed class RandomRegion
{
    private const string Region = "us-east-1";

    // A fixed seed: a failure is the same the next time.
    private readonly Random _random = new(6);
    private readonly JsonObject _all = EmulatedRegion.Amenities(Region);
    private int _next;

    private RandomRegion()
    {
        _all["Region"] = Region;
        _all["AccountId"] = Ec2Server.AccountId;
        _all["Complete"] = true;
        foreach (string member in new[] { "Vpcs", "Subnets", "SecurityGroups", "RouteTables", "NetworkAcls", "VpcEndpoints", "NetworkInterfaces", "NatGateways", "VpcPeeringConnections", "TransitGatewayVpcAttachments" })
        {
            _all[member] = new JsonArray();
        }

        _all["ServiceDetails"]!.AsArray().Add(new JsonObject
        {
            ["ServiceName"] = GatewayLoadBalancerService, ["ServiceType"] = new JsonArray(new JsonObject { ["ServiceType"] = "GatewayLoadBalancer" }), ["Owner"] = "999988887777",
            ["AvailabilityZones"] = new JsonArray(Region + "a", Region + "b", Region + "c"), ["SupportedIpAddressTypes"] = new JsonArray("ipv4"),
        });
    }

    /// <summary>An endpoint service behind a Gateway Load Balancer.</summary>
    public const string GatewayLoadBalancerService = "com.amazonaws.vpce.us-east-1.vpce-svc-0a1b2c3d4e5f60718";

    /// <summary>A Region with so many VPCs and endpoints a VPC at most.</summary>
    public static JsonObject Make(int vpcs, int endpointsPerVpc)
    {
        RandomRegion region = new();
        for (int i = 0; i < vpcs; i++)
        {
            region.AddVpc(endpointsPerVpc);
        }

        return region._all;
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Id(string prefix) => EmulatedRegion.Id(prefix, _next++);

    private void Add(string member, JsonObject item) => _all[member]!.AsArray().Add(item);

    private void AddVpc(int endpoints)
    {
        string vpc = Id("vpc");
        bool hasDns = Chance(85);
        Add("Vpcs", new()
        {
            ["VpcId"] = vpc, ["CidrBlock"] = "10.0.0.0/16", ["OwnerId"] = Ec2Server.AccountId, ["State"] = "available", ["EnableDnsSupport"] = true, ["EnableDnsHostnames"] = hasDns,
            ["CidrBlockAssociationSet"] = new JsonArray(new JsonObject { ["CidrBlock"] = "10.0.0.0/16", ["CidrBlockState"] = new JsonObject { ["State"] = "associated" } }),
        });
        string? nat = Chance(60) ? Id("nat") : null;
        if (nat is not null)
        {
            Add("NatGateways", new() { ["NatGatewayId"] = nat, ["VpcId"] = vpc, ["State"] = "available", ["ConnectivityType"] = "public" });
        }

        List<string> subnets = [.. Enumerable.Range(0, _random.Next(1, 6)).Select(i => AddSubnet(vpc, i))];
        List<string> tables = [AddTable(vpc, nat, [], isMain: true), .. subnets.Chunk(2).Where(_ => Chance(80)).Select(pair => AddTable(vpc, nat, pair, isMain: false))];
        string group = AddGroup(vpc, Chance(75) ? 443 : 22);
        Guard(vpc, subnets);
        AddEndpoints(vpc, subnets, tables, group, endpoints, hasDns);
        if (Chance(30))
        {
            Add("TransitGatewayVpcAttachments", new() { ["TransitGatewayAttachmentId"] = Id("tgw-attach"), ["TransitGatewayId"] = "tgw-1", ["VpcId"] = vpc, ["State"] = "available" });
        }
    }

    private string AddSubnet(string vpc, int number)
    {
        string subnet = Id("subnet");
        int zone = _random.Next(3);
        Add("Subnets", new()
        {
            ["SubnetId"] = subnet, ["VpcId"] = vpc, ["CidrBlock"] = $"10.0.{number}.0/24", ["AvailabilityZone"] = Region + "abc"[zone], ["AvailabilityZoneId"] = $"use1-az{zone + 1}",
            ["AvailableIpAddressCount"] = Chance(10) ? 0 : 200, ["OwnerId"] = Chance(90) ? Ec2Server.AccountId : "444455556666", ["Ipv6Native"] = false, ["State"] = "available",
        });
        if (Chance(50))
        {
            Add("NetworkInterfaces", new() { ["NetworkInterfaceId"] = Id("eni"), ["VpcId"] = vpc, ["SubnetId"] = subnet, ["InterfaceType"] = "interface", ["Status"] = "in-use" });
        }

        return subnet;
    }

    private string AddTable(string vpc, string? nat, string[] subnets, bool isMain)
    {
        string table = Id("rtb");
        JsonArray routes = [new JsonObject { ["DestinationCidrBlock"] = "10.0.0.0/16", ["GatewayId"] = "local", ["State"] = "active" }];
        if (nat is not null && Chance(70))
        {
            routes.Add(new JsonObject { ["DestinationCidrBlock"] = "0.0.0.0/0", ["NatGatewayId"] = nat, ["State"] = "active" });
        }
        else if (Chance(40))
        {
            routes.Add(new JsonObject { ["DestinationCidrBlock"] = "0.0.0.0/0", ["GatewayId"] = "igw-1", ["State"] = "active" });
        }

        Add("RouteTables", new()
        {
            ["RouteTableId"] = table, ["VpcId"] = vpc, ["Routes"] = routes,
            ["Associations"] = new JsonArray([.. subnets.Select(subnet => new JsonObject { ["SubnetId"] = subnet, ["Main"] = false }), .. isMain ? [new JsonObject { ["Main"] = true }] : Array.Empty<JsonObject>()]),
        });
        return table;
    }

    private string AddGroup(string vpc, int port)
    {
        string group = Id("sg");
        Add("SecurityGroups", new()
        {
            ["GroupId"] = Id("sg"), ["VpcId"] = vpc, ["GroupName"] = "default", ["OwnerId"] = Ec2Server.AccountId, ["IpPermissions"] = new JsonArray(),
        });
        Add("SecurityGroups", new()
        {
            ["GroupId"] = group, ["VpcId"] = vpc, ["GroupName"] = "endpoints", ["OwnerId"] = Ec2Server.AccountId,
            ["IpPermissions"] = new JsonArray(new JsonObject { ["IpProtocol"] = "tcp", ["FromPort"] = port, ["ToPort"] = port, ["IpRanges"] = new JsonArray(new JsonObject { ["CidrIp"] = "10.0.0.0/16" }) }),
        });
        return group;
    }

    private void Guard(string vpc, List<string> subnets)
    {
        JsonArray entries = [.. new[] { true, false }.Select(egress => new JsonObject { ["RuleNumber"] = 100, ["Egress"] = egress, ["RuleAction"] = "allow", ["Protocol"] = "-1", ["CidrBlock"] = "0.0.0.0/0" })];
        Add("NetworkAcls", new() { ["NetworkAclId"] = Id("acl"), ["VpcId"] = vpc, ["Entries"] = entries, ["Associations"] = new JsonArray([.. subnets.Select(subnet => new JsonObject { ["SubnetId"] = subnet })]) });
    }

    private void AddEndpoints(string vpc, List<string> subnets, List<string> tables, string group, int most, bool hasDns)
    {
        foreach (string name in new[] { "s3", "dynamodb", "ssm", "sqs", "kms", "logs", "sns" }.Take(most).Where(_ => Chance(50)))
        {
            bool isGateway = name is "s3" or "dynamodb" && Chance(60);
            string id = Id("vpce");
            JsonObject endpoint = new()
            {
                ["VpcEndpointId"] = id, ["VpcId"] = vpc, ["ServiceName"] = $"com.amazonaws.{Region}.{name}", ["State"] = Chance(90) ? "available" : "rejected", ["OwnerId"] = Ec2Server.AccountId,
                ["VpcEndpointType"] = isGateway ? "Gateway" : "Interface", ["PrivateDnsEnabled"] = !isGateway && hasDns && name is not ("s3" or "dynamodb"), ["RequesterManaged"] = false,
                ["SubnetIds"] = isGateway ? [] : new JsonArray(subnets[0]), ["RouteTableIds"] = isGateway ? new JsonArray(tables[0]) : [],
                ["Groups"] = isGateway ? [] : new JsonArray(new JsonObject { ["GroupId"] = group, ["GroupName"] = "endpoints" }),
            };
            Add("VpcEndpoints", endpoint);
            if (isGateway && (string)endpoint["State"]! == "available")
            {
                JsonNode table = _all["RouteTables"]!.AsArray().Single(table => (string)table!["RouteTableId"]! == tables[0])!;
                table["Routes"]!.AsArray().Add(new JsonObject { ["DestinationPrefixListId"] = name == "s3" ? "pl-6da54004" : "pl-6fa54006", ["GatewayId"] = id, ["State"] = "active" });
            }
        }
    }
}
