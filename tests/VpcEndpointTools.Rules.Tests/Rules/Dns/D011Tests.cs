using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D011Tests : RuleTest<D011InboundResolver>
{
    private static readonly Declarations OnPremises = new() { AccessFrom = ClientLocations.OnPremises | ClientLocations.Vpc };

    private static NetworkSnapshot Resolver(Value<string> direction, Value<string> status, string vpc = Given.VpcId) =>
        Given.Snapshot with { ResolverEndpoints = [new ResolverEndpoint { Id = "rslvr-1", VpcId = vpc, Direction = direction, Status = status }] };

    [Fact]
    public void NobodyWhoAnswersIsAWarning() => Fails(Run(Given.Interface, Given.Snapshot, OnPremises), Severity.Warning, Given.VpcId, "inbound endpoint");

    [Fact]
    public void WrongDirectionVpcOrStateDoesNotHelp()
    {
        Fails(Run(Given.Interface, Resolver("OUTBOUND", "OPERATIONAL"), OnPremises), Severity.Warning, Given.VpcId);
        Fails(Run(Given.Interface, Resolver("INBOUND", "OPERATIONAL", Given.OtherVpcId), OnPremises), Severity.Warning, Given.VpcId);
        Fails(Run(Given.Interface, Resolver("INBOUND", "DELETING"), OnPremises), Severity.Warning, Given.VpcId);
    }

    [Fact]
    public void InboundEndpointPasses()
    {
        Passes(Run(Given.Interface, Resolver("INBOUND", "OPERATIONAL"), OnPremises));
        Passes(Run(Given.Interface, Resolver("inbound", default), OnPremises));
    }

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, null, OnPremises), wasGiven: false, "ResolverEndpoints");
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }, OnPremises), wasGiven: true, "ResolverEndpoints");
        NotEvaluated(Run(Given.Interface, Resolver(Given.Unknown<string>(), default), OnPremises), wasGiven: true, "ResolverEndpoints");
        NotEvaluated(Run(Given.Interface, Resolver("INBOUND", Given.Unknown<string>()), OnPremises), wasGiven: true, "ResolverEndpoints");
        NotEvaluated(Run(Given.Interface with { PrivateDnsEnabled = Given.Unknown<bool>() }, Given.Snapshot, OnPremises), wasGiven: true, "PrivateDnsEnabled");
        NotEvaluated(Run(Given.Interface with { VpcId = Given.Unknown<string>() }, Given.Snapshot, OnPremises), wasGiven: false, "ResolverEndpoints");
    }

    [Fact]
    public void NobodyOnPremisesIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface, Given.Snapshot));
        NotApplicable(Run(Given.Interface, Given.Snapshot, new Declarations { AccessFrom = ClientLocations.TransitGateway }));
        NotApplicable(Run(Given.Interface with { PrivateDnsEnabled = false }, Given.Snapshot, OnPremises));
        NotApplicable(Run(Given.Interface with { PrivateDnsEnabled = default }, Given.Snapshot, OnPremises));
        NotApplicable(Run(Given.Gateway, Given.Snapshot, OnPremises));
    }
}
