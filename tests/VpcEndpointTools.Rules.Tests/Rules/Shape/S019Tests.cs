using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S019Tests : RuleTest<S019SubnetConfigurations>
{
    private static readonly SubnetConfiguration A = new() { SubnetId = Given.SubnetA, Ipv4 = "10.0.1.10" };

    [Fact]
    public void SubnetThatTheEndpointLacksFails() =>
        Fails(Run(Given.Interface with { SubnetIds = [Given.SubnetB], SubnetConfigurations = [A] }), Severity.Error, Given.SubnetA, Given.SubnetB);

    [Fact]
    public void SameSubnetTwiceFails() => Fails(Run(Given.Interface with { SubnetConfigurations = [A, A] }), Severity.Error, "twice");

    [Theory]
    [InlineData("dualstack", "Ipv6")]
    [InlineData("ipv6", "Ipv6")]
    public void MissingAddressOfTheTypeFails(string type, string family) =>
        Fails(Run(Given.Interface with { IpAddressType = type, SubnetConfigurations = [A] }), Severity.Error, family, type);

    [Fact]
    public void MissingIpv4Fails() =>
        Fails(Run(Given.Interface with { IpAddressType = "ipv4", SubnetConfigurations = [A with { Ipv4 = default, Ipv6 = "2001:db8::1" }] }), Severity.Error, "Ipv4");

    [Fact]
    public void FittingOnePasses()
    {
        Passes(Run(Given.Interface with { IpAddressType = "ipv4", SubnetConfigurations = [A] }));
        Passes(Run(Given.Interface with { IpAddressType = "dualstack", SubnetConfigurations = [A with { Ipv6 = "2001:db8::1" }] }));
        Passes(Run(Given.Interface with { SubnetConfigurations = [A] }));
    }

    [Fact]
    public void NoneIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void UnknownSubnetsAreNotEvaluated() =>
        NotEvaluated(
            Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref Subnets"), SubnetConfigurations = [A] }), wasGiven: true, "!Ref Subnets");

    [Fact]
    public void SubnetThatMayBeAnUnknownOneIsNotEvaluated() =>
        NotEvaluated(
            Run(Given.Interface with { SubnetIds = [Value<string>.Unknown("!Ref A")], SubnetConfigurations = [A] }), wasGiven: true, Given.SubnetA);

    [Fact]
    public void SameUnknownSubnetPasses()
    {
        Value<string> id = Value<string>.Unknown("!Ref A");
        Passes(Run(Given.Interface with { SubnetIds = [id], SubnetConfigurations = [A with { SubnetId = id }] }));
    }
}
