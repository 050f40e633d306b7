using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D012Tests : RuleTest<D012DualstackClients>
{
    private static NetworkSnapshot SubnetOf(Value<string> cidr, ValueList<Value<string>> ipv6) =>
        Given.Snapshot with { Subnets = [Given.Snapshot.Subnets![0] with { CidrBlock = cidr, Ipv6CidrBlocks = ipv6 }, Given.Snapshot.Subnets[1]] };

    [Fact]
    public void DualstackSubnetIsAWarning()
    {
        Fails(Run(Given.Gateway, Given.Snapshot), Severity.Warning, Given.SubnetA, "by default");
        Fails(Run(Given.Gateway with { IpAddressType = "ipv4" }, Given.Snapshot), Severity.Warning, "IpAddressType is ipv4,");
    }

    [Fact]
    public void OneFamilyPasses()
    {
        Passes(Run(Given.Gateway, SubnetOf("10.0.1.0/24", ValueList<Value<string>>.Absent)));
        Passes(Run(Given.Gateway, SubnetOf(default, ["2001:db8::/64"])));
        Passes(Run(Given.Gateway with { IpAddressType = "dualstack" }, Given.Snapshot));
    }

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway), wasGiven: false, "Associations");
        NotEvaluated(Run(Given.Gateway with { IpAddressType = Given.Unknown<string>() }, Given.Snapshot), wasGiven: true, "IpAddressType");
        NotEvaluated(Run(Given.Gateway with { ServiceName = Given.Unknown<string>() }, Given.Snapshot), wasGiven: true, "ServiceName");
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { Subnets = null }), wasGiven: false, Given.SubnetA);
        NotEvaluated(Run(Given.Gateway, SubnetOf(Given.Unknown<string>(), ["2001:db8::/64"])), wasGiven: false, Given.SubnetA);
        NotEvaluated(Run(Given.Gateway, SubnetOf("10.0.1.0/24", ValueList<Value<string>>.Unknown("x"))), wasGiven: false, Given.SubnetA);
        NotEvaluated(Run(Given.Gateway with { RouteTableIds = ValueList<Value<string>>.Unknown("!Ref T") }, Given.Snapshot), wasGiven: true, "!Ref T");
    }

    [Fact]
    public void OtherServicesAreNotApplicable() => NotApplicable(Run(Given.Gateway with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" }, Given.Snapshot));
}
