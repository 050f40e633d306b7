using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Routing;

namespace VpcEndpointTools.Tests.Rules.Routing;

public sealed class R005Tests : RuleTest<R005ClientEgress>
{
    private const string Client = "sg-0cccccccccccccccc";

    private static readonly Declarations Declared = new() { Clients = [DeclaredClient.Parse(Client)!] };
    private static readonly IpPermission ToList = Given.Tcp(443, 443) with { PrefixListIds = [Given.S3PrefixList] };

    private static NetworkSnapshot Out(params IpPermission[] rules) => Given.Snapshot with
    {
        SecurityGroups = [.. Given.Snapshot.SecurityGroups!, new SecurityGroup { GroupId = Client, VpcId = Given.VpcId, GroupName = "clients", IpPermissionsEgress = rules }],
    };

    private static IpPermission ToGroup(Value<string> id) => Given.Tcp(443, 443) with { GroupIds = [id] };

    private static RuleOutcome Run(EndpointConfig config, params IpPermission[] rules) => Run(config, Out(rules), Declared);

    private static void Open(RuleOutcome outcome) => NotEvaluated(outcome, wasGiven: false, "where the outbound rules of " + Client + " lead");

    [Fact]
    public void NoWayToTheServicesPrefixListFails()
    {
        Violation violation = Fails(Run(Given.Gateway), Severity.Warning, Client, "no outbound rule for TCP 443", "the prefix list of com.amazonaws.eu-west-1.s3");
        Assert.Equal("RouteTableIds", violation.Property);
        Fails(Run(Given.Gateway, Given.Https("10.0.0.0/16")), Severity.Warning, Client);
        Fails(Run(Given.Gateway, ToList with { FromPort = 80, ToPort = 80 }), Severity.Warning, Client);
        Fails(Run(Given.Gateway, ToList with { PrefixListIds = [] }, Given.Https("3.5.64.0/21")), Severity.Warning, Client);
    }

    [Fact]
    public void TheServicesPrefixListByIdOrByItsRangesPasses()
    {
        Passes(Run(Given.Gateway, ToList));
        Passes(Run(Given.Gateway, Given.Https("0.0.0.0/0")));
        Passes(Run(Given.Gateway, Given.Https("3.5.64.0/21"), Given.Https("52.218.0.0/16")));
    }

    [Fact]
    public void PrefixListThatIsNotKnownIsNotEvaluatedUnlessNothingGoesOut()
    {
        Open(Run(Given.Gateway, Out(ToList) with { PrefixLists = null }, Declared));
        Open(Run(Given.Gateway, Out(ToList) with { PrefixLists = [Given.Snapshot.PrefixLists![0] with { PrefixListId = Given.Unknown<string>() }] }, Declared));
        Fails(Run(Given.Gateway, Out() with { PrefixLists = null }, Declared), Severity.Warning, Client);
    }

    [Fact]
    public void NoWayToTheEndpointFails()
    {
        Violation violation = Fails(Run(Given.Interface), Severity.Warning, Client, "no outbound rule for TCP 443 to the endpoint");
        Assert.Equal("SecurityGroupIds", violation.Property);
        Fails(Run(Given.Interface, Given.Https("192.168.0.0/16")), Severity.Warning, Client);
        Fails(Run(Given.Interface, ToGroup("sg-1")), Severity.Warning, Client);
        Fails(Run(Given.Interface, Given.Https("10.0.0.0/16") with { ToPort = 442, FromPort = 1 }), Severity.Warning, Client);
    }

    [Fact]
    public void TheEndpointsGroupOrItsSubnetsPass()
    {
        Passes(Run(Given.Interface, ToGroup(Given.GroupId)));
        Passes(Run(Given.Interface, Given.Https("10.0.1.0/24")));
        Passes(Run(Given.Interface with { IpAddressType = "ipv4" }, Given.Https("10.0.0.0/16")));
        Passes(Run(Given.Interface with { IpAddressType = "dualstack" }, Given.Https("10.0.0.0/16")));
    }

    [Fact]
    public void GroupsOfTheEndpointThatAreNotKnownMayBeTheOneNamed()
    {
        Open(Run(Given.Interface with { SecurityGroupIds = [] }, ToGroup("sg-1")));
        Open(Run(Given.Interface with { SecurityGroupIds = ValueList<Value<string>>.Unknown("!Ref G") }, ToGroup("sg-1")));
        Open(Run(Given.Interface with { SecurityGroupIds = [Given.Unknown<string>()] }, ToGroup("sg-1")));
        Open(Run(Given.Interface, ToGroup(Given.Unknown<string>())));
        Fails(Run(Given.Interface with { SecurityGroupIds = [] }, Given.Https("192.168.0.0/16")), Severity.Warning, Client);
    }

    [Fact]
    public void SubnetsMustAllBeReached()
    {
        NetworkSnapshot snapshot = Out(Given.Https("10.0.1.0/24"));
        NetworkSnapshot Second(Value<string> range) => snapshot with { Subnets = [snapshot.Subnets![0], snapshot.Subnets[1] with { CidrBlock = range }] };
        Fails(Run(Given.Interface, Second("10.0.2.0/24"), Declared), Severity.Warning, Client);
        Open(Run(Given.Interface, Second("10.0.0.0/23"), Declared));
        Open(Run(Given.Interface, Second(Given.Unknown<string>()), Declared));
        Open(Run(Given.Interface, Second("x"), Declared));
        Open(Run(Given.Interface, snapshot with { Subnets = null }, Declared));
        Open(Run(Given.Interface with { SubnetIds = [] }, snapshot, Declared));
        Open(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref N") }, snapshot, Declared));
        Fails(Run(Given.Interface, Out() with { Subnets = null }, Declared), Severity.Warning, Client);
    }

    [Fact]
    public void Ipv6IsNotJudged()
    {
        Open(Run(Given.Interface with { IpAddressType = "ipv6" }, Given.Https("10.0.0.0/16")));
        Open(Run(Given.Interface with { IpAddressType = "dualstack" }, Given.Https("192.168.0.0/16")));
        Open(Run(Given.Interface with { IpAddressType = Given.Unknown<string>() }, Given.Https("10.0.0.0/16")));
        Passes(Run(Given.Interface with { IpAddressType = "ipv6" }, ToGroup(Given.GroupId)));
    }

    [Fact]
    public void GroupOfTheClientThatIsNotSeenIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, Given.Snapshot, Declared), wasGiven: false, "the IpPermissionsEgress of " + Client);
        NotEvaluated(Run(Given.Interface, null, Declared), wasGiven: false, "the IpPermissionsEgress of " + Client);
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { SecurityGroups = [new SecurityGroup { GroupId = Client }] }, Declared), wasGiven: false, "IpPermissionsEgress");
    }

    [Fact]
    public void EachClientIsLookedAt()
    {
        Declarations two = new() { Clients = [DeclaredClient.Parse("sg-1")!, DeclaredClient.Parse(Client)!] };
        Fails(Run(Given.Interface, Out(), two), Severity.Warning, Client);
        NotEvaluated(Run(Given.Interface, Out(ToGroup(Given.GroupId)), two), wasGiven: false, "sg-1");
    }

    [Fact]
    public void WithoutADeclaredGroupItIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, Out(), Declarations.None), wasGiven: false, "settings: Clients");
        NotEvaluated(Run(Given.Interface, Out(), new Declarations { Clients = [DeclaredClient.Parse("10.0.0.0/8")!] }), wasGiven: false, "settings: Clients");
    }

    [Fact]
    public void UnknownServiceIsNotEvaluated() => NotEvaluated(Run(Given.Gateway with { ServiceName = Given.Unknown<string>("!Ref S") }), wasGiven: true, "!Ref S");

    [Fact]
    public void OtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.GatewayLoadBalancer));
        NotApplicable(Run(Given.Resource));
    }
}
