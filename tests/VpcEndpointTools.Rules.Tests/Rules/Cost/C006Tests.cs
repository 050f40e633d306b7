using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Cost;

namespace VpcEndpointTools.Tests.Rules.Cost;

public sealed class C006Tests : RuleTest<C006InRegion>
{
    private static readonly EndpointConfig Abroad = Given.Interface with { ServiceName = "com.amazonaws.us-east-1.ssm", ServiceRegion = "us-east-1" };
    private static readonly NetworkSnapshot Without = Given.Snapshot with { ServiceDetails = [Given.Service("com.amazonaws.eu-west-1.s3", "Interface", null)] };

    [Fact]
    public void ServiceThatTheOwnRegionHasFails()
    {
        Violation violation = Fails(
            Run(Abroad, Given.Snapshot), Severity.Warning, "eu-west-1 has com.amazonaws.eu-west-1.ssm itself; com.amazonaws.us-east-1.ssm lies in us-east-1");
        Assert.Equal("ServiceRegion", violation.Property);
        Fails(Run(Abroad, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), Severity.Warning, "eu-west-1");
    }

    [Fact]
    public void ServiceThatTheOwnRegionLacksPasses()
    {
        Passes(Run(Abroad, Without));
        Passes(Run(Abroad, Without with { Complete = SnapshotCompleteness.Of([Given.OtherVpcId]) }));
        Passes(Run(Abroad, Without with { ServiceDetails = [Given.Service("com.amazonaws.eu-west-1.ssm", "Gateway", null)] }));
    }

    [Fact]
    public void ListThatIsNotCompleteIsNotEvaluated()
    {
        NotEvaluated(Run(Abroad), wasGiven: false, "a snapshot with ServiceDetails");
        NotEvaluated(Run(Abroad, Given.Snapshot with { ServiceDetails = null }), wasGiven: false, "a snapshot with ServiceDetails");
        NotEvaluated(Run(Abroad, Without with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, "all ServiceDetails");
        NotEvaluated(Run(Abroad, Without with { ServiceDetails = [Without.ServiceDetails![0] with { ServiceName = Given.Unknown<string>() }] }), wasGiven: false, "all ServiceDetails");
    }

    [Fact]
    public void OwnRegionIsNotApplicable()
    {
        NotApplicable(Run(Given.Interface, Given.Snapshot));
        NotApplicable(Run(Given.Interface with { ServiceRegion = "eu-west-1" }, Given.Snapshot));
        NotApplicable(Run(Abroad with { VpcEndpointType = "Gateway" }, Given.Snapshot));
    }

    [Fact]
    public void PartnersGlobalAndUnheardOfServicesAreNotApplicable()
    {
        NotApplicable(Run(Abroad with { ServiceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0a1b2c3d4e5f60718" }, Given.Snapshot));
        NotApplicable(Run(Abroad with { ServiceName = "com.amazonaws.iam" }, Given.Snapshot));
        NotApplicable(Run(Abroad with { ServiceName = "com.amazonaws.us-east-1.unheard-of" }, Given.Snapshot));
    }

    [Fact]
    public void UnknownNamesOrRegionsAreNotEvaluated()
    {
        NotEvaluated(Run(Abroad with { ServiceName = Given.Unknown<string>() }, Given.Snapshot), wasGiven: false, "ServiceName, ServiceRegion and the Region");
        NotEvaluated(Run(Abroad with { ServiceRegion = Given.Unknown<string>() }, Given.Snapshot), wasGiven: false, "ServiceName, ServiceRegion");
        NotEvaluated(Run(Abroad with { Region = Given.Unknown<string>() }, Given.Snapshot), wasGiven: false, "ServiceName, ServiceRegion");
    }
}
