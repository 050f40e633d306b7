using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D010Tests : RuleTest<D010PaidPath>
{
    private static readonly EndpointConfig S3 = With(false);
    private static readonly EndpointConfig Gateway = Given.Existing(Given.Gateway, "vpce-0eeeeeeeeeeeeeeee");
    private static readonly NetworkSnapshot Beside = Given.Snapshot with { VpcEndpoints = [Gateway] };

    private static EndpointConfig With(Value<bool> option) => Given.Interface with
    {
        ServiceName = "com.amazonaws.eu-west-1.s3",
        DnsOptions = new DnsOptions { PrivateDnsOnlyForInboundResolverEndpoint = option },
    };

    [Fact]
    public void OptionOffBesideAGatewayFails()
    {
        Violation violation = Fails(Run(S3, Beside), Severity.Warning, "is false", "vpce-0eeeeeeeeeeeeeeee", Given.VpcId, "Set it to true");
        Assert.Equal("DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint", violation.Property);
    }

    [Fact]
    public void ExistingEndpointFailsToo()
    {
        EndpointConfig existing = Given.Existing(S3);
        Fails(Run(existing, Given.Snapshot with { VpcEndpoints = [existing, Gateway] }), Severity.Warning, "vpce-0eeeeeeeeeeeeeeee");
        Passes(Run(existing, Given.Snapshot with { VpcEndpoints = [existing] }));
    }

    [Fact]
    public void OptionOnPassesWhateverElseIsUnknown()
    {
        Passes(Run(With(true), Beside));
        Passes(Run(With(true) with { PrivateDnsEnabled = Given.Unknown<bool>() }));
    }

    [Fact]
    public void WithoutAGatewayItPasses() => Passes(Run(S3, Given.Snapshot));

    [Fact]
    public void DeadForeignOrOtherEndpointsDoNotCount()
    {
        Passes(Run(S3, Given.Snapshot with { VpcEndpoints = [Gateway with { State = "deleted" }] }));
        Passes(Run(S3, Given.Snapshot with { VpcEndpoints = [Gateway with { VpcId = Given.OtherVpcId }] }));
        Passes(Run(S3, Given.Snapshot with { VpcEndpoints = [Gateway with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" }] }));
        Passes(Run(S3, Given.Snapshot with { VpcEndpoints = [Gateway with { VpcEndpointType = EndpointTypes.Interface }] }));
    }

    [Fact]
    public void GatewayOfUnknownStateOrTypeIsNotEvaluated()
    {
        NotEvaluated(Run(S3, Given.Snapshot with { VpcEndpoints = [Gateway with { State = Given.Unknown<string>() }] }), wasGiven: true, "Complete");
        NotEvaluated(Run(S3, Given.Snapshot with { VpcEndpoints = [Gateway with { VpcEndpointType = Given.Unknown<string>() }] }), wasGiven: true, "Complete");
    }

    [Fact]
    public void OmittedOptionIsNotApplicable()
    {
        NotApplicable(Run(With(default), Beside));
        NotApplicable(Run(Given.Existing(With(default)), Beside));
    }

    [Fact]
    public void WithoutPrivateDnsItIsNotApplicable()
    {
        NotApplicable(Run(S3 with { PrivateDnsEnabled = false }, Beside));
        NotApplicable(Run(S3 with { PrivateDnsEnabled = default }, Beside));
        NotApplicable(Run(With(true) with { PrivateDnsEnabled = false }, Beside));
    }

    [Fact]
    public void OtherServicesAndTypesAreNotApplicable()
    {
        NotApplicable(Run(S3 with { ServiceName = "com.amazonaws.eu-west-1.ssm" }, Beside));
        NotApplicable(Run(S3 with { ServiceName = "com.amazonaws.eu-west-1.nosuch" }, Beside));
        NotApplicable(Run(S3 with { ServiceName = default }, Beside));
        NotApplicable(Run(S3 with { VpcEndpointType = EndpointTypes.Gateway }, Beside));
    }

    [Fact]
    public void UnknownValuesAreNotEvaluated()
    {
        NotEvaluated(Run(S3 with { ServiceName = Given.Unknown<string>("!Ref S") }, Beside), wasGiven: true, "ServiceName (!Ref S)");
        NotEvaluated(Run(With(Given.Unknown<bool>("!Ref O")), Beside), wasGiven: true, "PrivateDnsOnlyForInboundResolverEndpoint (!Ref O)");
        NotEvaluated(Run(S3 with { PrivateDnsEnabled = Given.Unknown<bool>("!Ref P") }, Beside), wasGiven: true, "PrivateDnsEnabled (!Ref P)");
        NotEvaluated(Run(S3 with { VpcId = Given.Unknown<string>("!Ref V") }, Beside), wasGiven: true, "VpcId (!Ref V)");
    }

    [Fact]
    public void PartialSnapshotProvesOnlyWhatItShows()
    {
        NotEvaluated(Run(S3, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "Complete");
        Fails(Run(S3, Beside with { Complete = SnapshotCompleteness.Partial }), Severity.Warning, "vpce-0eeeeeeeeeeeeeeee");
    }

    [Fact]
    public void WithoutEndpointsItIsNotEvaluated()
    {
        NotEvaluated(Run(S3), wasGiven: false, "VpcEndpoints");
        NotEvaluated(Run(S3, Given.Snapshot with { VpcEndpoints = null }), wasGiven: true, "VpcEndpoints");
    }

    [Fact]
    public void ExistingEndpointOfUnknownIdIsNotEvaluated() =>
        NotEvaluated(Run(Given.Existing(S3) with { VpcEndpointId = Given.Unknown<string>("!Ref E") }, Beside), wasGiven: true, "VpcEndpointId (!Ref E)");
}
