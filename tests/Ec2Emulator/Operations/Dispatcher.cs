using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>Leads a request to its operation, one at a time a Region.</summary>
internal sealed class Dispatcher(Ec2Region region, int pageSize)
{
    public JsonObject Act(string action, JsonObject request)
    {
        lock (region.SyncRoot)
        {
            return action switch
            {
                "DescribeVpcAttribute" => VpcAttributes.Describe(region, request),
                "ModifyVpcAttribute" => VpcAttributes.Modify(region, request),
                "DescribeVpcEndpoints" => EndpointLife.Describe(region, request, pageSize),
                "CreateVpcEndpoint" => new EndpointCreation(region, request).Act(),
                "ModifyVpcEndpoint" => new EndpointChange(region, request).Act(),
                "DeleteVpcEndpoints" => EndpointLife.Delete(region, request),
                "DescribeNetworkInterfaces" => Parts.DescribeInterfaces(region, request, pageSize),
                "CreateTags" => Tagging.Create(region, request),
                _ when Listing.All.TryGetValue(action, out Listing? listing) => listing.Describe(region, request, pageSize),
                _ => SetUp.Act(region, action, request),
            };
        }
    }

    /// <summary>Ends a request that asked only whether it would be allowed.</summary>
    public static void EndDryRun(JsonObject request)
    {
        if ((bool?)request["DryRun"] == true)
        {
            throw new Ec2Exception("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
        }
    }
}
