using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpcEndpointTools.Emulator;
using VpcEndpointTools.Tests.Docs;
using VpcEndpointTools.Tests.Engine;
using Xunit.Abstractions;

namespace VpcEndpointTools.Tests.Live;

/// <summary>What the rules say AWS rejects, and what the emulator rejects: each decides for itself, so that they can disagree.</summary>
public sealed class AgreementTests(ModuleSession session, ITestOutputHelper output) : IClassFixture<ModuleSession>
{
    /// <summary>Where the two differ, and why that is left so.</summary>
    private static readonly Dictionary<string, string> Known = [];

    /// <summary>What live reading does not see, or the cmdlet mends by itself: the dry run finds the former.</summary>
    private static readonly Dictionary<string, string> NotSeen = new(StringComparer.Ordinal)
    {
        ["VPCE-L004, 'Failing example'"] = "quotas are another service's and are not read live; the dry run is refused",
        ["VPCE-R001, 'Failing example'"] = "the very endpoint is there already: it is given back",
    };

    [Fact]
    public void EmulatorRejectsWhatTheRulesSayAwsRejects()
    {
        List<JsonObject> services = Catalogue();
        List<string> disagreements = [];
        int compared = 0;
        foreach (RuleDeclaration rule in RuleDeclaration.All(session).Where(rule => rule.AwsErrorCode is not null))
        {
            foreach (PageExample example in RulePage.Read(rule.Id).FailingExamples)
            {
                foreach ((JsonObject request, string code) in Rejected(rule.Id, example))
                {
                    compared++;
                    string answer = Ask(request, example, services);
                    if (answer.Split(' ')[0] != code)
                    {
                        disagreements.Add($"{rule.Id}, '{example.Heading}': the rule says {code}, the emulator {answer}");
                    }
                }
            }
        }

        output.WriteLine($"{compared} requests compared, {disagreements.Count} disagreements:\n{string.Join('\n', disagreements)}");
        Assert.True(compared > 80, $"only {compared} requests");
        Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), disagreements.Select(line => line.Split(": ")[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EmulatorTakesWhatTheRulesPass()
    {
        List<JsonObject> services = Catalogue();
        List<string> disagreements = [];
        int compared = 0;
        foreach (RuleDeclaration rule in RuleDeclaration.All(session).Where(rule => rule.AwsErrorCode is not null))
        {
            foreach (PageExample example in RulePage.Read(rule.Id).PassingExamples)
            {
                foreach (JsonObject request in Requests(JsonNode.Parse(example.Input)!))
                {
                    compared++;
                    string answer = Ask(request, example, services);
                    if (answer.StartsWith(rule.AwsErrorCode!, StringComparison.Ordinal))
                    {
                        disagreements.Add($"{rule.Id}, '{example.Heading}': {answer}");
                    }
                }
            }
        }

        output.WriteLine($"{compared} requests compared, {disagreements.Count} disagreements:\n{string.Join('\n', disagreements)}");
        Assert.True(compared > 30, $"only {compared} requests");
        Assert.DoesNotContain(disagreements, line => !Known.ContainsKey(line.Split(": ")[0]));
    }

    [Fact]
    public void WhatAwsRejectsIsNeverSentByNewSafeVpcEndpoint()
    {
        List<JsonObject> services = Catalogue();
        List<string> sent = [];
        int compared = 0;
        foreach (RuleDeclaration rule in RuleDeclaration.All(session).Where(rule => rule.AwsErrorCode is not null))
        {
            foreach (PageExample example in RulePage.Read(rule.Id).FailingExamples.Where(example => !NotSeen.ContainsKey($"{rule.Id}, '{example.Heading}'")))
            {
                foreach ((JsonObject request, _) in Rejected(rule.Id, example))
                {
                    compared++;
                    using Ec2Server server = Ec2Server.Start();
                    JsonObject snapshot = example.Snapshot is null ? [] : JsonNode.Parse(example.Snapshot)!.AsObject();
                    server.Region("eu-west-1").Load(snapshot);
                    Complete(server.Region("eu-west-1"), snapshot, request, services);
                    SessionAnswer answer = session.Run(
                        $"param($request) $request | New-SafeVpcEndpoint -AccessKey a -SecretKey s -Region eu-west-1 -EndpointUrl {server.Url} -NoWait -WarningAction Ignore", ToHashtable(request));
                    if (answer.Errors.Count == 0 || server.Calls.Any(call => call.IsMutating))
                    {
                        sent.Add($"{rule.Id}, '{example.Heading}': {server.Calls.Count(call => call.IsMutating)} sent, {answer.Output.Count} out, {string.Join(' ', answer.Errors)}");
                    }
                }
            }
        }

        output.WriteLine($"{compared} requests, {sent.Count} sent:\n{string.Join('\n', sent)}");
        Assert.True(compared > 80, $"only {compared} requests");
        Assert.Empty(sent);
    }

    private static Hashtable ToHashtable(JsonObject request) => new(request.ToDictionary(pair => pair.Key, pair => ToObject(pair.Value)));

    private static object? ToObject(JsonNode? node) => node switch
    {
        null => null,
        JsonObject map => ToHashtable(map),
        JsonArray list => list.Select(ToObject).ToArray(),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => (double)node,
            _ => (string)node!,
        },
    };

    // The requests of an example that the rule says AWS answers with a code.
    private IEnumerable<(JsonObject Request, string Code)> Rejected(string rule, PageExample example)
    {
        using TemporaryFolder folder = new();
        foreach (JsonObject request in Requests(JsonNode.Parse(example.Input)!))
        {
            SessionAnswer answer = session.Run(
                "param($f, $r, $s) $more = if ($s) { @{ Snapshot = $s } } else { @{} }; Test-VpcEndpointConfig -LiteralPath $f -IncludeRule $r -Region eu-west-1 @more",
                folder.Write("request.json", request.ToJsonString()),
                rule,
                example.Snapshot is null ? null : folder.Write("snapshot.json", example.Snapshot));
            foreach (string code in answer.Output.SelectMany(result => (IEnumerable<dynamic>)result.Properties["Findings"].Value)
                .Where(finding => finding.Severity == "Error" && finding.AwsErrorCode is not null).Select(finding => (string)finding.AwsErrorCode).Take(1))
            {
                yield return (request, code);
            }
        }
    }

    // What AWS already has is no request.
    private static IEnumerable<JsonObject> Requests(JsonNode input) => (input is JsonArray many ? many.OfType<JsonObject>() : [input.AsObject()])
        .Where(request => request["VpcEndpoints"] is null && request["VpcEndpointId"] is null && request["Vpcs"] is null && request["State"] is null);

    private static string Ask(JsonObject request, PageExample example, List<JsonObject> services)
    {
        Ec2Region region = new("eu-west-1");
        JsonObject snapshot = example.Snapshot is null ? [] : JsonNode.Parse(example.Snapshot)!.AsObject();
        region.Load(snapshot);
        Complete(region, snapshot, request, services);
        try
        {
            region.Act("CreateVpcEndpoint", request);
            return "OK";
        }
        catch (Ec2Exception exception)
        {
            return $"{exception.Code} ({exception.Message})";
        }
    }

    // What the example does not show is there, and sound; unless its snapshot says that it lists all.
    private static void Complete(Ec2Region region, JsonObject snapshot, JsonObject request, List<JsonObject> services)
    {
        string vpc = (string?)request["VpcId"] ?? string.Empty;
        bool hasIpv6 = (string?)request["IpAddressType"] is "dualstack" or "ipv6";
        Add(region, snapshot, "Vpcs", "VpcId", [vpc], _ => new() { ["CidrBlock"] = "10.0.0.0/16", ["EnableDnsSupport"] = true, ["EnableDnsHostnames"] = true });
        Add(region, snapshot, "Subnets", "SubnetId", Ids(request, "SubnetIds"), i => new()
        {
            ["VpcId"] = vpc, ["CidrBlock"] = $"10.0.{i + 1}.0/24", ["AvailabilityZone"] = $"eu-west-1{(char)('a' + i)}", ["AvailabilityZoneId"] = $"euw1-az{i + 1}", ["AvailableIpAddressCount"] = 200,
            ["Ipv6CidrBlockAssociationSet"] = hasIpv6 ? new JsonArray(new JsonObject { ["Ipv6CidrBlock"] = "2001:db8::/64" }) : null,
        });
        Add(region, snapshot, "SecurityGroups", "GroupId", Ids(request, "SecurityGroupIds"), _ => new() { ["VpcId"] = vpc, ["GroupName"] = "endpoints" });
        Add(region, snapshot, "RouteTables", "RouteTableId", Ids(request, "RouteTableIds"), _ => new() { ["VpcId"] = vpc, ["Routes"] = new JsonArray() });
        Add(region, snapshot, "PrefixLists", "PrefixListName", ["com.amazonaws.eu-west-1.s3"], _ => new() { ["PrefixListId"] = "pl-6da54004" });
        AddServices(region, snapshot, request, services);
    }

    private static void AddServices(Ec2Region region, JsonObject snapshot, JsonObject request, List<JsonObject> services)
    {
        JsonArray listed = region.Resources("ServiceDetails");
        foreach (JsonObject service in listed.OfType<JsonObject>().Where(service => service["PrivateDnsNames"] is null && service["PrivateDnsName"] is null))
        {
            service["PrivateDnsNames"] = services.Find(known => (string?)known["ServiceName"] == (string?)service["ServiceName"])?["PrivateDnsNames"]?.DeepClone();
        }

        if (listed.Count > 0 && ListsAll(snapshot))
        {
            return;
        }

        foreach (JsonObject service in services.Where(service => !listed.Any(there => (string?)there!["ServiceName"] == (string?)service["ServiceName"])).ToList())
        {
            listed.Add(service.DeepClone());
        }

        // A partner's service is in nobody's catalogue.
        if ((string?)request["ServiceName"] is { } name && name.Contains(".vpce-svc-", StringComparison.Ordinal) && !listed.Any(there => (string?)there!["ServiceName"] == name))
        {
            listed.Add(new JsonObject
            {
                ["ServiceName"] = name, ["ServiceType"] = new JsonArray(new JsonObject { ["ServiceType"] = "Interface" }, new JsonObject { ["ServiceType"] = "GatewayLoadBalancer" }),
            });
        }
    }

    private static bool ListsAll(JsonObject snapshot) => snapshot["Complete"] is JsonArray or JsonValue and not null && snapshot["Complete"]!.ToJsonString() != "false";

    private static List<string> Ids(JsonObject request, string name) => [.. (request[name] as JsonArray ?? []).Select(id => (string?)id ?? string.Empty)];

    private static void Add(Ec2Region region, JsonObject snapshot, string member, string idName, List<string> ids, Func<int, JsonObject> make)
    {
        JsonArray list = region.Resources(member);
        if (snapshot[member] is not null && ListsAll(snapshot))
        {
            return;
        }

        for (int i = 0; i < ids.Count; i++)
        {
            if (!list.Any(item => (string?)item![idName] == ids[i]))
            {
                JsonObject item = make(i);
                item[idName] = ids[i];
                list.Add(item);
            }
        }
    }

    private List<JsonObject> Catalogue() => [.. session.Run("Get-VpcEndpointService -Region eu-west-1 | Where-Object ServiceName").Output.SelectMany(service =>
    {
        dynamic entry = service;
        return ((IEnumerable<string>)entry.EndpointTypes).Select(type => new JsonObject
        {
            ["ServiceName"] = (string)entry.ServiceName,
            ["ServiceType"] = new JsonArray(new JsonObject { ["ServiceType"] = type }),
            ["PrivateDnsNames"] = type == "Interface"
                ? new JsonArray([.. ((IEnumerable<string>)entry.PrivateDnsNames).Select(name => new JsonObject { ["PrivateDnsName"] = name })])
                : null,
            ["VpcEndpointPolicySupported"] = entry.PolicySupported as bool?,
        });
    })];
}
