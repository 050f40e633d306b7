using System.Text.Json.Nodes;

namespace VpcEndpointTools.Emulator.Operations;

/// <summary>How many endpoints there may be: the hard limit of gateways a VPC, and the applied quotas that the state names.</summary>
internal static class Quotas
{
    private const int MostGatewaysPerVpc = 255;

    // Source: the quotas page of the AWS PrivateLink guide.
    private static readonly (string Code, string[] Types, bool IsPerVpc)[] Codes =
    [
        ("L-29B6F2EB", ["Interface", "GatewayLoadBalancer"], true),
        ("L-1B52E74A", ["Gateway"], false),
    ];

    public static void Check(Ec2Region region, EndpointRequest request)
    {
        Require(!request.IsGateway || Count(region, ["Gateway"], request.VpcId) < MostGatewaysPerVpc);
        foreach ((string code, string[] types, bool isPerVpc) in Codes.Where(quota => quota.Types.Contains(request.Type)))
        {
            if (region.Find("Quotas", "QuotaCode", code)?["Value"] is { } most)
            {
                Require(Count(region, types, isPerVpc ? request.VpcId : null) < (double)most);
            }
        }
    }

    private static int Count(Ec2Region region, string[] types, string? vpcId) => region.Resources("VpcEndpoints").OfType<JsonObject>().Count(other =>
        types.Contains((string?)other["VpcEndpointType"]) && (vpcId is null || (string?)other["VpcId"] == vpcId) && PlaceChecks.IsAlive(other));

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new Ec2Exception("VpcEndpointLimitExceeded", "The maximum number of VPC endpoints has been reached.");
        }
    }
}
