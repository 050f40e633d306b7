using System.Text.Json.Nodes;
using Amazon.EC2;
using Amazon.EC2.Model;

namespace VpcEndpointTools.Emulator.Tests;

public sealed class DescribeTests : EmulatorTest
{
    [Fact]
    public async Task EachListIsUnderstoodByAwssClient()
    {
        await Create(Interface);
        Assert.Equal("10.0.0.0/16", Assert.Single((await Aws.DescribeVpcsAsync()).Vpcs).CidrBlock);
        Assert.Equal(3, (await Aws.DescribeSubnetsAsync()).Subnets.Count);
        Assert.Equal(["default", "endpoints"], (await Aws.DescribeSecurityGroupsAsync()).SecurityGroups.Select(group => group.GroupName));
        Assert.Equal("local", (await Aws.DescribeRouteTablesAsync()).RouteTables[0].Routes[0].GatewayId);
        Assert.Equal("3.5.64.0/21", Assert.Single(Assert.Single((await Aws.DescribePrefixListsAsync(new DescribePrefixListsRequest())).PrefixLists).Cidrs));
        Assert.Equal(ServiceType.Interface, (await Aws.DescribeVpcEndpointServicesAsync(new DescribeVpcEndpointServicesRequest())).ServiceDetails[0].ServiceType[0].ServiceType);
        Assert.Equal(VpcEndpointType.Interface, Assert.Single((await Aws.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest())).VpcEndpoints).VpcEndpointType);
        Assert.Equal(2, (await Aws.DescribeNetworkInterfacesAsync()).NetworkInterfaces.Count);
        Assert.Null((await Aws.DescribeNatGatewaysAsync(new DescribeNatGatewaysRequest())).NatGateways);
        Assert.Null((await Aws.DescribeNetworkAclsAsync()).NetworkAcls);
        Assert.Null((await Aws.DescribeVpcPeeringConnectionsAsync()).VpcPeeringConnections);
        Assert.Null((await Aws.DescribeTransitGatewayVpcAttachmentsAsync(new DescribeTransitGatewayVpcAttachmentsRequest())).TransitGatewayVpcAttachments);
        Assert.Equal([Home], (await Aws.DescribeRegionsAsync()).Regions.Select(region => region.RegionName));
        Assert.True((await Aws.DescribeVpcAttributeAsync(new DescribeVpcAttributeRequest { VpcId = VpcId, Attribute = VpcAttributeName.EnableDnsHostnames })).EnableDnsHostnames);
    }

    [Fact]
    public async Task FiltersNarrowAndUnknownOnesAreRefused()
    {
        Assert.Equal([SubnetA, SubnetA2], (await Subnets(new Filter("availability-zone", ["eu-west-1a"]))).Subnets.Select(subnet => subnet.SubnetId));
        Assert.Equal(3, (await Subnets(new Filter("availability-zone", ["eu-*"]))).Subnets.Count);
        Assert.Null((await Subnets(new Filter("vpc-id", ["vpc-0ffffffffffffffff"]))).Subnets);
        await Refused(() => Subnets(new Filter("colour", ["red"])), "InvalidParameterValue");
        await Refused(() => Subnets(new Filter("vpc-id", [.. Enumerable.Range(0, 201).Select(i => $"vpc-{i}")])), "FilterLimitExceeded");
        await Aws.CreateTagsAsync(new CreateTagsRequest { Resources = [SubnetB], Tags = [new Tag("Name", "b")] });
        Assert.Equal([SubnetB], (await Subnets(new Filter("tag:Name", ["b"]))).Subnets.Select(subnet => subnet.SubnetId));
    }

    [Fact]
    public async Task PagesAreAsLargeAsAllowedAndNoLarger()
    {
        JsonArray tables = Region.Resources("RouteTables");
        for (int i = 0; i < 150; i++)
        {
            tables.Add(new JsonObject { ["RouteTableId"] = $"rtb-{i}", ["VpcId"] = VpcId });
        }

        DescribeRouteTablesResponse first = await Aws.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { MaxResults = 100 });
        Assert.Equal(100, first.RouteTables.Count);
        DescribeRouteTablesResponse second = await Aws.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { MaxResults = 100, NextToken = first.NextToken });
        Assert.Equal(tables.Count - 100, second.RouteTables.Count);
        Assert.Null(second.NextToken);
        int tooMany = 101;
        await Refused(() => Aws.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { MaxResults = tooMany }), "InvalidParameterValue");
        await Refused(() => Aws.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { NextToken = "made up" }), "InvalidNextToken");
    }

    [Fact]
    public async Task IdsThatAreNotThereAreNamed()
    {
        await Refused(() => Aws.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest { VpcEndpointIds = ["vpce-1"] }), "InvalidVpcEndpointId.NotFound");
        await Refused(() => Aws.DescribeVpcsAsync(new DescribeVpcsRequest { VpcIds = ["vpc-1"] }), "InvalidVpcID.NotFound");
        await Refused(() => Aws.DescribeVpcAttributeAsync(new DescribeVpcAttributeRequest { VpcId = "vpc-1", Attribute = VpcAttributeName.EnableDnsSupport }), "InvalidVpcID.NotFound");
        await Refused(() => Aws.DescribeVpcEndpointServicesAsync(new DescribeVpcEndpointServicesRequest { ServiceNames = ["nonsense"] }), "InvalidServiceName");
    }

    [Fact]
    public async Task RegionsAreApart()
    {
        using AmazonEC2Client other = Client("AKIAEXAMPLE", "us-east-1");
        Assert.Null((await other.DescribeVpcsAsync()).Vpcs);
        Assert.Equal("us-east-1", Server.Calls[^1].Region);
    }

    [Fact]
    public async Task UnknownKeysAndActionsAreRefused()
    {
        using AmazonEC2Client stranger = Client("AKIAINVALID");
        await Refused(() => stranger.DescribeVpcsAsync(), "AuthFailure");
        await Refused(() => Aws.DescribeKeyPairsAsync(), "InvalidAction");
    }

    private Task<DescribeSubnetsResponse> Subnets(params Filter[] filters) => Aws.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = [.. filters] });
}
