using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P011Tests : RuleTest<P011SourceIp>
{
    private static EndpointConfig With(string key) => Given.Gateway with
    {
        PolicyDocument =
            $$$$"""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"IpAddress":{"{{{{key}}}}":"203.0.113.0/24"}}}]}""",
    };

    [Theory]
    [InlineData("aws:SourceIp")]
    [InlineData("AWS:sourceip")]
    public void SourceIpIsAWarning(string key) => Fails(Run(With(key)), Severity.Warning, "aws:VpcSourceIp");

    [Fact]
    public void VpcSourceIpPasses() => Passes(Run(With("aws:VpcSourceIp")));

    [Fact]
    public void NoPolicyIsNotApplicable() => NotApplicable(Run(Given.Interface with { PolicyDocument = default }));

    [Fact]
    public void UnknownPolicyIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { PolicyDocument = Value<string>.Unknown("!Ref P") }), wasGiven: true, "!Ref P");
}
