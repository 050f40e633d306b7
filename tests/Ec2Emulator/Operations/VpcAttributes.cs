using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>The two DNS attributes of a VPC.</summary>
internal static class VpcAttributes
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["enableDnsSupport"] = "EnableDnsSupport",
        ["enableDnsHostnames"] = "EnableDnsHostnames",
    };

    public static JsonObject Describe(Ec2Region region, JsonObject request)
    {
        string asked = (string?)request["Attribute"] ?? string.Empty;
        string name = Names.GetValueOrDefault(asked) ?? throw Ec2Exception.InvalidValue("attribute", asked);
        JsonObject vpc = Find(region, request);
        return new JsonObject { ["VpcId"] = (string)vpc["VpcId"]!, [name] = new JsonObject { ["Value"] = IsOn(vpc, name) } };
    }

    public static JsonObject Modify(Ec2Region region, JsonObject request)
    {
        JsonObject vpc = Find(region, request);
        foreach (string name in Names.Values.Where(name => request[name] is not null))
        {
            vpc[name] = (bool)request[name]!["Value"]!;
        }

        return [];
    }

    /// <summary>True where the attribute is on; a snapshot may write it plain or as AWS answers it. New VPCs have DNS support and no host names.</summary>
    public static bool IsOn(JsonObject vpc, string name) => vpc[name] switch
    {
        null => name == "EnableDnsSupport",
        JsonObject wrapped => (bool)wrapped["Value"]!,
        JsonNode plain => (bool)plain,
    };

    private static JsonObject Find(Ec2Region region, JsonObject request)
    {
        string id = (string?)request["VpcId"] ?? string.Empty;
        return region.Find("Vpcs", "VpcId", id) ?? throw new Ec2Exception("InvalidVpcID.NotFound", $"The vpc ID '{id}' does not exist");
    }
}
