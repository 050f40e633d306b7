using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D001Tests : RuleTest<D001VpcDnsAttributes>
{
    private static NetworkSnapshot With(Value<bool> support, Value<bool> hostnames) =>
        Given.Snapshot with { Vpcs = [new Vpc { VpcId = Given.VpcId, EnableDnsSupport = support, EnableDnsHostnames = hostnames }] };

    [Fact]
    public void HostnamesOffFail() => Fails(Run(Given.Interface, With(true, false)), Severity.Error, "enableDnsHostnames of", Given.VpcId);

    [Fact]
    public void SupportOffFailsEvenWhereTheOtherIsNotKnown() => Fails(Run(Given.Interface, With(false, default)), Severity.Error, "enableDnsSupport of");

    [Fact]
    public void BothOffAreBothNamed() => Fails(Run(Given.Interface, With(false, false)), Severity.Error, "enableDnsSupport and enableDnsHostnames");

    [Fact]
    public void BothOnPass() => Passes(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void PrivateDnsOffIsNotApplicable() => NotApplicable(Run(Given.Interface with { PrivateDnsEnabled = false }, With(false, false)));

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway, With(false, false)));

    [Fact]
    public void OmittedPrivateDnsPassesWhereItDoesNotMatter() => Passes(Run(Given.Interface with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }, Given.Snapshot));

    [Fact]
    public void OmittedPrivateDnsIsNotEvaluatedWhereItMatters() =>
        NotEvaluated(Run(Given.Interface with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }, With(true, false)), wasGiven: true, "omitted");

    [Fact]
    public void AttributesThatAreNotThereAreNotEvaluated() => NotEvaluated(Run(Given.Interface, With(true, default)), wasGiven: true, "EnableDnsHostnames");

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "a snapshot with Vpcs");
}
