using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D008Tests : RuleTest<D008GatewayRecordsFit>
{
    private const string GatewayId = "vpce-0eeeeeeeeeeeeeeee";

    private static readonly EndpointConfig S3 = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3" };
    private static readonly EndpointConfig Ipv6Gateway = Gateway("ipv6");

    private static EndpointConfig Gateway(Value<string> records, string id = GatewayId) =>
        Given.Existing(Given.Gateway, id) with { DnsOptions = new DnsOptions { DnsRecordIpType = records } };

    private static EndpointConfig Own(Value<string> records) => S3 with { DnsOptions = new DnsOptions { DnsRecordIpType = records } };

    private static EndpointConfig InboundOnly(Value<bool> option) => S3 with { DnsOptions = new DnsOptions { PrivateDnsOnlyForInboundResolverEndpoint = option } };

    private static NetworkSnapshot Beside(params EndpointConfig[] endpoints) => Given.Snapshot with { VpcEndpoints = endpoints };

    [Fact]
    public void OtherRecordsFail()
    {
        Violation violation = Fails(Run(Own("ipv4"), Beside(Ipv6Gateway)), Severity.Error, "true by default", "DnsRecordIpType is ipv4", $"{GatewayId} has ipv6", "give it ipv4 or service-defined");
        Assert.Equal("DnsOptions.DnsRecordIpType", violation.Property);
    }

    [Fact]
    public void ExplicitOptionFailsWithoutTalkOfDefaults()
    {
        Violation violation = Fails(Run(InboundOnly(true), Beside(Ipv6Gateway)), Severity.Error, "is true and");
        Assert.DoesNotContain("by default", violation.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ipv4")]
    [InlineData("service-defined")]
    [InlineData(null)]
    public void SameOrServiceDefinedRecordsPass(string? records) => Passes(Run(Own("ipv4"), Beside(Gateway(records))));

    [Fact]
    public void RecordsFollowTheAddressTypeUnlessGiven()
    {
        Passes(Run(S3 with { IpAddressType = "ipv6" }, Beside(Ipv6Gateway)));
        Passes(Run(Own("ipv6") with { IpAddressType = "dualstack" }, Beside(Ipv6Gateway)));
        Fails(Run(S3 with { IpAddressType = "dualstack" }, Beside(Ipv6Gateway)), Severity.Error, "is dualstack", "has ipv6");
        Passes(Run(S3, Beside(Gateway("ipv4"))));
    }

    [Fact]
    public void OneFittingGatewayIsEnough()
    {
        Passes(Run(S3, Beside(Ipv6Gateway, Gateway("ipv4", "vpce-0dddddddddddddddd"))));
        Passes(Run(S3, Beside(Gateway(Given.Unknown<string>()), Gateway("ipv4", "vpce-0dddddddddddddddd"))));
    }

    [Fact]
    public void FirstOfTwoUnfitGatewaysIsNamed()
    {
        Violation violation = Fails(Run(S3, Beside(Ipv6Gateway, Gateway("dualstack", "vpce-0dddddddddddddddd"))), Severity.Error, GatewayId);
        Assert.DoesNotContain("vpce-0dddddddddddddddd", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAGatewayItIsNotApplicable() => NotApplicable(Run(S3, Given.Snapshot));

    [Fact]
    public void DeadForeignOrOtherEndpointsDoNotCount()
    {
        NotApplicable(Run(S3, Beside(Ipv6Gateway with { State = "failed" })));
        NotApplicable(Run(S3, Beside(Ipv6Gateway with { VpcId = Given.OtherVpcId })));
        NotApplicable(Run(S3, Beside(Ipv6Gateway with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" })));
        NotApplicable(Run(S3, Beside(Ipv6Gateway with { VpcEndpointType = EndpointTypes.Interface })));
    }

    [Fact]
    public void GatewayOfUnknownStateIsNotEvaluated() =>
        NotEvaluated(Run(S3, Beside(Ipv6Gateway with { State = Given.Unknown<string>() })), wasGiven: true, "Complete");

    [Fact]
    public void OtherServicesAreNotApplicable()
    {
        NotApplicable(Run(Given.Interface, Beside(Ipv6Gateway)));
        NotApplicable(Run(S3 with { ServiceName = "com.amazonaws.eu-west-1.nosuch" }, Beside(Ipv6Gateway)));
        NotApplicable(Run(S3 with { ServiceName = default }, Beside(Ipv6Gateway)));
    }

    [Fact]
    public void WithoutPrivateDnsItIsNotApplicable()
    {
        NotApplicable(Run(S3 with { PrivateDnsEnabled = false }, Beside(Ipv6Gateway)));
        NotApplicable(Run(S3 with { PrivateDnsEnabled = default }, Beside(Ipv6Gateway)));
    }

    [Fact]
    public void OptionOffIsNotApplicable() => NotApplicable(Run(InboundOnly(false), Beside(Ipv6Gateway)));

    [Fact]
    public void ExistingEndpointsAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Existing(S3), Beside(Ipv6Gateway)));
        NotApplicable(Run(S3 with { VpcEndpointType = EndpointTypes.Gateway }, Beside(Ipv6Gateway)));
    }

    [Fact]
    public void UnknownServiceIsNotEvaluated() => NotEvaluated(Run(S3 with { ServiceName = Given.Unknown<string>("!Ref S") }, Beside(Ipv6Gateway)), wasGiven: true, "ServiceName (!Ref S)");

    [Fact]
    public void UnknownPrivateDnsIsNotEvaluatedWhereItMatters()
    {
        EndpointConfig config = S3 with { PrivateDnsEnabled = Given.Unknown<bool>("!Ref P") };
        NotEvaluated(Run(config, Beside(Ipv6Gateway)), wasGiven: true, "PrivateDnsEnabled (!Ref P)");
        Passes(Run(config, Beside(Gateway("ipv4"))));
        NotApplicable(Run(config, Given.Snapshot));
    }

    [Fact]
    public void UnknownOptionIsNotEvaluatedWhereItMatters()
    {
        NotEvaluated(Run(InboundOnly(Given.Unknown<bool>("!Ref O")), Beside(Ipv6Gateway)), wasGiven: true, "PrivateDnsOnlyForInboundResolverEndpoint (!Ref O)");
        Passes(Run(InboundOnly(Given.Unknown<bool>("!Ref O")), Beside(Gateway("ipv4"))));
    }

    [Fact]
    public void UnknownRecordsAreNotEvaluated()
    {
        NotEvaluated(Run(Own(Given.Unknown<string>("!Ref R")), Beside(Ipv6Gateway)), wasGiven: true, GatewayId);
        NotEvaluated(Run(S3 with { IpAddressType = Given.Unknown<string>("!Ref T") }, Beside(Ipv6Gateway)), wasGiven: true, GatewayId);
        NotEvaluated(Run(S3, Beside(Gateway(Given.Unknown<string>("!Ref R")))), wasGiven: true, $"DnsRecordIpType of {GatewayId}");
        NotEvaluated(Run(S3, Beside(Gateway(Given.Unknown<string>("!Ref R")), Gateway("ipv6", "vpce-0dddddddddddddddd"))), wasGiven: true, "!Ref R");
    }

    [Fact]
    public void SameExpressionIsNoFit() => NotEvaluated(Run(Own(Given.Unknown<string>("!Ref R")), Beside(Gateway(Given.Unknown<string>("!Ref R")))), wasGiven: true, "!Ref R");

    [Fact]
    public void UnknownOwnRecordsPassBesideServiceDefinedOnes() => Passes(Run(Own(Given.Unknown<string>()), Beside(Gateway("service-defined"))));

    [Fact]
    public void PartialSnapshotProvesNothingButAFit()
    {
        NotEvaluated(Run(S3, Beside(Ipv6Gateway) with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "Complete");
        NotEvaluated(Run(S3, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "Complete");
        Passes(Run(S3, Beside(Gateway("ipv4")) with { Complete = SnapshotCompleteness.Partial }));
    }

    [Fact]
    public void WhatIsMissingIsSaidOfTheSnapshotFirst() =>
        NotEvaluated(Run(S3, Beside(Gateway(Given.Unknown<string>("!Ref R"))) with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "Complete");

    [Fact]
    public void WithoutEndpointsItIsNotEvaluated()
    {
        NotEvaluated(Run(S3), wasGiven: false, "VpcEndpoints");
        NotEvaluated(Run(S3, Given.Snapshot with { VpcEndpoints = null }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(S3 with { VpcId = Given.Unknown<string>("!Ref V") }, Beside(Ipv6Gateway)), wasGiven: true, "VpcId (!Ref V)");
    }
}
