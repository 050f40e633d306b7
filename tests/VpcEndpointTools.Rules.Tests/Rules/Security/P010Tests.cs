using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P010Tests : RuleTest<P010GatewayPrincipal>
{
    private static EndpointConfig With(params string[] statements) => Given.Gateway with { PolicyDocument = $$"""{"Statement":[{{string.Join(',', statements)}}]}""" };

    private static string Statement(string effect, string principal) => $$"""{"Effect":"{{effect}}","Principal":{{principal}},"Action":"*","Resource":"*"}""";

    [Fact]
    public void NamedPrincipalAloneFails() =>
        Fails(Run(With(Statement("Allow", """{"AWS":"arn:aws:iam::111122223333:role/app"}"""))), Severity.Error, "role/app", "aws:PrincipalArn");

    [Fact]
    public void NamedPrincipalBesideAnOpenOneIsAWarning() =>
        Fails(Run(With(Statement("Allow", "\"*\""), Statement("Allow", """{"AWS":"111122223333"}"""))), Severity.Warning, "111122223333");

    [Theory]
    [InlineData("\"*\"")]
    [InlineData("""{"AWS":"*"}""")]
    [InlineData("""{"AWS":["*"]}""")]
    public void EverybodyPasses(string principal) => Passes(Run(With(Statement("Allow", principal))));

    [Fact]
    public void DenyMayNameWhomItLikes() => Passes(Run(With(Statement("Allow", "\"*\""), Statement("Deny", """{"AWS":"111122223333"}"""))));

    [Fact]
    public void InterfaceIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void NoPolicyIsNotApplicable() => NotApplicable(Run(Given.Gateway with { PolicyDocument = default }));

    [Fact]
    public void UnknownPolicyIsNotEvaluated() =>
        NotEvaluated(Run(Given.Gateway with { PolicyDocument = Value<string>.Unknown("!Ref P") }), wasGiven: true, "!Ref P");
}
