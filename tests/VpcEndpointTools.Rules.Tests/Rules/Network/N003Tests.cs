using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N003Tests : RuleTest<N003SameVpc>
{
    private static NetworkSnapshot With(Subnet subnet) => Given.Snapshot with { Subnets = [.. Given.Snapshot.Subnets!.Skip(1), subnet] };

    private static Subnet Moved(Value<string> vpcId) => Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1") with { VpcId = vpcId };

    [Fact]
    public void SubnetOfAnotherVpcFails() =>
        Fails(Run(Given.Interface, With(Moved(Given.OtherVpcId))), Severity.Error, Given.SubnetA, Given.OtherVpcId, Given.VpcId);

    [Fact]
    public void RouteTableOfAnotherVpcFails() =>
        Fails(
            Run(Given.Gateway, Given.Snapshot with { RouteTables = [Given.Table(Given.TableA) with { VpcId = Given.OtherVpcId }] }),
            Severity.Error,
            Given.TableA);

    [Fact]
    public void SecurityGroupOfAnotherVpcFails() =>
        Fails(
            Run(Given.Interface, Given.Snapshot with { SecurityGroups = [new SecurityGroup { GroupId = Given.GroupId, VpcId = Given.OtherVpcId }] }),
            Severity.Error,
            Given.GroupId);

    [Fact]
    public void AllOfTheSameVpcPasses() => Passes(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void NothingNamedIsNotApplicable() => NotApplicable(Run(Given.Gateway with { RouteTableIds = [] }, Given.Snapshot));

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "a snapshot with Subnets");

    [Fact]
    public void MissingMemberIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { SecurityGroups = null }), wasGiven: true, "SecurityGroups in the snapshot");

    [Fact]
    public void SubnetThatAPartialSnapshotLacksIsNotEvaluated() =>
        NotEvaluated(
            Run(Given.Interface, Given.Snapshot with { Subnets = [], Complete = SnapshotCompleteness.Partial }), wasGiven: true, Given.SubnetA);

    [Fact]
    public void SameUnknownVpcOnBothSidesPasses()
    {
        Value<string> vpc = Value<string>.Unknown("!Ref Vpc");
        Passes(Run(Given.Interface with { VpcId = vpc, SubnetIds = [Given.SubnetA], SecurityGroupIds = [] }, With(Moved(vpc))));
    }

    [Fact]
    public void DifferentUnknownVpcsAreNotEvaluated() =>
        NotEvaluated(
            Run(Given.Interface with { SubnetIds = [Given.SubnetA], SecurityGroupIds = [] }, With(Moved(Value<string>.Unknown("!Ref Vpc")))),
            wasGiven: true,
            "the VPC of");
}
