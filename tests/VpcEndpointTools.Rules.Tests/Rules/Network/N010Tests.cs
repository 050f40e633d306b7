using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N010Tests : RuleTest<N010NetworkAcl>
{
    private const string AclA = "acl-0aaaaaaaaaaaaaaaa";
    private const string AclB = "acl-0bbbbbbbbbbbbbbbb";

    private static readonly NetworkAclEntry Https = new() { RuleNumber = 100, Egress = false, RuleAction = "allow", Protocol = "6", FromPort = 443, ToPort = 443, CidrBlock = "0.0.0.0/0" };
    private static readonly NetworkAclEntry Answers = Https with { Egress = true, FromPort = 1024, ToPort = 65535 };
    private static readonly NetworkAclEntry HttpsOut = Https with { Egress = true };
    private static readonly NetworkAclEntry AnswersIn = Answers with { Egress = false };
    private static readonly NetworkAclEntry[] Both = [Https, Answers];
    private static readonly NetworkAclEntry[] BothOut = [HttpsOut, AnswersIn];

    private static NetworkAclEntry Six(NetworkAclEntry entry) => entry with { RuleNumber = 200, CidrBlock = default, Ipv6CidrBlock = "::/0" };

    private static NetworkSnapshot With(IReadOnlyList<NetworkAclEntry>? a, IReadOnlyList<NetworkAclEntry>? b) => Given.Snapshot with
    {
        NetworkAcls =
        [
            new NetworkAcl { NetworkAclId = AclA, VpcId = Given.VpcId, SubnetIds = [Given.SubnetA], Entries = a },
            new NetworkAcl { NetworkAclId = AclB, VpcId = Given.VpcId, SubnetIds = [Given.SubnetB], Entries = b },
        ],
    };

    private static NetworkSnapshot Ranges(ValueList<Value<string>> ipv4, ValueList<Value<string>>? ipv6 = null, NetworkSnapshot? snapshot = null) => (snapshot ?? Given.Snapshot) with
    {
        Vpcs = [Given.Snapshot.Vpcs![0] with { CidrBlocks = ipv4, Ipv6CidrBlocks = ipv6 ?? [] }],
    };

    private static NetworkSnapshot Prefixes(IReadOnlyList<Value<string>>? cidrs, NetworkSnapshot? snapshot = null) => (snapshot ?? Given.Snapshot) with
    {
        PrefixLists = [Given.Snapshot.PrefixLists![0] with { Cidrs = cidrs }],
    };

    private static NetworkSnapshot MainOnly(NetworkSnapshot snapshot) => snapshot with
    {
        RouteTables = [Given.Table(Given.TableA) with { Associations = [new RouteTableAssociation { Main = true }] }],
    };

    [Fact]
    public void OpenAclPasses() => Passes(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void ThePortInAndEphemeralPortsOutAreEnough() => Passes(Run(Given.Interface, With(Both, Both)));

    [Fact]
    public void DeniedPortIsAWarning()
    {
        RuleOutcome outcome = Run(Given.Interface, With(Both, [Answers]));
        Violation violation = Fails(outcome, Severity.Warning, $"{AclB} of {Given.SubnetB} denies TCP 443 in: traffic of the endpoint times out.");
        Assert.Equal("SubnetIds", violation.Property);
        Assert.Single(outcome.Violations);
    }

    [Fact]
    public void DeniedAnswersAreAWarning()
    {
        Violation violation = Fails(
            Run(Given.Interface, With([Https], Both)), Severity.Warning, $"{AclA} of {Given.SubnetA} denies the answers on ephemeral ports out: traffic of the endpoint times out.");
        Assert.Equal("SubnetIds", violation.Property);
    }

    [Fact]
    public void WhereBothAreDeniedThePortIsNamed() => Fails(Run(Given.Interface, With([], Both)), Severity.Warning, $"{AclA} of {Given.SubnetA} denies TCP 443 in:");

    [Fact]
    public void TheDirectionsAreNotMixedUp()
    {
        Fails(Run(Given.Interface, With(BothOut, Both)), Severity.Warning, "denies TCP 443 in:");
        Fails(Run(Given.Gateway, With(Both, BothOut)), Severity.Warning, "denies TCP 443 out:");
    }

    [Fact]
    public void EachSubnetIsNamedOnce()
    {
        RuleOutcome outcome = Run(Given.Interface, Ranges(["10.0.0.0/16", "10.1.0.0/16"], snapshot: With([], [])));
        Assert.Equal(2, outcome.Violations.Count);
        Assert.Contains(Given.SubnetA, outcome.Violations[0].Message, StringComparison.Ordinal);
        Assert.Contains(Given.SubnetB, outcome.Violations[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AclOfAnotherSubnetCountsForNothing() => Passes(Run(Given.Interface with { SubnetIds = [Given.SubnetA] }, With(Both, [])));

    [Fact]
    public void EachRangeOfTheVpcIsTested()
    {
        NetworkAclEntry[] first = [Https with { CidrBlock = "10.0.0.0/16" }, Answers];
        Fails(Run(Given.Interface, Ranges(["10.0.0.0/16", "10.1.0.0/16"], snapshot: With(first, Both))), Severity.Warning, AclA);
        Passes(Run(Given.Interface, Ranges(["10.0.0.0/16"], snapshot: With(first, Both))));
    }

    [Fact]
    public void TheFamiliesAreThoseOfTheEndpoint()
    {
        NetworkSnapshot four = Ranges(["10.0.0.0/16"], ["2001:db8::/56"], With(Both, Both));
        NetworkSnapshot six = Ranges(["10.0.0.0/16"], ["2001:db8::/56"], With([Six(Https), Six(Answers)], [Six(Https), Six(Answers)]));
        NetworkAclEntry[] all = [.. Both, Six(Https), Six(Answers)];
        Passes(Run(Given.Interface with { IpAddressType = "ipv4" }, four));
        FailsEach(Run(Given.Interface with { IpAddressType = "ipv6" }, four), Severity.Warning, AclA, AclB);
        FailsEach(Run(Given.Interface with { IpAddressType = "dualstack" }, four), Severity.Warning, AclA, AclB);
        FailsEach(Run(Given.Interface with { IpAddressType = "ipv4" }, six), Severity.Warning, AclA, AclB);
        Passes(Run(Given.Interface with { IpAddressType = "ipv6" }, six));
        FailsEach(Run(Given.Interface with { IpAddressType = "dualstack" }, six), Severity.Warning, AclA, AclB);
        Passes(Run(Given.Interface with { IpAddressType = "dualstack" }, Ranges(["10.0.0.0/16"], ["2001:db8::/56"], With(all, all))));
    }

    [Fact]
    public void ThePortIsThatOfTheService()
    {
        EndpointConfig cassandra = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.cassandra" };
        NetworkAclEntry[] fits = [Https with { FromPort = 9142, ToPort = 9142 }, Answers];
        FailsEach(Run(cassandra, With(Both, Both)), Severity.Warning, "denies TCP 9142 in:", "denies TCP 9142 in:");
        Passes(Run(cassandra, With(fits, fits)));
    }

    [Fact]
    public void DeniedPort25LeavesTheOtherPortsOfMail()
    {
        EndpointConfig mail = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.email-smtp" };
        NetworkAclEntry no25 = Https with { RuleNumber = 1, RuleAction = "deny", FromPort = 25, ToPort = 25 };
        NetworkAclEntry all = Https with { Protocol = "-1" };
        Passes(Run(mail, With([no25, all, Answers], [no25, all, Answers])));
        Fails(Run(mail, With([no25, Answers], [no25, all, Answers])), Severity.Warning, "denies TCP 25 or 465 or 587");
    }

    [Fact]
    public void AnIpv6GatewayIsNotJudgedByIpv4Ranges()
    {
        EndpointConfig ipv6 = Given.Gateway with { IpAddressType = "ipv6" };
        NotEvaluated(Run(ipv6, With([], [])), wasGiven: false, "the Cidrs of the prefix list");
        Fails(Run(Given.Gateway with { IpAddressType = "dualstack" }, With([], [])), Severity.Warning, AclA);
    }

    [Fact]
    public void GatewayPassesWhereClientSubnetsGetOut()
    {
        Passes(Run(Given.Gateway, Given.Snapshot));
        Passes(Run(Given.Gateway, With(BothOut, [])));
    }

    [Fact]
    public void DeniedWayOutToTheServiceIsAWarning()
    {
        RuleOutcome outcome = Run(Given.Gateway, With([AnswersIn], BothOut));
        Violation violation = Fails(outcome, Severity.Warning, $"{AclA} of {Given.SubnetA} denies TCP 443 out: traffic of the endpoint times out.");
        Assert.Equal("RouteTableIds", violation.Property);
        Assert.Single(outcome.Violations);
    }

    [Fact]
    public void DeniedAnswersOfTheServiceAreAWarning()
    {
        Violation violation = Fails(
            Run(Given.Gateway, With([HttpsOut], BothOut)), Severity.Warning, $"{AclA} of {Given.SubnetA} denies the answers on ephemeral ports in: traffic");
        Assert.Equal("RouteTableIds", violation.Property);
    }

    [Fact]
    public void EachPrefixOfTheServiceIsTested()
    {
        NetworkAclEntry first = HttpsOut with { CidrBlock = "3.5.64.0/21" };
        Fails(Run(Given.Gateway, With([first, AnswersIn], BothOut)), Severity.Warning, AclA);
        Passes(Run(Given.Gateway, With([first, HttpsOut with { RuleNumber = 110, CidrBlock = "52.218.0.0/17" }, AnswersIn], BothOut)));
    }

    [Fact]
    public void EachTableIsTested() =>
        Fails(Run(Given.Gateway with { RouteTableIds = [Given.TableA, Given.TableB] }, With(BothOut, [])), Severity.Warning, AclB, Given.SubnetB);

    [Fact]
    public void TheMainTableServesSubnetsWithoutATable()
    {
        Fails(Run(Given.Gateway, MainOnly(With(BothOut, []))), Severity.Warning, AclB, Given.SubnetB);
        Passes(Run(Given.Gateway, MainOnly(With(BothOut, BothOut))));
        NotEvaluated(Run(Given.Gateway, MainOnly(With(BothOut, [])) with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, "all Subnets and RouteTables");
    }

    [Fact]
    public void TypesWhosePortsAreNotKnownAreNotApplicable()
    {
        NotApplicable(Run(Given.GatewayLoadBalancer, With([], [])));
        NotApplicable(Run(Given.Tunnel, With([], [])));
        NotApplicable(Run(Given.Resource, With([], [])));
        NotApplicable(Run(Given.ServiceNetwork, With([], [])));
    }

    [Fact]
    public void ServiceWhosePortsAreNotKnownIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface with { ServiceName = "com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718" }, With([], [])));
        NotApplicable(Run(Given.Interface with { ServiceName = default }, With([], [])));
    }

    [Fact]
    public void NothingToStandInIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface with { SubnetIds = [] }, With([], [])));
        NotApplicable(Run(Given.Gateway with { RouteTableIds = [] }, With([], [])));
    }

    [Fact]
    public void ExistingEndpointIsTestedToo()
    {
        Fails(Run(Given.Existing(Given.Interface), With([], Both)), Severity.Warning, AclA);
        Passes(Run(Given.Existing(Given.Interface), With(Both, Both)));
        NotApplicable(Run(Given.Existing(Given.Interface) with { State = "deleted" }, With([], Both)));
    }

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceName = Given.Unknown<string>() }, With([], [])), wasGiven: true, "the value of ServiceName (!Ref X)");

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "a snapshot with NetworkAcls");

    [Fact]
    public void MissingAclsAreNotEvaluated() =>
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { NetworkAcls = null }), wasGiven: false, "a snapshot with NetworkAcls");

    [Fact]
    public void UnknownSubnetsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, With([], [])), wasGiven: true, "SubnetIds (!Ref S)");
        NotEvaluated(Run(Given.Interface with { SubnetIds = [Given.Unknown<string>(), Given.SubnetA] }, With(Both, [])), wasGiven: false, "the network ACL of !Ref X");
    }

    [Fact]
    public void SubnetWithoutAKnownAclIsNotEvaluated()
    {
        NetworkSnapshot snapshot = With(Both, Both);
        NotEvaluated(Run(Given.Interface, snapshot with { NetworkAcls = [snapshot.NetworkAcls![0]] }), wasGiven: false, $"the network ACL of {Given.SubnetB}");
        NotEvaluated(Run(Given.Interface, snapshot with { NetworkAcls = [snapshot.NetworkAcls[1]] }), wasGiven: false, $"the network ACL of {Given.SubnetA}");
    }

    [Fact]
    public void EntriesThatAreNotSeenAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, With(null, Both)), wasGiven: false, $"what {AclA} lets through");
        NotEvaluated(Run(Given.Interface, With(Both, [Https with { RuleNumber = default }, Answers])), wasGiven: false, $"what {AclB} lets through");
    }

    [Fact]
    public void EitherWayThatStaysOpenIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, With(Both, [Https with { CidrBlock = Given.Unknown<string>() }, Answers])), wasGiven: false, AclB);
        NotEvaluated(Run(Given.Interface, With(Both, [Https, Answers with { CidrBlock = Given.Unknown<string>() }])), wasGiven: false, AclB);
        NotEvaluated(Run(Given.Interface, With(Both, [Https with { CidrBlock = "10.0.1.0/24" }, Answers])), wasGiven: false, AclB);
    }

    [Fact]
    public void EitherWayThatIsDeniedIsAWarningThoughTheOtherStaysOpen()
    {
        Fails(Run(Given.Interface, With(Both, [Https with { CidrBlock = Given.Unknown<string>() }])), Severity.Warning, "the answers on ephemeral ports out");
        Fails(Run(Given.Interface, With(Both, [Answers with { CidrBlock = Given.Unknown<string>() }])), Severity.Warning, "TCP 443 in");
    }

    [Fact]
    public void DeniedRangeIsAWarningThoughAnEarlierOneStaysOpen()
    {
        NetworkAclEntry[] part = [Https with { CidrBlock = "10.0.1.0/24" }, Answers];
        Fails(Run(Given.Interface, Ranges(["10.0.0.0/16", "10.1.0.0/16"], snapshot: With(part, Both))), Severity.Warning, AclA);
    }

    [Fact]
    public void RangeThatStaysOpenIsNotForgotten()
    {
        NetworkAclEntry[] part = [Https with { CidrBlock = "10.0.1.0/24" }, Https with { RuleNumber = 110, CidrBlock = "10.1.0.0/16" }, Answers];
        NotEvaluated(Run(Given.Interface, Ranges(["10.0.0.0/16", "10.1.0.0/16"], snapshot: With(part, Both))), wasGiven: false, AclA);
        NotEvaluated(Run(Given.Interface, Ranges(["10.1.0.0/16", "10.0.0.0/16"], snapshot: With(part, Both))), wasGiven: false, AclA);
    }

    [Fact]
    public void VpcWithoutKnownRangesIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { Vpcs = null }), wasGiven: false, $"the CidrBlocks of {Given.VpcId}");
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { Vpcs = [] }), wasGiven: false, $"the CidrBlocks of {Given.VpcId}");
        NotEvaluated(Run(Given.Interface, Ranges([])), wasGiven: false, $"all address ranges of {Given.VpcId}");
        NotEvaluated(Run(Given.Interface, Ranges(["10.0.0.0/16", Given.Unknown<string>()])), wasGiven: false, $"all address ranges of {Given.VpcId}");
        NotEvaluated(Run(Given.Interface, Ranges(ValueList<Value<string>>.Unknown("!Ref R"))), wasGiven: false, $"all address ranges of {Given.VpcId}");
    }

    [Fact]
    public void KnownRangeThatIsDeniedIsAWarningBesideAnUnknownOne() =>
        Fails(Run(Given.Interface, Ranges([Given.Unknown<string>(), "10.0.0.0/16"], snapshot: With([], Both))), Severity.Warning, AclA);

    [Fact]
    public void UnknownAddressTypeIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { IpAddressType = Given.Unknown<string>() }, With([], [])), wasGiven: false, "IpAddressType (!Ref X)");

    [Fact]
    public void UnknownTablesAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway with { RouteTableIds = ValueList<Value<string>>.Unknown("!Ref T") }, With([], [])), wasGiven: true, "RouteTableIds (!Ref T)");
        NotEvaluated(Run(Given.Gateway with { RouteTableIds = [Given.Unknown<string>()] }, With([], [])), wasGiven: false, "the Associations of !Ref X");
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { RouteTables = null }), wasGiven: false, $"the Associations of {Given.TableA}");
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { RouteTables = [Given.Table(Given.TableA)] }), wasGiven: false, $"the Associations of {Given.TableA}");
    }

    [Fact]
    public void WhatIsMissingOfTheTablesComesBeforeThePrefixes() =>
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { RouteTables = null, PrefixLists = null }), wasGiven: false, "the Associations of");

    [Fact]
    public void UnknownSubnetOfATableIsNotEvaluated() =>
        NotEvaluated(
            Run(
                Given.Gateway,
                Given.Snapshot with { RouteTables = [Given.Table(Given.TableA) with { Associations = [new RouteTableAssociation { SubnetId = Given.Unknown<string>() }] }] }),
            wasGiven: false,
            "the network ACL of !Ref X");

    [Fact]
    public void PrefixesThatAreNotKnownAreNotEvaluated()
    {
        const string Missing = "the Cidrs of the prefix list com.amazonaws.eu-west-1.s3";
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { PrefixLists = null }), wasGiven: false, Missing);
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { PrefixLists = [] }), wasGiven: false, Missing);
        NotEvaluated(Run(Given.Gateway, Prefixes(null)), wasGiven: false, Missing);
        NotEvaluated(Run(Given.Gateway, Prefixes(["3.5.64.0/21", Given.Unknown<string>()])), wasGiven: false, Missing);
        Fails(Run(Given.Gateway, Prefixes(["3.5.64.0/21", Given.Unknown<string>()], With([], []))), Severity.Warning, AclA);
    }

    [Fact]
    public void FindingInAPartialSnapshotStands()
    {
        Fails(Run(Given.Interface, With([], Both) with { Complete = SnapshotCompleteness.Partial }), Severity.Warning, AclA);
        Passes(Run(Given.Interface, With(Both, Both) with { Complete = SnapshotCompleteness.Partial }));
    }

    [Fact]
    public void FindingWinsOverAnUnknownSubnet() =>
        Fails(Run(Given.Interface with { SubnetIds = [Given.SubnetA, Given.Unknown<string>()] }, With([], [])), Severity.Warning, AclA);
}
