using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D010Tests : RuleTest<D010PaidPath>
{
    private static EndpointConfig With(Value<bool> inboundOnly) =>
        Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3", DnsOptions = new DnsOptions { PrivateDnsOnlyForInboundResolverEndpoint = inboundOnly } };

    private static readonly NetworkSnapshot Beside = Given.Snapshot with { VpcEndpoints = [Given.Existing(Given.Gateway, "vpce-0eeeeeeeeeeeeeeee")] };

    [Fact]
    public void PrivateDnsForAllBesideAGatewayIsAWarning() => Fails(Run(With(false), Beside), Severity.Warning, "vpce-0eeeeeeeeeeeeeeee", Given.VpcId);

    [Fact]
    public void InboundOnlyOrNoGatewayPasses()
    {
        Passes(Run(With(true), Beside));
        Passes(Run(With(false), Given.Snapshot));
        Passes(Run(With(false), Given.Snapshot with { VpcEndpoints = [Given.Existing(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3" }, "vpce-2")] }));
    }

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(With(Given.Unknown<bool>()), Beside), wasGiven: true, "Inbound");
        NotEvaluated(Run(With(false) with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }, Beside), wasGiven: true, "PrivateDnsEnabled");
        NotEvaluated(Run(With(false) with { ServiceName = Given.Unknown<string>() }, Beside), wasGiven: true, "ServiceName");
        NotEvaluated(Run(With(false)), wasGiven: false, "VpcEndpoints");
        NotEvaluated(Run(With(false), Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "VpcEndpoints");
    }

    [Fact]
    public void NothingToLookAtIsNotApplicable()
    {
        NotApplicable(Run(With(default), Beside));
        NotApplicable(Run(With(false) with { PrivateDnsEnabled = false }, Beside));
        NotApplicable(Run(With(false) with { PrivateDnsEnabled = default }, Beside));
        NotApplicable(Run(With(false) with { ServiceName = "com.amazonaws.eu-west-1.ssm" }, Beside));
    }
}
