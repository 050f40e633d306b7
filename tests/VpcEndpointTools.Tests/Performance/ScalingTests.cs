using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Performance;

/// <summary>Measurements run alone: a neighbour on the other core would be measured with them.</summary>
[CollectionDefinition(nameof(Measurements), DisableParallelization = true)]
public sealed class Measurements;

/// <summary>Testing N endpoints costs N times one, not N times N.</summary>
[Collection(nameof(Measurements))]
public sealed class ScalingTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    private const int Few = 1_000;
    private const int Many = 10_000;
    private const int Runs = 7;

    [Fact]
    public void TenTimesTheEndpointsTakeAtMostThirteenTimesAsLong()
    {
        using TemporaryFolder folder = new();
        string few = folder.Write("few.json", Snapshot(Few));
        string many = folder.Write("many.json", Snapshot(Many));
        List<double> fewTimes = [];
        List<double> manyTimes = [];
        Test(few, Few, times: 1);
        Test(many, Many, times: 1);
        for (int i = 0; i < Runs; i++)
        {
            // In turn, so that a change of the machine's speed meets both.
            fewTimes.Add(Test(few, Few, times: Many / Few));
            manyTimes.Add(Test(many, Many, times: 1));
        }

        // The least disturbed run of each: a neighbour on the machine only ever adds.
        double ratio = manyTimes.Min() / fewTimes.Min();
        string figures = string.Create(
            CultureInfo.InvariantCulture, $"{manyTimes.Min() * 1000:F1} µs an endpoint among {Many}, {fewTimes.Min() * 1000:F1} µs among {Few}: {ratio:F2}");
        output.WriteLine(figures);
        Assert.True(ratio <= 1.3, figures);
    }

    // Milliseconds an endpoint. Ten small runs against one large one, all results kept until the last: the same number of endpoints in
    // memory, so that the garbage collector has the same to carry.
    private double Test(string file, int count, int times)
    {
        List<SessionAnswer> answers = [];
        GC.Collect();
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < times; i++)
        {
            answers.Add(session.Run("param($f) Test-VpcEndpointConfig -Path $f", file));
        }

        watch.Stop();
        Assert.All(answers, answer => Assert.Equal(count, answer.Output.Count));
        return watch.Elapsed.TotalMilliseconds / (count * times);
    }

    // 20 endpoints a VPC, two subnets and a route table each: the same density at both sizes.
    private static string Snapshot(int endpoints)
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
