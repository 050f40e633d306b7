using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D007Tests : RuleTest<D007GatewayRecordsNeedDns>
{
    private static EndpointConfig Record(Value<string> record) => Given.Gateway with { DnsOptions = new DnsOptions { DnsRecordIpType = record } };

    private static NetworkSnapshot Dns(Value<bool> support, Value<bool> names) => Given.Snapshot with { Vpcs = [Given.Snapshot.Vpcs![0] with { EnableDnsSupport = support, EnableDnsHostnames = names }] };

    [Fact]
    public void AttributeThatIsOffFails()
    {
        Fails(Run(Record("ipv4"), Dns(true, false)), Severity.Error, "enableDnsHostnames", "is false", Given.VpcId);
        Fails(Run(Record("ipv4"), Dns(false, true)), Severity.Error, "enableDnsSupport of");
        Fails(Run(Record("dualstack"), Dns(false, false)), Severity.Error, "enableDnsSupport and enableDnsHostnames", "are false");
    }

    [Fact]
    public void BothOnPass() => Passes(Run(Record("ipv4"), Dns(true, true)));

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(Record("ipv4"), Dns(true, default)), wasGiven: true, "EnableDnsHostnames");
        NotEvaluated(Run(Record("ipv4"), Dns(Given.Unknown<bool>(), true)), wasGiven: true, "EnableDnsSupport");
        NotEvaluated(Run(Record(Given.Unknown<string>()), Dns(true, false)), wasGiven: true, "DnsRecordIpType");
        NotEvaluated(Run(Record("ipv4")), wasGiven: false, "Vpcs");
        NotEvaluated(Run(Record("ipv4") with { ServiceName = Given.Unknown<string>() }, Dns(true, false)), wasGiven: true, "ServiceName");
    }

    [Fact]
    public void NothingToLookAtIsNotApplicable()
    {
        NotApplicable(Run(Given.Gateway, Dns(true, false)));
        NotApplicable(Run(Record("service-defined"), Dns(true, false)));
        NotApplicable(Run(Record("nonsense"), Dns(true, false)));
        NotApplicable(Run(Record("ipv4") with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" }, Dns(true, false)));
        NotApplicable(Run(Given.Existing(Record("ipv4")), Dns(true, false)));
    }
}
