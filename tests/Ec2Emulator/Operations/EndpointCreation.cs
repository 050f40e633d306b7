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
        if (!region.IgnoresDryRun)
        {
            Dispatcher.EndDryRun(json);
        }

        return Remember(Make(tags));
    }

    private string? Token => region.IgnoresTokens ? null : _request.Token;

    private bool IsDryRun => (bool?)json["DryRun"] == true && !region.IgnoresDryRun;

    // EC2 remembers a token after the endpoint is gone, and then answers with that endpoint. The same token with other parameters, tags and the order of ids
    // among them, is refused. Source: https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
    private JsonObject? Repeated()
    {
        if (Token is not { } token || IsDryRun || !region.Tokens.TryGetValue(token, out (string Request, JsonObject Endpoint) made))
        {
            return null;
        }

        if (made.Request != Canonical())
        {
            throw new Ec2Exception("IdempotentParameterMismatch", "The client token is not unique: the parameters of the request differ from those it was first used with.");
        }

        string id = (string)made.Endpoint["VpcEndpointId"]!;
        JsonObject first = made.Endpoint.DeepClone().AsObject();
        JsonObject now = region.Find("VpcEndpoints", "VpcEndpointId", id)?.DeepClone().AsObject() ?? Gone(first);
        return new JsonObject { ["VpcEndpoint"] = region.RepeatsFirstAnswer ? first : now, ["ClientToken"] = token };
    }

    private static JsonObject Gone(JsonObject endpoint)
    {
        JsonObject gone = endpoint.DeepClone().AsObject();
        gone["State"] = "deleted";
        return gone;
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
            ["CreationTimestamp"] = region.Now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["OwnerId"] = Ec2Server.AccountId,
        };
        foreach (string table in _request.Tables)
        {
            Parts.AddRoute(region, endpoint, table);
        }

        foreach (JsonNode? subnet in endpoint["SubnetIds"]!.AsArray())
        {
            endpoint["NetworkInterfaceIds"]!.AsArray().Add(Parts.AddInterface(
                region, endpoint, (string)subnet!, _request.SubnetConfigurations.Find(one => (string?)one["SubnetId"] == (string?)subnet)));
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
        region.Sight.Made((string)endpoint["VpcEndpointId"]!);
        if (Token is { } token)
        {
            region.Tokens[token] = (Canonical(), endpoint.DeepClone().AsObject());
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
