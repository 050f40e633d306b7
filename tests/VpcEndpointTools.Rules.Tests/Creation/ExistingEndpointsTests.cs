using VpcEndpointTools.Creation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Creation;

public sealed class ExistingEndpointsTests
{
    private const string Id = "vpce-0eeeeeeeeeeeeeeee";

    private static readonly EndpointConfig Existing = Given.Existing(Given.Interface, Id);

    [Fact]
    public void SameTargetInTheVpcIsFoundUnlessItIsDeadOrNotOnesOwn()
    {
        Assert.Single(Of(Existing));
        Assert.Empty(Of(Existing with { VpcId = Given.OtherVpcId }));
        Assert.Empty(Of(Existing with { ServiceName = "com.amazonaws.eu-west-1.sqs" }));
        Assert.Empty(Of(Existing with { VpcEndpointType = EndpointTypes.Gateway }));
        Assert.Empty(Of(Existing with { State = "Failed" }));
        Assert.Empty(Of(Existing with { RequesterManaged = true }));
    }

    [Fact]
    public void OnlyWhatIsStatedIsCompared()
    {
        Assert.Empty(ExistingEndpoints.Differences(Given.Interface with { Tags = [new Tag("Name", "x")] }, Existing));
        Assert.Empty(ExistingEndpoints.Differences(new EndpointConfig { VpcId = Given.VpcId }, Existing));
        Assert.Empty(ExistingEndpoints.Differences(Given.Interface with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }, Existing));
        Assert.Empty(ExistingEndpoints.Differences(Given.Interface with { PolicyDocument = """{ "a" : 1 }""" }, Existing with { PolicyDocument = """{"a":1}""" }));
    }

    [Fact]
    public void DifferencesComeWithTheCallThatAlignsThem()
    {
        EndpointConfig wanted = Given.Interface with { SubnetIds = [Given.SubnetA], PrivateDnsEnabled = false, IpAddressType = "dualstack", PolicyDocument = "{}" };
        EndpointConfig has = Existing with { SubnetIds = [Given.SubnetA, Given.SubnetB], PrivateDnsEnabled = true, PolicyDocument = default };
        Assert.Equal(["SubnetIds", "IpAddressType", "PrivateDnsEnabled", "PolicyDocument"], ExistingEndpoints.Differences(wanted, has).Select(difference => difference.Property));
        string call = ExistingEndpoints.Alignment(wanted, has)!;
        Assert.StartsWith($"Edit-EC2VpcEndpoint -VpcEndpointId {Id}", call, StringComparison.Ordinal);
        Assert.Contains($"-RemoveSubnetId {Given.SubnetB}", call, StringComparison.Ordinal);
        Assert.Contains("-PrivateDnsEnabled $false", call, StringComparison.Ordinal);
        Assert.Contains("-IpAddressType dualstack", call, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeChangedHasNoCall() => Assert.Null(ExistingEndpoints.Alignment(
        Given.GatewayLoadBalancer with { SubnetIds = [Given.SubnetB] }, Given.Existing(Given.GatewayLoadBalancer, Id) with { SubnetIds = [Given.SubnetA] }));

    private static IReadOnlyList<EndpointConfig> Of(EndpointConfig existing) => ExistingEndpoints.Of(Given.Interface, Given.Snapshot with { VpcEndpoints = [existing] });
}
