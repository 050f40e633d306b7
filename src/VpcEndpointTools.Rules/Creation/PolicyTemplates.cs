using System.Text.Json;
using System.Text.Json.Nodes;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Creation;

/// <summary>Endpoint policies for whoever does not write one.</summary>
/// <remarks>Source: the data perimeter policy examples of AWS (aws-samples/data-perimeter-policy-examples, VPC endpoint policies): callers and
/// resources of one's own, and AWS's services on one's behalf.</remarks>
public static class PolicyTemplates
{
    private static readonly string[] ReadingVerbs = ["Get", "List", "Describe", "BatchGet"];
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What AWS has by default, written out: everybody may do everything. VPCE-P007 warns of it.</summary>
    public static string FullAccess { get; } = Write(new JsonObject { ["Effect"] = "Allow", ["Principal"] = "*", ["Action"] = "*", ["Resource"] = "*" });

    /// <summary>Callers and resources of the organization.</summary>
    /// <param name="organizationId">o-…</param>
    public static string OrganizationPerimeter(string organizationId) => Write(Own("*", "aws:PrincipalOrgID", "aws:ResourceOrgID", organizationId), ServicesOnBehalf("*", "aws:ResourceOrgID", organizationId));

    /// <summary>Reading only, for callers and resources of the organization, or of the account where none is given; null where the service's IAM prefix is not certain.</summary>
    /// <param name="service">The service.</param>
    /// <param name="organizationId">o-…, or null.</param>
    /// <param name="accountId">The account.</param>
    public static string? ReadOnly(ServiceEntry? service, string? organizationId, string accountId)
    {
        if (service is null || ActionPrefixes.Of(service) is not { Count: > 0 } prefixes)
        {
            return null;
        }

        JsonArray actions = [.. prefixes.SelectMany(prefix => ReadingVerbs.Select(verb => $"{prefix}:{verb}*"))];
        return organizationId is null
            ? Write(Own(actions, "aws:PrincipalAccount", "aws:ResourceAccount", accountId))
            : Write(Own(actions, "aws:PrincipalOrgID", "aws:ResourceOrgID", organizationId));
    }

    private static JsonObject Own(JsonNode actions, string callerKey, string resourceKey, string own) => new()
    {
        ["Sid"] = "OwnCallersAndResources",
        ["Effect"] = "Allow",
        ["Principal"] = "*",
        ["Action"] = actions,
        ["Resource"] = "*",
        ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { [callerKey] = own, [resourceKey] = own } },
    };

    private static JsonObject ServicesOnBehalf(JsonNode actions, string resourceKey, string own) => new()
    {
        ["Sid"] = "AwsServicesOnOwnResources",
        ["Effect"] = "Allow",
        ["Principal"] = "*",
        ["Action"] = actions,
        ["Resource"] = "*",
        ["Condition"] = new JsonObject { ["Bool"] = new JsonObject { ["aws:PrincipalIsAWSService"] = "true" }, ["StringEquals"] = new JsonObject { [resourceKey] = own } },
    };

    private static string Write(params JsonObject[] statements) =>
        new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) }.ToJsonString(Plain);
}
