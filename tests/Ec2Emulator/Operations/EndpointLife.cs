using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>What becomes of endpoints between creation and the end: each describe that shows one moves it on.</summary>
internal static class EndpointLife
{
    public static JsonObject Describe(Ec2Region region, JsonObject request, int pageSize)
    {
        region.Sight.Describe();
        JsonObject answer = Listing.All["DescribeVpcEndpoints"].Describe(region, request, pageSize);
        foreach (JsonObject shown in answer["VpcEndpoints"]!.AsArray().OfType<JsonObject>())
        {
            string id = (string)shown["VpcEndpointId"]!;
            int seen = region.Seen[id] = region.Seen.GetValueOrDefault(id) + 1;
            JsonObject endpoint = region.Find("VpcEndpoints", "VpcEndpointId", id)!;
            string state = ((string?)endpoint["State"] ?? string.Empty).ToLowerInvariant();
            if (state == "pending" && seen >= region.FailAfterDescribes)
            {
                endpoint["State"] = "failed";
                endpoint["FailureReason"] = "It broke.";
            }
            else if (state == "pending" && seen >= region.PendingDescribes)
            {
                endpoint["State"] = "available";
            }
            else if (state == "deleting")
            {
                region.Resources("VpcEndpoints").Remove(endpoint);
            }
        }

        return answer;
    }

    /// <summary>Deletes endpoints; those that cannot be are told, and the others go all the same.</summary>
    public static JsonObject Delete(Ec2Region region, JsonObject request)
    {
        List<string> ids = [.. (request["VpcEndpointIds"] as JsonArray ?? []).Select(id => (string)id!)];
        if (ids.Count == 0)
        {
            throw new Ec2Exception("MissingParameter", "The request must contain the parameter VpcEndpointId");
        }

        Dispatcher.EndDryRun(request);
        JsonArray unsuccessful = [];
        foreach (string id in ids)
        {
            if (region.Find("VpcEndpoints", "VpcEndpointId", id) is not { } endpoint)
            {
                unsuccessful.Add(new JsonObject
                {
                    ["ResourceId"] = id,
                    ["Error"] = new JsonObject { ["Code"] = "InvalidVpcEndpointId.NotFound", ["Message"] = $"The Vpc Endpoint Id '{id}' does not exist" },
                });
                continue;
            }

            endpoint["State"] = "deleting";
            region.Seen[id] = 0;
            Parts.Remove(region, endpoint);
        }

        return new JsonObject { ["Unsuccessful"] = unsuccessful };
    }
}
