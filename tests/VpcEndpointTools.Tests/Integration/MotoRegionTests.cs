using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Integration;

/// <summary>A pipe across two Regions against moto: both endpoints are created where they belong.</summary>
public sealed class MotoRegionTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    [MotoFact]
    public void RecommendationsOfTwoRegionsAreCreatedWhereTheyBelong()
    {
        using MotoServer moto = new();
        string[] regions = ["us-east-1", MotoServer.Region];
        Dictionary<string, string> vpcs = regions.ToDictionary(region => region, region =>
        {
            string vpc = moto.Ec2Text("Vpc.VpcId", "create-vpc", "--cidr-block", "10.0.0.0/16", "--region", region);
            string subnet = moto.Ec2Text("Subnet.SubnetId", "create-subnet", "--vpc-id", vpc, "--cidr-block", "10.0.1.0/24", "--region", region);
            string table = moto.Ec2Text("RouteTable.RouteTableId", "create-route-table", "--vpc-id", vpc, "--region", region);
            moto.Ec2("associate-route-table", "--route-table-id", table, "--subnet-id", subnet, "--region", region);
            return vpc;
        });
        SessionAnswer answer = session.Run(
            "param($url, $vpcs) $keys = @{ AccessKey = 'testing'; SecretKey = 'testing'; EndpointUrl = $url }; "
            + "Get-EndpointRecommendation s3 -AccessFrom Vpc -VpcId $vpcs @keys -Region us-east-1, eu-west-1 -WarningAction Ignore | "
            + "New-SafeVpcEndpoint @keys -AllowInconclusive -WarningAction Ignore",
            moto.Url.ToString(),
            regions.Select(region => vpcs[region]).ToArray());
        Assert.Empty(answer.Errors);
        Assert.Equal(regions, answer.Each("Region"));
        foreach (string region in regions)
        {
            string listed = moto.Ec2("describe-vpc-endpoints", "--region", region);
            Assert.Contains($"com.amazonaws.{region}.s3", listed, StringComparison.Ordinal);
            Assert.Contains(vpcs[region], listed, StringComparison.Ordinal);
            Assert.DoesNotContain(vpcs[regions.First(other => other != region)], listed, StringComparison.Ordinal);
        }
    }
}
