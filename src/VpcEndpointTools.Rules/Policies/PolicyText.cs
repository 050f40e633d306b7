using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Policies;

/// <summary>Compares endpoint policies as texts of JSON.</summary>
public static class PolicyText
{
    /// <summary>True where both say the same, whatever their white space; a policy that is not JSON is compared letter by
    /// letter.</summary>
    public static bool Same(string one, string? other)
    {
        try
        {
            return other is not null && JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));
        }
        catch (JsonException)
        {
            return one == other;
        }
    }
}
