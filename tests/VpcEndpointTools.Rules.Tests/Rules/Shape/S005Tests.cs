using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S005Tests : RuleTest<S005OneTarget>
{
    [Fact]
    public void VpcIdAloneFails() =>
        Assert.Equal("MissingParameter", Fails(Run(new EndpointConfig { VpcId = Given.VpcId }), Severity.Error, "leads nowhere").AwsErrorCode);

    [Fact]
    public void TwoTargetsFail() =>
        Fails(Run(Given.Resource with { ServiceName = "com.amazonaws.eu-west-1.rds" }), Severity.Error, "ServiceName", "ResourceConfigurationArn");

    [Theory]
    [InlineData("Interface", "ResourceConfigurationArn")]
    [InlineData("Gateway", "ResourceConfigurationArn")]
    [InlineData("ServiceNetwork", "ResourceConfigurationArn")]
    public void ResourceConfigurationIsOnlyForResourceAndTunnel(string type, string property) =>
        Assert.Equal(property, Fails(Run(Given.Resource with { VpcEndpointType = type }), Severity.Error, type).Property);

    [Fact]
    public void ServiceNameOfAServiceNetworkEndpointFails() =>
        Fails(Run(Given.ServiceNetwork with { ServiceNetworkArn = default, ServiceName = "com.amazonaws.eu-west-1.ssm" }), Severity.Error, "ServiceNetworkArn");

    [Fact]
    public void TheRightOnePasses() => Assert.All(Given.OfEachType, config => Passes(Run(config)));

    [Fact]
    public void UnknownTargetIsATarget() => Passes(Run(Given.Interface with { ServiceName = Value<string>.Unknown("!Sub x") }));

    [Fact]
    public void RequesterManagedEndpointIsNotApplicable() => NotApplicable(Run(Given.Existing(Given.Interface) with { ServiceName = default, RequesterManaged = true }));

    [Fact]
    public void UnknownTypeIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { VpcEndpointType = Value<string>.Unknown("!Ref T") }), wasGiven: true, "!Ref T");
}
