using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D007Tests : RuleTest<D007GatewayRecordsNeedDns>
{
    private static EndpointConfig With(Value<string> record) => Given.Gateway with { DnsOptions = new DnsOptions { DnsRecordIpType = record } };

    private static NetworkSnapshot Dns(Value<bool> support, Value<bool> hostnames) =>
        Given.Snapshot with { Vpcs = [new Vpc { VpcId = Given.VpcId, EnableDnsSupport = support, EnableDnsHostnames = hostnames }] };

    [Fact]
    public void SupportOffFails()
    {
        Violation violation = Fails(Run(With("ipv4"), Dns(support: false, hostnames: true)), Severity.Error, "DnsRecordIpType is ipv4", Given.VpcId, "enableDnsSupport", "is false");
        Assert.DoesNotContain("enableDnsHostnames", violation.Message, StringComparison.Ordinal);
        Assert.Equal("DnsOptions.DnsRecordIpType", violation.Property);
    }

    [Fact]
    public void HostnamesOffFails()
    {
        Violation violation = Fails(Run(With("ipv4"), Dns(support: true, hostnames: false)), Severity.Error, "enableDnsHostnames", "is false");
        Assert.DoesNotContain("enableDnsSupport", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BothOffFailInOneSentence() =>
        Fails(Run(With("ipv4"), Dns(support: false, hostnames: false)), Severity.Error, "enableDnsSupport and enableDnsHostnames", "are false");

    [Theory]
    [InlineData("ipv4")]
    [InlineData("ipv6")]
    [InlineData("dualstack")]
    public void EachRecordOfItsOwnNeedsBoth(string record)
    {
        Fails(Run(With(record), Dns(support: true, hostnames: false)), Severity.Error, record);
        Passes(Run(With(record), Given.Snapshot));
    }

    [Fact]
    public void OneOffFailsThoughTheOtherIsUnknown() => Fails(Run(With("ipv4"), Dns(Given.Unknown<bool>(), hostnames: false)), Severity.Error, "enableDnsHostnames", "is false");

    [Fact]
    public void RecordsNotOfItsOwnAreNotApplicable()
    {
        NotApplicable(Run(Given.Gateway, Dns(support: false, hostnames: false)));
        NotApplicable(Run(With("service-defined"), Dns(support: false, hostnames: false)));
    }

    [Fact]
    public void InvalidRecordIsNotApplicable()
    {
        NotApplicable(Run(With("ipv5"), Dns(support: false, hostnames: false)));
        NotApplicable(Run(With("IPv4"), Dns(support: false, hostnames: false)));
    }

    [Fact]
    public void OtherServicesAreNotApplicable()
    {
        NotApplicable(Run(With("ipv4") with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" }, Dns(support: false, hostnames: false)));
        NotApplicable(Run(With("ipv4") with { ServiceName = "com.amazonaws.eu-west-1.nosuch" }, Dns(support: false, hostnames: false)));
        NotApplicable(Run(With("ipv4") with { ServiceName = default }, Dns(support: false, hostnames: false)));
    }

    [Fact]
    public void OtherTypesAndExistingEndpointsAreNotApplicable()
    {
        NotApplicable(Run(With("ipv4") with { VpcEndpointType = EndpointTypes.Interface }, Dns(support: false, hostnames: false)));
        NotApplicable(Run(Given.Existing(With("ipv4")), Dns(support: false, hostnames: false)));
    }

    [Fact]
    public void UnknownRecordIsNotEvaluatedWhereItMatters()
    {
        NotEvaluated(Run(With(Given.Unknown<string>("!Ref R")), Dns(support: false, hostnames: true)), wasGiven: true, "DnsRecordIpType (!Ref R)");
        Passes(Run(With(Given.Unknown<string>("!Ref R")), Given.Snapshot));
    }

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(With("ipv4") with { ServiceName = Given.Unknown<string>("!Ref S") }, Given.Snapshot), wasGiven: true, "ServiceName (!Ref S)");

    [Fact]
    public void UnknownAttributesAreNotEvaluated()
    {
        NotEvaluated(Run(With("ipv4"), Dns(Given.Unknown<bool>(), hostnames: true)), wasGiven: true, "EnableDnsSupport");
        NotEvaluated(Run(With("ipv4"), Dns(support: true, Given.Unknown<bool>())), wasGiven: true, "EnableDnsHostnames");
        NotEvaluated(Run(With("ipv4"), Dns(support: true, default)), wasGiven: true, Given.VpcId);
    }

    [Fact]
    public void WithoutTheVpcItIsNotEvaluated()
    {
        NotEvaluated(Run(With("ipv4")), wasGiven: false, "Vpcs");
        NotEvaluated(Run(With("ipv4"), Given.Snapshot with { Vpcs = null }), wasGiven: true, "Vpcs");
        NotEvaluated(Run(With("ipv4"), Given.Snapshot with { Vpcs = [] }), wasGiven: true, Given.VpcId);
        NotEvaluated(Run(With("ipv4") with { VpcId = Given.Unknown<string>("!Ref V") }, Given.Snapshot), wasGiven: true, "!Ref V");
    }

    [Fact]
    public void AnotherVpcSaysNothing() =>
        NotEvaluated(
            Run(With("ipv4"), Given.Snapshot with { Vpcs = [new Vpc { VpcId = Given.OtherVpcId, EnableDnsSupport = false, EnableDnsHostnames = false }] }), wasGiven: true, Given.VpcId);
}
