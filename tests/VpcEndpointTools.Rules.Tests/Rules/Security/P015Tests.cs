using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P015Tests : RuleTest<P015ImageLayers>
{
    private const string Allow = """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"RESOURCE"}]}""";

    private static readonly EndpointConfig Registry = Given.Existing(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.ecr.dkr" }, "vpce-0eeeeeeeeeeeeeeee");
    private static readonly NetworkSnapshot WithRegistry = Beside(Registry);

    private static NetworkSnapshot Beside(EndpointConfig other) => Given.Snapshot with { VpcEndpoints = [other] };

    private static EndpointConfig On(string resource) => Given.Gateway with { PolicyDocument = Allow.Replace("RESOURCE", resource, StringComparison.Ordinal) };

    [Fact]
    public void LayersThatAreKeptOutFail()
    {
        Violation violation = Fails(
            Run(Given.Gateway, WithRegistry), Severity.Warning, "com.amazonaws.eu-west-1.ecr.dkr", "s3:GetObject on prod-eu-west-1-starport-layer-bucket", "403");
        Assert.Equal("PolicyDocument", violation.Property);
        Fails(Run(On("arn:aws:s3:::mine/*"), WithRegistry), Severity.Warning, "starport");
        Fails(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3" }, WithRegistry), Severity.Warning, "starport");
    }

    [Fact]
    public void LayersThatAreAllowedPass()
    {
        Passes(Run(On("arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*"), WithRegistry));
        Passes(Run(On("*")));
        Fails(Run(On("arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*"), WithRegistry), Severity.Warning, "prod-eu-west-1");
    }

    [Theory]
    [InlineData("cn-north-1", "aws-cn", "com.amazonaws.", "cn.com.amazonaws.")]
    [InlineData("us-gov-west-1", "aws-us-gov", "com.amazonaws.", "com.amazonaws.")]
    public void OtherPartitionsHaveTheirOwnArns(string region, string partition, string prefix, string registryPrefix)
    {
        NetworkSnapshot snapshot = Beside(Registry with { ServiceName = $"{registryPrefix}{region}.ecr.dkr" });
        Passes(Run(On($"arn:{partition}:s3:::prod-{region}-starport-layer-bucket/*") with { ServiceName = $"{prefix}{region}.s3" }, snapshot));
        Fails(Run(On($"arn:aws:s3:::prod-{region}-starport-layer-bucket/*") with { ServiceName = $"{prefix}{region}.s3" }, snapshot), Severity.Warning, region);
    }

    [Fact]
    public void WhereNobodyPullsImagesItIsNotApplicable()
    {
        NotApplicable(Run(Given.Gateway, Given.Snapshot));
        NotApplicable(Run(Given.Gateway, Beside(Registry with { State = "deleted" })));
        NotApplicable(Run(Given.Gateway, Beside(Registry with { VpcId = Given.OtherVpcId })));
        NotApplicable(Run(Given.Gateway, Beside(Registry with { ServiceName = "com.amazonaws.eu-west-1.ecr.api" })));
        NotApplicable(Run(Given.Gateway, Beside(Registry with { VpcEndpointType = "Gateway" })));
    }

    [Fact]
    public void OtherServicesPoliciesAndTypesAreNotApplicable()
    {
        NotApplicable(Run(Given.Interface, WithRegistry));
        NotApplicable(Run(Given.Gateway with { ServiceName = "com.amazonaws.eu-west-1.unheard-of" }, WithRegistry));
        NotApplicable(Run(Given.Gateway with { PolicyDocument = default }, WithRegistry));
        NotApplicable(Run(Given.GatewayLoadBalancer with { PolicyDocument = Given.PerimeterPolicy }, WithRegistry));
    }

    [Fact]
    public void NeighboursThatAreNotKnownAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway), wasGiven: false, "VpcEndpoints");
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { VpcEndpoints = null }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(Given.Gateway, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "Complete");
        NotEvaluated(Run(Given.Gateway, Beside(Registry with { State = Given.Unknown<string>() })), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(Given.Gateway, Beside(Registry with { VpcEndpointType = Given.Unknown<string>() })), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(Given.Gateway with { VpcId = Given.Unknown<string>() }, WithRegistry), wasGiven: true, "VpcId");
    }

    [Fact]
    public void ConditionsThatSayNothingOfTheOwnerAreNotEvaluated() =>
        NotEvaluated(
            Run(
                Given.Gateway with { PolicyDocument = Given.PerimeterPolicy.Replace("aws:ResourceOrgID", "aws:SourceVpc", StringComparison.Ordinal) },
                WithRegistry),
            wasGiven: false,
            "conditions");

    [Fact]
    public void UnknownPolicyOrServiceIsNotEvaluated()
    {
        NotEvaluated(Run(Given.Gateway with { PolicyDocument = Given.Unknown<string>("!Ref P") }, WithRegistry), wasGiven: true, "!Ref P");
        NotEvaluated(Run(Given.Gateway with { ServiceName = Given.Unknown<string>("!Ref S") }, WithRegistry), wasGiven: true, "!Ref S");
    }
}
