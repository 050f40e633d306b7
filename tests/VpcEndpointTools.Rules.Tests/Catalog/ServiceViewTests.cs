using VpcEndpointTools.Catalog;

namespace VpcEndpointTools.Tests.Catalog;

/// <summary>What the catalogue's rows come to, for people and for rules.</summary>
public sealed class ServiceViewTests
{
    private static ServiceView View(string shortName, string? region = "eu-west-1") => new(ServiceCatalog.Shipped.FindShort(shortName)!, region);

    [Fact]
    public void RegionFillsTheNames()
    {
        ServiceView ssm = View("ssm");
        Assert.Equal("com.amazonaws.eu-west-1.ssm", ssm.ServiceName);
        Assert.Equal(["ssm.eu-west-1.amazonaws.com"], ssm.PrivateDnsNames);
        Assert.Equal(ssm.ServiceName, ssm.ToString());
        Assert.Equal("2026-11-23", ssm.CatalogDate);
        Assert.Equal([443], ssm.Ports);
        Assert.Equal("com.amazonaws.{region}.ssm", View("ssm", null).ServiceName);
        Assert.Equal(["ssm.{region}.amazonaws.com"], View("ssm", null).PrivateDnsNames);
    }

    [Fact]
    public void OtherPartitionsHaveOtherDnsNamesThatAreNotKnown()
    {
        ServiceView view = View("ssm", "cn-north-1");
        Assert.Empty(view.PrivateDnsNames);
        Assert.Equal("None", view.PrivateDnsNameBasis);
        Assert.NotEqual("None", View("ssm").PrivateDnsNameBasis);
    }

    [Theory]
    [InlineData("ssm", "")]
    [InlineData("s3express", "gateway endpoints only")]
    [InlineData("cassandra", "not on port 443")]
    [InlineData("dynamodb", "no private DNS name")]
    [InlineData("iot.data", "no private DNS name")]
    public void LimitsAreSaid(string shortName, string limits) => Assert.Equal(limits, string.Join("; ", View(shortName).KnownLimits));

    [Fact]
    public void SeveralLimitsStandSideBySide()
    {
        Assert.Equal(["no private DNS name", "no endpoint policy"], View("transfer.server").KnownLimits);
        Assert.Contains("no private DNS name, unless its provider has one verified", View("vpce-svc").KnownLimits);
        Assert.Contains("no endpoint policy", View("vpce-svc").KnownLimits);
    }

    [Fact]
    public void ServiceThatMakesItsEndpointsItselfHasNoNameToCreate()
    {
        ServiceView managed = new(ServiceCatalog.Shipped.Entries.First(entry => entry.IsServiceManaged), "eu-west-1");
        Assert.Null(managed.ServiceName);
        Assert.Contains("the service makes its endpoints itself", managed.KnownLimits);
        Assert.Equal(managed.ShortName, managed.ToString());
    }

    [Theory]
    [InlineData("ssm", true, "Convention")]
    [InlineData("dynamodb", false, "Documented")]
    [InlineData("transfer.server", false, "Knowledge")]
    [InlineData("access-analyzer", true, "Convention")]
    [InlineData("airflow.api", true, "Guess")]
    public void PrivateDnsNamesHaveABasis(string shortName, bool has, string basis)
    {
        ServiceEntry entry = ServiceCatalog.Shipped.FindShort(shortName)!;
        Assert.Equal(has, entry.HasPrivateDnsName);
        Assert.Equal(has, entry.PrivateDnsNameTemplates.Count > 0);
        Assert.Equal(basis, entry.PrivateDnsNameBasis.ToString());
    }

    [Fact]
    public void AnswersOfTheCatalogueAreThreeValued()
    {
        Assert.True(ServiceCatalog.Shipped.FindShort("access-analyzer")!.Ipv6Supported);
        Assert.Null(ServiceCatalog.Shipped.FindShort("access-analyzer")!.PolicySupported);
        Assert.False(ServiceCatalog.Shipped.FindShort("transfer.server")!.PolicySupported);
        Assert.False(ServiceCatalog.Shipped.FindShort("vpce-svc")!.PolicySupported);
        Assert.True(ServiceCatalog.Shipped.FindShort("kms")!.CrossRegionSupported);
        Assert.Null(ServiceCatalog.Shipped.FindShort("ssm")!.CrossRegionSupported);
    }

    [Fact]
    public void StatementsOfTheCheatSheetReadAsALine()
    {
        CheatSheetStatement[] all = [.. TypeComparison.Aspects.SelectMany(aspect => aspect.Statements).DistinctBy(statement => statement.Id)];
        Assert.Contains(all, statement => statement.ToString().EndsWith("': holds", StringComparison.Ordinal));
        Assert.Contains(all, statement => statement.HoldsToday == "No" && statement.ToString().Contains($"': wrong since {statement.ChangedOn}: {statement.Change}", StringComparison.Ordinal));
        Assert.Contains(all, statement => statement.ToString().Contains("': partly right since", StringComparison.Ordinal));
        Assert.Contains("; ", new CheatSheetStatements(all).ToString(), StringComparison.Ordinal);
    }
}
