using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>CreateVpcEndpoint: checks all, then makes the endpoint with its interfaces or routes.</summary>
internal sealed class EndpointCreation(Ec2Region region, JsonObject json)
{
    public const string DefaultPolicy = """{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";

    private readonly EndpointRequest _request = new(json);

    public JsonObject Act()
    {
        // A repeated token is answered before anything is checked: the endpoint itself may be what would now be in the way.
        if (Repeated() is { } before)
        {
            return before;
        }

        ShapeChecks.Run(_request);
        ServiceChecks.Run(region, _request);
        PlaceChecks.Run(region, _request);
        DnsChecks.Run(region, _request);
        PolicyChecks.Run(_request);
        JsonArray tags = Tagging.Of(json, "vpc-endpoint");
        Dispatcher.EndDryRun(json);
        return Remember(Make(tags));
    }

    // EC2 remembers a token after the endpoint is gone, and then answers with that endpoint.
    private JsonObject? Repeated()
    {
        if (_request.Token is not { } token || (bool?)json["DryRun"] == true || !region.Tokens.TryGetValue(token, out (string Request, string EndpointId) made))
        {
            return null;
        }

        if (made.Request != Canonical())
        {
            throw new Ec2Exception("IdempotentParameterMismatch", "The client token is not unique: the parameters of the request differ from those it was first used with.");
        }

        JsonObject endpoint = region.Find("VpcEndpoints", "VpcEndpointId", made.EndpointId)?.DeepClone().AsObject()
            ?? new JsonObject { ["VpcEndpointId"] = made.EndpointId, ["VpcId"] = _request.VpcId, ["ServiceName"] = _request.ServiceName, ["VpcEndpointType"] = _request.Type, ["State"] = "deleted" };
        return new JsonObject { ["VpcEndpoint"] = endpoint, ["ClientToken"] = token };
    }

    private JsonObject Make(JsonArray tags)
    {
        JsonObject endpoint = new()
        {
            ["VpcEndpointId"] = region.NewId("vpce"),
            ["VpcEndpointType"] = _request.Type,
            ["VpcId"] = _request.VpcId,
            ["ServiceName"] = _request.ServiceName,
            ["ServiceRegion"] = _request.ServiceRegion ?? (_request.ServiceName is null ? null : region.Name),
            ["ResourceConfigurationArn"] = _request.ResourceArn,
            ["ServiceNetworkArn"] = _request.NetworkArn,
            ["State"] = ServiceChecks.NeedsAcceptance(region, _request) ? "pendingAcceptance" : _request.IsGateway ? "available" : "pending",
            ["IpAddressType"] = _request.AddressType ?? "ipv4",
            ["PolicyDocument"] = _request.Type is "Interface" or "Gateway" ? _request.Policy ?? DefaultPolicy : null,
            ["PrivateDnsEnabled"] = _request.PrivateDns,
            ["RequesterManaged"] = false,
            ["RouteTableIds"] = Array(_request.Tables),
            ["SubnetIds"] = Array([.. _request.Subnets.Union(_request.SubnetConfigurations.Select(one => (string)one["SubnetId"]!))]),
            ["Groups"] = Groups(),
            ["DnsOptions"] = _request.Dns?.DeepClone(),
            ["DnsEntries"] = _request.IsGateway ? new JsonArray() : null,
            ["NetworkInterfaceIds"] = new JsonArray(),
            ["Tags"] = tags,
            ["CreationTimestamp"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["OwnerId"] = Ec2Server.AccountId,
        };
        foreach (string table in _request.Tables)
        {
            Parts.AddRoute(region, endpoint, table);
        }

        foreach (JsonNode? subnet in endpoint["SubnetIds"]!.AsArray())
        {
            endpoint["NetworkInterfaceIds"]!.AsArray().Add(Parts.AddInterface(region, endpoint, (string)subnet!));
        }

        if (_request.Type == "Interface")
        {
            string id = (string)endpoint["VpcEndpointId"]!;
            endpoint["DnsEntries"] = new JsonArray(new JsonObject { ["DnsName"] = $"{id}.{_request.ServiceName!.Split('.')[^1]}.{region.Name}.vpce.amazonaws.com", ["HostedZoneId"] = "Z38GZ743OKFT7T" });
        }

        return endpoint;
    }

    private JsonObject Remember(JsonObject endpoint)
    {
        region.Resources("VpcEndpoints").Add(endpoint);
        if (_request.Token is { } token)
        {
            region.Tokens[token] = (Canonical(), (string)endpoint["VpcEndpointId"]!);
        }

        return new JsonObject { ["VpcEndpoint"] = endpoint.DeepClone(), ["ClientToken"] = _request.Token };
    }

    private JsonArray Groups()
    {
        if (_request.Type is "Gateway" or "GatewayLoadBalancer")
        {
            return [];
        }

        List<string> ids = _request.Groups.Count > 0 ? _request.Groups
            : [.. region.Resources("SecurityGroups").Where(group => (string?)group!["VpcId"] == _request.VpcId && (string?)group["GroupName"] == "default").Select(group => (string)group!["GroupId"]!)];
        return new JsonArray([.. ids.Select(id => new JsonObject { ["GroupId"] = id, ["GroupName"] = (string?)region.Find("SecurityGroups", "GroupId", id)?["GroupName"] })]);
    }

    private string Canonical()
    {
        JsonObject copy = json.DeepClone().AsObject();
        copy.Remove("ClientToken");
        copy.Remove("DryRun");
        return copy.ToJsonString();
    }

    private static JsonArray Array(List<string> ids) => new([.. ids.Select(id => JsonValue.Create(id))]);
}
