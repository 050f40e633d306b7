using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P007Tests : RuleTest<P007PolicyNarrow>
{
    private const string Open = """{"Statement":[{"Sid":"All","Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";

    [Fact]
    public void WrittenFullAccessIsAWarning() => Fails(Run(Given.Gateway with { PolicyDocument = Open }), Severity.Warning, "'All'");

    [Fact]
    public void FullAccessInOtherWordsIsAWarningToo() =>
        Fails(
            Run(Given.Gateway with { PolicyDocument = """{"Statement":{"Effect":"Allow","Principal":{"AWS":["*"]},"Action":["*"],"Resource":["*"]}}""" }),
            Severity.Warning,
            "statement 1");

    [Fact]
    public void OmittedPolicyIsInformation() => Fails(Run(Given.Interface with { PolicyDocument = default }), Severity.Information, "No PolicyDocument");

    [Fact]
    public void ConditionPasses() => Passes(Run(Given.Gateway));

    [Fact]
    public void DenyBesideTheOpenAllowPasses() =>
        Passes(Run(Given.Gateway with
        {
            PolicyDocument =
                """
                {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},
                {"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:ResourceOrgID":"o-1"}}}]}
                """,
        }));

    [Fact]
    public void AllActionsOfTheServiceAreFullAccess()
    {
        const string ofS3 = """{"Statement":[{"Effect":"Allow","Principal":"*","Action":["s3:List*","s3:*"],"Resource":"*"}]}""";
        Fails(Run(Given.Gateway with { PolicyDocument = ofS3 }), Severity.Warning, "(Action s3:List*, s3:*)", "Principal *", "Resource *");
        Passes(Run(Given.Interface with { PolicyDocument = ofS3 }));
        Passes(Run(Given.Gateway with { PolicyDocument = ofS3, ServiceName = "com.amazonaws.eu-west-1.unheard-of" }));
    }

    [Fact]
    public void UnknownServiceIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface with { ServiceName = Given.Unknown<string>("!Ref S") }), wasGiven: true, "!Ref S");
        NotEvaluated(Run(Given.Interface with { ServiceName = Given.Unknown<string>("!Ref S"), PolicyDocument = default }), wasGiven: true, "!Ref S");
    }

    [Fact]
    public void ServiceWithoutPolicySupportIsNotApplicable() =>
        NotApplicable(Run(Given.Interface with { PolicyDocument = default, ServiceName = "com.amazonaws.eu-west-1.transfer.server" }));

    [Fact]
    public void InvalidPolicyIsNotItsBusiness() => NotApplicable(Run(Given.Gateway with { PolicyDocument = "x" }));

    [Fact]
    public void OtherTypesAreNotApplicable() => NotApplicable(Run(Given.GatewayLoadBalancer));

    [Fact]
    public void UnknownPolicyIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { PolicyDocument = Value<string>.Unknown("!Ref P") }), wasGiven: true, "!Ref P");
}
