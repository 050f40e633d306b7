using System.Collections;
using Amazon.EC2.Model;
using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Ec2;

/// <summary>A page of an answer.</summary>
internal sealed record Page(IEnumerable? Items, string? NextToken);

/// <summary>A member of a snapshot and the call that answers it.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="Need">What a rule declares that looks at it.</param>
/// <param name="Action">The call, as IAM names it.</param>
/// <param name="IsOfVpc">True where the filter vpc-id narrows it.</param>
/// <param name="ReadAsync">Reads a page.</param>
internal sealed record SnapshotPart(
    string Member, RuleNeeds Need, string Action, bool IsOfVpc, Func<PatientClient, List<Filter>?, string?, CancellationToken, Task<Page>> ReadAsync)
{
    // The largest pages that each call allows, so that there are few. Source: the API reference of each, MaxResults.
    private const int LargePage = 1000;
    private const int RouteTablePage = 100;

    /// <summary>The VPCs, on which the completeness of the others hangs.</summary>
    public static SnapshotPart Vpcs { get; } = new("Vpcs", RuleNeeds.Vpcs, "DescribeVpcs", true, async (client, filters, token, stop) =>
    {
        DescribeVpcsResponse answer = await client.DescribeVpcsAsync(new() { Filters = filters, MaxResults = LargePage, NextToken = token }, stop).ConfigureAwait(false);
        return new(answer.Vpcs, answer.NextToken);
    });

    /// <summary>The endpoints.</summary>
    public static SnapshotPart VpcEndpoints { get; } = new("VpcEndpoints", RuleNeeds.VpcEndpoints, "DescribeVpcEndpoints", true, async (client, filters, token, stop) =>
    {
        DescribeVpcEndpointsResponse answer =
            await client.DescribeVpcEndpointsAsync(new() { Filters = filters, MaxResults = LargePage, NextToken = token }, stop).ConfigureAwait(false);
        return new(answer.VpcEndpoints, answer.NextToken);
    });

    /// <summary>The Region's endpoint services.</summary>
    public static SnapshotPart Services { get; } = new("ServiceDetails", RuleNeeds.ServiceDetails, "DescribeVpcEndpointServices", false, async (client, filters, token, stop) =>
    {
        DescribeVpcEndpointServicesResponse answer =
            await client.DescribeVpcEndpointServicesAsync(new() { Filters = filters, MaxResults = LargePage, NextToken = token }, stop).ConfigureAwait(false);
        return new(answer.ServiceDetails, answer.NextToken);
    });

    /// <summary>All but the VPCs.</summary>
    /// <remarks>Peerings have the VPC on either side and attachments join through others: both are read for the Region, where they are few.</remarks>
    public static IReadOnlyList<SnapshotPart> Others { get; } =
    [
        new("Subnets", RuleNeeds.Subnets, "DescribeSubnets", true, async (client, filters, token, stop) =>
        {
            DescribeSubnetsResponse answer = await client.DescribeSubnetsAsync(new() { Filters = filters, MaxResults = LargePage, NextToken = token }, stop).ConfigureAwait(false);
            return new(answer.Subnets, answer.NextToken);
        }),
        new("SecurityGroups", RuleNeeds.SecurityGroups, "DescribeSecurityGroups", true, async (client, filters, token, stop) =>
        {
            DescribeSecurityGroupsResponse answer =
                await client.DescribeSecurityGroupsAsync(new() { Filters = filters, MaxResults = LargePage, NextToken = token }, stop).ConfigureAwait(false);
            return new(answer.SecurityGroups, answer.NextToken);
        }),
        new("RouteTables", RuleNeeds.RouteTables, "DescribeRouteTables", true, async (client, filters, token, stop) =>
        {
            DescribeRouteTablesResponse answer =
                await client.DescribeRouteTablesAsync(new() { Filters = filters, MaxResults = RouteTablePage, NextToken = token }, stop).ConfigureAwait(false);
            return new(answer.RouteTables, answer.NextToken);
        }),
        new("NetworkAcls", RuleNeeds.NetworkAcls, "DescribeNetworkAcls", true, async (client, filters, token, stop) =>
        {
            DescribeNetworkAclsResponse answer =
                await client.DescribeNetworkAclsAsync(new() { Filters = filters, MaxResults = LargePage, NextToken = token }, stop).ConfigureAwait(false);
            return new(answer.NetworkAcls, answer.NextToken);
        }),
        new("PrefixLists", RuleNeeds.PrefixLists, "DescribePrefixLists", false, async (client, filters, token, stop) =>
        {
            DescribePrefixListsResponse answer =
                await client.DescribePrefixListsAsync(new() { Filters = filters, MaxResults = LargePage, NextToken = token }, stop).ConfigureAwait(false);
            return new(answer.PrefixLists, answer.NextToken);
        }),
        VpcEndpoints,
        Services,
        new("NatGateways", RuleNeeds.NatGateways, "DescribeNatGateways", true, async (client, filters, token, stop) =>
        {
            DescribeNatGatewaysResponse answer =
                await client.DescribeNatGatewaysAsync(new() { Filter = filters, MaxResults = LargePage, NextToken = token }, stop).ConfigureAwait(false);
            return new(answer.NatGateways, answer.NextToken);
        }),
        new("NetworkInterfaces", RuleNeeds.NetworkInterfaces, "DescribeNetworkInterfaces", true, async (client, filters, token, stop) =>
        {
            DescribeNetworkInterfacesResponse answer =
                await client.DescribeNetworkInterfacesAsync(new() { Filters = filters, MaxResults = LargePage, NextToken = token }, stop).ConfigureAwait(false);
            return new(answer.NetworkInterfaces, answer.NextToken);
        }),
        new("VpcPeeringConnections", RuleNeeds.VpcPeeringConnections, "DescribeVpcPeeringConnections", false, async (client, filters, token, stop) =>
        {
            DescribeVpcPeeringConnectionsResponse answer =
                await client.DescribeVpcPeeringConnectionsAsync(new() { Filters = filters, MaxResults = LargePage, NextToken = token }, stop).ConfigureAwait(false);
            return new(answer.VpcPeeringConnections, answer.NextToken);
        }),
        new("TransitGatewayVpcAttachments", RuleNeeds.TransitGatewayVpcAttachments, "DescribeTransitGatewayVpcAttachments", false, async (client, filters, token, stop) =>
        {
            DescribeTransitGatewayVpcAttachmentsResponse answer = await client.DescribeTransitGatewayVpcAttachmentsAsync(
                new() { Filters = filters, MaxResults = LargePage, NextToken = token }, stop).ConfigureAwait(false);
            return new(answer.TransitGatewayVpcAttachments, answer.NextToken);
        }),
    ];
}
