using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>ModifyVpcEndpoint: adds and removes parts, and sets what can be set.</summary>
internal sealed class EndpointChange(Ec2Region region, JsonObject request)
{
    public JsonObject Act()
    {
        string id = (string?)request["VpcEndpointId"] ?? throw new Ec2Exception("MissingParameter", "The request must contain the parameter VpcEndpointId");
        JsonObject endpoint = region.Find("VpcEndpoints", "VpcEndpointId", id) is { } found && PlaceChecks.IsAlive(found)
            ? found
            : throw new Ec2Exception("InvalidVpcEndpointId.NotFound", $"The Vpc Endpoint Id '{id}' does not exist");
        JsonObject before = Before(endpoint);
        JsonObject after = After(before);

        // The changed endpoint must be one that could be made; the old one is not in its way.
        JsonArray all = region.Resources("VpcEndpoints");
        int place = all.IndexOf(endpoint);
        all.RemoveAt(place);
        Parts.Remove(region, endpoint);
        try
        {
            EndpointRequest changed = new(after);
            ShapeChecks.Run(changed);
            PlaceChecks.Run(region, changed);
            DnsChecks.Run(region, changed);
            PolicyChecks.Run(changed);
            Dispatcher.EndDryRun(request);
            Apply(endpoint, changed);
        }
        finally
        {
            Restore(endpoint);
            all.Insert(place, endpoint);
        }

        return new JsonObject { ["Return"] = true };
    }

    private static JsonObject Before(JsonObject endpoint)
    {
        JsonObject before = [];
        foreach (string name in new[] { "VpcEndpointType", "VpcId", "ServiceName", "ResourceConfigurationArn", "ServiceNetworkArn", "SubnetIds", "RouteTableIds", "PolicyDocument", "PrivateDnsEnabled", "IpAddressType", "DnsOptions" })
        {
            before[name] = endpoint[name]?.DeepClone();
        }

        before["SecurityGroupIds"] = new JsonArray([.. (endpoint["Groups"] as JsonArray ?? []).Select(group => JsonValue.Create((string)group!["GroupId"]!))]);
        return before;
    }

    private JsonObject After(JsonObject before)
    {
        JsonObject after = before.DeepClone().AsObject();
        AddAndRemove(after, "SubnetIds", "AddSubnetIds", "RemoveSubnetIds");
        AddAndRemove(after, "RouteTableIds", "AddRouteTableIds", "RemoveRouteTableIds");
        AddAndRemove(after, "SecurityGroupIds", "AddSecurityGroupIds", "RemoveSecurityGroupIds");
        foreach (string name in new[] { "PolicyDocument", "PrivateDnsEnabled", "IpAddressType", "DnsOptions" })
        {
            after[name] = request[name]?.DeepClone() ?? after[name]?.DeepClone();
        }

        if ((bool?)request["ResetPolicy"] == true)
        {
            after.Remove("PolicyDocument");
        }

        return after;
    }

    private void AddAndRemove(JsonObject after, string name, string add, string remove)
    {
        List<string> ids = [.. (after[name] as JsonArray ?? []).Select(id => (string)id!)];
        ids.RemoveAll(id => (request[remove] as JsonArray ?? []).Any(gone => (string?)gone == id));
        ids.AddRange((request[add] as JsonArray ?? []).Select(id => (string)id!).Except(ids, StringComparer.Ordinal));
        after[name] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
    }

    private void Apply(JsonObject endpoint, EndpointRequest changed)
    {
        foreach (string name in new[] { "SubnetIds", "RouteTableIds", "PrivateDnsEnabled", "IpAddressType", "DnsOptions" })
        {
            endpoint[name] = changed.Json[name]?.DeepClone();
        }

        endpoint["PolicyDocument"] = changed.Policy ?? (changed.Type is "Interface" or "Gateway" ? EndpointCreation.DefaultPolicy : null);
        endpoint["Groups"] = new JsonArray([.. changed.Groups.Select(id => new JsonObject { ["GroupId"] = id, ["GroupName"] = (string?)region.Find("SecurityGroups", "GroupId", id)?["GroupName"] })]);
    }

    private void Restore(JsonObject endpoint)
    {
        foreach (JsonNode? table in endpoint["RouteTableIds"] as JsonArray ?? [])
        {
            Parts.AddRoute(region, endpoint, (string)table!);
        }

        endpoint["NetworkInterfaceIds"] = new JsonArray([.. (endpoint["SubnetIds"] as JsonArray ?? []).Select(subnet => JsonValue.Create(Parts.AddInterface(region, endpoint, (string)subnet!)))]);
    }
}
