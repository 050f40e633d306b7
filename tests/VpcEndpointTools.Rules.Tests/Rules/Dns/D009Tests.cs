using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D009Tests : RuleTest<D009PrivateDnsOff>
{
    [Fact]
    public void OffIsAWarning()
    {
        Fails(Run(Given.Interface with { PrivateDnsEnabled = false }), Severity.Warning, "usual name of ssm");
        Fails(Run(Given.Existing(Given.Interface with { PrivateDnsEnabled = default })), Severity.Warning, "ssm");
    }

    [Fact]
    public void OnPasses() => Passes(Run(Given.Interface));

    [Fact]
    public void UnknownsAreNotEvaluated()
    {
        NotEvaluated(Run(Given.Interface with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }), wasGiven: true, "omitted");
        NotEvaluated(Run(Given.Interface with { ServiceName = Given.Unknown<string>() }), wasGiven: true, "ServiceName");
    }

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.s3")]
    [InlineData("com.amazonaws.eu-west-1.dynamodb")]
    [InlineData("com.amazonaws.eu-west-1.nonsense")]
    [InlineData("com.amazonaws.eu-west-1.airflow.api")]
    [InlineData("com.amazonaws.eu-west-1.transfer.server")]
    [InlineData(Given.GwlbService)]
    public void ServicesWithoutACertainNameAreNotApplicable(string service) => NotApplicable(Run(Given.Interface with { ServiceName = service, PrivateDnsEnabled = false }));

    [Fact]
    public void OtherTypesAreNotApplicable() => NotApplicable(Run(Given.Gateway));
}
