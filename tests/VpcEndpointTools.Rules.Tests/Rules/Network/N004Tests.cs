using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N004Tests : RuleTest<N004OwnSubnet>
{
    private const string Own = "111122223333";
    private const string Owner = "999988887777";

    private static NetworkSnapshot OwnedBy(Value<string> a, Value<string> b) => Given.Snapshot with
    {
        Subnets =
        [
            Given.Subnet(Given.SubnetA, "eu-west-1a", "euw1-az1") with { OwnerId = a },
            Given.Subnet(Given.SubnetB, "eu-west-1b", "euw1-az2") with { OwnerId = b },
        ],
    };

    [Fact]
    public void SharedSubnetFails()
    {
        RuleOutcome outcome = Run(Given.Interface, OwnedBy(Own, Owner));
        Violation violation = Fails(outcome, Severity.Error, $"{Given.SubnetB} belongs to account {Owner}", $"shares it with {Own}:");
        Assert.Equal("SubnetIds", violation.Property);
        Assert.Single(outcome.Violations);
    }

    [Fact]
    public void EachSharedSubnetIsNamed()
    {
        RuleOutcome outcome = Run(Given.Interface, OwnedBy(Owner, Owner));
        Assert.Equal(2, outcome.Violations.Count);
        Assert.Contains(Given.SubnetA, outcome.Violations[0].Message, StringComparison.Ordinal);
        Assert.Contains(Given.SubnetB, outcome.Violations[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OwnSubnetsPass() => Passes(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void SharedSubnetOfAnotherEndpointPasses() => Passes(Run(Given.Interface with { SubnetIds = [Given.SubnetA] }, OwnedBy(Own, Owner)));

    [Fact]
    public void EachTypeWithSubnetsIsTested() =>
        Assert.All(
            Given.OfEachType.Where(config => config != Given.Gateway),
            config => FailsEach(Run(config, OwnedBy(Owner, Owner)), Severity.Error, [.. config.SubnetIds.Select(id => $"{id.Known} belongs to account {Owner}")]));

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway with { SubnetIds = [Given.SubnetB] }, OwnedBy(Own, Owner)));

    [Fact]
    public void ExistingEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface), OwnedBy(Own, Owner)));

    [Fact]
    public void NoSubnetIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface with { SubnetIds = [] }, Given.Snapshot));
        NotApplicable(Run(Given.Interface with { SubnetIds = [] }));
    }

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "a snapshot with AccountId");

    [Fact]
    public void WithoutAnAccountItIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface, OwnedBy(Own, Owner) with { AccountId = null }), wasGiven: false, "AccountId and the OwnerId of subnets");

    [Fact]
    public void MissingSubnetsAreNotEvaluated() =>
        NotEvaluated(Run(Given.Interface, Given.Snapshot with { Subnets = null }), wasGiven: true, "Subnets in the snapshot");

    [Fact]
    public void UnknownSubnetsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, Given.Snapshot), wasGiven: true, "SubnetIds (!Ref S)");
        NotEvaluated(Run(Given.Interface with { SubnetIds = [Given.SubnetA, Given.Unknown<string>()] }, Given.Snapshot), wasGiven: true, "SubnetIds (!Ref X)");
    }

    [Fact]
    public void UnknownOwnerIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, OwnedBy(Own, Given.Unknown<string>())), wasGiven: false, $"the OwnerId of {Given.SubnetB}");
        NotEvaluated(Run(Given.Interface, OwnedBy(Own, default)), wasGiven: false, $"the OwnerId of {Given.SubnetB}");
    }

    [Fact]
    public void TheFirstThingMissingIsNamed() => NotEvaluated(Run(Given.Interface, OwnedBy(default, default)), wasGiven: false, Given.SubnetA);

    [Fact]
    public void SubnetThatIsNotThereIsNotEvaluated()
    {
        NetworkSnapshot snapshot = Given.Snapshot with { Subnets = [Given.Snapshot.Subnets![0]] };
        NotEvaluated(Run(Given.Interface, snapshot), wasGiven: false, $"the OwnerId of {Given.SubnetB}");
        NotEvaluated(Run(Given.Interface, snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, $"{Given.SubnetB} in the snapshot's Subnets");
    }

    [Fact]
    public void FindingInAPartialSnapshotStands() =>
        Fails(Run(Given.Interface, OwnedBy(Own, Owner) with { Complete = SnapshotCompleteness.Partial }), Severity.Error, Owner);

    [Fact]
    public void FindingWinsOverAnUnknownOwner() => Fails(Run(Given.Interface, OwnedBy(default, Owner)), Severity.Error, Given.SubnetB);
}
