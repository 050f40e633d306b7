using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Lifecycle;

namespace VpcEndpointTools.Tests.Rules.Lifecycle;

public sealed class L004Tests : RuleTest<L004Quota>
{
    private static NetworkSnapshot With(int endpoints, EndpointConfig like, long? quota = null, string code = QuotaCodes.InterfaceEndpointsPerVpc) => Given.Snapshot with
    {
        VpcEndpoints = [.. Enumerable.Range(0, endpoints).Select(i => Given.Existing(like, $"vpce-{i}"))],
        Quotas = quota is { } value ? [new Quota { QuotaCode = code, Value = value }] : [],
    };

    [Fact]
    public void OneBeyondTheQuotaFails() => Fails(Run(Given.Interface, With(10, Given.Interface, 10)), Severity.Error, Given.VpcId, "10 of 10", "L-29B6F2EB", "refused");

    [Fact]
    public void EightyPerCentIsAWarning()
    {
        Fails(Run(Given.Interface, With(9, Given.Interface, 10)), Severity.Warning, "9 of 10", "nearly");
        Fails(Run(Given.Interface, With(7, Given.Interface, 10)), Severity.Warning, "7 of 10");
        Passes(Run(Given.Interface, With(6, Given.Interface, 10)));
    }

    [Fact]
    public void InterfaceAndGatewayLoadBalancerShareAQuota()
    {
        Fails(Run(Given.Interface, With(10, Given.GatewayLoadBalancer, 10)), Severity.Error, "10 of 10");
        Passes(Run(Given.Interface, With(10, Given.Gateway, 10)));
    }

    [Theory]
    [InlineData("Gateway", QuotaCodes.GatewayEndpointsPerRegion)]
    [InlineData("Resource", QuotaCodes.ResourceEndpointsPerVpc)]
    [InlineData("ServiceNetwork", QuotaCodes.ServiceNetworkEndpointsPerVpc)]
    [InlineData("GatewayLoadBalancer", QuotaCodes.InterfaceEndpointsPerVpc)]
    public void EachTypeHasItsQuota(string type, string code)
    {
        EndpointConfig config = Given.OfEachType.Single(item => item.Target == type);
        Fails(Run(config, With(5, config, 5, code)), Severity.Error, "5 of 5", code);
        Passes(Run(config, With(1, config, 5, code)));
        NotEvaluated(Run(config, With(1, config, 5, "L-0")), wasGiven: false, code);
    }

    [Fact]
    public void GatewaysAreCountedInTheWholeRegion()
    {
        EndpointConfig elsewhere = Given.Gateway with { VpcId = Given.OtherVpcId };
        Fails(Run(Given.Gateway, With(5, elsewhere, 5, QuotaCodes.GatewayEndpointsPerRegion)), Severity.Error, "The Region has 5 of 5");
        Passes(Run(Given.Interface, With(5, Given.Interface with { VpcId = Given.OtherVpcId }, 5)));
    }

    [Fact]
    public void DeclaredQuotaWinsOverTheSnapshots()
    {
        Declarations declared = new() { Quotas = new Dictionary<string, long>(StringComparer.Ordinal) { [QuotaCodes.InterfaceEndpointsPerVpc] = 100 } };
        Passes(Run(Given.Interface, With(10, Given.Interface, 10), declared));
    }

    [Fact]
    public void GatewaysOfAVpcHaveAHardLimit()
    {
        Fails(Run(Given.Gateway, With(255, Given.Gateway, 1_000, QuotaCodes.GatewayEndpointsPerRegion)), Severity.Error, "255 gateway endpoints");
        Passes(Run(Given.Gateway, With(254, Given.Gateway, 1_000, QuotaCodes.GatewayEndpointsPerRegion)));
        Passes(Run(Given.Interface, With(255, Given.Interface, 1_000)));
    }

    [Fact]
    public void DeadEndpointsDoNotCount() => Passes(Run(Given.Interface, With(0, Given.Interface, 10) with
    {
        VpcEndpoints = [.. Enumerable.Range(0, 10).Select(i => Given.Existing(Given.Interface, $"vpce-{i}") with { State = "deleted" })],
    }));

    [Fact]
    public void WithoutAnAppliedQuotaItIsNotEvaluated() => NotEvaluated(Run(Given.Interface, With(50, Given.Interface)), wasGiven: false, "50 of 50 by default");

    [Fact]
    public void ListThatIsNotWholeCanOnlyFail()
    {
        Fails(Run(Given.Interface, With(10, Given.Interface, 10) with { Complete = SnapshotCompleteness.Partial }), Severity.Error, "10 of 10");
        NotEvaluated(Run(Given.Interface, With(1, Given.Interface, 10) with { Complete = SnapshotCompleteness.Partial }), wasGiven: true, "VpcEndpoints");
        NotEvaluated(Run(Given.Gateway, With(1, Given.Gateway, 10, QuotaCodes.GatewayEndpointsPerRegion) with { Complete = SnapshotCompleteness.Of([Given.VpcId]) }), wasGiven: true, "VpcEndpoints");
        NetworkSnapshot blurred = With(10, Given.Interface, 10);
        NotEvaluated(Run(Given.Interface, blurred with { VpcEndpoints = [.. blurred.VpcEndpoints!, Given.Existing(Given.Interface, "vpce-x") with { State = Given.Unknown<string>() }] }), wasGiven: true, "VpcEndpoints");
    }

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface), wasGiven: false, "VpcEndpoints");
        NotEvaluated(Run(Given.Interface with { VpcId = Given.Unknown<string>() }, Given.Snapshot), wasGiven: false, "VpcId");
        NotEvaluated(Run(Given.Interface, With(1, Given.Interface) with { Quotas = [new Quota { QuotaCode = QuotaCodes.InterfaceEndpointsPerVpc, Value = Given.Unknown<long>() }] }), wasGiven: false, "applied quota");
    }

    [Fact]
    public void ExistingEndpointsAndTunnelsAreNotApplicable()
    {
        NotApplicable(Run(Given.Existing(Given.Interface), With(50, Given.Interface, 10)));
        NotApplicable(Run(Given.Tunnel, With(50, Given.Tunnel, 10)));
    }
}
