using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S018Tests : RuleTest<S018LatticeArn>
{
    [Theory]
    [InlineData("rcfg-0a1b2c3d4e5f60718")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData(Given.NetworkArn)]
    [InlineData("arn:aws:vpc-lattice:eu-west-1:111122223333:resourceconfiguration/")]
    public void SomethingElseFails(string arn) => Fails(Run(Given.Resource with { ResourceConfigurationArn = arn }), Severity.Error, arn, "resourceconfiguration/");

    [Fact]
    public void ResourceConfigurationInPlaceOfAServiceNetworkFails() =>
        Fails(Run(Given.ServiceNetwork with { ServiceNetworkArn = Given.ResourceArn }), Severity.Error, "servicenetwork/");

    [Fact]
    public void ArnOfAnotherRegionIsAWarning() =>
        Fails(Run(Given.Tunnel with { Region = "us-east-1" }), Severity.Warning, "eu-west-1", "us-east-1");

    [Fact]
    public void RightArnPasses()
    {
        Passes(Run(Given.Resource));
        Passes(Run(Given.ServiceNetwork));
        Passes(Run(Given.Tunnel with { Region = default }));
    }

    [Fact]
    public void InterfaceIsNotApplicable() => NotApplicable(Run(Given.Interface));

    [Fact]
    public void MissingArnIsNotItsBusiness() => NotApplicable(Run(Given.Resource with { ResourceConfigurationArn = default }));

    [Fact]
    public void UnknownArnIsNotEvaluated() =>
        NotEvaluated(Run(Given.Resource with { ResourceConfigurationArn = Value<string>.Unknown("!GetAtt Config.Arn") }), wasGiven: true, "!GetAtt");
}
