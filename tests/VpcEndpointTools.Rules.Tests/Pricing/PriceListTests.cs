using VpcEndpointTools.Catalog;
using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Tests.Pricing;

public sealed class PriceListTests
{
    [Fact]
    public void ShippedPricesHaveTheirDateAndSource()
    {
        Price price = PriceList.Shipped.Find("us-east-1", "gwlb-gb")!;
        Assert.Equal(0.0035m, price.Amount);
        Assert.Equal("GB", price.Unit);
        Assert.Equal(new DateOnly(2026, 9, 17), price.Date);
        Assert.Contains("AmazonVPC", price.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherRegionsAndItemsHaveNone()
    {
        Assert.Null(PriceList.Shipped.Find("eu-west-1", "gwlb-gb"));
        Assert.Null(PriceList.Shipped.Find("ap-southeast-5", "nat-hour"));
    }

    [Fact]
    public void GatewayEndpointsInChinaHaveTheNameWithoutCn()
    {
        ServiceEntry s3 = ServiceCatalog.Shipped.FindShort("s3")!;
        Assert.Equal(["cn.com.amazonaws.cn-north-1.s3", "com.amazonaws.cn-north-1.s3"], s3.NamesIn("cn-north-1"));
        Assert.Equal(["com.amazonaws.eu-west-1.s3"], s3.NamesIn("eu-west-1"));
    }
}
