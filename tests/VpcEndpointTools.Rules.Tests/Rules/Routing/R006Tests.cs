using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Routing;

namespace VpcEndpointTools.Tests.Rules.Routing;

public sealed class R006Tests : RuleTest<R006GatewayOnlyForVpc>
{
    private static readonly Declarations Outside = new() { AccessFrom = ClientLocations.OnPremises };
    private static readonly Declarations Both = new() { AccessFrom = ClientLocations.OnPremises | ClientLocations.Vpc };
    private static readonly EndpointConfig Interface = Given.Existing(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3" }, "vpce-0eeeeeeeeeeeeeeee");

    private static NetworkSnapshot Beside(EndpointConfig other) => Given.Snapshot with { VpcEndpoints = [other] };

    [Theory]
    [InlineData(ClientLocations.OnPremises)]
    [InlineData(ClientLocations.PeeredVpc)]
    [InlineData(ClientLocations.TransitGateway)]
    [InlineData(ClientLocations.OtherRegion)]
    public void ClientsOutsideTheVpcFail(ClientLocations from)
    {
        Violation violation = Fails(Run(Given.Gateway, Given.Snapshot, new Declarations { AccessFrom = from }), Severity.Error, $"declared in {from}, but", "Use an Interface endpoint.");
        Assert.Equal("VpcEndpointType", violation.Property);
    }

    [Fact]
    public void ClientsInTheVpcAsWellMakeItAWarning() =>
        Fails(Run(Given.Gateway, Given.Snapshot, Both), Severity.Warning, "declared in OnPremises, but", "Use an Interface endpoint beside it.");

    [Fact]
    public void InterfaceEndpointBesideItPasses()
    {
        Passes(Run(Given.Gateway, Beside(Interface), Outside));
        Passes(Run(Given.Gateway, Beside(Interface) with { Complete = SnapshotCompleteness.Partial }, Outside));
    }

    [Fact]
    public void DeadForeignOrOtherNeighboursDoNotCount()
    {
        Fails(Run(Given.Gateway, Beside(Interface with { State = "failed" }), Outside), Severity.Error);
        Fails(Run(Given.Gateway, Beside(Interface with { VpcId = Given.OtherVpcId }), Outside), Severity.Error);
        Fails(Run(Given.Gateway, Beside(Interface with { ServiceName = "com.amazonaws.eu-west-1.ssm" }), Outside), Severity.Error);
        Fails(Run(Given.Gateway, Beside(Given.Existing(Given.Gateway, "vpce-0eeeeeeeeeeeeeeee")), Outside), Severity.Error);
    }

    [Fact]
    public void NeighboursThatAreNotKnownAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway, null, Outside), wasGiven: false, "VpcEndpoints");
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { VpcEndpoints = null }, Outside), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }, Outside), wasGiven: true, "Complete");
        NotEvaluated(Run(Given.Gateway, Beside(Interface with { State = Given.Unknown<string>() }), Outside), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(Given.Gateway with { VpcId = Given.Unknown<string>() }, Beside(Interface), Outside), wasGiven: true, "VpcId");
    }

    [Fact]
    public void WhereItCouldOnlyBeAWarningNothingIsBlocked() =>
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { VpcEndpoints = null }, Both), wasGiven: false, "VpcEndpoints");

    [Fact]
    public void ClientsInTheVpcPass() => Passes(Run(Given.Gateway, null, new Declarations { AccessFrom = ClientLocations.Vpc }));

    [Fact]
    public void NoServiceIsNotItsBusiness() => Passes(Run(Given.Gateway with { ServiceName = default }, Given.Snapshot, Outside));

    [Fact]
    public void WithoutADeclarationItIsNotEvaluated() => NotEvaluated(Run(Given.Gateway, Given.Snapshot), wasGiven: false, "-AccessFrom");

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { ServiceName = Given.Unknown<string>("!Ref S") }, Given.Snapshot, Outside), wasGiven: true, "!Ref S");

    [Fact]
    public void OtherTypesAreNotApplicable() => NotApplicable(Run(Given.Interface, Given.Snapshot, Outside));
}
