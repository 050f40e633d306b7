using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>ModifyVpcEndpoint: adds and removes parts, and sets what can be set. What stays keeps its network interfaces.</summary>
internal sealed class EndpointChange(Ec2Region region, JsonObject request)
{
    // What each type takes. Sources: API_ModifyVpcEndpoint; the guide's page on each type, and its history of 2026-11-17 for Resource
    // and ServiceNetwork.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Interface"] = ["AddSubnetIds", "RemoveSubnetIds", "AddSecurityGroupIds", "RemoveSecurityGroupIds", "PolicyDocument",
            "ResetPolicy", "PrivateDnsEnabled", "IpAddressType", "DnsOptions", "SubnetConfigurations"],
        ["Gateway"] = ["AddRouteTableIds", "RemoveRouteTableIds", "PolicyDocument", "ResetPolicy", "IpAddressType", "DnsOptions"],
        ["GatewayLoadBalancer"] = [],
        ["Resource"] = ["AddSecurityGroupIds", "RemoveSecurityGroupIds", "PrivateDnsEnabled", "DnsOptions"],
        ["ServiceNetwork"] = ["AddSubnetIds", "AddSecurityGroupIds", "RemoveSecurityGroupIds", "PrivateDnsEnabled", "DnsOptions"],
        ["Tunnel"] = ["AddSecurityGroupIds", "RemoveSecurityGroupIds"],
    };

    public JsonObject Act()
    {
        string id = (string?)request["VpcEndpointId"]
            ?? throw new Ec2Exception("MissingParameter", "The request must contain the parameter VpcEndpointId");
        JsonObject endpoint = region.Find("VpcEndpoints", "VpcEndpointId", id) is { } found
            && (PlaceChecks.IsAlive(found) || (region.ChangesFailed && (string?)found["State"] == "failed"))
            ? found
            : throw new Ec2Exception("InvalidVpcEndpointId.NotFound", $"The Vpc Endpoint Id '{id}' does not exist");
        Permit(endpoint);
        EndpointRequest changed = new(After(Before(endpoint)));
        Check(endpoint, changed);
        Dispatcher.EndDryRun(request);
        EndpointLife.KeepShowing(region, endpoint);
        Apply(endpoint, changed);
        if (region.PendingAfterChangeDescribes > 0 && (string?)endpoint["State"] == "available")
        {
            endpoint["State"] = "pending";
            region.Seen[id] = 0;
            region.Changed.Add(id);
        }

        return new JsonObject { ["Return"] = true };
    }

    private void Permit(JsonObject endpoint)
    {
        if ((bool?)endpoint["RequesterManaged"] == true)
        {
            throw new Ec2Exception("OperationNotPermitted",
                $"Operation is not allowed for requester-managed VPC endpoints for the service {endpoint["ServiceName"]}");
        }

        string type = (string?)endpoint["VpcEndpointType"] ?? "Gateway";
        foreach (string name in request.Select(member => member.Key).Where(name => name is not ("VpcEndpointId" or "DryRun")))
        {
            ShapeChecks.Require(Allowed[type].Contains(name), $"{name} cannot be modified for {type} type VPC Endpoints.");
        }

        ShapeChecks.Require(request["PolicyDocument"] is null || (bool?)request["ResetPolicy"] != true,
            "PolicyDocument and ResetPolicy cannot both be specified.");
    }

    // The changed endpoint must be one that could be made; the old one is not in its way, and its addresses are its own.
    private void Check(JsonObject endpoint, EndpointRequest changed)
    {
        JsonArray all = region.Resources("VpcEndpoints");
        List<string> tables = Ids(endpoint, "RouteTableIds");
        List<JsonNode> kept = [.. Ids(endpoint, "SubnetIds").Select(id => region.Find("Subnets", "SubnetId", id)).OfType<JsonObject>()];
        int place = all.IndexOf(endpoint);
        all.RemoveAt(place);
        tables.ForEach(table => Parts.RemoveRoute(region, endpoint, table));
        kept.ForEach(subnet => Free(subnet, 1));
        try
        {
            ShapeChecks.Run(changed);
            PlaceChecks.Run(region, changed);
            if ((bool?)endpoint["PrivateDnsEnabled"] != true || request["DnsOptions"] is not null
                || request["PrivateDnsEnabled"] is not null)
            {
                DnsChecks.Run(region, changed);
            }

            PolicyChecks.Run(changed);
        }
        finally
        {
            kept.ForEach(subnet => Free(subnet, -1));
            tables.ForEach(table => Parts.AddRoute(region, endpoint, table));
            all.Insert(place, endpoint);
        }
    }

    private static void Free(JsonNode subnet, int more)
    {
        if (subnet["AvailableIpAddressCount"] is { } free)
        {
            subnet["AvailableIpAddressCount"] = (int)free + more;
        }
    }

    private static JsonObject Before(JsonObject endpoint)
    {
        JsonObject before = [];
        foreach (string name in new[] { "VpcEndpointType", "VpcId", "ServiceName", "ResourceConfigurationArn", "ServiceNetworkArn",
            "SubnetIds", "RouteTableIds", "PolicyDocument", "PrivateDnsEnabled", "IpAddressType", "DnsOptions" })
        {
            before[name] = endpoint[name]?.DeepClone();
        }

        before["SecurityGroupIds"] = new JsonArray([.. (endpoint["Groups"] as JsonArray ?? [])
            .Select(group => JsonValue.Create((string)group!["GroupId"]!))]);
        return before;
    }

    private JsonObject After(JsonObject before)
    {
        JsonObject after = before.DeepClone().AsObject();
        AddAndRemove(after, "SubnetIds", "AddSubnetIds", "RemoveSubnetIds");
        AddAndRemove(after, "RouteTableIds", "AddRouteTableIds", "RemoveRouteTableIds");
        AddAndRemove(after, "SecurityGroupIds", "AddSecurityGroupIds", "RemoveSecurityGroupIds");
        foreach (string name in new[] { "PolicyDocument", "PrivateDnsEnabled", "IpAddressType" })
        {
            after[name] = request[name]?.DeepClone() ?? after[name]?.DeepClone();
        }

        JsonObject dns = after["DnsOptions"] as JsonObject ?? [];
        foreach ((string name, JsonNode? value) in request["DnsOptions"] as JsonObject ?? [])
        {
            dns[name] = value?.DeepClone();
        }

        after["DnsOptions"] = dns.Count == 0 ? null : dns.DeepClone();
        if ((bool?)request["ResetPolicy"] == true)
        {
            after.Remove("PolicyDocument");
        }

        return after;
    }

    private void AddAndRemove(JsonObject after, string name, string add, string remove)
    {
        List<string> ids = Ids(after, name);
        ids.RemoveAll(id => (request[remove] as JsonArray ?? []).Any(gone => (string?)gone == id));
        ids.AddRange((request[add] as JsonArray ?? []).Select(id => (string)id!).Except(ids, StringComparer.Ordinal));
        after[name] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
    }

    private void Apply(JsonObject endpoint, EndpointRequest changed)
    {
        Ids(endpoint, "RouteTableIds").Except(changed.Tables, StringComparer.Ordinal).ToList()
            .ForEach(table => Parts.RemoveRoute(region, endpoint, table));
        changed.Tables.Except(Ids(endpoint, "RouteTableIds"), StringComparer.Ordinal).ToList()
            .ForEach(table => Parts.AddRoute(region, endpoint, table));
        List<string> before = Ids(endpoint, "SubnetIds");
        List<string> interfaces = Ids(endpoint, "NetworkInterfaceIds");
        foreach (string subnet in before.Except(changed.Subnets, StringComparer.Ordinal))
        {
            int place = before.IndexOf(subnet);
            string? id = interfaces.Find(one =>
                (string?)region.Find("NetworkInterfaces", "NetworkInterfaceId", one)?["SubnetId"] == subnet)
                ?? (place < interfaces.Count ? interfaces[place] : null);
            interfaces.Remove(id ?? string.Empty);
            Parts.RemoveInterface(region, id ?? string.Empty, 0);
        }

        endpoint["Groups"] = new JsonArray([.. changed.Groups.Select(id =>
            new JsonObject { ["GroupId"] = id, ["GroupName"] = (string?)region.Find("SecurityGroups", "GroupId", id)?["GroupName"] })]);
        interfaces.AddRange(changed.Subnets.Except(before, StringComparer.Ordinal)
            .Select(subnet => Parts.AddInterface(region, endpoint, subnet)));
        endpoint["NetworkInterfaceIds"] = new JsonArray([.. interfaces.Select(id => JsonValue.Create(id))]);
        foreach (string name in new[] { "SubnetIds", "RouteTableIds", "PrivateDnsEnabled", "IpAddressType", "DnsOptions" })
        {
            endpoint[name] = changed.Json[name]?.DeepClone();
        }

        endpoint["PolicyDocument"] = changed.Policy ?? (changed.Type is "Interface" or "Gateway" ? EndpointCreation.DefaultPolicy : null);
    }

    private static List<string> Ids(JsonObject owner, string name) => [.. (owner[name] as JsonArray ?? []).Select(id => (string)id!)];
}
