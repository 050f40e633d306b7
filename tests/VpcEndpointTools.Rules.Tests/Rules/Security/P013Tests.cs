using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Security;

namespace VpcEndpointTools.Tests.Rules.Security;

public sealed class P013Tests : RuleTest<P013PolicySupported>
{
    private const string Transfer = "com.amazonaws.eu-west-1.transfer.server";

    private static NetworkSnapshot Listed(Value<bool> supported) =>
        Given.Snapshot with { ServiceDetails = [Given.Service(Transfer, "Interface", null) with { VpcEndpointPolicySupported = supported }] };

    [Fact]
    public void ServiceDocumentedToHaveNoneIsAWarning() => Fails(Run(Given.Interface with { ServiceName = Transfer }), Severity.Warning, Transfer);

    [Fact]
    public void PartnersServiceIsAWarning() => Fails(Run(Given.Interface with { ServiceName = Given.GwlbService }), Severity.Warning, Given.GwlbService);

    [Fact]
    public void ServiceListedWithoutSupportFails() => Fails(Run(Given.Interface with { ServiceName = Transfer }, Listed(false)), Severity.Error, "AWS lists");

    [Fact]
    public void ListWinsOverTheCatalogue() => Passes(Run(Given.Interface with { ServiceName = Transfer }, Listed(true)));

    [Fact]
    public void ServiceKnownToSupportItPasses() => Passes(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.lambda" }));

    [Fact]
    public void ServiceOfWhichNothingIsKnownIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.kms" }), wasGiven: false, "VpcEndpointPolicySupported");

    [Fact]
    public void NoPolicyIsNotApplicable() => NotApplicable(Run(Given.Interface with { ServiceName = Transfer, PolicyDocument = default }));

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway));

    [Fact]
    public void UnknownPolicyIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { PolicyDocument = Value<string>.Unknown("!Ref P") }), wasGiven: true, "!Ref P");
}
