using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D004Tests : RuleTest<D004InboundOnlyNeedsGateway>
{
    private static readonly EndpointConfig S3 = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3" };
    private static readonly EndpointConfig Gateway = Given.Existing(Given.Gateway, "vpce-0eeeeeeeeeeeeeeee");

    private static EndpointConfig With(Value<bool> option) => S3 with { DnsOptions = new DnsOptions { PrivateDnsOnlyForInboundResolverEndpoint = option } };

    [Fact]
    public void OptionSetWithoutAGatewayFails() => Fails(Run(With(true), Given.Snapshot), Severity.Error, Given.VpcId, "Gateway endpoint");

    [Fact]
    public void OptionUnsetFailsAsItsDefaultIsTrue() => Fails(Run(S3, Given.Snapshot), Severity.Error, "by default");

    [Fact]
    public void GatewayInTheVpcPasses() => Passes(Run(S3, Given.Snapshot with { VpcEndpoints = [Gateway] }));

    [Fact]
    public void DeadOrForeignGatewayDoesNotCount()
    {
        Fails(Run(S3, Given.Snapshot with { VpcEndpoints = [Gateway with { State = "deleting" }] }), Severity.Error, "none");
        Fails(Run(S3, Given.Snapshot with { VpcEndpoints = [Gateway with { VpcId = Given.OtherVpcId }] }), Severity.Error, "none");
        Fails(Run(S3, Given.Snapshot with { VpcEndpoints = [Gateway with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" }] }), Severity.Error, "none");
    }

    [Fact]
    public void ExplicitFalsePassesWithoutASnapshot() => Passes(Run(With(false)));

    [Fact]
    public void OtherServicesAreNotApplicable() => NotApplicable(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void PrivateDnsOffIsNotApplicable() => NotApplicable(Run(With(true) with { PrivateDnsEnabled = false }, Given.Snapshot));

    [Fact]
    public void S3OfAnotherRegionIsNotApplicable() =>
        NotApplicable(Run(S3 with { ServiceName = "com.amazonaws.us-east-1.s3", ServiceRegion = "us-east-1" }, Given.Snapshot));

    [Fact]
    public void ExistingEndpointWithoutTheOptionIsNotEvaluated() => NotEvaluated(Run(Given.Existing(S3), Given.Snapshot), wasGiven: false, "PrivateDnsOnlyForInbound");

    [Fact]
    public void PartialSnapshotProvesNothing() =>
        NotEvaluated(Run(S3, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "Complete");

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(S3), wasGiven: false, "VpcEndpoints");

    [Fact]
    public void UnknownOptionIsNotEvaluated() => NotEvaluated(Run(With(Value<bool>.Unknown("!Ref O")), Given.Snapshot), wasGiven: true, "!Ref O");

    [Fact]
    public void OmittedPrivateDnsIsNotEvaluatedWhereItMatters() =>
        NotEvaluated(Run(S3 with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }, Given.Snapshot), wasGiven: true, "omitted");
}
