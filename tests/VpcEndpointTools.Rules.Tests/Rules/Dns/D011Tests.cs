using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D011Tests : RuleTest<D011InboundResolver>
{
    private static readonly Declarations OnPremises = new() { AccessFrom = ClientLocations.Vpc | ClientLocations.OnPremises };

    private static readonly ResolverEndpoint Inbound = new() { Id = "rslvr-in-1", VpcId = Given.VpcId, Direction = "INBOUND", Status = "OPERATIONAL" };

    private static RuleOutcome Beside(params ResolverEndpoint[] resolvers) => Run(Given.Interface, Given.Snapshot with { ResolverEndpoints = resolvers }, OnPremises);

    [Fact]
    public void NoResolverFails()
    {
        Violation violation = Fails(Beside(), Severity.Warning, "on premises", Given.VpcId, "inbound endpoint");
        Assert.Equal("PrivateDnsEnabled", violation.Property);
    }

    [Fact]
    public void ExistingEndpointFailsToo() => Fails(Run(Given.Existing(Given.Interface), Given.Snapshot, OnPremises), Severity.Warning, Given.VpcId);

    [Fact]
    public void InboundResolverPasses() => Passes(Beside(Inbound));

    [Theory]
    [InlineData("inbound", "creating")]
    [InlineData("INBOUND", "ACTION_NEEDED")]
    [InlineData("INBOUND", null)]
    public void InboundResolverPassesInAnyCaseAndLivingState(string direction, string? status) => Passes(Beside(Inbound with { Direction = direction, Status = status }));

    [Fact]
    public void OutboundForeignOrDyingResolversDoNotCount()
    {
        Fails(Beside(Inbound with { Direction = "OUTBOUND" }), Severity.Warning, Given.VpcId);
        Fails(Beside(Inbound with { VpcId = Given.OtherVpcId }), Severity.Warning, Given.VpcId);
        Fails(Beside(Inbound with { Status = "DELETING" }), Severity.Warning, Given.VpcId);
        Fails(Beside(Inbound with { Status = "deleted" }), Severity.Warning, Given.VpcId);
        Fails(Beside(Inbound with { Direction = default }), Severity.Warning, Given.VpcId);
    }

    [Fact]
    public void OneGoodResolverAmongBadOnesPasses() => Passes(Beside(Inbound with { Direction = "OUTBOUND" }, Inbound with { Status = "DELETING" }, Inbound));

    [Fact]
    public void ResolverOfUnknownDirectionStatusOrVpcIsNotEvaluated()
    {
        NotEvaluated(Beside(Inbound with { Direction = Given.Unknown<string>() }), wasGiven: true, "ResolverEndpoints");
        NotEvaluated(Beside(Inbound with { Status = Given.Unknown<string>() }), wasGiven: true, "ResolverEndpoints");
        NotEvaluated(Beside(Inbound with { VpcId = Given.Unknown<string>() }), wasGiven: true, "ResolverEndpoints");
        Passes(Beside(Inbound with { Status = Given.Unknown<string>() }, Inbound));
    }

    [Theory]
    [InlineData(ClientLocations.None)]
    [InlineData(ClientLocations.Vpc)]
    [InlineData(ClientLocations.PeeredVpc | ClientLocations.TransitGateway | ClientLocations.OtherRegion)]
    public void WithoutClientsOnPremisesItIsNotApplicable(ClientLocations from) => NotApplicable(Run(Given.Interface, Given.Snapshot, new Declarations { AccessFrom = from }));

    [Fact]
    public void WithoutPrivateDnsItIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface with { PrivateDnsEnabled = false }, Given.Snapshot, OnPremises));
        NotApplicable(Run(Given.Interface with { PrivateDnsEnabled = default }, Given.Snapshot, OnPremises));
    }

    [Fact]
    public void OtherTypesAreNotApplicable() => NotApplicable(Run(Given.Resource with { PrivateDnsEnabled = true }, Given.Snapshot, OnPremises));

    [Fact]
    public void UnknownPrivateDnsIsNotEvaluatedWhereItMatters()
    {
        EndpointConfig config = Given.Interface with { PrivateDnsEnabled = Given.Unknown<bool>("!Ref P") };
        NotEvaluated(Run(config, Given.Snapshot, OnPremises), wasGiven: true, "PrivateDnsEnabled (!Ref P)");
        Passes(Run(config, Given.Snapshot with { ResolverEndpoints = [Inbound] }, OnPremises));
    }

    [Fact]
    public void UnknownVpcIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { VpcId = Given.Unknown<string>() }, Given.Snapshot, OnPremises), wasGiven: false, "ResolverEndpoints");

    [Fact]
    public void WithoutResolversInTheSnapshotItIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, null, OnPremises), wasGiven: false, "ResolverEndpoints");
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { ResolverEndpoints = null }, OnPremises), wasGiven: false, "ResolverEndpoints");
    }

    [Fact]
    public void PartialSnapshotProvesOnlyWhatItShows()
    {
        NetworkSnapshot partial = Given.Snapshot with { Complete = SnapshotCompleteness.Partial };
        NotEvaluated(Run(Given.Interface, partial, OnPremises), wasGiven: true, "ResolverEndpoints");
        Passes(Run(Given.Interface, partial with { ResolverEndpoints = [Inbound] }, OnPremises));
    }
}
