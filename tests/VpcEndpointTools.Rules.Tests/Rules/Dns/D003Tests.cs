using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Rules.Dns;

namespace VpcEndpointTools.Tests.Rules.Dns;

public sealed class D003Tests : RuleTest<D003PrivateDnsOffered>
{
    private static readonly EndpointConfig DynamoDb = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.dynamodb" };
    private static readonly EndpointConfig Partner = Given.Interface with { ServiceName = Given.GwlbService };

    [Fact]
    public void DynamoDbFails() => Fails(Run(DynamoDb), Severity.Error, "com.amazonaws.eu-west-1.dynamodb does not provide a private DNS name");

    [Fact]
    public void ServiceListedWithoutANameFails() =>
        Fails(Run(Partner, Given.Snapshot with { ServiceDetails = [Given.Service(Given.GwlbService, "Interface", null)] }), Severity.Error, Given.GwlbService);

    [Fact]
    public void ListWinsOverTheCatalogue() =>
        Passes(Run(DynamoDb, Given.Snapshot with { ServiceDetails = [Given.Service("com.amazonaws.eu-west-1.dynamodb", "Interface", "dynamodb.eu-west-1.amazonaws.com")] }));

    [Fact]
    public void GatewayEntryOfTheServiceSaysNothing() =>
        Passes(Run(
            Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.s3" }, Given.Snapshot with { ServiceDetails = [Given.Service("com.amazonaws.eu-west-1.s3", "Gateway", null)] }));

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.ssm")]
    [InlineData("com.amazonaws.eu-west-1.s3")]
    [InlineData("com.amazonaws.eu-west-1.ecr.dkr")]
    public void ServiceWithANamePasses(string service) => Passes(Run(Given.Interface with { ServiceName = service }));

    [Fact]
    public void PrivateDnsOffIsNotApplicable() => NotApplicable(Run(DynamoDb with { PrivateDnsEnabled = false }));

    [Fact]
    public void GatewayIsNotApplicable() => NotApplicable(Run(Given.Gateway));

    [Theory]
    [InlineData(Given.GwlbService)]
    [InlineData("com.amazonaws.eu-west-1.iot.data")]
    [InlineData("com.amazonaws.eu-west-1.airflow.env")]
    public void WhatIsOnlyGuessedIsNotEvaluated(string service) =>
        NotEvaluated(Run(Given.Interface with { ServiceName = service }), wasGiven: false, "ServiceDetails");

    [Fact]
    public void OmittedPrivateDnsIsNotEvaluatedWhereItMatters() =>
        NotEvaluated(Run(DynamoDb with { PrivateDnsEnabled = EndpointConfig.OmittedPrivateDns }), wasGiven: true, "omitted");

    [Fact]
    public void UnknownServiceIsNotEvaluated() =>
        NotEvaluated(Run(Given.Interface with { ServiceName = Value<string>.Unknown("!Sub s") }), wasGiven: true, "!Sub s");
}
