namespace VpcEndpointTools.Ec2;

/// <summary>An operation of EC2's that this module uses.</summary>
/// <param name="Action">Its name, as in the API and in IAM.</param>
/// <param name="Member">What its answer always has, even empty: an answer without it is none. Source: the API reference of each.</param>
internal sealed record Ec2Call(string Action, string Member)
{
    private static readonly Dictionary<string, Ec2Call> All = new Ec2Call[]
    {
        new("DescribeRegions", "regionInfo"),
        new("DescribeVpcs", "vpcSet"),
        new("DescribeSubnets", "subnetSet"),
        new("DescribeSecurityGroups", "securityGroupInfo"),
        new("DescribeRouteTables", "routeTableSet"),
        new("DescribeNetworkAcls", "networkAclSet"),
        new("DescribePrefixLists", "prefixListSet"),
        new("DescribeVpcEndpoints", "vpcEndpointSet"),
        new("DescribeVpcEndpointServices", "serviceDetailSet"),
        new("DescribeNatGateways", "natGatewaySet"),
        new("DescribeNetworkInterfaces", "networkInterfaceSet"),
        new("DescribeVpcPeeringConnections", "vpcPeeringConnectionSet"),
        new("DescribeTransitGatewayVpcAttachments", "transitGatewayVpcAttachments"),
        new("DescribeVpcAttribute", "vpcId"),
        new("CreateVpcEndpoint", "vpcEndpoint"),
        new("ModifyVpcEndpoint", "return"),
        new("DeleteVpcEndpoints", "unsuccessful"),
    }.ToDictionary(call => call.Action, StringComparer.Ordinal);

    /// <summary>The operation of that name; null for one that is not used.</summary>
    public static Ec2Call? Find(string action) => All.GetValueOrDefault(action);
}
