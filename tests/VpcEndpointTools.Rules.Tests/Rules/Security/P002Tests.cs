using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P002Tests : RuleTest<P002OwnGroup>
{
    private static NetworkSnapshot Named(Value<string> name) => Given.Snapshot with { SecurityGroups = [Given.Snapshot.SecurityGroups![0] with { GroupName = name }] };

    [Fact]
    public void OmittedGroupsAreTheDefaultGroup() =>
        Fails(Run(Given.Interface with { SecurityGroupIds = [] }), Severity.Warning, "SecurityGroupIds is empty", "default group");

    [Fact]
    public void TheDefaultGroupByIdFails() => Fails(Run(Given.Interface, Named("default")), Severity.Warning, Given.GroupId + " is the default security group");

    [Fact]
    public void TheDefaultGroupBesideAnotherFails() =>
        Fails(Run(Given.Interface with { SecurityGroupIds = ["sg-1", Given.GroupId] }, Named("default")), Severity.Warning, Given.GroupId);

    [Fact]
    public void AGroupOfItsOwnPasses() => Passes(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void ExistingEndpointThatShowsNoneIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface with { SecurityGroupIds = [] })));

    [Fact]
    public void OtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Gateway, Given.Snapshot));
        NotApplicable(Run(Given.GatewayLoadBalancer, Given.Snapshot));
    }

    [Fact]
    public void UnknownGroupsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface with { SecurityGroupIds = ValueList<Value<string>>.Unknown("!Ref G") }, Given.Snapshot), wasGiven: true, "!Ref G");
        NotEvaluated(Run(Given.Interface with { SecurityGroupIds = [Given.Unknown<string>("!Ref G"), Given.GroupId] }, Given.Snapshot), wasGiven: true, "!Ref G");
    }

    [Fact]
    public void NamesThatAreNotKnownAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, Named(Given.Unknown<string>())), wasGiven: false, "the GroupName of " + Given.GroupId);
        NotEvaluated(Run(Given.Interface, Named(default)), wasGiven: false, "the GroupName of " + Given.GroupId);
        NotEvaluated(Run(Given.Interface with { SecurityGroupIds = ["sg-1"] }, Given.Snapshot), wasGiven: false, "the GroupName of sg-1");
        NotEvaluated(Run(Given.Interface with { SecurityGroupIds = ["sg-1"] }, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "sg-1");
    }

    [Fact]
    public void WithoutASnapshotItIsNotEvaluated() => NotEvaluated(Run(Given.Interface), wasGiven: false, "SecurityGroups");
}
