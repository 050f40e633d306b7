using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>What becomes of endpoints between creation and the end: each describe that shows one moves it on.</summary>
internal static partial class EndpointLife
{
    public static JsonObject Describe(Ec2Region region, JsonObject request, int pageSize)
    {
        region.Sight.Describe();
        JsonObject answer = Listing.All["DescribeVpcEndpoints"].Describe(region, request, pageSize);
        JsonArray shown = answer["VpcEndpoints"]!.AsArray();
        for (int i = 0; i < shown.Count; i++)
        {
            string id = (string)shown[i]!["VpcEndpointId"]!;
            if (region.Stale.TryGetValue(id, out (JsonObject Old, int Left) stale) && stale.Left > 0)
            {
                region.Stale[id] = (stale.Old, stale.Left - 1);
                shown[i] = stale.Old.DeepClone();
                continue;
            }

            MoveOn(region, id);
        }

        return answer;
    }

    /// <summary>From now on describes show the endpoint as it is here, for as long as the Region says.</summary>
    public static void KeepShowing(Ec2Region region, JsonObject endpoint)
    {
        if (region.StaleDescribes > 0)
        {
            region.Stale[(string)endpoint["VpcEndpointId"]!] = (endpoint.DeepClone().AsObject(), region.StaleDescribes);
        }
    }

    /// <summary>Deletes endpoints; those that cannot be are told, and the others go all the same.</summary>
    public static JsonObject Delete(Ec2Region region, JsonObject request)
    {
        List<string> ids = [.. (request["VpcEndpointIds"] as JsonArray ?? []).Select(id => (string)id!)];
        if (ids.Count == 0)
        {
            throw new Ec2Exception("MissingParameter", "The request must contain the parameter VpcEndpointId");
        }

        if (ids.Find(id => !Form().IsMatch(id)) is { } malformed)
        {
            throw new Ec2Exception("InvalidVpcEndpointId.Malformed", $"Invalid Id: '{malformed}'");
        }

        Dispatcher.EndDryRun(request);
        JsonArray unsuccessful = [];
        foreach (string id in ids)
        {
            if (Refusal(region, id) is { } refusal)
            {
                unsuccessful.Add(new JsonObject { ["ResourceId"] = id,
                    ["Error"] = new JsonObject { ["Code"] = refusal.Code, ["Message"] = refusal.Message } });
                continue;
            }

            JsonObject endpoint = region.Find("VpcEndpoints", "VpcEndpointId", id)!;
            if ((string?)endpoint["State"] == "deleting")
            {
                continue;
            }

            KeepShowing(region, endpoint);
            endpoint["State"] = "deleting";
            region.Seen[id] = 0;
            LeaveZone(region, endpoint);
            Parts.Remove(region, endpoint);
        }

        return new JsonObject { ["Unsuccessful"] = unsuccessful };
    }

    // Sources: API_DeleteVpcEndpoints; the text on routes from logs of terraform-provider-aws; that on requester-managed ones from the
    // re:Post article on them, without
    // its code, which no source gives.
    private static Ec2Exception? Refusal(Ec2Region region, string id) => region.Find("VpcEndpoints", "VpcEndpointId", id) switch
    {
        null => new Ec2Exception("InvalidVpcEndpointId.NotFound", $"The Vpc Endpoint Id '{id}' does not exist"),
        { } endpoint when (bool?)endpoint["RequesterManaged"] == true => new Ec2Exception(
            "OperationNotPermitted",
                $"Operation is not allowed for requester-managed VPC endpoints for the service {endpoint["ServiceName"]}"),
        { } endpoint when (string?)endpoint["VpcEndpointType"] != "Gateway" && Parts.IsRouted(region, id) =>
            new Ec2Exception("InvalidParameter", "Endpoint must be removed from route table before deletion"),
        _ => null,
    };

    private static void LeaveZone(Ec2Region region, JsonObject endpoint)
    {
        if (region.ZonesOutliveRequests > 0 && (bool?)endpoint["PrivateDnsEnabled"] == true
            && (string?)endpoint["ServiceName"] is { } service)
        {
            region.OldZones[((string)endpoint["VpcId"]!, service)] = region.ZonesOutliveRequests;
        }
    }

    private static void MoveOn(Ec2Region region, string id)
    {
        int seen = region.Seen[id] = region.Seen.GetValueOrDefault(id) + 1;
        JsonObject endpoint = region.Find("VpcEndpoints", "VpcEndpointId", id)!;
        string state = ((string?)endpoint["State"] ?? string.Empty).ToLowerInvariant();
        if (state == "pending" && seen >= region.FailAfterDescribes)
        {
            endpoint["State"] = "failed";
            endpoint["FailureReason"] = "It broke.";
        }
        else if (state == "pending"
            && seen >= (region.Changed.Contains(id) ? region.PendingAfterChangeDescribes : region.PendingDescribes))
        {
            endpoint["State"] = "available";
            region.Changed.Remove(id);
        }
        else if (state == "deleting" && seen >= region.DeletingDescribes)
        {
            region.Resources("VpcEndpoints").Remove(endpoint);
        }
    }

    [GeneratedRegex("^vpce-([0-9a-f]{8}|[0-9a-f]{17})$")]
    private static partial Regex Form();
}
