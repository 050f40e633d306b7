using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Model;

public sealed class VpcJoinsTests
{
    private const string Ssm = "com.amazonaws.eu-west-1.ssm";

    private static VpcPeeringConnection Peering(Value<string> left, Value<string> right, string? status = "active") => new()
    {
        VpcPeeringConnectionId = "pcx-1",
        Status = status,
        Requester = new PeeredVpc { VpcId = left },
        Accepter = new PeeredVpc { VpcId = right },
    };

    private static TransitGatewayVpcAttachment Attachment(Value<string> vpc, Value<string> gateway, string state = "available") =>
        new() { TransitGatewayAttachmentId = "tgw-attach-1", VpcId = vpc, TransitGatewayId = gateway, State = state };

    private static EndpointConfig Endpoint(string vpc) => Given.Existing(Given.Interface with { VpcId = vpc }, "vpce-" + vpc);

    private static VpcJoins Joins(IReadOnlyList<EndpointConfig> endpoints, VpcPeeringConnection[]? peerings = null, TransitGatewayVpcAttachment[]? attachments = null) =>
        new NetworkSnapshot { VpcEndpoints = endpoints, VpcPeeringConnections = peerings, TransitGatewayVpcAttachments = attachments }.Index.Joins;

    [Fact]
    public void PeersAreOneNetworkInAChain()
    {
        VpcJoins joins = Joins([Endpoint("a"), Endpoint("b"), Endpoint("c"), Endpoint("d")], [Peering("a", "b"), Peering("c", "b", "Active"), Peering("b", "a")]);
        Assert.Equal(3, joins.VpcsWith("a", Ssm));
        Assert.Equal(3, joins.VpcsWith("b", Ssm));
        Assert.Equal(3, joins.VpcsWith("c", Ssm));
        Assert.Equal(1, joins.VpcsWith("d", Ssm));
        Assert.Equal(0, joins.VpcsWith("e", Ssm));
        Assert.Equal(0, joins.VpcsWith("a", "com.amazonaws.eu-west-1.kms"));
    }

    [Fact]
    public void ATransitGatewayJoinsWhatIsAttached()
    {
        VpcJoins joins = Joins(
            [Endpoint("a"), Endpoint("b"), Endpoint("c"), Endpoint("d")],
            attachments: [Attachment("a", "tgw-1"), Attachment("b", "tgw-1"), Attachment("c", "tgw-1", "deleted"), Attachment("d", "tgw-2")]);
        Assert.Equal(2, joins.VpcsWith("a", Ssm));
        Assert.Equal(1, joins.VpcsWith("c", Ssm));
        Assert.Equal(1, joins.VpcsWith("d", Ssm));
        Assert.Single(joins.AttachmentsOf("a"));
        Assert.Empty(joins.AttachmentsOf("c"));
    }

    [Fact]
    public void OnlyActivePeeringsCount()
    {
        VpcJoins joins = Joins([Endpoint("a"), Endpoint("b")], [Peering("a", "b", "pending-acceptance"), Peering("a", "c", null)]);
        Assert.Equal(1, joins.VpcsWith("a", Ssm));
        Assert.Empty(joins.PeeringsOf("a"));
    }

    [Fact]
    public void PeeringsAreFoundFromBothSides()
    {
        VpcJoins joins = Joins([], [Peering("a", "b"), Peering(Given.Unknown<string>(), "c")]);
        Assert.Single(joins.PeeringsOf("a"));
        Assert.Single(joins.PeeringsOf("b"));
        Assert.Single(joins.PeeringsOf("c"));
        Assert.Empty(joins.PeeringsOf("d"));
    }

    [Fact]
    public void SidesThatAreNotKnownJoinNothing()
    {
        VpcJoins joins = Joins(
            [Endpoint("a"), Endpoint("b")],
            [Peering("a", Given.Unknown<string>()), Peering(Given.Unknown<string>(), "b")],
            [Attachment("a", Given.Unknown<string>()), Attachment("b", Given.Unknown<string>()), Attachment(Given.Unknown<string>(), "tgw-1")]);
        Assert.Equal(1, joins.VpcsWith("a", Ssm));
        Assert.Equal(1, joins.VpcsWith("b", Ssm));
    }

    [Fact]
    public void AVpcCountsOnceWithItsLivingInterfaceEndpoints()
    {
        VpcPeeringConnection[] peerings = [Peering("a", "b")];
        Assert.Equal(1, Joins([Endpoint("a"), Endpoint("a") with { VpcEndpointId = "vpce-2" }], peerings).VpcsWith("a", Ssm));
        Assert.Equal(1, Joins([Endpoint("a"), Endpoint("b") with { State = "deleted" }], peerings).VpcsWith("a", Ssm));
        Assert.Equal(1, Joins([Endpoint("a"), Endpoint("b") with { State = Given.Unknown<string>() }], peerings).VpcsWith("a", Ssm));
        Assert.Equal(1, Joins([Endpoint("a"), Endpoint("b") with { VpcEndpointType = "Gateway" }], peerings).VpcsWith("a", Ssm));
        Assert.Equal(1, Joins([Endpoint("a"), Endpoint("b") with { VpcId = Given.Unknown<string>() }], peerings).VpcsWith("a", Ssm));
        Assert.Equal(1, Joins([Endpoint("a"), Endpoint("b") with { ServiceName = Given.Unknown<string>() }], peerings).VpcsWith("a", Ssm));
        Assert.Equal(2, Joins([Endpoint("a"), Endpoint("b") with { State = default }], peerings).VpcsWith("a", Ssm));
    }
}
