using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Recommendation;

/// <summary>What is recommended for creation passes the test against the same snapshot, and a strict EC2 takes it.</summary>
public sealed class EmulatorTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    private const string Script = """
        param($snapshot, $target)
        Get-EndpointRecommendation -Snapshot $snapshot -WarningAction Ignore
        Get-EndpointRecommendation s3, dynamodb, ssm, kms, logs -VpcId * -Snapshot $snapshot
        Get-EndpointRecommendation s3, sqs -VpcId * -Snapshot $snapshot -AccessFrom Vpc, OnPremises -NeedsPrivateDns
        Get-EndpointRecommendation s3 -VpcId * -Snapshot $snapshot -AccessFrom Vpc, OnPremises
        Get-EndpointRecommendation -Target $target -InspectTraffic -VpcId * -Snapshot $snapshot
        """;

    [Fact]
    public void WhatIsRecommendedIsTaken()
    {
        using TemporaryFolder folder = new();
        JsonObject all = RandomRegion.Make(150, 7);
        string snapshot = folder.Write("region.json", all.ToJsonString());
        SessionAnswer answer = session.Run(Script, snapshot, RandomRegion.GatewayLoadBalancerService);
        Assert.Empty(answer.Errors);
        List<PSObject> creates = [.. answer.Output.Where(item => (string)item.Properties["Action"].Value == "Create")];
        Ec2Region region = new("us-east-1");
        region.Load(all);
        List<string> refused = [.. creates.Select(create => (Create: create, Answer: Ask(region, create))).Where(pair => pair.Answer != "DryRunOperation").Select(pair => $"{pair.Create}: {pair.Answer}")];
        SessionAnswer verdicts = session.Run("param($creates, $snapshot) $creates | Test-VpcEndpointConfig -Snapshot $snapshot", creates.ToArray(), snapshot);
        IEnumerable<IGrouping<string, PSObject>> types = creates.GroupBy(create => (string)create.Properties["VpcEndpointType"].Value, StringComparer.Ordinal);
        output.WriteLine($"{answer.Output.Count} recommendations, {creates.Count} to create ({string.Join(", ", types.Select(type => $"{type.Count()} {type.Key}"))}), {refused.Count} refused");
        Assert.Empty(refused.Take(5));
        Assert.True(creates.Count > 300, $"only {creates.Count} to create");
        Assert.Equal(["Gateway", "GatewayLoadBalancer", "Interface"], types.Select(type => type.Key).Order(StringComparer.Ordinal));
        Assert.Empty(verdicts.Errors);
        Assert.Equal(creates.Count, verdicts.Output.Count);
        Assert.DoesNotContain("Failed", verdicts.Each("Outcome"));
    }

    private static string Ask(Ec2Region region, PSObject create)
    {
        JsonObject request = new() { ["DryRun"] = true };
        foreach ((string property, string member) in new[]
        {
            ("VpcId", "VpcId"), ("ServiceName", "ServiceName"), ("VpcEndpointType", "VpcEndpointType"), ("RouteTableId", "RouteTableIds"), ("SubnetId", "SubnetIds"),
            ("SecurityGroupId", "SecurityGroupIds"), ("PrivateDnsEnabled", "PrivateDnsEnabled"), ("IpAddressType", "IpAddressType"),
        })
        {
            if (Node(create.Properties[property].Value) is { } value)
            {
                request[member] = value;
            }
        }

        if (create.Properties["DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint"].Value is bool onlyInbound)
        {
            request["DnsOptions"] = new JsonObject { ["PrivateDnsOnlyForInboundResolverEndpoint"] = onlyInbound };
        }

        Ec2Exception exception = Assert.Throws<Ec2Exception>(() => region.Act("CreateVpcEndpoint", request));
        return exception.Code == "DryRunOperation" ? exception.Code : $"{exception.Code} {exception.Message}";
    }

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        bool flag => JsonValue.Create(flag),
        IEnumerable list and not string => new JsonArray([.. list.Cast<string>().Select(item => JsonValue.Create(item))]),
        _ => JsonValue.Create((string)value),
    };
}
