using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D009Tests : RuleTest<D009PrivateDnsOff>
{
    private static EndpointConfig Off(string service) => Given.Interface with { ServiceName = $"com.amazonaws.eu-west-1.{service}", PrivateDnsEnabled = false };

    private static RuleOutcome RunWithCatalogOf(ServiceDetail detail, EndpointConfig config) => new D009PrivateDnsOff().Evaluate(
        new RuleContext(config, catalog: ServiceCatalog.Shipped.Refresh([detail], new DateOnly(2026, 11, 23))));

    [Fact]
    public void PrivateDnsOffFails()
    {
        Violation violation = Fails(Run(Off("ssm")), Severity.Warning, "PrivateDnsEnabled is false", "name of ssm", "public endpoint");
        Assert.Equal("PrivateDnsEnabled", violation.Property);
    }

    [Fact]
    public void AbsentPrivateDnsFails() => Fails(Run(Given.Interface with { PrivateDnsEnabled = default }), Severity.Warning, "ssm");

    [Fact]
    public void ExistingEndpointFailsToo() => Fails(Run(Given.Existing(Off("ssm"))), Severity.Warning, "ssm");

    [Theory]
    [InlineData("ssm")]
    [InlineData("ecr.api")]
    [InlineData("monitoring")]
    public void EachNameThatIsNoGuessCounts(string service)
    {
        Fails(Run(Off(service)), Severity.Warning, service);
        Passes(Run(Off(service) with { PrivateDnsEnabled = true }));
    }

    [Theory]
    [InlineData("airflow.api")]
    [InlineData("iot.data")]
    [InlineData("dynamodb-fips")]
    [InlineData("codecatalyst")]
    [InlineData("nosuch")]
    public void ServicesWithoutASureNameAreNotApplicable(string service) => NotApplicable(Run(Off(service)));

    [Theory]
    [InlineData("s3")]
    [InlineData("dynamodb")]
    public void ServicesWithAGatewayAreNotApplicable(string service) => NotApplicable(Run(Off(service)));

    [Fact]
    public void EndpointServicesAreNotApplicable()
    {
        EndpointConfig config = Given.Interface with { ServiceName = Given.GwlbService, PrivateDnsEnabled = false };
        NotApplicable(Run(config));
        NotApplicable(RunWithCatalogOf(Given.Service(Given.GwlbService, EndpointTypes.Interface, "api.example.com"), config));
    }

    [Fact]
    public void NamesOfARefreshedCatalogCount() =>
        Fails(RunWithCatalogOf(Given.Service("com.amazonaws.eu-west-1.nosuch", EndpointTypes.Interface, "nosuch.eu-west-1.amazonaws.com"), Off("nosuch")), Severity.Warning, "nosuch");

    [Fact]
    public void AbsentServiceAndOtherTypesAreNotApplicable()
    {
        NotApplicable(Run(Off("ssm") with { ServiceName = default }));
        NotApplicable(Run(Off("ssm") with { VpcEndpointType = EndpointTypes.Gateway }));
        NotApplicable(Run(Given.Resource with { PrivateDnsEnabled = false }));
    }

    [Fact]
    public void UnknownPrivateDnsIsNotEvaluated()
    {
        NotEvaluated(Run(Off("ssm") with { PrivateDnsEnabled = Given.Unknown<bool>("!Ref P") }), wasGiven: true, "PrivateDnsEnabled (!Ref P)");
        NotEvaluated(Run(Off("ssm") with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }), wasGiven: true, "omitted");
        NotApplicable(Run(Off("s3") with { PrivateDnsEnabled = Given.Unknown<bool>() }));
    }

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(Off("ssm") with { ServiceName = Given.Unknown<string>("!Ref S") }), wasGiven: true, "ServiceName (!Ref S)");
}
