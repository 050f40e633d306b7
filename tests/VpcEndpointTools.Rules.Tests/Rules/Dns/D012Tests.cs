using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D012Tests : RuleTest<D012DualstackClients>
{
    private const string SubnetC = "subnet-0cccccccccccccccc";

    private static readonly Subnet DualStack = Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1");
    private static readonly Subnet Ipv4Only = DualStack with { Ipv6CidrBlocks = ValueList<Value<string>>.Absent };
    private static readonly Subnet Ipv6Only = DualStack with { CidrBlock = default };

    private static NetworkSnapshot Behind(params Subnet[] subnets) => Given.Snapshot with { Subnets = subnets };

    private static NetworkSnapshot Tables(params RouteTable[] tables) => Given.Snapshot with { RouteTables = tables };

    private static RouteTable TableA(params RouteTableAssociation[] associations) => Given.Table(Given.TableA) with { Associations = associations };

    [Fact]
    public void DualStackSubnetBehindAnIpv4GatewayFails()
    {
        Violation violation = Fails(Run(Given.Gateway with { IpAddressType = "ipv4" }, Given.Snapshot), Severity.Warning, "IpAddressType is ipv4,", Given.SubnetA, "IPv6");
        Assert.Equal("IpAddressType", violation.Property);
    }

    [Fact]
    public void OmittedAddressTypeIsIpv4()
    {
        Fails(Run(Given.Gateway, Given.Snapshot), Severity.Warning, "ipv4 by default", Given.SubnetA);
        Fails(Run(Given.Existing(Given.Gateway), Given.Snapshot), Severity.Warning, "ipv4 by default");
    }

    [Theory]
    [InlineData("dualstack")]
    [InlineData("ipv6")]
    public void OtherAddressTypesPass(string type) => Passes(Run(Given.Gateway with { IpAddressType = type }));

    [Fact]
    public void SubnetsOfOneKindPass()
    {
        Passes(Run(Given.Gateway, Behind(Ipv4Only)));
        Passes(Run(Given.Gateway, Behind(Ipv6Only)));
    }

    [Fact]
    public void SubnetBehindAnotherTableDoesNotCount() => Passes(Run(Given.Gateway, Behind(Ipv4Only, DualStack with { SubnetId = Given.SubnetB })));

    [Fact]
    public void GatewayWithoutTablesPasses() => Passes(Run(Given.Gateway with { RouteTableIds = ValueList<Value<string>>.Absent }, Given.Snapshot));

    [Fact]
    public void MainTableServesTheSubnetsThatHaveNone()
    {
        NetworkSnapshot snapshot = Tables(TableA(new RouteTableAssociation { Main = true }), Given.Table(Given.TableB) with { Associations = [new RouteTableAssociation { SubnetId = Given.SubnetB }] });
        Violation violation = Fails(Run(Given.Gateway, snapshot), Severity.Warning, Given.SubnetA);
        Assert.DoesNotContain(Given.SubnetB, violation.Message, StringComparison.Ordinal);
        NotEvaluated(Run(Given.Gateway, snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, "all Subnets and RouteTables");
    }

    [Fact]
    public void DualStackSubnetFailsThoughAnotherIsUnknown() =>
        Fails(
            Run(Given.Gateway, Tables(TableA(new RouteTableAssociation { SubnetId = SubnetC }, new RouteTableAssociation { SubnetId = Given.SubnetA }))), Severity.Warning, Given.SubnetA);

    [Fact]
    public void OtherServicesAndTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Gateway with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" }, Given.Snapshot));
        NotApplicable(Run(Given.Gateway with { ServiceName = "com.amazonaws.eu-west-1.nosuch" }, Given.Snapshot));
        NotApplicable(Run(Given.Gateway with { ServiceName = default }, Given.Snapshot));
        NotApplicable(Run(Given.Gateway with { VpcEndpointType = EndpointTypes.Interface }, Given.Snapshot));
    }

    [Fact]
    public void UnknownValuesOfTheEndpointAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway with { ServiceName = Given.Unknown<string>("!Ref S") }, Given.Snapshot), wasGiven: true, "ServiceName (!Ref S)");
        NotEvaluated(Run(Given.Gateway with { IpAddressType = Given.Unknown<string>("!Ref T") }, Given.Snapshot), wasGiven: true, "IpAddressType (!Ref T)");
        NotEvaluated(Run(Given.Gateway with { RouteTableIds = ValueList<Value<string>>.Unknown("!Ref L") }, Given.Snapshot), wasGiven: true, "RouteTableIds (!Ref L)");
        NotEvaluated(Run(Given.Gateway with { RouteTableIds = [Given.Unknown<string>("!Ref R")] }, Given.Snapshot), wasGiven: false, "!Ref R");
    }

    [Fact]
    public void UnknownAddressesOfASubnetAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway, Behind(Ipv4Only with { Ipv6CidrBlocks = ValueList<Value<string>>.Unknown("!Ref C") })), wasGiven: false, Given.SubnetA);
        NotEvaluated(Run(Given.Gateway, Behind(DualStack with { CidrBlock = Given.Unknown<string>() })), wasGiven: false, Given.SubnetA);
    }

    [Fact]
    public void UnknownSubnetsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway, Behind()), wasGiven: false, $"{Given.SubnetA} in a snapshot's Subnets");
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { Subnets = null }), wasGiven: false, Given.SubnetA);
        NotEvaluated(Run(Given.Gateway, Tables(TableA(new RouteTableAssociation { SubnetId = Given.Unknown<string>("!Ref A") }))), wasGiven: false, "!Ref A");
    }

    [Fact]
    public void FirstThatIsMissingIsNamed() =>
        NotEvaluated(
            Run(Given.Gateway with { RouteTableIds = [Given.TableB, "rtb-0cccccccccccccccc"] }, Behind()), wasGiven: false, "rtb-0cccccccccccccccc");

    [Fact]
    public void WithoutTheTableItIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway), wasGiven: false, Given.TableA);
        NotEvaluated(Run(Given.Gateway, Tables()), wasGiven: false, Given.TableA);
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { RouteTables = null }), wasGiven: false, Given.TableA);
        NotEvaluated(Run(Given.Gateway, Tables(Given.Table(Given.TableA))), wasGiven: false, "Associations");
    }

    [Fact]
    public void PartialSnapshotShowsEnoughOfTheTable()
    {
        Fails(Run(Given.Gateway, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), Severity.Warning, Given.SubnetA);
        Passes(Run(Given.Gateway, Behind(Ipv4Only) with { Complete = SnapshotCompleteness.Partial }));
    }
}
