using Amazon.EC2;
using Amazon.EC2.Model;

namespace VpcEndpointTools.Emulator.Tests;

public sealed class EndpointTests : EmulatorTest
{
    [Fact]
    public async Task InterfaceGetsInterfacesAndBecomesAvailable()
    {
        VpcEndpoint made = (await Aws.CreateVpcEndpointAsync(Interface)).VpcEndpoint;
        Assert.Equal(State.Pending, made.State);
        Assert.Equal(2, made.NetworkInterfaceIds.Count);
        Assert.Contains("2008-10-17", made.PolicyDocument, StringComparison.Ordinal);
        Assert.Equal(State.Pending, (await Find(made.VpcEndpointId))!.State);
        Assert.Equal(State.Available, (await Find(made.VpcEndpointId))!.State);
    }

    [Fact]
    public async Task GatewayRoutesAndReleasesItsTables()
    {
        string id = await Create(Gateway);
        Assert.Contains((await Table()).Routes, route => route.GatewayId == id && route.DestinationPrefixListId == "pl-1");
        await Refused(() => Create(Gateway), "RouteAlreadyExists");
        Assert.Null((await Aws.DeleteVpcEndpointsAsync(new DeleteVpcEndpointsRequest { VpcEndpointIds = [id] })).Unsuccessful);
        Assert.DoesNotContain((await Table()).Routes, route => route.GatewayId == id);
        Assert.Equal(State.Deleting, (await Find(id))!.State);
        Assert.Null(await Find(id));
        await Create(Gateway);
    }

    [Fact]
    public async Task DefaultGroupIsTakenWhereNoneIsGiven()
    {
        CreateVpcEndpointRequest request = Interface;
        request.SecurityGroupIds = null;
        Assert.Equal("default", Assert.Single((await Aws.CreateVpcEndpointAsync(request)).VpcEndpoint.Groups).GroupName);
    }

    [Fact]
    public async Task DryRunChecksAndChangesNothing()
    {
        CreateVpcEndpointRequest request = Interface;
        request.DryRun = true;
        await Refused(() => Create(request), "DryRunOperation");
        request.SubnetIds = [SubnetA, SubnetA2];
        await Refused(() => Create(request), "DuplicateSubnetsInSameZone");
        Assert.Empty(Region.Resources("VpcEndpoints"));
        Assert.All(Server.Calls, call => Assert.True(call.IsDryRun && call.IsMutating));
    }

    [Fact]
    public async Task TokenMakesOneEndpointAndIsRememberedAfterItsEnd()
    {
        CreateVpcEndpointRequest request = Interface;
        request.ClientToken = "token";
        string id = await Create(request);
        Assert.Equal(id, await Create(request));
        Assert.Single(Region.Resources("VpcEndpoints"));
        request.PrivateDnsEnabled = false;
        await Refused(() => Create(request), "IdempotentParameterMismatch");
        await Aws.DeleteVpcEndpointsAsync(new DeleteVpcEndpointsRequest { VpcEndpointIds = [id] });
        request.PrivateDnsEnabled = true;
        VpcEndpoint gone = (await Aws.CreateVpcEndpointAsync(request)).VpcEndpoint;
        Assert.Equal((id, State.Deleting), (gone.VpcEndpointId, gone.State));
    }

    [Fact]
    public async Task ProviderAcceptsOrRejects()
    {
        CreateVpcEndpointRequest request = Interface;
        (request.ServiceName, request.PrivateDnsEnabled) = ("com.amazonaws.eu-west-1.partner", false);
        string first = await Create(request);
        string second = await Create(request);
        Assert.Equal(State.PendingAcceptance, (await Find(first))!.State);
        Region.Accept(first);
        Region.Reject(second);
        Assert.Equal((State.Available, State.Rejected), ((await Find(first))!.State, (await Find(second))!.State));
        Region.Fail(first, "It broke.");
        Assert.Equal("It broke.", (await Find(first))!.FailureReason);
    }

    [Fact]
    public async Task ChangesAreCheckedLikeNewOnes()
    {
        string id = await Create(Interface);
        await Aws.ModifyVpcEndpointAsync(new ModifyVpcEndpointRequest { VpcEndpointId = id, RemoveSubnetIds = [SubnetB], PrivateDnsEnabled = false });
        VpcEndpoint changed = (await Find(id))!;
        Assert.Equal([SubnetA], changed.SubnetIds);
        Assert.False(changed.PrivateDnsEnabled);
        Assert.Single(changed.NetworkInterfaceIds);
        await Refused(() => Aws.ModifyVpcEndpointAsync(new ModifyVpcEndpointRequest { VpcEndpointId = id, AddSubnetIds = [SubnetA2] }), "DuplicateSubnetsInSameZone");
        Assert.Equal([SubnetA], (await Find(id))!.SubnetIds);
        await Refused(() => Aws.ModifyVpcEndpointAsync(new ModifyVpcEndpointRequest { VpcEndpointId = "vpce-0ffffffffffffffff" }), "InvalidVpcEndpointId.NotFound");
    }

    [Fact]
    public async Task WhatCannotBeDeletedIsToldAndTheOthersGo()
    {
        string id = await Create(Interface);
        UnsuccessfulItem failed = Assert.Single((await Aws.DeleteVpcEndpointsAsync(new DeleteVpcEndpointsRequest { VpcEndpointIds = ["vpce-0ffffffffffffffff", id] })).Unsuccessful);
        Assert.Equal("InvalidVpcEndpointId.NotFound", failed.Error.Code);
        Assert.Empty((await Aws.DescribeNetworkInterfacesAsync()).NetworkInterfaces ?? []);
    }

    [Fact]
    public async Task TagsComeWithTheEndpoint()
    {
        CreateVpcEndpointRequest request = Interface;
        request.TagSpecifications = [new TagSpecification { ResourceType = ResourceType.VpcEndpoint, Tags = [new Tag("Name", "ssm")] }];
        Assert.Equal("ssm", Assert.Single((await Aws.CreateVpcEndpointAsync(request)).VpcEndpoint.Tags).Value);
        request.TagSpecifications[0].Tags.Add(new Tag("Name", "again"));
        request.PrivateDnsEnabled = false;
        await Refused(() => Create(request), "InvalidParameterValue");
    }

    [Fact]
    public async Task PrivateNamesDoNotCollide()
    {
        await Create(Interface);
        AmazonEC2Exception error = await Refused(() => Create(Interface), "InvalidParameter");
        Assert.Contains("conflicting DNS domain", error.Message, StringComparison.Ordinal);
        CreateVpcEndpointRequest dynamo = Interface;
        dynamo.ServiceName = "com.amazonaws.eu-west-1.dynamodb";
        Assert.Contains("does not provide a private DNS name", (await Refused(() => Create(dynamo), "InvalidParameter")).Message, StringComparison.Ordinal);
        CreateVpcEndpointRequest s3 = Interface;
        s3.ServiceName = "com.amazonaws.eu-west-1.s3";
        Assert.Contains("must have a Gateway endpoint", (await Refused(() => Create(s3), "InvalidParameter")).Message, StringComparison.Ordinal);
        await Create(Gateway);
        await Create(s3);
    }

    private async Task<RouteTable> Table() => (await Aws.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { RouteTableIds = [TableId] })).RouteTables.Single();
}
