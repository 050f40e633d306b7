using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N015Tests : RuleTest<N015PartsExist>
{
    [Fact]
    public void MissingSubnetFails() =>
        Assert.Equal(
            "InvalidSubnetID.NotFound",
            Fails(Run(Given.Interface, Given.Snapshot with { Subnets = [Given.Snapshot.Subnets![0]] }), Severity.Error, Given.SubnetB).AwsErrorCode);

    [Fact]
    public void MissingGroupFails() =>
        Assert.Equal("InvalidGroup.NotFound", Fails(Run(Given.Interface, Given.Snapshot with { SecurityGroups = [] }), Severity.Error, Given.GroupId).AwsErrorCode);

    [Fact]
    public void MissingRouteTableFails() =>
        Assert.Equal("InvalidRouteTableID.NotFound", Fails(Run(Given.Gateway, Given.Snapshot with { RouteTables = [] }), Severity.Error, Given.TableA).AwsErrorCode);

    [Fact]
    public void AllThereAndMorePass() => Passes(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void CompleteForTheVpcIsEnough() =>
        Fails(Run(Given.Gateway, Given.Snapshot with { RouteTables = [], Complete = SnapshotCompleteness.Of([Given.VpcId]) }), Severity.Error, Given.TableA);

    [Fact]
    public void CompleteForAnotherVpcIsNot() =>
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { RouteTables = [], Complete = SnapshotCompleteness.Of([Given.OtherVpcId]) }), wasGiven: true, Given.TableA);

    [Fact]
    public void PartialSnapshotProvesNothing() =>
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { RouteTables = [], Complete = SnapshotCompleteness.Partial }), wasGiven: true, Given.TableA);

    [Fact]
    public void NothingNamedIsNotApplicable() => NotApplicable(Run(Given.Gateway with { RouteTableIds = [] }, Given.Snapshot));

    [Fact]
    public void UnknownIdIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { RouteTableIds = [Value<string>.Unknown("!Ref T")] }, Given.Snapshot), wasGiven: true, "!Ref T");

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "a snapshot with Subnets");
}
