using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D008Tests : RuleTest<D008GatewayRecordsFit>
{
    private static readonly EndpointConfig S3 = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3", DnsOptions = new DnsOptions { DnsRecordIpType = "ipv4", PrivateDnsOnlyForInboundResolverEndpoint = true } };

    private static EndpointConfig Gateway(Value<string> record, string id = "vpce-0eeeeeeeeeeeeeeee") => Given.Existing(Given.Gateway, id) with { DnsOptions = new DnsOptions { DnsRecordIpType = record } };

    private static NetworkSnapshot Beside(params EndpointConfig[] others) => Given.Snapshot with { VpcEndpoints = others };

    [Fact]
    public void OtherRecordsFail() => Fails(Run(S3, Beside(Gateway("dualstack"))), Severity.Error, "is ipv4", "vpce-0eeeeeeeeeeeeeeee has dualstack", "service-defined");

    [Fact]
    public void DefaultIsSaid()
    {
        Fails(Run(S3 with { DnsOptions = DnsOptions.Absent }, Beside(Gateway("dualstack"))), Severity.Error, "by default", "is ipv4");
        Fails(Run(S3 with { DnsOptions = DnsOptions.Absent, IpAddressType = "ipv6" }, Beside(Gateway("dualstack"))), Severity.Error, "is ipv6");
    }

    [Fact]
    public void SameOrServiceDefinedPasses()
    {
        Passes(Run(S3, Beside(Gateway("ipv4"))));
        Passes(Run(S3, Beside(Gateway("service-defined"))));
        Passes(Run(S3, Beside(Gateway(default))));
        Passes(Run(S3, Beside(Gateway("dualstack"), Gateway("ipv4", "vpce-2"))));
    }

    [Fact]
    public void WithoutAGatewayItIsD004s() => NotApplicable(Run(S3, Beside()));

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(S3), wasGiven: false, "VpcEndpoints");
        NotEvaluated(Run(S3, Beside(Gateway("dualstack")) with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(S3, Beside(Gateway(Given.Unknown<string>()))), wasGiven: true, "DnsRecordIpType");
        NotEvaluated(Run(S3 with { DnsOptions = S3.DnsOptions with { DnsRecordIpType = Given.Unknown<string>() } }, Beside(Gateway("dualstack"))), wasGiven: true, "DnsRecordIpType");
        NotEvaluated(Run(S3 with { DnsOptions = S3.DnsOptions with { PrivateDnsOnlyForInboundResolverEndpoint = Given.Unknown<bool>() } }, Beside(Gateway("dualstack"))), wasGiven: true, "Inbound");
        NotEvaluated(Run(S3 with { PrivateDnsEnabled = Given.Unknown<bool>() }, Beside(Gateway("dualstack"))), wasGiven: true, "PrivateDnsEnabled");
        NotEvaluated(Run(S3 with { ServiceName = Given.Unknown<string>() }, Beside()), wasGiven: true, "ServiceName");
    }

    [Fact]
    public void NothingToLookAtIsNotApplicable()
    {
        NetworkSnapshot unfit = Beside(Gateway("dualstack"));
        NotApplicable(Run(S3 with { PrivateDnsEnabled = false }, unfit));
        NotApplicable(Run(S3 with { PrivateDnsEnabled = default }, unfit));
        NotApplicable(Run(S3 with { DnsOptions = new DnsOptions { PrivateDnsOnlyForInboundResolverEndpoint = false } }, unfit));
        NotApplicable(Run(S3 with { ServiceName = "com.amazonaws.eu-west-1.ssm" }, unfit));
        NotApplicable(Run(Given.Existing(S3), unfit));
        NotApplicable(Run(S3, Beside(Gateway("dualstack") with { VpcId = Given.OtherVpcId })));
        NotApplicable(Run(S3, Beside(Gateway("dualstack") with { State = "deleting" })));
        NotApplicable(Run(S3, Beside(Gateway("dualstack") with { VpcEndpointType = "Interface" })));
    }
}
