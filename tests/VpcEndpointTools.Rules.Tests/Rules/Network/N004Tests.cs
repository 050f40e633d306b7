using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Network;

namespace VpcEndpointTools.Tests.Rules.Network;

public sealed class N004Tests : RuleTest<N004OwnSubnet>
{
    private static NetworkSnapshot OwnedBy(Value<string> first, Value<string> second) => Given.Snapshot with
    {
        Subnets = [Given.Snapshot.Subnets![0] with { OwnerId = first }, Given.Snapshot.Subnets[1] with { OwnerId = second }],
    };

    [Fact]
    public void SubnetOfAnotherAccountFails() =>
        Fails(Run(Given.Interface, OwnedBy("111122223333", "444455556666")), Severity.Error, Given.SubnetB, "444455556666", "111122223333");

    [Fact]
    public void OwnSubnetsPass() => Passes(Run(Given.Interface, OwnedBy("111122223333", "111122223333")));

    [Fact]
    public void OwnerThatIsNotKnownIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface, OwnedBy("111122223333", default)), wasGiven: false, "OwnerId");
        NotEvaluated(Run(Given.Interface, OwnedBy("111122223333", Given.Unknown<string>())), wasGiven: false, Given.SubnetB);
        Fails(Run(Given.Interface, OwnedBy(default, "444455556666")), Severity.Error, Given.SubnetB);
    }

    [Fact]
    public void AccountOrSubnetsThatNobodyGaveAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface), wasGiven: false, "AccountId");
        NotEvaluated(Run(Given.Interface, OwnedBy("1", "2") with { AccountId = null }), wasGiven: false, "AccountId");
        NotEvaluated(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Unknown("!Ref S") }, Given.Snapshot), wasGiven: true, "!Ref S");
        NotEvaluated(Run(Given.Interface, OwnedBy("1", "2") with { Subnets = null }), wasGiven: true, "Subnets");
    }

    [Fact]
    public void NothingToLookAtIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface with { SubnetIds = ValueList<Value<string>>.Absent }, Given.Snapshot));
        NotApplicable(Run(Given.Existing(Given.Interface), OwnedBy("1", "2")));
        NotApplicable(Run(Given.Gateway, OwnedBy("1", "2")));
    }
}
