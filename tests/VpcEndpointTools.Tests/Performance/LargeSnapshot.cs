using System.Globalization;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Tests.Performance;

/// <summary>A snapshot of any size: 20 endpoints a VPC, two subnets and a route table each, the same density at every size.</summary>
internal static class LargeSnapshot
{
    /// <summary>The snapshot with that many endpoints.</summary>
    public static string Write(int endpoints)
    {
        const int PerVpc = 20;
        string[] services = ["ssm", "sqs", "sns", "kms", "logs", "sts", "monitoring", "ecr.api", "ecr.dkr", "lambda", "ecs", "events", "states", "athena", "glue", "rds", "ec2", "elasticfilesystem", "secretsmanager", "s3"];
        JsonArray vpcs = [];
        JsonArray subnets = [];
        JsonArray groups = [];
        JsonArray tables = [];
        JsonArray list = [];
        for (int v = 0; v < endpoints / PerVpc; v++)
        {
            string vpc = Id("vpc", v);
            vpcs.Add(new JsonObject { ["VpcId"] = vpc, ["CidrBlock"] = "10.0.0.0/16", ["EnableDnsSupport"] = true, ["EnableDnsHostnames"] = true });
            groups.Add(new JsonObject { ["GroupId"] = Id("sg", v), ["VpcId"] = vpc, ["GroupName"] = "endpoints" });
            tables.Add(new JsonObject { ["RouteTableId"] = Id("rtb", v), ["VpcId"] = vpc, ["Routes"] = new JsonArray() });
            foreach (int zone in new[] { 0, 1 })
            {
                subnets.Add(new JsonObject
                {
                    ["SubnetId"] = Id("subnet", (2 * v) + zone), ["VpcId"] = vpc, ["AvailabilityZone"] = "eu-west-1" + "ab"[zone], ["AvailabilityZoneId"] = $"euw1-az{zone + 1}",
                    ["CidrBlock"] = $"10.0.{zone}.0/24", ["AvailableIpAddressCount"] = 100, ["Ipv6Native"] = false, ["Ipv6CidrBlockAssociationSet"] = new JsonArray(),
                });
            }

            for (int i = 0; i < PerVpc; i++)
            {
                bool gateway = services[i] == "s3";
                list.Add(new JsonObject
                {
                    ["VpcEndpointId"] = Id("vpce", (v * PerVpc) + i), ["VpcEndpointType"] = gateway ? "Gateway" : "Interface", ["VpcId"] = vpc,
                    ["ServiceName"] = $"com.amazonaws.eu-west-1.{services[i]}", ["State"] = "available", ["PrivateDnsEnabled"] = !gateway,
                    ["PolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1234567890"}}}]}""",
                    ["SubnetIds"] = gateway ? new JsonArray() : new JsonArray(Id("subnet", 2 * v), Id("subnet", (2 * v) + 1)),
                    ["Groups"] = gateway ? new JsonArray() : new JsonArray(new JsonObject { ["GroupId"] = Id("sg", v) }),
                    ["RouteTableIds"] = gateway ? new JsonArray(Id("rtb", v)) : new JsonArray(),
                    ["IpAddressType"] = "ipv4", ["RequesterManaged"] = false, ["Tags"] = new JsonArray(), ["NetworkInterfaceIds"] = new JsonArray(),
                });
            }
        }

        return new JsonObject
        {
            ["Region"] = "eu-west-1", ["Complete"] = true, ["Vpcs"] = vpcs, ["Subnets"] = subnets, ["SecurityGroups"] = groups, ["RouteTables"] = tables,
            ["PrefixLists"] = new JsonArray(), ["VpcEndpoints"] = list, ["HostedZones"] = new JsonArray(),
        }.ToJsonString();
    }

    private static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-0{number:x16}");
}
