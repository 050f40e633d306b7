using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P006Tests : RuleTest<P006PolicyAllows>
{
    [Fact]
    public void DenyOnlyFails() =>
        Fails(
            Run(Given.Interface with { PolicyDocument = """{"Statement":[{"Effect":"Deny","Principal":"*","Action":"ecr:Delete*","Resource":"*"}]}""" }),
            Severity.Error,
            "Deny statements only");

    [Fact]
    public void OneAllowPasses() =>
        Passes(Run(Given.Interface with
        {
            PolicyDocument =
                """{"Statement":[{"Effect":"Deny","Principal":"*","Action":"ecr:Delete*","Resource":"*"},{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""",
        }));

    [Theory]
    [InlineData("*")]
    [InlineData("s3:*")]
    [InlineData("s3:Get*")]
    public void DenyThatTakesEverythingAwayFails(string denied) => Fails(
        Run(Given.Gateway with
        {
            PolicyDocument =
                """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:Get*","Resource":"*"},{"Effect":"Deny","Principal":"*","Action":"DENIED","Resource":"*"}]}"""
                    .Replace("DENIED", denied, StringComparison.Ordinal),
        }),
        Severity.Error,
        "takes everything away again");

    [Theory]
    [InlineData("s3:GetObject")]
    [InlineData("s3:Put*")]
    public void DenyThatLeavesSomethingPasses(string denied) => Passes(Run(Given.Gateway with
    {
        PolicyDocument =
            """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:Get*","Resource":"*"},{"Effect":"Deny","Principal":"*","Action":"DENIED","Resource":"*"}]}"""
                .Replace("DENIED", denied, StringComparison.Ordinal),
    }));

    [Fact]
    public void InvalidPolicyIsNotItsBusiness() => NotApplicable(Run(Given.Interface with { PolicyDocument = """{"Statement":[]}""" }));

    [Fact]
    public void NoPolicyIsNotApplicable() => NotApplicable(Run(Given.Interface with { PolicyDocument = default }));

    [Fact]
    public void UnknownPolicyIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { PolicyDocument = Value<string>.Unknown("!Ref P") }), wasGiven: true, "!Ref P");
}
