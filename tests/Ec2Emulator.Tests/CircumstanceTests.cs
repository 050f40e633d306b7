using Amazon.EC2;
using Amazon.EC2.Model;

namespace VpcEndpointTools.Emulator.Tests;

/// <summary>What goes on around calls: lists that lag, others that are faster, tokens, clocks, servers that are not EC2.</summary>
public sealed class CircumstanceTests : EmulatorTest
{
    private CreateVpcEndpointRequest WithToken => WithTokenOf(Interface);

    [Fact]
    public async Task ListsLagByDescribes()
    {
        Region.HiddenDescribes = 2;
        string id = await Create(Interface);
        Assert.Null(await Find(id));
        Assert.Null(await Find(id));
        Assert.NotNull(await Find(id));
    }

    [Fact]
    public async Task ListsLagByTimeAndCanLoseSight()
    {
        Region.ListLag = TimeSpan.FromMilliseconds(300);
        string id = await Create(Interface);
        Assert.Null(await Find(id));
        await Task.Delay(400);
        Assert.NotNull(await Find(id));
        Region.Hide(id);
        Assert.Null(await Find(id));
        Region.Show(id);
        Assert.NotNull(await Find(id));
    }

    [Fact]
    public async Task SameTokenWithOtherTagsOrAnotherOrderIsRefused()
    {
        string id = await Create(WithToken);
        Assert.Equal(id, await Create(WithToken));
        CreateVpcEndpointRequest tags = WithToken;
        tags.TagSpecifications = [new TagSpecification { ResourceType = ResourceType.VpcEndpoint, Tags = [new Tag("a", "b")] }];
        await Refused(() => Create(tags), "IdempotentParameterMismatch");
        CreateVpcEndpointRequest order = WithToken;
        order.SubnetIds.Reverse();
        await Refused(() => Create(order), "IdempotentParameterMismatch");
        Assert.Equal([id], Region.EverCreated);
    }

    [Fact]
    public async Task TokenOfADeletedEndpointIsAnsweredWithItOrAsTheFirstTime()
    {
        string id = await Create(WithToken);
        Region.Remove(id);
        Assert.Equal(State.Deleted, (await Aws.CreateVpcEndpointAsync(WithToken)).VpcEndpoint.State);
        Region.RepeatsFirstAnswer = true;
        Assert.Equal(State.Pending, (await Aws.CreateVpcEndpointAsync(WithToken)).VpcEndpoint.State);
        Assert.Empty(Region.Resources("VpcEndpoints"));
    }

    [Fact]
    public async Task DryRunAndTokensCanBeIgnored()
    {
        (Region.IgnoresDryRun, Region.IgnoresTokens) = (true, true);
        CreateVpcEndpointRequest request = WithTokenOf(new CreateVpcEndpointRequest
        {
            VpcEndpointType = VpcEndpointType.Interface, VpcId = VpcId, ServiceName = "com.amazonaws.eu-west-1.ssm", SubnetIds = [SubnetA], SecurityGroupIds = [GroupId],
            PrivateDnsEnabled = false, DryRun = true,
        });
        Assert.NotEqual(await Create(request), await Create(request));
    }

    [Fact]
    public async Task OthersAreFasterAndAnswersComeLate()
    {
        Server.Faults.Before("CreateVpcEndpoint", 1, request => Region.Act("CreateVpcEndpoint", request));
        Assert.Equal(await Create(WithToken), Assert.Single(Region.EverCreated));
        Server.Faults.FailAfter("CreateVpcEndpoint", 2);
        await Refused(() => Create(Gateway), "InternalError");
        Assert.Equal(2, Region.EverCreated.Count);
    }

    [Fact]
    public async Task ClockIsThatOfTheRegion()
    {
        Region.ClockOffset = TimeSpan.FromHours(-2);
        VpcEndpoint made = (await Aws.CreateVpcEndpointAsync(Interface)).VpcEndpoint;
        Assert.InRange(DateTime.UtcNow - made.CreationTimestamp!.Value.ToUniversalTime(), TimeSpan.FromMinutes(119), TimeSpan.FromMinutes(121));
    }

    private static CreateVpcEndpointRequest WithTokenOf(CreateVpcEndpointRequest request)
    {
        request.ClientToken = "one";
        return request;
    }
}
