using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N010Tests : RuleTest<N010NetworkAcl>
{
    private static NetworkAclEntry Allow(long number, bool egress, long from, long to, Value<string>? cidr = null) => new()
    {
        RuleNumber = number, Egress = egress, RuleAction = "allow", Protocol = "6", FromPort = from, ToPort = to, CidrBlock = cidr ?? "0.0.0.0/0",
    };

    private static NetworkSnapshot Acl(params NetworkAclEntry[] entries) => Given.Snapshot with { NetworkAcls = [Given.Snapshot.NetworkAcls![0] with { Entries = entries }] };

    [Fact]
    public void WayInThatIsShutIsAWarning() => Assert.Equal("SubnetIds", Fails(Run(Given.Interface, Acl(Allow(100, true, 1024, 65535))), Severity.Warning, "acl-0123456789abcdef0", Given.SubnetA, "TCP 443 in").Property);

    [Fact]
    public void WayBackThatIsShutIsAWarning() => Fails(Run(Given.Interface, Acl(Allow(100, false, 443, 443))), Severity.Warning, "ephemeral ports out");

    [Fact]
    public void BothWaysOpenPass() => Passes(Run(Given.Interface, Acl(Allow(100, false, 443, 443, "10.0.0.0/16"), Allow(100, true, 1024, 65535, "10.0.0.0/16"))));

    [Fact]
    public void EachSubnetIsLookedAt()
    {
        NetworkAcl own = Given.Snapshot.NetworkAcls![0];
        NetworkSnapshot two = Given.Snapshot with { NetworkAcls = [own with { SubnetIds = [Given.SubnetA], Entries = null }, own with { NetworkAclId = "acl-2", SubnetIds = [Given.SubnetB], Entries = [] }] };
        Fails(Run(Given.Interface, two), Severity.Warning, "acl-2", Given.SubnetB);
        NotEvaluated(Run(Given.Interface, two with { NetworkAcls = [two.NetworkAcls![0] with { SubnetIds = [Given.SubnetA, Given.SubnetB] }] }), wasGiven: false, "acl-0123456789abcdef0");
    }

    [Fact]
    public void GatewayLooksAtTheClientsSubnets()
    {
        NetworkAclEntry[] open = [Allow(100, true, 443, 443), Allow(100, false, 1024, 65535)];
        Passes(Run(Given.Gateway, Acl(open)));
        Assert.Equal("RouteTableIds", Fails(Run(Given.Gateway, Acl(open[1])), Severity.Warning, "TCP 443 out", Given.SubnetA).Property);
        Fails(Run(Given.Gateway, Acl(open[0])), Severity.Warning, "ephemeral ports in");
        Fails(Run(Given.Gateway, Acl(Allow(100, true, 443, 443, "10.0.0.0/8"), open[1])), Severity.Warning, "TCP 443 out");
        NotEvaluated(Run(Given.Gateway, Acl(open) with { PrefixLists = [] }), wasGiven: false, "prefix list");
        NotEvaluated(Run(Given.Gateway, Acl(open) with { RouteTables = null }), wasGiven: false, "Associations");
    }

    [Fact]
    public void SubnetThatAnotherTableServesIsNotTheGatewaysBusiness()
    {
        NetworkAcl own = Given.Snapshot.NetworkAcls![0];
        Passes(Run(Given.Gateway, Given.Snapshot with { NetworkAcls = [own with { SubnetIds = [Given.SubnetA] }, own with { NetworkAclId = "acl-2", SubnetIds = [Given.SubnetB], Entries = [] }] }));
    }

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface), wasGiven: false, "NetworkAcls");
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { NetworkAcls = [] }), wasGiven: false, "network ACL of");
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { Vpcs = null }), wasGiven: false, "CidrBlocks");
        NotEvaluated(Run(Given.Interface with { ServiceName = Given.Unknown<string>() }, Given.Snapshot), wasGiven: true, "ServiceName");
        NotEvaluated(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, Given.Snapshot), wasGiven: true, "!Ref S");
        NotEvaluated(Run(Given.Interface with { SubnetIds = [Given.Unknown<string>()] }, Given.Snapshot), wasGiven: false, "network ACL of");
        NotEvaluated(Run(Given.Interface, Acl(Allow(100, false, 443, 443, Given.Unknown<string>()), Allow(100, true, 1024, 65535))), wasGiven: false, "lets through");
    }

    [Fact]
    public void WhereThePortIsNotKnownItIsNotApplicable()
    {
        NotApplicable(Run(Given.Resource, Acl()));
        NotApplicable(Run(Given.Interface with { ServiceName = Given.GwlbService }, Acl()));
        NotApplicable(Run(Given.GatewayLoadBalancer, Acl()));
    }
}
