using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Tests.Catalog;

/// <summary>The shipped catalogue with AWS's own answer in it.</summary>
public sealed class ServiceCatalogRefreshTests
{
    private static readonly DateOnly Today = new(2026, 12, 24);

    [Fact]
    public void AwsWinsAndTheShippedRowAddsTheRest()
    {
        ServiceEntry shipped = ServiceCatalog.Shipped.FindShort("cassandra")!;
        ServiceEntry entry = Refresh(Detail("com.amazonaws.eu-west-1.cassandra", "Interface", "cassandra.eu-west-1.amazonaws.com") with
        {
            VpcEndpointPolicySupported = true,
            SupportedIpAddressTypes = ["ipv4", "ipv6"],
        }).FindShort("cassandra")!;
        Assert.Equal(["Interface"], entry.EndpointTypes);
        Assert.Equal(["cassandra.{region}.amazonaws.com"], entry.PrivateDnsNameTemplates);
        Assert.Equal(NameBasis.Documented, entry.PrivateDnsNameBasis);
        Assert.True(entry.PolicySupported);
        Assert.True(entry.Ipv6Supported);
        Assert.Equal([9142], entry.Ports);
        Assert.Equal(shipped.Title, entry.Title);
        Assert.Equal(Today, entry.Date);
        Assert.Contains(shipped.Source, entry.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void ShippedCatalogueStaysAsItIs()
    {
        int count = ServiceCatalog.Shipped.Entries.Count;
        Refresh(Detail("com.amazonaws.eu-west-1.brand-new", "Interface"));
        Assert.Equal(count, ServiceCatalog.Shipped.Entries.Count);
        Assert.Null(ServiceCatalog.Shipped.Find("com.amazonaws.eu-west-1.brand-new"));
    }

    [Fact]
    public void ServiceStandsInTheAnswerOncePerType()
    {
        ServiceCatalog catalog = Refresh(
            Detail("com.amazonaws.eu-west-1.s3", "Gateway") with { SupportedIpAddressTypes = ["ipv4", "ipv6"] },
            Detail("com.amazonaws.eu-west-1.s3", "Interface", "s3.eu-west-1.amazonaws.com", "*.s3.eu-west-1.amazonaws.com") with
            {
                SupportedIpAddressTypes = ["ipv4"],
            });
        ServiceEntry entry = Assert.Single(catalog.Entries, entry => entry.ShortName == "s3");
        Assert.Equal(["Gateway", "Interface"], entry.EndpointTypes.Order(StringComparer.Ordinal));
        Assert.Equal(["s3.{region}.amazonaws.com", "*.s3.{region}.amazonaws.com"], entry.PrivateDnsNameTemplates);
        Assert.True(entry.Ipv6Supported);
        Assert.True(entry.CrossRegionSupported);
    }

    [Fact]
    public void TypeThatTheAnswerListsForOthersOnlyIsGone()
    {
        ServiceCatalog catalog = Refresh(
            Detail("com.amazonaws.eu-west-1.dynamodb", "Interface"), Detail("com.amazonaws.eu-west-1.s3", "Gateway"));
        Assert.False(catalog.FindShort("dynamodb")!.HasType("Gateway"));
    }

    [Fact]
    public void TypeThatTheWholeAnswerLacksWasNotAskedFor()
    {
        ServiceCatalog catalog = Refresh(Detail("com.amazonaws.eu-west-1.s3", "Interface", "s3.eu-west-1.amazonaws.com"));
        Assert.True(catalog.FindShort("s3")!.HasType("Gateway"));
    }

    [Fact]
    public void InterfaceWithoutAPrivateDnsNameHasNoneForSure()
    {
        ServiceEntry entry = Refresh(Detail("com.amazonaws.eu-west-1.ssm", "Interface")).FindShort("ssm")!;
        Assert.False(entry.HasPrivateDnsName);
        Assert.Empty(entry.PrivateDnsNameTemplates);
        Assert.Equal(NameBasis.Documented, entry.PrivateDnsNameBasis);
    }

    [Fact]
    public void GatewayFormAloneSaysNothingOfPrivateDns()
    {
        ServiceEntry entry = Refresh(Detail("com.amazonaws.eu-west-1.s3", "Gateway")).FindShort("s3")!;
        Assert.Equal(ServiceCatalog.Shipped.FindShort("s3")!.PrivateDnsNameTemplates, entry.PrivateDnsNameTemplates);
    }

    [Fact]
    public void WhatTheAnswerLeavesOutStaysAsShipped()
    {
        ServiceEntry entry = Refresh(Detail("com.amazonaws.eu-west-1.transfer.server", "Interface")).FindShort("transfer.server")!;
        Assert.False(entry.PolicySupported);
        Assert.Null(entry.Ipv6Supported);
    }

    [Fact]
    public void ServiceThatOnlyAwsKnowsIsNew()
    {
        ServiceCatalog catalog = Refresh(Detail("aws.api.eu-west-1.brand-new.runtime", "Interface", "brand-new-runtime.eu-west-1.api.aws"));
        ServiceEntry entry = catalog.Find("aws.api.us-east-1.brand-new.runtime")!;
        Assert.Equal("brand-new.runtime", entry.ShortName);
        Assert.Equal("aws.api.{region}.brand-new.runtime", entry.ServiceNameTemplate);
        Assert.Equal("aws.api.us-east-1.brand-new.runtime", entry.NameIn("us-east-1"));
        Assert.Empty(entry.Ports);
        Assert.Equal(ServiceCatalog.Shipped.Entries.Count + 1, catalog.Entries.Count);
    }

    [Fact]
    public void GlobalServiceKeepsItsName() =>
        Assert.Equal("route53", Refresh(Detail("com.amazonaws.route53", "Interface")).Find("com.amazonaws.route53")!.ShortName);

    [Fact]
    public void ServiceThatOnlyTheCatalogueKnowsStaysWithItsOwnDate()
    {
        ServiceCatalog catalog = Refresh(Detail("com.amazonaws.eu-west-1.ssm", "Interface"));
        Assert.Equal(ServiceCatalog.Shipped.Entries.Count, catalog.Entries.Count);
        Assert.Equal(ServiceCatalog.Shipped.Date, catalog.FindShort("kms")!.Date);
        Assert.Equal(Today, catalog.Date);
    }

    [Fact]
    public void ChinaNameMeansTheSameService()
    {
        ServiceCatalog catalog = Refresh(Detail("cn.com.amazonaws.cn-north-1.ecr.api", "Interface", "api.ecr.cn-north-1.amazonaws.com.cn"));
        Assert.Equal(ServiceCatalog.Shipped.Entries.Count, catalog.Entries.Count);
        Assert.Equal("ecr.api", catalog.Find("cn.com.amazonaws.cn-northwest-1.ecr.api")!.ShortName);
        Assert.Equal("com.amazonaws.{region}.ecr.api", catalog.FindShort("ecr.api")!.ServiceNameTemplate);
    }

    [Fact]
    public void CellsAreOneService()
    {
        ServiceCatalog catalog = Refresh(
            Detail("com.amazonaws.us-east-1.timestream.query-cell1", "Interface"),
            Detail("com.amazonaws.us-east-1.timestream.query-cell2", "Interface"));
        Assert.Equal(ServiceCatalog.Shipped.Entries.Count, catalog.Entries.Count);
        Assert.Equal(Today, catalog.Find("com.amazonaws.us-east-1.timestream.query-cell7")!.Date);
    }

    [Fact]
    public void EndpointServiceHasARowOfItsOwnBesideTheOneForAll()
    {
        ServiceCatalog catalog = Refresh(
            Detail("com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718", "GatewayLoadBalancer") with { Owner = "111122223333" });
        ServiceEntry own = catalog.Find("com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60718")!;
        Assert.True(own.IsEndpointService);
        Assert.Equal(["GatewayLoadBalancer"], own.EndpointTypes);
        Assert.Contains("111122223333", own.Title, StringComparison.Ordinal);
        Assert.Equal("vpce-svc", catalog.Find("com.amazonaws.vpce.eu-west-1.vpce-svc-0ffffffffffffffff")!.ShortName);
    }

    [Fact]
    public void UnknownNamesAndEntriesWithoutATypeAreLeftOut()
    {
        ServiceCatalog catalog = Refresh(
            new ServiceDetail { ServiceName = Value<string>.Unknown("!Ref Name"), ServiceTypes = ["Interface"] },
            new ServiceDetail { ServiceName = "com.amazonaws.eu-west-1.typeless" });
        Assert.Equal(ServiceCatalog.Shipped.Entries.Count, catalog.Entries.Count);
    }

    [Fact]
    public void RefreshedCatalogueCanBeRefreshedAgain()
    {
        ServiceCatalog catalog = Refresh(Detail("com.amazonaws.eu-west-1.brand-new", "Interface"))
            .Refresh([Detail("com.amazonaws.us-east-1.brand-new", "Interface", "brand-new.us-east-1.api.aws")], Today.AddDays(1));
        Assert.Equal(ServiceCatalog.Shipped.Entries.Count + 1, catalog.Entries.Count);
        Assert.Equal(["brand-new.{region}.api.aws"], catalog.FindShort("brand-new")!.PrivateDnsNameTemplates);
    }

    [Fact]
    public void RulesTakeIt()
    {
        EndpointConfig config = Given.Interface with { ServiceName = "com.amazonaws.eu-west-1.brand-new", PrivateDnsEnabled = false };
        ServiceCatalog catalog = Refresh(Detail("com.amazonaws.eu-west-1.brand-new", "Interface"));
        Assert.Contains("VPCE-S014", new RuleEvaluator().Evaluate(config).Findings.Select(finding => finding.RuleId));
        Assert.DoesNotContain("VPCE-S014", new RuleEvaluator(catalog: catalog).Evaluate(config).Findings.Select(finding => finding.RuleId));
        EndpointConfig withDns = config with { PrivateDnsEnabled = true };
        Assert.Contains("VPCE-D003", new RuleEvaluator(catalog: catalog).Evaluate(withDns).Findings.Select(finding => finding.RuleId));
    }

    private static ServiceCatalog Refresh(params ServiceDetail[] details) => ServiceCatalog.Shipped.Refresh(details, Today);

    private static ServiceDetail Detail(string name, string type, params string[] privateDnsNames) => new()
    {
        ServiceName = name,
        ServiceTypes = [type],
        PrivateDnsNames = [.. privateDnsNames.Select(Value<string>.Of)],
    };
}
