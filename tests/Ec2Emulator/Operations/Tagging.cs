using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>Tags, as they are given with a new thing or put on an old one.</summary>
internal static class Tagging
{
    public static JsonObject Create(Ec2Region region, JsonObject request)
    {
        foreach (string id in (request["Resources"] as JsonArray ?? []).Select(id => (string)id!))
        {
            JsonObject item = Listing.All.Values.Select(listing => region.Find(listing.Member, listing.IdName, id)).FirstOrDefault(found => found is not null)
                ?? throw new Ec2Exception("InvalidID", $"The ID '{id}' is not valid");
            JsonArray tags = item["Tags"] as JsonArray ?? [];
            item["Tags"] = tags;
            foreach (JsonNode? tag in Check(request["Tags"] as JsonArray ?? []))
            {
                foreach (JsonNode? old in tags.Where(old => (string?)old!["Key"] == (string?)tag!["Key"]).ToList())
                {
                    tags.Remove(old);
                }

                tags.Add(tag!.DeepClone());
            }
        }

        return [];
    }

    /// <summary>The tags of a request's specifications for a type of resource.</summary>
    public static JsonArray Of(JsonObject request, string type)
    {
        JsonArray tags = [];
        foreach (JsonNode? specification in request["TagSpecifications"] as JsonArray ?? [])
        {
            if ((string?)specification!["ResourceType"] != type)
            {
                throw Ec2Exception.InvalidValue("TagSpecification.ResourceType", (string?)specification["ResourceType"] ?? string.Empty);
            }

            foreach (JsonNode? tag in Check(specification["Tags"] as JsonArray ?? []))
            {
                tags.Add(tag!.DeepClone());
            }
        }

        return tags;
    }

    private static JsonArray Check(JsonArray tags)
    {
        List<string> keys = [.. tags.Select(tag => (string?)tag!["Key"] ?? string.Empty)];
        return keys.Exists(key => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            ? throw new Ec2Exception("InvalidParameterValue", "Tag keys starting with 'aws:' are reserved for internal use")
            : keys.Distinct(StringComparer.Ordinal).Count() < keys.Count
            ? throw new Ec2Exception("InvalidParameterValue", "Duplicate tag keys found")
            : tags;
    }
}
