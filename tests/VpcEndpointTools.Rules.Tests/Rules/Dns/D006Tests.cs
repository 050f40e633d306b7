using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D006Tests : RuleTest<D006DnsRecordType>
{
    private static RuleOutcome Run(EndpointConfig config, string? type, string record) =>
        Run(config with { IpAddressType = type, DnsOptions = new DnsOptions { DnsRecordIpType = record } });

    [Theory]
    [InlineData("ipv4", "ipv6")]
    [InlineData("ipv4", "dualstack")]
    [InlineData("ipv4", "service-defined")]
    [InlineData("ipv6", "ipv4")]
    public void InterfaceFails(string type, string record) => Fails(Run(Given.Interface, type, record), Severity.Error, type, record);

    [Theory]
    [InlineData("ipv4", "ipv4")]
    [InlineData("ipv6", "ipv6")]
    [InlineData("dualstack", "ipv4")]
    [InlineData("dualstack", "ipv6")]
    [InlineData("dualstack", "dualstack")]
    [InlineData("dualstack", "service-defined")]
    public void InterfacePasses(string type, string record) => Passes(Run(Given.Interface, type, record));

    [Theory]
    [InlineData(null, "ipv6")]
    [InlineData("ipv4", "ipv6")]
    public void GatewayFails(string? type, string record) => Fails(Run(Given.Gateway, type, record), Severity.Error, record, "service-defined");

    [Theory]
    [InlineData(null, "ipv4")]
    [InlineData(null, "service-defined")]
    [InlineData("ipv6", "service-defined")]
    [InlineData("dualstack", "ipv6")]
    public void GatewayPasses(string? type, string record) => Passes(Run(Given.Gateway, type, record));

    [Fact]
    public void GatewayOfDynamoDbTakesServiceDefinedOnly()
    {
        EndpointConfig dynamoDb = Given.Gateway with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" };
        Fails(Run(dynamoDb, "dualstack", "ipv4"), Severity.Error, "service-defined only");
        Passes(Run(dynamoDb, "dualstack", "service-defined"));
    }

    [Fact]
    public void NoOptionIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void ResourceIsNotApplicable() => NotApplicable(Run(Given.Resource, "ipv4", "ipv6"));

    [Fact]
    public void ExistingEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface), "ipv4", "dualstack"));

    [Fact]
    public void OmittedAddressTypeOfAnInterfaceIsNotEvaluated() => NotEvaluated(Run(Given.Interface, null, "ipv6"), wasGiven: false, "IpAddressType");

    [Fact]
    public void UnknownAddressTypeIsNotEvaluated() =>
        NotEvaluated(
            Run(Given.Interface with { IpAddressType = Value<string>.Unknown("!Ref T"), DnsOptions = new DnsOptions { DnsRecordIpType = "ipv4" } }), wasGiven: true, "!Ref T");
}
