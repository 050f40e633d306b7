using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Shape;

namespace VpcEndpointTools.Tests.Rules.Shape;

public sealed class S014Tests : RuleTest<S014ServiceExists>
{
    [Fact]
    public void NearMissFailsAndSaysWhatWasMeant() =>
        Fails(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.ecr.dkrr" }), Severity.Error, "ecr.dkrr", "'com.amazonaws.eu-west-1.ecr.dkr'");

    [Fact]
    public void ShortNameFailsAndSaysTheFullOne() =>
        Fails(Run(Given.Interface with { ServiceName = "ssm" }), Severity.Error, "'com.amazonaws.eu-west-1.ssm'");

    [Fact]
    public void NameThatTheCatalogueLacksIsAWarning() =>
        Fails(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.brand-new-thing" }), Severity.Warning, "brand-new-thing", "2026-11-23");

    [Fact]
    public void NameThatACompleteSnapshotLacksFails() =>
        Fails(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.sqs" }, Given.Snapshot), Severity.Error, "sqs", "eu-west-1");

    [Fact]
    public void NameThatAPartialSnapshotLacksIsNotEvaluated() => NotEvaluated(
        Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.sqs" }, Given.Snapshot with { Complete = SnapshotCompleteness.Partial }), wasGiven: false, "ServiceDetails");

    [Fact]
    public void NameOfAnotherRegionIsNotInThisRegionsList() => NotEvaluated(
        Run(Given.Interface with { ServiceName = "com.amazonaws.us-east-1.sqs", ServiceRegion = "us-east-1" }, Given.Snapshot), wasGiven: false, "us-east-1.sqs");

    [Fact]
    public void ListWithAServiceThatIsNotKnownProvesNothing() => NotEvaluated(
        Run(
            Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.sqs" },
            Given.Snapshot with { ServiceDetails = [new ServiceDetail { ServiceName = Value<string>.Unknown("!Ref S") }] }),
        wasGiven: false,
        "ServiceDetails");

    [Fact]
    public void ListedNameThatTheCatalogueLacksPasses() =>
        Passes(Run(
            Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.brand-new-thing" },
            Given.Snapshot with { ServiceDetails = [Given.Service("com.amazonaws.eu-west-1.brand-new-thing", "Interface", null)] }));

    [Fact]
    public void ListedNamePasses() => Passes(Run(Given.Interface, Given.Snapshot));

    [Fact]
    public void CatalogueKnowsANameButNotItsRegions() => NotEvaluated(Run(Given.Interface), wasGiven: false, "com.amazonaws.eu-west-1.ssm in a snapshot's ServiceDetails");

    [Fact]
    public void MalformedNameIsNotItsBusiness() => NotApplicable(Run(Given.Interface with { ServiceName = "com.amazonaws..ssm" }));

    [Fact]
    public void UnknownNameIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceName = Value<string>.Unknown("!Sub x") }), wasGiven: true, "!Sub x");
}
