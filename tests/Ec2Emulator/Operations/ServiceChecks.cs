using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>Whether the service exists, and offers what is asked for.</summary>
internal static class ServiceChecks
{
    public static void Run(Ec2Region region, EndpointRequest request)
    {
        if (request.ServiceName is not { } name)
        {
            return;
        }

        List<JsonObject> listed = Listed(region, name);
        bool isElsewhere = request.ServiceRegion is { } elsewhere && name.Contains($".{elsewhere}.", StringComparison.Ordinal);
        if (listed.Count == 0 ? !isElsewhere : request.ServiceRegion is not null && !isElsewhere)
        {
            throw new Ec2Exception("InvalidServiceName", $"The Vpc Endpoint Service '{name}' does not exist");
        }

        if (listed.Count == 0)
        {
            return;
        }

        List<string> types = [.. listed.SelectMany(Types)];
        ShapeChecks.Require(types.Contains(request.Type), $"Endpoint type ({request.Type}) does not match available service types ([{string.Join(", ", types)}]).");
        JsonObject service = listed.Find(detail => Types(detail).Contains(request.Type))!;
        List<string> addresses = Texts(service["SupportedIpAddressTypes"]);
        bool both = addresses.Contains("ipv4") && addresses.Contains("ipv6");
        string wanted = request.AddressType ?? "ipv4";
        ShapeChecks.Require(
            addresses.Count == 0 || addresses.Contains(wanted) || (wanted == "dualstack" && both),
            $"The IP address type {wanted} is not supported by the service {name}. Supported types: [{string.Join(", ", addresses)}].");
        ShapeChecks.Require(
            request.Policy is null || (bool?)service["VpcEndpointPolicySupported"] != false, $"The service {name} does not support VPC Endpoint policies.");
        Zones(region, request, service);
    }

    /// <summary>True where the provider must accept the endpoint first.</summary>
    public static bool NeedsAcceptance(Ec2Region region, EndpointRequest request) =>
        request.ServiceName is { } name && Listed(region, name).Exists(detail => (bool?)detail["AcceptanceRequired"] == true);

    /// <summary>The service's entries, one a type.</summary>
    public static List<JsonObject> Listed(Ec2Region region, string name) =>
        [.. region.Resources("ServiceDetails").OfType<JsonObject>().Where(detail => (string?)detail["ServiceName"] == name)];

    private static void Zones(Ec2Region region, EndpointRequest request, JsonObject service)
    {
        List<string> zones = Texts(service["AvailabilityZones"]);
        foreach (string id in request.Subnets.Where(_ => zones.Count > 0))
        {
            if (region.Find("Subnets", "SubnetId", id) is { } subnet && !zones.Contains((string?)subnet["AvailabilityZone"] ?? string.Empty))
            {
                throw Ec2Exception.InvalidParameter($"The VPC endpoint service {request.ServiceName} does not support the availability zone of the subnet: {id}.");
            }
        }
    }

    private static IEnumerable<string> Types(JsonObject detail) => (detail["ServiceType"] as JsonArray ?? []).Select(type => (string)type!["ServiceType"]!);

    private static List<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => (string)item!)];
}
