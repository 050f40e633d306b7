using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S013Tests : RuleTest<S013ServiceNameForm>
{
    [Theory]
    [InlineData("com.amazonaws.${AWS::Region}.ssm", "${AWS::Region}")]
    [InlineData("com.amazonaws..ssm", "empty")]
    [InlineData("com.amazonaws.eu-west-1. ssm", "white space")]
    public void MalformedNameFails(string name, string reason) => Fails(Run(Given.Interface with { ServiceName = name }), Severity.Error, name, reason);

    [Fact]
    public void UnknownPrefixIsAWarning() => Fails(Run(Given.Interface with { ServiceName = "com.example.thing" }), Severity.Warning, "com.example.thing");

    [Fact]
    public void RightNamePasses() => Passes(Run(Given.Interface));

    [Fact]
    public void NoNameIsNotApplicable() => NotApplicable(Run(Given.Resource));

    [Fact]
    public void ExistingEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface) with { ServiceName = "com.example.thing" }));

    [Fact]
    public void NameThatTheSnapshotListsPasses() =>
        Passes(Run(
            Given.Interface with { ServiceName = "com.example.thing" },
            Given.Snapshot with { ServiceDetails = [Given.Service("com.example.thing", "Interface", null)] }));

    [Fact]
    public void UnknownNameIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceName = Value<string>.Unknown("!Sub x") }), wasGiven: true, "!Sub x");
}
