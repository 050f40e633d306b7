using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S016Tests : RuleTest<S016ServiceInRegion>
{
    private static readonly EndpointConfig Elsewhere = Given.Interface with { ServiceName = "com.amazonaws.us-east-1.kms" };

    [Fact]
    public void InterfaceWithoutServiceRegionFailsAndOffersIt() => Fails(Run(Elsewhere), Severity.Error, "us-east-1", "eu-west-1", "ServiceRegion");

    [Fact]
    public void GatewayFailsAndOffersNothing() =>
        Assert.DoesNotContain(
            "add ServiceRegion", Fails(Run(Given.Gateway with { ServiceName = "com.amazonaws.us-east-1.s3" }), Severity.Error, "us-east-1").Message, StringComparison.Ordinal);

    [Fact]
    public void ServiceRegionThatSaysSomethingElseFails() => Fails(Run(Elsewhere with { ServiceRegion = "us-west-2" }), Severity.Error, "us-east-1", "us-west-2");

    [Fact]
    public void ServiceRegionPasses() => Passes(Run(Elsewhere with { ServiceRegion = "us-east-1" }));

    [Fact]
    public void SameRegionPasses() => Passes(Run(Given.Interface));

    [Fact]
    public void RegionOfTheCommandCountsWhereTheInputNamesNone() => Fails(Run(Given.Interface with { Region = default }, region: "eu-central-1"), Severity.Error, "eu-central-1");

    [Fact]
    public void RegionOfTheInputCountsFirst() => Passes(Run(Given.Interface, region: "eu-central-1"));

    [Theory]
    [InlineData("com.amazonaws.iam")]
    [InlineData("com.amazonaws.us-east-1.pricingplanmanager")]
    public void ServiceOfOneRegionIsNotApplicable(string name) => NotApplicable(Run(Given.Interface with { ServiceName = name }));

    [Fact]
    public void ExistingEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Elsewhere)));

    [Fact]
    public void WithoutARegionItIsNotEvaluated() => NotEvaluated(Run(Given.Interface with { Region = default }), wasGiven: false, "-Region");

    [Fact]
    public void UnknownNameIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceName = Value<string>.Unknown("!Sub x") }), wasGiven: true, "!Sub x");

    [Fact]
    public void UnknownServiceRegionIsNotEvaluated() =>
        NotEvaluated(Run(Elsewhere with { ServiceRegion = Value<string>.Unknown("!Ref R") }), wasGiven: true, "!Ref R");
}
