using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P009Tests : RuleTest<P009ResourcePerimeter>
{
    private static EndpointConfig With(params string[] statements) => Given.Gateway with { PolicyDocument = $$"""{"Statement":[{{string.Join(",", statements)}}]}""" };

    private static string Statement(string effect, string resource = "*", string key = "") =>
        $$"""{"Effect":"{{effect}}","Principal":"*","Action":"s3:Get*","Resource":"{{resource}}" """
        + (key.Length == 0 ? "}" : $",\"Condition\":{{\"StringEquals\":{{\"{key}\":\"x\"}}}}}}");

    [Theory]
    [InlineData("*")]
    [InlineData("arn:aws:s3:::*")]
    [InlineData("arn:aws:s3:::*/*")]
    public void AnyResourceFails(string resource) =>
        Assert.Equal("PolicyDocument", Fails(Run(With(Statement("Allow", resource))), Severity.Warning, "statement 1 reaches resources of any account").Property);

    [Fact]
    public void AllResourcesButSomeFail() =>
        Fails(Run(With("""{"Effect":"Allow","Principal":"*","Action":"s3:Get*","NotResource":"arn:aws:s3:::b/*"}""")), Severity.Warning, "statement 1");

    [Fact]
    public void OneOpenAllowOfTwoFails() => Fails(Run(With(Statement("Allow", key: "aws:ResourceOrgID"), Statement("Allow"))), Severity.Warning, "statement 2");

    [Theory]
    [InlineData("aws:ResourceOrgID")]
    [InlineData("s3:ResourceAccount")]
    [InlineData("aws:PrincipalIsAWSService")]
    [InlineData("aws:principalisawsservice")]
    public void ConditionOnTheResourcePasses(string key) => Passes(Run(With(Statement("Allow", key: key))));

    [Fact]
    public void ConditionOnTheCallerIsNoneOnTheResource() => Fails(Run(With(Statement("Allow", key: "aws:PrincipalOrgID"))), Severity.Warning, "statement 1");

    [Fact]
    public void NamedResourcesPass() => Passes(Run(With(Statement("Allow", "arn:aws:s3:::mine/*"))));

    [Fact]
    public void DenyOnTheResourcePasses()
    {
        Passes(Run(With(Statement("Allow"), Statement("Deny", key: "aws:ResourceOrgID"))));
        Fails(Run(With(Statement("Allow"), Statement("Deny", key: "aws:PrincipalOrgID"))), Severity.Warning, "statement 1");
        Fails(Run(With(Statement("Allow"), Statement("Deny", "arn:aws:s3:::b/*"))), Severity.Warning, "statement 1");
        Fails(Run(With(Statement("Allow"), Statement("Allow", key: "aws:ResourceOrgID"))), Severity.Warning, "statement 1");
    }

    [Fact]
    public void FullAccessIsAnotherRulesFinding() => NotApplicable(Run(With(Statement("Allow").Replace("s3:Get*", "s3:*", StringComparison.Ordinal))));

    [Fact]
    public void NoPolicyAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Gateway with { PolicyDocument = default }));
        NotApplicable(Run(Given.GatewayLoadBalancer with { PolicyDocument = With(Statement("Allow")).PolicyDocument }));
    }

    [Fact]
    public void UnknownPolicyOrServiceIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway with { PolicyDocument = Given.Unknown<string>("!Ref P") }), wasGiven: true, "!Ref P");
        NotEvaluated(Run(With(Statement("Allow")) with { ServiceName = Given.Unknown<string>("!Ref S") }), wasGiven: true, "!Ref S");
    }
}
