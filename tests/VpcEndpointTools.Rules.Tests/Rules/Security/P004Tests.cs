using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P004Tests : RuleTest<P004PolicyValid>
{
    private const string Statement = """{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""";

    [Theory]
    [InlineData("not json", "not JSON")]
    [InlineData("{\"Version\":\"2012-10-17\",}", "not JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"Version\":\"2012-10-17\"}", "no Statement")]
    [InlineData("{\"Statement\":[]}", "Statement is empty")]
    [InlineData("{\"Statement\":[1]}", "statement 1 is not an object")]
    [InlineData("{\"Statement\":[{\"Effect\":\"allow\",\"Principal\":\"*\",\"Action\":\"*\"}]}", "'allow'")]
    [InlineData("{\"Statement\":[{\"Principal\":\"*\",\"Action\":\"*\"}]}", "no Effect")]
    [InlineData("{\"Statement\":[{\"Sid\":\"Mine\",\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}", "'Mine' has no Principal")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Resource\":\"*\"}]}", "no Action")]
    public void InvalidPolicyFails(string policy, string reason) => Fails(Run(Given.Gateway with { PolicyDocument = policy }), Severity.Error, reason);

    [Theory]
    [InlineData("{\"Statement\":" + Statement + "}")]
    [InlineData("{\"Statement\":[" + Statement + "]}")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":\"arn:aws:iam::111122223333:root\"},\"NotAction\":\"s3:*\"}]}")]
    public void ValidPolicyPasses(string policy) => Passes(Run(Given.Gateway with { PolicyDocument = policy }));

    [Fact]
    public void NoPolicyIsNotApplicable() => NotApplicable(Run(Given.Interface with { PolicyDocument = default }));

    [Fact]
    public void OtherTypesAreNotApplicable() => NotApplicable(Run(Given.Tunnel with { PolicyDocument = "x" }));

    [Fact]
    public void UnknownPolicyIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { PolicyDocument = Value<string>.Unknown("!Ref P") }), wasGiven: true, "!Ref P");
}
