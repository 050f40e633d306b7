using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Cost;

namespace VpcEndpointTools.Tests.Rules.Cost;

public sealed class C002Tests : RuleTest<C002FreeEndpointMissing>
{
    private static readonly NatGateway Nat = new() { NatGatewayId = "nat-1", VpcId = Given.VpcId, State = "available" };
    private static readonly EndpointConfig S3 = Given.Existing(Given.Gateway, "vpce-0bbbbbbbbbbbbbbbb");
    private static readonly EndpointConfig DynamoDb = S3 with { ServiceName = "com.amazonaws.eu-west-1.dynamodb", VpcEndpointId = "vpce-0cccccccccccccccc" };

    // The tested endpoint has the lowest id, so it is the one to speak for the VPC.
    private static readonly EndpointConfig First = Given.Existing(Given.Interface, "vpce-0aaaaaaaaaaaaaaaa");

    private static NetworkSnapshot With(NatGateway nat, params EndpointConfig[] endpoints) => Given.Snapshot with { NatGateways = [nat], VpcEndpoints = [.. endpoints, First] };

    private static NetworkSnapshot With(params EndpointConfig[] endpoints) => With(Nat, endpoints);

    [Fact]
    public void NatWithoutFreeEndpointsFails()
    {
        Violation violation = Fails(
            Run(First, With()), Severity.Warning, Given.VpcId + " has nat-1", "Gateway endpoint for com.amazonaws.eu-west-1.s3 and com.amazonaws.eu-west-1.dynamodb:");
        Assert.Equal("VpcId", violation.Property);
    }

    [Fact]
    public void OnlyTheMissingOneIsNamed()
    {
        Fails(Run(First, With(S3)), Severity.Warning, "endpoint for com.amazonaws.eu-west-1.dynamodb:");
        Fails(Run(First, With(DynamoDb)), Severity.Warning, "endpoint for com.amazonaws.eu-west-1.s3:");
    }

    [Fact]
    public void BothEndpointsPass() => Passes(Run(First, With(S3, DynamoDb)));

    [Fact]
    public void DeadForeignOrOtherEndpointsDoNotCount()
    {
        Fails(Run(First, With(S3 with { State = "failed" }, DynamoDb)), Severity.Warning, "s3");
        Fails(Run(First, With(S3 with { VpcId = Given.OtherVpcId }, DynamoDb)), Severity.Warning, "s3");
        Fails(Run(First, With(S3 with { VpcEndpointType = "Interface" }, DynamoDb)), Severity.Warning, "s3");
    }

    [Fact]
    public void TheTestedRequestCountsItself()
    {
        NetworkSnapshot none = With() with { VpcEndpoints = [] };
        Fails(Run(Given.Gateway, none), Severity.Warning, "endpoint for com.amazonaws.eu-west-1.dynamodb:");
        Fails(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3" }, none), Severity.Warning, "s3 and");
        Fails(Run(Given.GatewayLoadBalancer, none), Severity.Warning, "s3 and");
        NotEvaluated(Run(Given.Gateway with { ServiceName = Given.Unknown<string>("!Ref S") }, none), wasGiven: true, "!Ref S");
        Fails(Run(Given.Interface with { ServiceName = Given.Unknown<string>("!Ref S") }, none), Severity.Warning, "s3 and");
    }

    [Fact]
    public void InChinaGatewaysHaveTheNameWithoutCn()
    {
        EndpointConfig first = First with { Region = "cn-north-1" };
        Passes(Run(first, With(S3 with { ServiceName = "com.amazonaws.cn-north-1.s3" }, DynamoDb with { ServiceName = "com.amazonaws.cn-north-1.dynamodb" })));
        Fails(Run(first, With()), Severity.Warning, "endpoint for com.amazonaws.cn-north-1.s3 and com.amazonaws.cn-north-1.dynamodb:");
    }

    [Fact]
    public void OneEndpointSpeaksForTheVpc()
    {
        NotApplicable(Run(S3, With(S3)));
        NotApplicable(Run(Given.Gateway, With()));
        Fails(Run(Given.Interface, With() with { VpcEndpoints = [First with { VpcId = Given.OtherVpcId }] }), Severity.Warning, "nat-1");
    }

    [Theory]
    [InlineData("deleted", null)]
    [InlineData("pending", null)]
    [InlineData("available", "private")]
    [InlineData(null, null)]
    public void NatThatLeadsNowherePasses(string? state, string? connectivity) => Passes(Run(First, With(Nat with { State = state, ConnectivityType = connectivity })));

    [Fact]
    public void PublicNatOrAStateInCapitalsFails() => Fails(Run(First, With(Nat with { State = "Available", ConnectivityType = "public" })), Severity.Warning, "nat-1");

    [Fact]
    public void NatOfAnotherVpcPasses() => Passes(Run(First, With(Nat with { VpcId = Given.OtherVpcId })));

    [Fact]
    public void NatThatIsNotKnownIsNotEvaluated()
    {
        NotEvaluated(Run(First, With(Nat with { State = Given.Unknown<string>() })), wasGiven: true, "NatGateways");
        NotEvaluated(Run(First, With(Nat with { ConnectivityType = Given.Unknown<string>() })), wasGiven: true, "NatGateways");
        NotEvaluated(Run(First, With(Nat with { VpcId = Given.Unknown<string>() })), wasGiven: true, "NatGateways");
    }

    [Fact]
    public void EndpointsThatAreNotKnownAreNotEvaluated()
    {
        NotEvaluated(Run(First, With() with { VpcEndpoints = null }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(First, With() with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "Complete");
        NotEvaluated(Run(First, With(S3 with { State = Given.Unknown<string>() }, DynamoDb)), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(First, With(S3 with { VpcEndpointType = Given.Unknown<string>() }, DynamoDb)), wasGiven: true, "VpcEndpoints");
    }

    [Fact]
    public void WithoutNatsVpcOrRegionItIsNotEvaluated()
    {
        NotEvaluated(Run(First), wasGiven: false, "NatGateways, VpcEndpoints and its Region");
        NotEvaluated(Run(First, With() with { NatGateways = null }), wasGiven: false, "NatGateways");
        NotEvaluated(Run(First with { VpcId = Given.Unknown<string>() }, With()), wasGiven: false, "NatGateways");
        NotEvaluated(Run(First with { Region = Given.Unknown<string>() }, With()), wasGiven: false, "Region");
    }

    [Fact]
    public void OtherTypesAreNotApplicable() => NotApplicable(Run(Given.Resource, With()));
}
