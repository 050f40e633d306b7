using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Governance;

namespace VpcEndpointTools.Tests.Rules.Governance;

public sealed class G004Tests : RuleTest<G004Fips>
{
    private static readonly Declarations Required = new() { RequireFips = true };

    private static EndpointConfig For(string name) => Given.Interface with { ServiceName = "com.amazonaws.us-east-1." + name };

    [Fact]
    public void NameWithoutFipsFails() => Assert.Equal(
        "ServiceName", Fails(Run(For("kms"), null, Required), Severity.Warning, "use com.amazonaws.us-east-1.kms-fips instead of com.amazonaws.us-east-1.kms.").Property);

    [Fact]
    public void FipsNamePasses() => Passes(Run(For("kms-fips"), null, Required));

    [Fact]
    public void ServiceWithoutAFipsNameIsNotApplicable() => NotApplicable(Run(For("ecs-agent"), null, Required));

    [Fact]
    public void PartnersAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Interface with { ServiceName = Given.GwlbService }, null, Required));
        NotApplicable(Run(Given.Gateway, null, Required));
        NotApplicable(Run(Given.Interface with { ServiceName = default }, null, Required));
    }

    [Fact]
    public void WhereNobodyRequiresItItIsNotApplicable() => NotApplicable(Run(For("kms")));

    [Fact]
    public void ServicesThatAreNotKnownAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface with { ServiceName = Given.Unknown<string>("!Ref S") }, null, Required), wasGiven: true, "!Ref S");
        NotEvaluated(Run(For("unheard-of"), null, Required), wasGiven: false, "in the service catalogue");
    }
}
