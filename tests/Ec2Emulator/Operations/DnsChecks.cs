using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>Private names and record types.</summary>
internal static class DnsChecks
{
    public static void Run(Ec2Region region, EndpointRequest request)
    {
        Record(request);
        Preference(request);
        bool? inboundOnly = (bool?)request.Dns?["PrivateDnsOnlyForInboundResolverEndpoint"];
        ShapeChecks.Require(inboundOnly is null || request.Type == "Interface", "DnsOptions PrivateDnsOnlyForInboundResolverEndpoint is applicable only to Interface VPC Endpoints.");
        bool hasGateway = request.ServiceName is { } name
            && ServiceChecks.Listed(region, name).Exists(detail => detail["ServiceType"]!.AsArray().Any(type => (string?)type!["ServiceType"] == "Gateway"));
        ShapeChecks.Require(inboundOnly != true || hasGateway, $"PrivateDnsOnlyForInboundResolverEndpoint is not supported for the service {request.ServiceName}.");
        if (!request.PrivateDns)
        {
            return;
        }

        JsonObject vpc = region.Find("Vpcs", "VpcId", request.VpcId)!;
        ShapeChecks.Require(
            VpcAttributes.IsOn(vpc, "EnableDnsSupport") && VpcAttributes.IsOn(vpc, "EnableDnsHostnames"),
            $"Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for {request.VpcId}");
        OldZone(region, request);
        if (request.Type == "Interface")
        {
            Names(region, request, hasGateway && inboundOnly != false);
        }
    }

    // The zone of a deleted endpoint has the name until it is gone too. Sources: Route 53's error of that name; hashicorp/terraform-provider-aws#7148;
    // EC2's words: #17535.
    private static void OldZone(Ec2Region region, EndpointRequest request)
    {
        (string Vpc, string Service) key = (request.VpcId!, request.ServiceName ?? string.Empty);
        if (region.OldZones.TryGetValue(key, out int left) && left > 0)
        {
            region.OldZones[key] = left - 1;
            ShapeChecks.Require(!region.RefusesOldZonesAsEc2,
                $"private-dns-enabled cannot be set because there is already a conflicting DNS domain for {request.ServiceName} in the VPC {request.VpcId}");
            throw new Ec2Exception("ConflictingDomainExists", $"The VPC {request.VpcId} has already been associated with a hosted zone with the same domain name.");
        }
    }

    private static void Names(Ec2Region region, EndpointRequest request, bool needsGateway)
    {
        List<JsonObject> listed = ServiceChecks.Listed(region, request.ServiceName!);
        List<string> names = [.. listed.SelectMany(NamesOf).Distinct(StringComparer.OrdinalIgnoreCase)];
        ShapeChecks.Require(
            listed.Count == 0 || names.Count > 0, $"Private DNS can't be enabled because the service {request.ServiceName} does not provide a private DNS name.");
        IEnumerable<JsonObject> others = region.Resources("VpcEndpoints").OfType<JsonObject>()
            .Where(other => (string?)other["VpcId"] == request.VpcId && PlaceChecks.IsAlive(other));
        ShapeChecks.Require(
            !others.Any(other => (bool?)other["PrivateDnsEnabled"] == true && (string?)other["VpcEndpointType"] == "Interface" && SharesName(region, other, request.ServiceName!, names)),
            $"private-dns-enabled cannot be set because there is already a conflicting DNS domain for {names.FirstOrDefault()} in the VPC {request.VpcId}");
        ShapeChecks.Require(
            !region.Resources("HostedZones").OfType<JsonObject>().Any(zone => IsAssociated(zone, request.VpcId) && names.Exists(name => Covers(zone, name))),
            $"private-dns-enabled cannot be set because there is already a conflicting DNS domain for {names.FirstOrDefault()} in the VPC {request.VpcId}");
        ShapeChecks.Require(
            !needsGateway || others.Any(other => (string?)other["VpcEndpointType"] == "Gateway" && (string?)other["ServiceName"] == request.ServiceName),
            $"To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC {request.VpcId} must have a Gateway endpoint for the service.");
    }

    private static bool IsAssociated(JsonObject zone, string? vpcId) => (zone["VPCs"] as JsonArray ?? []).Any(vpc => (string?)(vpc!["VPCId"] ?? vpc["VpcId"]) == vpcId);

    private static bool Covers(JsonObject zone, string name) =>
        string.Equals(((string?)zone["Name"] ?? string.Empty).TrimEnd('.'), name.Replace("*.", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static bool SharesName(Ec2Region region, JsonObject other, string serviceName, List<string> names) =>
        (string?)other["ServiceName"] == serviceName
        || ServiceChecks.Listed(region, (string?)other["ServiceName"] ?? string.Empty).SelectMany(NamesOf).Intersect(names, StringComparer.OrdinalIgnoreCase).Any();

    private static IEnumerable<string> NamesOf(JsonObject detail)
    {
        foreach (JsonNode? name in detail["PrivateDnsNames"] as JsonArray ?? [])
        {
            yield return (string)name!["PrivateDnsName"]!;
        }

        if ((string?)detail["PrivateDnsName"] is { Length: > 0 } one)
        {
            yield return one;
        }
    }

    // Source: the guide's table of DNS record types by IP address type; DynamoDB's gateway takes service-defined only.
    private static void Record(EndpointRequest request)
    {
        if (ShapeChecks.Record(request) is not { } record)
        {
            return;
        }

        string addresses = request.AddressType ?? "ipv4";
        bool fits = request.IsGateway
            ? record == "service-defined" || (!request.ServiceName!.EndsWith(".dynamodb", StringComparison.Ordinal) && (addresses == "dualstack" || record == addresses))
            : addresses == "dualstack" || record == addresses;
        ShapeChecks.Require(fits, $"The DNS record IP type {record} is not supported with the IP address type {addresses}.");
    }

    private static void Preference(EndpointRequest request)
    {
        string? preference = (string?)request.Dns?["PrivateDnsPreference"];
        int domains = (request.Dns?["PrivateDnsSpecifiedDomains"] as JsonArray)?.Count ?? 0;
        if (preference is null && domains == 0)
        {
            return;
        }

        ShapeChecks.Require(request.Type is "Resource" or "ServiceNetwork", "PrivateDnsPreference is only supported for Resource and ServiceNetwork type VPC Endpoints.");
        ShapeChecks.Require(request.PrivateDns, "PrivateDnsPreference requires private DNS.");
        bool specified = preference is "VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS" or "SPECIFIED_DOMAINS_ONLY";
        ShapeChecks.Require(preference is null or "ALL_DOMAINS" or "VERIFIED_DOMAINS_ONLY" || specified, $"Invalid PrivateDnsPreference '{preference}'.");
        ShapeChecks.Require(specified == domains > 0 && domains <= 10, "PrivateDnsSpecifiedDomains needs a preference for specified domains, and takes at most 10.");
    }
}
