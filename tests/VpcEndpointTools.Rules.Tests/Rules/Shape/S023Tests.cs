using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S023Tests : RuleTest<S023AddressTypeKnown>
{
    [Fact]
    public void UnknownTypeFails() => Fails(Run(Given.Interface with { IpAddressType = "ipv5" }), Severity.Error, "'ipv5'", "dualstack");

    [Fact]
    public void ServiceDefinedIsForRecordsOnly() => Fails(Run(Given.Interface with { IpAddressType = "service-defined" }), Severity.Error, "IpAddressType");

    [Fact]
    public void UnknownRecordTypeFails() =>
        Fails(Run(Given.Interface with { DnsOptions = new DnsOptions { DnsRecordIpType = "any" } }), Severity.Error, "DnsRecordIpType", "service-defined");

    [Fact]
    public void OtherCapitalsAreAWarning() => Fails(Run(Given.Interface with { IpAddressType = "IPv4" }), Severity.Warning, "'IPv4'");

    [Fact]
    public void KnownOnesPass()
    {
        Assert.All(EndpointAddressTypes.All, type => Passes(Run(Given.Interface with { IpAddressType = type })));
        Assert.All(EndpointAddressTypes.Records, type => Passes(Run(Given.Interface with { DnsOptions = new DnsOptions { DnsRecordIpType = type } })));
    }

    [Fact]
    public void NonePasses() => Passes(Run(Given.Interface));

    [Fact]
    public void RequesterManagedEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface) with { IpAddressType = "x", RequesterManaged = true }));

    [Fact]
    public void UnknownValueIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { IpAddressType = Value<string>.Unknown("!Ref T") }), wasGiven: true, "!Ref T");
}
