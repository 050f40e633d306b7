using VpcEndpointTools.Editing;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Editing;

public sealed class EndpointChangeTests
{
    private const string Id = "vpce-0a1b2c3d4e5f60718";

    private static EndpointConfig Now => Given.Interface with { Target = Id, VpcEndpointId = Id, State = "available", IsExisting = true };

    [Fact]
    public void OnlyWhatIsNotSoIsNeeded()
    {
        EndpointChange asked = new()
        {
            AddSubnetIds = [Given.SubnetA, "subnet-0ccccccccccccccc0", "subnet-0ccccccccccccccc0"],
            RemoveSubnetIds = [Given.SubnetB, "subnet-0ddddddddddddddd0"],
            RemoveSecurityGroupIds = ["sg-0ffffffffffffffff"],
            PrivateDnsEnabled = true,
            PolicyDocument = Given.PerimeterPolicy.Replace("\"Allow\"", " \"Allow\" ", StringComparison.Ordinal),
            IpAddressType = "ipv4",
        };
        EndpointChange needed = asked.Needed(Now with { IpAddressType = "IPV4" });
        Assert.Equal(["AddSubnetId=subnet-0ccccccccccccccc0", $"RemoveSubnetId={Given.SubnetB}"],
            needed.Parts.Select(part => $"{part.Parameter}={part.Value}"));
        Assert.True(asked.Needed(needed.AppliedTo(Now) with { IpAddressType = "ipv4" }).IsEmpty);
    }

    [Fact]
    public void AppliedNothingElseIsChanged()
    {
        EndpointConfig then = new EndpointChange { AddSecurityGroupIds = ["sg-0ffffffffffffffff"],
            PrivateDnsEnabled = false }.AppliedTo(Now);
        Assert.Equal([Given.GroupId, "sg-0ffffffffffffffff"], then.SecurityGroupIds.Select(id => id.Known));
        Assert.True(then.PrivateDnsEnabled.Is(false));
        Assert.Equal(Now.SubnetIds.ToList(), then.SubnetIds.ToList());
        Assert.Equal(Now.PolicyDocument, then.PolicyDocument);
    }

    [Fact]
    public void DefaultPolicyIsNone()
    {
        EndpointChange reset = new() { ResetPolicy = true };
        Assert.False(reset.Needed(Now).IsEmpty);
        Assert.True(reset.Needed(Now with { PolicyDocument = default }).IsEmpty);
        EndpointChange written = new() { PolicyDocument = """{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""" };
        Assert.True(written.Needed(Now with { PolicyDocument = default }).IsEmpty);
        Assert.False(written.Needed(Now).IsEmpty);
    }

    [Fact]
    public void ContradictionsAreFound()
    {
        Assert.Empty(new EndpointChange { AddSubnetIds = ["a"], RemoveSubnetIds = ["b"] }.Contradictions());
        Assert.Equal(3,
            new EndpointChange { AddSubnetIds = ["a"], RemoveSubnetIds = ["a"], AddRouteTableIds = ["r"], RemoveRouteTableIds = ["r"],
            PolicyDocument = "{}", ResetPolicy = true }.Contradictions().Count);
    }

    // Sources: types.tsv, ChangeLater.
    [Theory]
    [InlineData(EndpointTypes.Interface, "AddSubnetId,RemoveSubnetId,AddSecurityGroupId,PolicyDocument,PrivateDnsEnabled,IpAddressType")]
    [InlineData(EndpointTypes.Gateway, "AddRouteTableId,PolicyDocument,IpAddressType")]
    [InlineData(EndpointTypes.GatewayLoadBalancer, "IpAddressType")]
    [InlineData(EndpointTypes.Resource, "AddSecurityGroupId,PrivateDnsEnabled")]
    [InlineData(EndpointTypes.ServiceNetwork, "AddSubnetId,AddSecurityGroupId,PrivateDnsEnabled")]
    [InlineData(EndpointTypes.Tunnel, "AddSecurityGroupId")]
    public void EachTypeChangesWhatItCan(string type, string can)
    {
        EndpointChange everything = new()
        {
            AddSubnetIds = ["s"], RemoveSubnetIds = ["t"], AddSecurityGroupIds = ["g"], AddRouteTableIds = ["r"], PolicyDocument = "{}",
                PrivateDnsEnabled = false, IpAddressType = "ipv6",
        };
        IEnumerable<string> cannot = ChangePreflight.NotChangeable(Now with { VpcEndpointType = type }, everything);
        Assert.Equal(can.Split(',', StringSplitOptions.RemoveEmptyEntries),
            everything.Parts.Select(part => part.Parameter).Except(cannot));
    }

    [Fact]
    public void TheEndpointIsNotInItsOwnWay()
    {
        NetworkSnapshot around = Given.Snapshot with { VpcEndpoints = [Now] };
        ChangePreflight preflight = ChangePreflight.Of(Now, new EndpointChange { RemoveSubnetIds = [Given.SubnetB] }, around,
            new RuleEvaluator(), Given.Region);
        Assert.Empty(preflight.Errors);
        Assert.Contains(preflight.Warnings, finding => finding.RuleId == RuleIds.H001);
    }

    [Fact]
    public void WhatTheChangeBringsIsAnErrorAndWhatIsThereIsAWarning()
    {
        EndpointConfig now = Now with { SecurityGroupIds = [Given.GroupId] };
        NetworkSnapshot shut = Given.Inbound() with { VpcEndpoints = [now] };
        ChangePreflight kept = ChangePreflight.Of(now, new EndpointChange { PrivateDnsEnabled = false }, shut, new RuleEvaluator(),
            Given.Region);
        Assert.Empty(kept.Errors);
        Assert.Contains(kept.Warnings, finding => finding.RuleId == RuleIds.P001);
        ChangePreflight brought = ChangePreflight.Of(now, new EndpointChange { AddSubnetIds = ["subnet-0eeeeeeeeeeeeeeee"] },
            Given.Snapshot with { VpcEndpoints = [now] }, new RuleEvaluator(), Given.Region);
        Assert.Contains(brought.Errors, finding => finding.RuleId == RuleIds.N015);
    }
}
