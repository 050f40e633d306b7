using VpcEndpointTools.Model;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Rules.Lifecycle;

namespace VpcEndpointTools.Tests.Rules.Lifecycle;

public sealed class L005Tests : RuleTest<L005RequesterManaged>
{
    [Fact]
    public void ManagedEndpointIsNoted() => Fails(Run(Given.Existing(Given.Interface) with { RequesterManaged = true }), Severity.Information, "manages it");

    [Fact]
    public void OwnEndpointIsNotApplicable()
    {
        NotApplicable(Run(Given.Existing(Given.Interface) with { RequesterManaged = false }));
        NotApplicable(Run(Given.Existing(Given.Interface)));
    }

    [Fact]
    public void DeletedOneIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface) with { RequesterManaged = true, State = "deleted" }));

    [Fact]
    public void UnknownStateIsNotEvaluated() =>
        NotEvaluated(Run(Given.Existing(Given.Interface) with { RequesterManaged = true, State = Value<string>.Unknown("!Ref S") }), wasGiven: true, "State");
}
