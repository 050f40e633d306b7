using VpcEndpointTools.Catalog;

namespace VpcEndpointTools.Tests.Catalog;

public sealed class ServiceCatalogTests
{
    private static readonly ServiceCatalog Catalog = ServiceCatalog.Shipped;

    [Fact]
    public void EveryServiceIsFoundByItsNameInARegion()
    {
        Assert.True(Catalog.Entries.Count >= 500);
        foreach (ServiceEntry entry in Catalog.Entries.Where(entry => !entry.IsServiceManaged))
        {
            string name = entry.NameIn("eu-west-1").Replace("{cell}", "cell3", StringComparison.Ordinal).Replace("{id}", "0a1b2c3d4e5f60718", StringComparison.Ordinal);
            Assert.True(Catalog.Find(name) is { } found && found.ServiceNameTemplate == entry.ServiceNameTemplate, name);
        }
    }

    [Fact]
    public void EveryServiceOfferedInChinaIsFoundByItsNameThere() =>
        Assert.All(
            Catalog.Entries.Where(entry => entry.ChinaServiceNameTemplate is not null),
            entry => Assert.Equal(entry.ShortName, Catalog.Find(entry.NameIn("cn-north-1"))?.ShortName));

    [Fact]
    public void EveryServiceOffersATypeAndAPort()
    {
        string[] types = ["Interface", "Gateway", "GatewayLoadBalancer"];
        Assert.All(Catalog.Entries.Where(entry => !entry.IsServiceManaged), entry =>
        {
            Assert.NotEmpty(entry.EndpointTypes);
            Assert.All(entry.EndpointTypes, type => Assert.Contains(type, types));

            // A Transfer Family server has the ports of its protocols.
            Assert.True(entry.IsEndpointService || entry.ShortName == "transfer.server" || entry.Ports.Count > 0, entry.ShortName);
        });
    }

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.ssm", "ssm")]
    [InlineData("com.amazonaws.us-gov-west-1.ecr.api", "ecr.api")]
    [InlineData("com.amazonaws.iam", "iam")]
    [InlineData("aws.api.ap-southeast-5.qbusiness", "qbusiness")]
    [InlineData("aws.sagemaker.eu-west-1.notebook", "sagemaker:notebook")]
    [InlineData("com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718", "vpce-svc")]
    [InlineData("com.amazonaws.us-east-1.timestream.query-cell2", "timestream.query-{cell}")]
    [InlineData("com.amazonaws.{region}.ssm", null)]
    [InlineData("com.amazonaws.eu-west-1.brand-new-thing", null)]
    [InlineData("ssm", null)]
    [InlineData("", null)]
    public void FindsByFullNameOnly(string name, string? shortName) => Assert.Equal(shortName, Catalog.Find(name)?.ShortName);

    [Fact]
    public void KnowsThePortsThatAreNot443()
    {
        Assert.Equal([9142], Catalog.FindShort("cassandra")!.Ports);
        Assert.Equal([25, 465, 587, 2465, 2587], Catalog.FindShort("email-smtp")!.Ports);
    }

    [Fact]
    public void KnowsWhoHasNoPrivateDns()
    {
        Assert.False(Catalog.FindShort("dynamodb")!.HasPrivateDnsName);
        Assert.Equal(NameBasis.Documented, Catalog.FindShort("dynamodb")!.PrivateDnsNameBasis);
        Assert.True(Catalog.FindShort("ssm")!.HasPrivateDnsName);
        Assert.Null(Catalog.FindShort("savingsplans")!.HasPrivateDnsName);
    }

    [Fact]
    public void KnowsTheServicesWithAGatewayForm() =>
        Assert.Equal(["dynamodb", "s3", "s3express"], Catalog.Entries.Where(entry => entry.HasType("Gateway")).Select(entry => entry.ShortName).Order(StringComparer.Ordinal));

    [Fact]
    public void SaysHowOldItIs() => Assert.Equal(new DateOnly(2026, 11, 23), Catalog.Date);

    [Theory]
    [InlineData("eu-west-1", true)]
    [InlineData("us-gov-east-1", true)]
    [InlineData("ap-southeast-5", true)]
    [InlineData("us-isob-east-1", true)]
    [InlineData("eusc-de-east-1", true)]
    [InlineData("eu-west-1a", false)]
    [InlineData("ecr", false)]
    [InlineData("emr-service-cell01", false)]
    [InlineData("eu-*", false)]
    public void TellsARegionByItsForm(string text, bool isRegion) => Assert.Equal(isRegion, ServiceNames.IsRegion(text));
}
