using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Tests.Templates;

/// <summary>Writes a create-vpc-endpoint request, and what surrounds it, as a CloudFormation template: the form that the peer reads.</summary>
internal sealed class TemplateWriter
{
    private static readonly string[] AsTheyAre =
    [
        "VpcEndpointType", "VpcId", "ServiceName", "ServiceRegion", "ServiceNetworkArn", "ResourceConfigurationArn", "RouteTableIds", "SubnetIds",
        "SecurityGroupIds", "IpAddressType", "DnsOptions", "PrivateDnsEnabled",
    ];

    private readonly JsonObject _resources = [];
    private readonly Dictionary<string, string> _logicalIds = new(StringComparer.Ordinal);

    /// <summary>The template of an example.</summary>
    public static string Write(JsonNode input, JsonNode? snapshot)
    {
        TemplateWriter writer = new();
        writer.AddSurroundings(snapshot);
        int number = 0;
        foreach (JsonNode? request in input is JsonArray several ? [.. several] : new JsonNode?[] { input })
        {
            writer.Add($"Endpoint{number++}", "AWS::EC2::VPCEndpoint", writer.Endpoint(request!.AsObject()));
        }

        return new JsonObject { ["AWSTemplateFormatVersion"] = "2010-09-09", ["Resources"] = writer._resources }
            .ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    // Each part that CloudFormation makes gets a resource; the endpoint then refers to it, as people write templates.
    private void AddSurroundings(JsonNode? snapshot)
    {
        foreach (JsonObject vpc in Items(snapshot, "Vpcs"))
        {
            Add(vpc, "VpcId", "AWS::EC2::VPC", Pick(vpc, "CidrBlock", "EnableDnsSupport", "EnableDnsHostnames"));
        }

        foreach (JsonObject subnet in Items(snapshot, "Subnets"))
        {
            JsonObject properties = Pick(subnet, "VpcId", "CidrBlock", "AvailabilityZone", "AvailabilityZoneId", "Ipv6Native");
            if (properties["AvailabilityZone"] is not null)
            {
                // One of the two: they exclude each other.
                properties.Remove("AvailabilityZoneId");
            }

            if (Items(subnet, "Ipv6CidrBlockAssociationSet").FirstOrDefault()?["Ipv6CidrBlock"] is { } range)
            {
                properties["Ipv6CidrBlock"] = range.DeepClone();
            }

            Add(subnet, "SubnetId", "AWS::EC2::Subnet", properties);
        }

        foreach (JsonObject group in Items(snapshot, "SecurityGroups"))
        {
            JsonObject properties = Pick(group, "VpcId", "GroupName");
            properties["GroupDescription"] = "endpoints";
            properties["SecurityGroupIngress"] = new JsonArray([.. Items(group, "IpPermissions").SelectMany(Ingress)]);
            Add(group, "GroupId", "AWS::EC2::SecurityGroup", properties);
        }

        foreach (JsonObject table in Items(snapshot, "RouteTables"))
        {
            Add(table, "RouteTableId", "AWS::EC2::RouteTable", Pick(table, "VpcId"));
        }

        foreach (JsonObject endpoint in Items(snapshot, "VpcEndpoints").Where(item => (string?)item["State"] is null or "available"))
        {
            Add(endpoint, "VpcEndpointId", "AWS::EC2::VPCEndpoint", Endpoint(endpoint));
        }
    }

    private static IEnumerable<JsonNode> Ingress(JsonObject permission) =>
        Items(permission, "IpRanges").Select(range => ("CidrIp", range)).Concat(Items(permission, "Ipv6Ranges").Select(range => ("CidrIpv6", range))).Select(pair =>
    {
        JsonObject rule = new() { ["IpProtocol"] = permission["IpProtocol"]?.DeepClone(), [pair.Item1] = pair.range[pair.Item1]?.DeepClone() };
        foreach (string port in new[] { "FromPort", "ToPort" }.Where(port => permission[port] is not null))
        {
            rule[port] = permission[port]!.DeepClone();
        }

        return rule;
    });

    private JsonObject Endpoint(JsonObject request)
    {
        JsonObject properties = Pick(request, AsTheyAre);
        if (request["PolicyDocument"] is { } policy)
        {
            properties["PolicyDocument"] = ParseOrText(policy);
        }

        if (request["Groups"] is JsonArray groups)
        {
            properties["SecurityGroupIds"] = Refer(new JsonArray([.. groups.Select(group => group!["GroupId"]!.DeepClone())]));
        }

        JsonNode? tags = request["TagSpecifications"]?[0]?["Tags"] ?? request["Tags"];
        if (tags is JsonArray { Count: > 0 })
        {
            properties["Tags"] = tags.DeepClone();
        }

        return properties;
    }

    private static JsonNode ParseOrText(JsonNode policy)
    {
        try
        {
            return JsonNode.Parse((string)policy!)!;
        }
        catch (JsonException)
        {
            return policy.DeepClone();
        }
    }

    private static IEnumerable<JsonObject> Items(JsonNode? owner, string name) => owner?[name] is JsonArray list ? list.OfType<JsonObject>() : [];

    private JsonObject Pick(JsonObject from, params string[] names)
    {
        JsonObject properties = [];
        foreach (string name in names.Where(name => from[name] is not null and not JsonArray { Count: 0 }))
        {
            properties[name] = Refer(from[name]!);
        }

        return properties;
    }

    private JsonNode Refer(JsonNode value) => value switch
    {
        JsonValue text when text.TryGetValue(out string? id) && _logicalIds.TryGetValue(id, out string? logical) => new JsonObject { ["Ref"] = logical },
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Refer(item))]),
        JsonObject { Count: 1 } wrapped when wrapped["Value"] is { } inner => inner.DeepClone(),
        _ => value.DeepClone(),
    };

    private void Add(JsonObject part, string id, string type, JsonObject properties)
    {
        if ((string?)part[id] is { } physical)
        {
            string logical = "R" + string.Concat(physical.Where(char.IsAsciiLetterOrDigit));
            Add(logical, type, properties);
            _logicalIds[physical] = logical;
        }
    }

    private void Add(string logical, string type, JsonObject properties) => _resources[logical] = new JsonObject { ["Type"] = type, ["Properties"] = properties };
}
