using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>A CreateVpcEndpoint request, by its parts.</summary>
internal sealed class EndpointRequest(JsonObject request)
{
    public JsonObject Json => request;

    /// <summary>Gateway unless it says so: AWS's default.</summary>
    public string Type => (string?)request["VpcEndpointType"] ?? "Gateway";

    public string? VpcId => Text("VpcId");

    public string? ServiceName => Text("ServiceName");

    public string? ServiceRegion => Text("ServiceRegion");

    public string? ResourceArn => Text("ResourceConfigurationArn");

    public string? NetworkArn => Text("ServiceNetworkArn");

    public string? Policy => Text("PolicyDocument");

    public string? AddressType => Text("IpAddressType");

    public string? Token => Text("ClientToken");

    public bool PrivateDns => (bool?)request["PrivateDnsEnabled"] == true;

    public List<string> Subnets => Texts("SubnetIds");

    public List<string> Groups => Texts("SecurityGroupIds");

    public List<string> Tables => Texts("RouteTableIds");

    public List<JsonObject> SubnetConfigurations => [.. (request["SubnetConfigurations"] as JsonArray ?? []).OfType<JsonObject>()];

    public JsonObject? Dns => request["DnsOptions"] as JsonObject;

    public bool IsGateway => Type == "Gateway";

    public bool IsLattice => Type is "Resource" or "ServiceNetwork" or "Tunnel";

    private string? Text(string name) => (string?)request[name] is { Length: > 0 } text ? text : null;

    private List<string> Texts(string name) => [.. (request[name] as JsonArray ?? []).Select(item => (string?)item ?? string.Empty)];
}
