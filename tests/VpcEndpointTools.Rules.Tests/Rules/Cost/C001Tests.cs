using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Cost;

namespace VpcEndpointTools.Tests.Rules.Cost;

public sealed class C001Tests : RuleTest<C001GatewayIsFree>
{
    private static readonly EndpointConfig S3 = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3" };

    [Fact]
    public void S3ByInterfaceIsAWarning() => Fails(Run(S3), Severity.Warning, "com.amazonaws.eu-west-1.s3", "Gateway");

    [Fact]
    public void DynamoDbByInterfaceIsAWarning() => Fails(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" }), Severity.Warning, "dynamodb");

    [Fact]
    public void InboundResolverOnlyStatesItsNeed() => Passes(Run(S3 with { DnsOptions = new DnsOptions { PrivateDnsOnlyForInboundResolverEndpoint = true } }));

    [Fact]
    public void OtherRegionStatesItsNeed() => Passes(Run(S3 with { ServiceName = "com.amazonaws.us-east-1.s3", ServiceRegion = "us-east-1" }));

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.ssm")]
    [InlineData("com.amazonaws.us-east-1.dynamodb-fips")]
    [InlineData("com.amazonaws.s3-global.accesspoint")]
    public void ServiceWithoutAGatewayFormIsNotApplicable(string service) => NotApplicable(Run(Given.Interface with { ServiceName = service }));

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway));

    [Fact]
    public void UnknownServiceIsNotEvaluated() => NotEvaluated(Run(Given.Interface with { ServiceName = Value<string>.Unknown("!Sub s") }), wasGiven: true, "!Sub s");

    [Fact]
    public void UnknownServiceRegionIsNotEvaluated() => NotEvaluated(Run(S3 with { ServiceRegion = Value<string>.Unknown("!Ref R") }), wasGiven: true, "!Ref R");
}
