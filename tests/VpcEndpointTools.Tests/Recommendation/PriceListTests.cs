using System.Management.Automation;
using System.Text.Json.Nodes;
using VpcEndpointTools.Tests.Engine;

namespace VpcEndpointTools.Tests.Recommendation;

/// <summary>-PriceList: AWS's own files, in the forms that AWS gives them.</summary>
public sealed class PriceListTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    private const string Published = "2026-10-01T00:00:00Z";

    [Fact]
    public void OffersOfTwoServicesTakeThePlaceOfWhatShips()
    {
        using TemporaryFolder folder = new();
        string vpc = folder.Write("AmazonVPC.json", Offer("AmazonVPC", Products.Take(3)));
        string ec2 = folder.Write("AmazonEC2.json", Offer("AmazonEC2", Products.Skip(3)));
        PSObject ssm = Recommend(vpc, ec2).Single;
        Assert.Equal(2 * 730 * 0.0131m + 2_000 * 0.02m, ssm.Properties["EstimatedMonthlyCost"].Value);
        Assert.Equal([("Interface endpoint, 2 zone(s)", 1460m, 0.0131m), ("Data through the interface endpoint", 2000m, 0.02m)], Lines(ssm));
        dynamic hours = ((object[])ssm.Properties["CostLines"].Value)[0];
        Assert.Equal(("2026-10-01", "AWS Price List, offer AmazonVPC (AmazonVPC.json)"), ((string)hours.Date, (string)hours.Source));

        // 0.05 a GB over NAT, 0.02 through the endpoint.
        Assert.Equal(Math.Round(2 * 730 * 0.0131m / 0.03m), ssm.Properties["BreakEvenMonthlyGB"].Value);
    }

    [Fact]
    public void AnswersOfGetProductsAreTheSamePrices()
    {
        using TemporaryFolder folder = new();
        string packed = folder.Write("products.json", new JsonObject { ["FormatVersion"] = "aws_v1", ["PriceList"] = new JsonArray([.. Products.Select(product => JsonValue.Create(Packed(product).ToJsonString()))]) }.ToJsonString());
        string unpacked = folder.Write("list.json", new JsonArray([.. Products.Select(Packed)]).ToJsonString());
        string offer = folder.Write("offer.json", Offer("AmazonVPC", Products));
        object cost = ((PSObject)Recommend(offer).Single).Properties["EstimatedMonthlyCost"].Value;
        Assert.Equal(cost, ((PSObject)Recommend(packed).Single).Properties["EstimatedMonthlyCost"].Value);
        Assert.Equal(cost, ((PSObject)Recommend(unpacked).Single).Properties["EstimatedMonthlyCost"].Value);
    }

    [Fact]
    public void TermsBeforeTheirProductsAreFoundToo()
    {
        using TemporaryFolder folder = new();
        JsonObject offer = JsonNode.Parse(Offer("AmazonVPC", Products))!.AsObject();
        JsonObject turned = new(offer.Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        Assert.NotNull(((PSObject)Recommend(folder.Write("turned.json", turned.ToJsonString())).Single).Properties["EstimatedMonthlyCost"].Value);
    }

    [Fact]
    public void StepsAreCountedInTheirOrder()
    {
        using TemporaryFolder folder = new();
        JsonObject bytes = Product("VpcEndpoint-Bytes", ("GB", "0.02", "0", "1000"), ("GB", "0.01", "1000", "Inf"));
        string file = folder.Write("steps.json", Offer("AmazonVPC", [Products[0], bytes]));
        PSObject ssm = Recommend(file).Single;
        Assert.Equal([("Interface endpoint, 2 zone(s)", 1460m, 0.0131m), ("Data through the interface endpoint", 1000m, 0.02m), ("Data through the interface endpoint", 1000m, 0.01m)], Lines(ssm));
    }

    [Fact]
    public void OneUsageTypeAtTwoPricesIsSaid()
    {
        using TemporaryFolder folder = new();
        JsonObject other = Product("VpcEndpoint-Hours", ("Hrs", "9", "0", "Inf"));
        other["attributes"]!["operation"] = "SomethingElse";
        SessionAnswer answer = Recommend(folder.Write("two.json", Offer("AmazonVPC", [other, .. Products])));
        Assert.Contains("interface-hour of eu-west-1, at different prices", Assert.Single(answer.Warnings), StringComparison.Ordinal);
        Assert.Equal(0.0131m, Lines((PSObject)answer.Single)[0].Price);
    }

    [Fact]
    public void PricesInAnotherCurrencyAreLeftOut()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("cny.json", Offer("AmazonVPC", [Products[0]]).Replace("USD", "CNY", StringComparison.Ordinal));
        Recommend(file).OnlyError("NoPrices");
    }

    [Theory]
    [InlineData("{", "InvalidJson")]
    [InlineData("no json", "InvalidJson")]
    [InlineData("", "EmptyInput")]
    [InlineData("{}", "NotAPriceList")]
    [InlineData("""{ "Vpcs": [] }""", "NotAPriceList")]
    [InlineData("""{ "products": {}, "terms": {} }""", "NoPrices")]
    [InlineData("""{ "PriceList": ["{"] }""", "InvalidJson")]
    [InlineData("""[1, null, {}]""", "NoPrices")]
    [InlineData("""{ "products": { "a": 1, "b": { "attributes": 7 } }, "terms": { "OnDemand": 7 } }""", "NoPrices")]
    public void WhatIsNoPriceListEndsInOneClearError(string content, string id)
    {
        using TemporaryFolder folder = new();
        ErrorRecord error = Recommend(folder.Write("prices.json", content)).OnlyError(id);
        Assert.Contains("prices.json", error.Exception.Message, StringComparison.Ordinal);
    }

    private static readonly JsonObject[] Products =
    [
        Product("VpcEndpoint-Hours", ("Hrs", "0.0131", "0", "Inf")),
        Product("VpcEndpoint-Bytes", ("GB", "0.0200000000", "0", "Inf")),
        Product("VpcEndpoint-GWLBE-Hours", ("Hrs", "7", "0", "Inf")),
        Product("NatGateway-Bytes", ("GB", "0.05", "0", "Inf")),
        Product("BoxUsage:t3.micro", ("Hrs", "8", "0", "Inf")),
    ];

    private static (string Item, decimal Quantity, decimal Price)[] Lines(PSObject recommendation) =>
        [.. ((object[])recommendation.Properties["CostLines"].Value).Select((dynamic line) => ((string)line.Item, (decimal)line.Quantity, (decimal)line.UnitPrice))];

    private static JsonObject Product(string usageType, params (string Unit, string Price, string From, string To)[] steps) => new()
    {
        ["sku"] = usageType + steps.Length + steps[0].Price,
        ["productFamily"] = "VpcEndpoint",
        ["attributes"] = new JsonObject
        {
            ["servicecode"] = "AmazonVPC", ["location"] = "EU (Ireland)", ["regionCode"] = "eu-west-1", ["usagetype"] = "EU-" + usageType, ["operation"] = usageType.StartsWith("Nat", StringComparison.Ordinal) ? "NatGateway" : "VpcEndpoint",
        },
        ["steps"] = new JsonArray([.. steps.Select(step => new JsonObject
        {
            ["unit"] = step.Unit, ["beginRange"] = step.From, ["endRange"] = step.To, ["pricePerUnit"] = new JsonObject { ["USD"] = step.Price }, ["rateCode"] = "x",
        })]),
    };

    private static JsonObject Terms(JsonObject product) => new()
    {
        ["A.JRT"] = new JsonObject
        {
            ["offerTermCode"] = "JRT", ["effectiveDate"] = "2026-09-01T00:00:00Z",
            ["priceDimensions"] = new JsonObject(product["steps"]!.AsArray().Select((step, i) => KeyValuePair.Create($"r{i}", step?.DeepClone()))),
        },
    };

    private static JsonObject Bare(JsonObject product) => new(product.Where(pair => pair.Key != "steps").Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    private static JsonObject Packed(JsonObject product) => new()
    {
        ["product"] = Bare(product), ["serviceCode"] = "AmazonVPC", ["terms"] = new JsonObject { ["OnDemand"] = Terms(product) }, ["version"] = "1", ["publicationDate"] = Published,
    };

    private static string Offer(string code, IEnumerable<JsonObject> products)
    {
        List<JsonObject> all = [.. products];
        return new JsonObject
        {
            ["formatVersion"] = "v1.0", ["disclaimer"] = "text", ["offerCode"] = code, ["version"] = "1", ["publicationDate"] = Published,
            ["products"] = new JsonObject(all.Select(product => KeyValuePair.Create((string)product["sku"]!, (JsonNode?)Bare(product)))),
            ["terms"] = new JsonObject { ["OnDemand"] = new JsonObject(all.Select(product => KeyValuePair.Create((string)product["sku"]!, (JsonNode?)Terms(product)))), ["Reserved"] = new JsonObject() },
        }.ToJsonString();
    }

    private SessionAnswer Recommend(params string[] files) => session.Run("param($f) Get-EndpointRecommendation ssm -Region eu-west-1 -MonthlyGB 2000 -PriceList $f", (object)files);
}
