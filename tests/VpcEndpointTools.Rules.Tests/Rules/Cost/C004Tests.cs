using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Cost;

namespace VpcEndpointTools.Tests.Rules.Cost;

public sealed class C004Tests : RuleTest<C004CentralEndpoint>
{
    private static readonly EndpointConfig Own = Given.Existing(Given.Interface);

    private static EndpointConfig In(string vpc) => Own with { VpcId = vpc, VpcEndpointId = "vpce-" + vpc };

    private static VpcPeeringConnection Peering(string left, string right) => new()
    {
        VpcPeeringConnectionId = "pcx-1",
        Status = "active",
        Requester = new PeeredVpc { VpcId = left },
        Accepter = new PeeredVpc { VpcId = right },
    };

    private static readonly NetworkSnapshot Three = Given.Snapshot with
    {
        VpcEndpoints = [Own, In("vpc-1"), In("vpc-2")],
        VpcPeeringConnections = [Peering(Given.VpcId, "vpc-1"), Peering("vpc-1", "vpc-2")],
    };

    private static readonly NetworkSnapshot Two = Three with { VpcEndpoints = [Own, In("vpc-1")] };

    private static void Open(NetworkSnapshot snapshot) => NotEvaluated(Run(Own, snapshot), wasGiven: false, "all endpoints, peerings and attachments");

    [Fact]
    public void ThreeJoinedVpcsWithTheirOwnFail() =>
        Assert.Equal("ServiceName", Fails(Run(Own, Three), Severity.Information, "3 VPCs that are joined", "com.amazonaws.eu-west-1.ssm each").Property);

    [Fact]
    public void TransitGatewayJoinsToo() => Fails(
        Run(
            Own,
            Three with
            {
                VpcPeeringConnections = null,
                TransitGatewayVpcAttachments =
                    [.. new[] { Given.VpcId, "vpc-1", "vpc-2" }.Select(vpc => new TransitGatewayVpcAttachment
                    {
                        TransitGatewayAttachmentId = "a-" + vpc,
                        TransitGatewayId = "tgw-1",
                        VpcId = vpc,
                        State = "available",
                    })],
            }),
        Severity.Information,
        "3 VPCs");

    [Fact]
    public void TwoPass() => Passes(Run(Own, Two));

    [Fact]
    public void VpcsThatAreNotJoinedPass() => Passes(Run(Own, Three with { VpcPeeringConnections = [Peering(Given.VpcId, "vpc-1")] }));

    [Fact]
    public void DeadNeighboursDoNotCount() => Passes(Run(Own, Three with { VpcEndpoints = [Own, In("vpc-1"), In("vpc-2") with { State = "deleted" }] }));

    [Fact]
    public void ThreeFailEvenInAPartialSnapshot() => Fails(Run(Own, Three with { Complete = SnapshotCompleteness.Partial, TransitGatewayVpcAttachments = null }), Severity.Information, "3 VPCs");

    [Fact]
    public void WhatIsNotListedIsNotEvaluated()
    {
        Open(Two with { Complete = SnapshotCompleteness.Partial });
        Open(Two with { Complete = SnapshotCompleteness.Of([Given.VpcId]) });
        Open(Two with { VpcPeeringConnections = null });
        Open(Two with { TransitGatewayVpcAttachments = null });
        Open(Three with { VpcEndpoints = [Own, In("vpc-1"), In("vpc-2") with { State = Given.Unknown<string>() }] });
        Open(Three with { VpcPeeringConnections = [Peering(Given.VpcId, "vpc-1"), Peering("vpc-1", "vpc-2") with { Status = Given.Unknown<string>() }] });
        Open(Two with
        {
            TransitGatewayVpcAttachments = [new TransitGatewayVpcAttachment { TransitGatewayAttachmentId = "a", VpcId = "vpc-9", TransitGatewayId = "tgw-1", State = Given.Unknown<string>() }],
        });
    }

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated()
    {
        NotEvaluated(Run(Own), wasGiven: false, "a snapshot with VpcEndpoints");
        NotEvaluated(Run(Own, Three with { VpcEndpoints = null }), wasGiven: false, "a snapshot with VpcEndpoints");
        NotEvaluated(Run(Own, Three with { VpcPeeringConnections = null, TransitGatewayVpcAttachments = null }), wasGiven: false, "a snapshot with VpcEndpoints");
        NotEvaluated(Run(Own with { VpcId = Given.Unknown<string>() }, Three), wasGiven: false, "a snapshot with VpcEndpoints");
    }

    [Fact]
    public void UnknownServiceIsNotEvaluated() => NotEvaluated(Run(Own with { ServiceName = Given.Unknown<string>("!Ref S") }, Three), wasGiven: true, "!Ref S");

    [Fact]
    public void NoServiceAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Own with { ServiceName = default }, Three));
        NotApplicable(Run(Given.Gateway, Three));
    }
}
