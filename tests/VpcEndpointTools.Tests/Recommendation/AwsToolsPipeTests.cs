using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Recommendation;

/// <summary>Recommendations in a pipe with AWS.Tools: the right request for each type, and nothing at all from what is not meant for that cmdlet.</summary>
public sealed class AwsToolsPipeTests : IDisposable
{
    private const string Vpc = "vpc-0a1b2c3d4e5f60718";

    // In a session culture that can be told from the invariant one, as almost every user has it.
    private const string Start = "param($s, $t) [Threading.Thread]::CurrentThread.CurrentCulture = [cultureinfo]'en-US'; ";

    private readonly ModuleSession _session = new();

    public AwsToolsPipeTests() => Assert.Empty(_session.Run("param($assembly) Import-Module -Assembly $assembly", typeof(AwsToolsCmdlet).Assembly).Errors);

    public void Dispose() => _session.Dispose();

    [Fact]
    public void GatewayIsSentAsItIs()
    {
        IReadOnlyDictionary<string, object?> sent = Sent("Get-EndpointRecommendation s3 -Snapshot $s | New-EC2VpcEndpoint");
        Assert.Equal((Vpc, "com.amazonaws.us-east-1.s3", "Gateway", "us-east-1"), (sent["VpcId"], sent["ServiceName"], sent["VpcEndpointType"]?.ToString(), sent["Region"]));
        Assert.Equal(["rtb-0bbbbbbbbbbbbbbbb"], Assert.IsType<string[]>(sent["RouteTableId"]));
        AssertNotSent(sent, "SubnetId", "SecurityGroupId", "PrivateDnsEnabled", "PolicyDocument", "IpAddressType", "TagSpecification", "ServiceRegion", "DnsOptions_DnsRecordIpType", "DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint");
    }

    [Fact]
    public void InterfaceIsSentAsItIs()
    {
        IReadOnlyDictionary<string, object?> sent = Sent("Get-EndpointRecommendation ssm -Snapshot $s | New-EC2VpcEndpoint");
        Assert.Equal((Vpc, "com.amazonaws.us-east-1.ssm", "Interface", true), (sent["VpcId"], sent["ServiceName"], sent["VpcEndpointType"]?.ToString(), sent["PrivateDnsEnabled"]));
        Assert.Equal(["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb"], Assert.IsType<string[]>(sent["SubnetId"]));
        Assert.Equal(["sg-0aaaaaaaaaaaaaaaa"], Assert.IsType<string[]>(sent["SecurityGroupId"]));
        AssertNotSent(sent, "RouteTableId", "ServiceRegion");
    }

    [Fact]
    public void CrossRegionInterfaceCarriesTheRegionOfItsService()
    {
        IReadOnlyDictionary<string, object?> sent = Sent("Get-EndpointRecommendation kms -ServiceRegion eu-west-1 -Snapshot $s | New-EC2VpcEndpoint");
        Assert.Equal(("com.amazonaws.eu-west-1.kms", "eu-west-1", "us-east-1"), (sent["ServiceName"], sent["ServiceRegion"], sent["Region"]));
    }

    [Fact]
    public void BothS3EndpointsAreSentInTheirOrder()
    {
        IReadOnlyList<ReceivedRequest> sent = All("Get-EndpointRecommendation s3 -AccessFrom Vpc, OnPremises -Snapshot $s | New-EC2VpcEndpoint");
        Assert.Equal(["Gateway", "Interface"], sent.Select(request => request.Parameters["VpcEndpointType"]?.ToString()));

        // Without the Gateway endpoint AWS rejects the inbound-only option.
        Assert.Equal(false, sent[1].Parameters["PrivateDnsEnabled"]);
        AssertNotSent(sent[1].Parameters, "DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint");
    }

    [Fact]
    public void InterfaceBesideItsGatewayServesOnlyTheInboundResolver()
    {
        JsonObject snapshot = Snapshot();
        snapshot["VpcEndpoints"]!.AsArray().Add(Endpoint("vpce-0aaaaaaaaaaaaaaaa", "Gateway", "s3", tables: ["rtb-0bbbbbbbbbbbbbbbb"]));
        IReadOnlyDictionary<string, object?> sent = Sent("Get-EndpointRecommendation s3 -AccessFrom Vpc, OnPremises -Snapshot $s -Action Create | New-EC2VpcEndpoint", snapshot);
        Assert.Equal(("Interface", true, true), (sent["VpcEndpointType"]?.ToString(), sent["PrivateDnsEnabled"], sent["DnsOptions_PrivateDnsOnlyForInboundResolverEndpoint"]));
    }

    [Theory]
    [InlineData("com.amazonaws.vpce.us-east-1.vpce-svc-0a1b2c3d4e5f60718", "-InspectTraffic -AvailabilityZoneCount 1", "GatewayLoadBalancer", "ServiceName", 1)]
    [InlineData("arn:aws:vpc-lattice:us-east-1:111122223333:resourceconfiguration/rcfg-0a1b2c3d4e5f60718", "", "Resource", "ResourceConfigurationArn", 2)]
    [InlineData("arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0a1b2c3d4e5f60718", "", "ServiceNetwork", "ServiceNetworkArn", 2)]
    public void OtherTypesAreSentAsTheyAre(string target, string needs, string type, string property, int subnets)
    {
        IReadOnlyDictionary<string, object?> sent = Sent($"Get-EndpointRecommendation -Target '{target}' {needs} -Snapshot $s | New-EC2VpcEndpoint");
        Assert.Equal((type, target), (sent["VpcEndpointType"]?.ToString(), sent[property]));
        Assert.Equal(subnets, Assert.IsType<string[]>(sent["SubnetId"]).Length);
        Assert.Equal(type == "GatewayLoadBalancer" ? null : "sg-0aaaaaaaaaaaaaaaa", (sent["SecurityGroupId"] as string[])?[0]);
        AssertNotSent(sent, "RouteTableId");
    }

    [Fact]
    public void TunnelIsSentAsItIs()
    {
        IReadOnlyDictionary<string, object?> sent = Sent(
            "Get-EndpointRecommendation -Target ([pscustomobject]@{ Arn = 'arn:aws:vpc-lattice:us-east-1:111122223333:resourceconfiguration/rcfg-0a1b2c3d4e5f60718'; Type = 'CIDR' }) -Snapshot $s | New-EC2VpcEndpoint");
        Assert.Equal("Tunnel", sent["VpcEndpointType"]?.ToString());
    }

    [Fact]
    public void DefaultRunGivesNothingToEditOrRemove()
    {
        JsonObject snapshot = Busy();
        SessionAnswer byDefault = _session.Run(Start + "Get-EndpointRecommendation -Snapshot $s -WarningAction Ignore; Get-EndpointRecommendation s3, ssm -Snapshot $s; Get-EndpointRecommendation s3 -Region us-east-1", Read(snapshot));
        Assert.Equal(["Create", "Keep", "None"], byDefault.Each("Action").Distinct().Order(StringComparer.Ordinal));
        foreach (string cmdlet in new[] { "Edit-EC2VpcEndpoint", "Remove-EC2VpcEndpoint" })
        {
            SessionAnswer answer = _session.Run(Start + $"$s | {cmdlet}", (object)byDefault.Output.ToArray());
            Assert.Empty(answer.Output);
            Assert.Equal(Enumerable.Repeat("InputObjectMissingMandatory", byDefault.Output.Count), answer.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        }
    }

    [Fact]
    public void NothingBindsToTwo()
    {
        JsonObject snapshot = Busy();
        SessionAnswer all = _session.Run(Start + "Get-EndpointRecommendation -Snapshot $s -Action *; Get-EndpointRecommendation s3, ssm -Snapshot $s -Action *; Get-EndpointRecommendation s3 -Region us-east-1", Read(snapshot));
        Assert.Equal(["Create", "Keep", "Modify", "None", "Remove"], all.Each("Action").Distinct().Order(StringComparer.Ordinal));
        foreach (PSObject recommendation in all.Output)
        {
            string[] receivers = [.. new[] { "New-EC2VpcEndpoint", "Edit-EC2VpcEndpoint", "Remove-EC2VpcEndpoint" }.Where(cmdlet => _session.Run(Start + $"$s | {cmdlet}", recommendation).Output.Count > 0)];
            string action = (string)recommendation.Properties["Action"].Value;
            Assert.Equal(action switch { "Create" => ["New-EC2VpcEndpoint"], "Remove" => ["Remove-EC2VpcEndpoint"], _ => Array.Empty<string>() }, receivers);
        }
    }

    [Fact]
    public void InTheInvariantCultureTooNoIdGetsToTheWrongCmdlet()
    {
        SessionAnswer all = _session.Run("param($s) Get-EndpointRecommendation -Snapshot $s -Action *", Read(Busy()));
        SessionAnswer removed = _session.Run("param($s) [Threading.Thread]::CurrentThread.CurrentCulture = [cultureinfo]::InvariantCulture; $s | Where-Object Action -ne Remove | Remove-EC2VpcEndpoint", (object)all.Output.ToArray());
        IEnumerable<string> ids = removed.Output.SelectMany(item => ((ReceivedRequest)item.BaseObject).Parameters.Values.OfType<string[]>().SelectMany(list => list));
        Assert.DoesNotContain(ids, id => id.StartsWith("vpce-", StringComparison.Ordinal));
    }

    [Fact]
    public void EditAndRemoveGetTheirEndpoint()
    {
        PSObject snapshot = Read(Busy());
        ReceivedRequest edited = Assert.Single(All("Get-EndpointRecommendation -Snapshot $s -Action Modify -WarningAction Ignore | ForEach-Object { $edit = $_.EditParameters; Edit-EC2VpcEndpoint @edit }", snapshot));
        Assert.Equal("vpce-0bbbbbbbbbbbbbbbb", edited.Parameters["VpcEndpointId"]);
        Assert.Equal(["subnet-0bbbbbbbbbbbbbbbb"], Assert.IsType<string[]>(edited.Parameters["AddSubnetId"]));
        ReceivedRequest removed = Assert.Single(All("Get-EndpointRecommendation -Snapshot $s -Action Remove | Remove-EC2VpcEndpoint", snapshot));
        Assert.Equal(["vpce-0ccccccccccccccc0"], Assert.IsType<string[]>(removed.Parameters["VpcEndpointId"]));
    }

    [Fact]
    public void TextIsForPeople()
    {
        string text = $"{_session.Run(Start + "\"$(Get-EndpointRecommendation s3 -Snapshot $s)\"", Read(Snapshot())).Single}";
        Assert.Equal("Create: Gateway endpoint for com.amazonaws.us-east-1.s3 in vpc-0a1b2c3d4e5f60718", text);
        Assert.Equal(text, $"{_session.Run(Start + "(Get-EndpointRecommendation s3 -Snapshot $s).ToString()", Read(Snapshot())).Single}");
    }

    private static JsonObject Snapshot() => JsonNode.Parse("""
        {
          "AccountId": "111122223333", "Region": "us-east-1", "Complete": true,
          "Vpcs": [ { "VpcId": "vpc-0a1b2c3d4e5f60718", "CidrBlock": "10.0.0.0/16", "EnableDnsSupport": true, "EnableDnsHostnames": true } ],
          "Subnets": [
            { "SubnetId": "subnet-0aaaaaaaaaaaaaaaa", "VpcId": "vpc-0a1b2c3d4e5f60718", "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "us-east-1a", "AvailabilityZoneId": "use1-az1", "AvailableIpAddressCount": 200, "OwnerId": "111122223333" },
            { "SubnetId": "subnet-0bbbbbbbbbbbbbbbb", "VpcId": "vpc-0a1b2c3d4e5f60718", "CidrBlock": "10.0.2.0/24", "AvailabilityZone": "us-east-1b", "AvailabilityZoneId": "use1-az2", "AvailableIpAddressCount": 200, "OwnerId": "111122223333" }
          ],
          "SecurityGroups": [ { "GroupId": "sg-0aaaaaaaaaaaaaaaa", "VpcId": "vpc-0a1b2c3d4e5f60718", "GroupName": "endpoints", "IpPermissions": [ { "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [ { "CidrIp": "10.0.0.0/16" } ] }, { "IpProtocol": "udp", "FromPort": 6081, "ToPort": 6081, "IpRanges": [ { "CidrIp": "10.0.0.0/16" } ] } ] } ],
          "RouteTables": [
            { "RouteTableId": "rtb-0bbbbbbbbbbbbbbbb", "VpcId": "vpc-0a1b2c3d4e5f60718", "Associations": [ { "Main": true } ], "Routes": [ { "DestinationCidrBlock": "10.0.0.0/16", "GatewayId": "local" }, { "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": "nat-0aaaaaaaaaaaaaaaa", "State": "active" } ] }
          ],
          "NetworkAcls": [], "PrefixLists": [], "VpcEndpoints": [], "VpcPeeringConnections": [], "TransitGatewayVpcAttachments": [], "NetworkInterfaces": [],
          "NatGateways": [ { "NatGatewayId": "nat-0aaaaaaaaaaaaaaaa", "VpcId": "vpc-0a1b2c3d4e5f60718", "State": "available", "ConnectivityType": "public" } ]
        }
        """)!.AsObject();

    // One that stands in a single zone, one that nobody needs beside its Gateway endpoint, and the Gateway endpoint.
    private static JsonObject Busy()
    {
        JsonObject snapshot = Snapshot();
        snapshot["NetworkInterfaces"]!.AsArray().Add(new JsonObject { ["NetworkInterfaceId"] = "eni-1", ["VpcId"] = Vpc, ["SubnetId"] = "subnet-0bbbbbbbbbbbbbbbb", ["InterfaceType"] = "interface" });
        JsonArray endpoints = snapshot["VpcEndpoints"]!.AsArray();
        endpoints.Add(Endpoint("vpce-0aaaaaaaaaaaaaaaa", "Gateway", "s3", tables: ["rtb-0bbbbbbbbbbbbbbbb"]));
        endpoints.Add(Endpoint("vpce-0bbbbbbbbbbbbbbbb", "Interface", "ssm", subnets: ["subnet-0aaaaaaaaaaaaaaaa"]));
        endpoints.Add(Endpoint("vpce-0ccccccccccccccc0", "Interface", "s3", subnets: ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb"]));
        return snapshot;
    }

    private static JsonObject Endpoint(string id, string type, string service, string[]? tables = null, string[]? subnets = null) => new()
    {
        ["VpcEndpointId"] = id, ["VpcEndpointType"] = type, ["VpcId"] = Vpc, ["ServiceName"] = $"com.amazonaws.us-east-1.{service}", ["State"] = "available", ["PrivateDnsEnabled"] = type == "Interface" && service != "s3",
        ["RouteTableIds"] = new JsonArray([.. (tables ?? []).Select(table => JsonValue.Create(table))]), ["SubnetIds"] = new JsonArray([.. (subnets ?? []).Select(subnet => JsonValue.Create(subnet))]),
        ["Groups"] = type == "Interface" ? new JsonArray(new JsonObject { ["GroupId"] = "sg-0aaaaaaaaaaaaaaaa" }) : new JsonArray(),
    };

    // As ConvertFrom-Json gives it, which the engine's package lacks.
    private static PSObject Read(JsonNode node)
    {
        PSObject made = new();
        foreach ((string name, JsonNode? value) in node.AsObject())
        {
            made.Properties.Add(new PSNoteProperty(name, Value(value)));
        }

        return made;
    }

    private static object? Value(JsonNode? node) => node switch
    {
        null => null,
        JsonObject map => Read(map),
        JsonArray list => list.Select(Value).ToArray(),
        JsonValue value when value.TryGetValue(out bool flag) => flag,
        JsonValue value when value.TryGetValue(out long number) => number,
        _ => node.ToString(),
    };

    private static void AssertNotSent(IReadOnlyDictionary<string, object?> sent, params string[] names) =>
        Assert.All(names, name => Assert.Null(sent.GetValueOrDefault(name)));

    private IReadOnlyDictionary<string, object?> Sent(string script, JsonObject? snapshot = null) => Assert.Single(All(script, Read(snapshot ?? Snapshot()))).Parameters;

    private IReadOnlyList<ReceivedRequest> All(string script, PSObject? snapshot = null)
    {
        SessionAnswer answer = _session.Run(Start + script, snapshot ?? Read(Snapshot()));
        Assert.Empty(answer.Errors);
        return [.. answer.Output.Select(item => (ReceivedRequest)item.BaseObject)];
    }
}
