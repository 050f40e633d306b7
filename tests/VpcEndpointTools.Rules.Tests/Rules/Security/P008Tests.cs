using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P008Tests : RuleTest<P008IdentityPerimeter>
{
    private const string NoCaller = """{"Sid":"A","Effect":"Allow","Principal":"*","Action":"s3:Get*","Resource":"*"}""";
    private const string Caller = """{"Effect":"Allow","Principal":"*","Action":"s3:Get*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}""";

    private static EndpointConfig With(params string[] statements) => Given.Gateway with { PolicyDocument = $$"""{"Statement":[{{string.Join(",", statements)}}]}""" };

    private static string Deny(string key) => NoCaller.Replace("Allow", "Deny", StringComparison.Ordinal).TrimEnd('}') + ",\"Condition\":{\"StringNotEquals\":{\"" + key + "\":\"x\"}}}";

    [Fact]
    public void AllowWithoutAConditionOnTheCallerFails() =>
        Assert.Equal("PolicyDocument", Fails(Run(With(NoCaller)), Severity.Warning, "statement 'A' admits callers of any account").Property);

    [Fact]
    public void OneOpenAllowOfTwoFails() => Fails(Run(With(Caller, NoCaller)), Severity.Warning, "'A'");

    [Fact]
    public void AConditionOnTheResourceIsNoneOnTheCaller() =>
        Fails(Run(With(Caller.Replace("aws:PrincipalOrgID", "aws:ResourceOrgID", StringComparison.Ordinal))), Severity.Warning, "statement 1");

    [Fact]
    public void EverybodyButSomebodyIsEverybody() =>
        Fails(Run(With(NoCaller.Replace("\"Principal\":\"*\"", "\"NotPrincipal\":{\"AWS\":\"111122223333\"}", StringComparison.Ordinal))), Severity.Warning, "'A'");

    [Fact]
    public void ConditionOnTheCallerPasses() => Passes(Run(With(Caller)));

    [Fact]
    public void NamedCallersPass() => Passes(Run(With(NoCaller.Replace("\"*\",\"Action\"", "{\"AWS\":\"111122223333\"},\"Action\"", StringComparison.Ordinal))));

    [Fact]
    public void DenyOnTheCallerPasses() => Passes(Run(With(NoCaller, Deny("aws:PrincipalOrgID"))));

    [Fact]
    public void OtherDenysChangeNothing()
    {
        Fails(Run(With(NoCaller, Deny("aws:SourceVpc"))), Severity.Warning, "'A'");
        Fails(Run(With(NoCaller, Caller)), Severity.Warning, "'A'");
    }

    [Fact]
    public void FullAccessIsAnotherRulesFinding()
    {
        NotApplicable(Run(With(NoCaller.Replace("s3:Get*", "*", StringComparison.Ordinal))));
        NotApplicable(Run(With(NoCaller.Replace("s3:Get*", "s3:*", StringComparison.Ordinal))));
    }

    [Fact]
    public void NoPolicyInvalidPolicyAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Gateway with { PolicyDocument = default }));
        NotApplicable(Run(Given.Gateway with { PolicyDocument = "x" }));
        NotApplicable(Run(Given.GatewayLoadBalancer with { PolicyDocument = With(NoCaller).PolicyDocument }));
    }

    [Fact]
    public void UnknownPolicyOrServiceIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway with { PolicyDocument = Given.Unknown<string>("!Ref P") }), wasGiven: true, "!Ref P");
        NotEvaluated(Run(With(NoCaller) with { ServiceName = Given.Unknown<string>("!Ref S") }), wasGiven: true, "!Ref S");
    }
}
