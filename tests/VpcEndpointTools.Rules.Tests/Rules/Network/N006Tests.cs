using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N006Tests : RuleTest<N006ServiceAddressTypes>
{
    private static RuleOutcome Run(string? type, ValueList<Value<string>> supported) => Run(
        Given.Interface with { IpAddressType = type },
        Given.Snapshot with { ServiceDetails = [Given.Service("com.amazonaws.eu-west-1.ssm", "Interface", null) with { SupportedIpAddressTypes = supported }] });

    [Theory]
    [InlineData("ipv6")]
    [InlineData("dualstack")]
    public void UnsupportedTypeFails(string type) => Fails(Run(type, ["ipv4"]), Severity.Error, type, "ipv4");

    [Fact]
    public void DualstackNeedsBothOrItsOwnEntry()
    {
        Fails(Run("dualstack", ["ipv6"]), Severity.Error, "dualstack");
        Passes(Run("dualstack", ["ipv6", "ipv4"]));
        Passes(Run("dualstack", ["dualstack"]));
    }

    [Fact]
    public void SupportedTypePasses() => Passes(Run("ipv4", ["ipv4"]));

    [Fact]
    public void Ipv4OfAnAwsServicePassesWithoutASnapshot() => Passes(Run(Given.Interface with { IpAddressType = "ipv4" }));

    [Fact]
    public void Ipv6OfAServiceKnownToHaveItPassesWithoutASnapshot() =>
        Passes(Run(Given.Interface with { IpAddressType = "dualstack", ServiceName = "com.amazonaws.eu-west-1.monitoring" }));

    [Fact]
    public void OmittedTypeIsNotApplicable() => NotApplicable(Run(null, ["ipv4"]));

    [Fact]
    public void ResourceIsNotApplicable() => NotApplicable(Run(Given.Resource with { IpAddressType = "ipv6" }, Given.Snapshot));

    [Fact]
    public void ExistingEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface) with { IpAddressType = "ipv6" }, Given.Snapshot));

    [Fact]
    public void Ipv6WithoutASnapshotIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { IpAddressType = "ipv6", ServiceName = "com.amazonaws.eu-west-1.kms" }), wasGiven: false, "ServiceDetails");

    [Fact]
    public void ListThatAnEmulatorLeavesOutIsNotEvaluated() =>
        NotEvaluated(
            Run(Given.GatewayLoadBalancer with { IpAddressType = "ipv4" }, Given.Snapshot with { ServiceDetails = [Given.Service(Given.GwlbService, "GatewayLoadBalancer", null) with { SupportedIpAddressTypes = [] }] }),
            wasGiven: false,
            "SupportedIpAddressTypes");

    [Fact]
    public void UnknownTypeIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { IpAddressType = Value<string>.Unknown("!Ref T") }), wasGiven: true, "!Ref T");
}
