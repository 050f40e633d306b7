using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>The endpoint policy.</summary>
internal static class PolicyChecks
{
    private const int LongestPolicy = 20_480;

    public static void Run(EndpointRequest request)
    {
        if (request.Policy is not { } text)
        {
            return;
        }

        Require(text.Length <= LongestPolicy, "The policy is longer than 20480 characters.");
        JsonObject? policy;
        try
        {
            policy = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            policy = null;
        }

        Require(policy is not null, "The policy is not valid JSON.");
        List<JsonObject> statements = policy!["Statement"] switch
        {
            JsonArray many => [.. many.OfType<JsonObject>()],
            JsonObject one => [one],
            _ => [],
        };
        Require(statements.Count > 0, "The policy has no Statement.");
        foreach (JsonObject statement in statements)
        {
            Require((string?)statement["Effect"] is "Allow" or "Deny", "A statement's Effect must be Allow or Deny.");
            Require(statement["Principal"] is not null || statement["NotPrincipal"] is not null, "A statement has no Principal.");
            Require(statement["Action"] is not null || statement["NotAction"] is not null, "A statement has no Action.");
            Require(statement["Resource"] is not null || statement["NotResource"] is not null, "A statement has no Resource.");
        }

    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new Ec2Exception("InvalidPolicyDocument", otherwise);
        }
    }
}
