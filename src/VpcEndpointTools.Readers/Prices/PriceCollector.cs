using System.Globalization;
using System.Text.Json;
using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Readers.Prices;

/// <summary>Keeps the products that matter until their terms come by.</summary>
internal sealed class PriceCollector(string source)
{
    // Where one usage type is sold under several operations, these are the endpoint's and the gateway's own.
    private static readonly string[] OwnOperations = ["VpcEndpoint", "VpcResourceConsumer", "NatGateway"];

    private readonly Dictionary<string, Product> _products = new(StringComparer.Ordinal);
    private readonly List<(Product Product, Price Price)> _prices = [];
    private readonly List<string> _warnings = [];

    private sealed record Product(string Sku, string Region, string Item, string? Operation, string Offer, string? Published);

    /// <summary>The offer, where the file is one.</summary>
    public string? Offer { get; set; }

    /// <summary>When it was published.</summary>
    public string? Published { get; set; }

    /// <summary>True where nothing of use was found.</summary>
    public bool IsEmpty => _prices.Count == 0;

    /// <summary>What could not be used.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>A product; most are of no concern.</summary>
    public void AddProduct(string sku, JsonElement product, string? offer = null, string? published = null)
    {
        if (product.ValueKind != JsonValueKind.Object || !product.TryGetProperty("attributes", out JsonElement attributes) || attributes.ValueKind != JsonValueKind.Object
            || Text(attributes, "usagetype") is not { } usageType || PriceItems.OfUsageType(usageType) is not { } item || Text(attributes, "regionCode") is not { } region)
        {
            return;
        }

        _products[sku] = new Product(sku, region, item, Text(attributes, "operation"), offer ?? Offer ?? Text(attributes, "servicecode") ?? "unknown", published ?? Published);
    }

    /// <summary>True for a product that was kept.</summary>
    public bool Wants(string sku) => _products.ContainsKey(sku);

    /// <summary>The on-demand terms of a product that was kept.</summary>
    public void AddTerms(string sku, JsonElement terms)
    {
        Product product = _products[sku];
        foreach (JsonElement term in Values(terms))
        {
            DateOnly date = Date(product.Published ?? Published ?? Text(term, "effectiveDate"));
            if (!term.TryGetProperty("priceDimensions", out JsonElement dimensions))
            {
                continue;
            }

            foreach (JsonElement dimension in Values(dimensions))
            {
                if (Amount(dimension) is { } amount)
                {
                    string name = $"AWS Price List, offer {product.Offer} ({Path.GetFileName(source)})";
                    _prices.Add((product, new Price(amount, Text(dimension, "unit") ?? "unit", date, name, Number(Text(dimension, "beginRange")) ?? 0, Number(Text(dimension, "endRange")))));
                }
                else
                {
                    _warnings.Add($"{source}: the price of {product.Item} in {product.Region} is not in US dollars and is left out.");
                }
            }
        }
    }

    /// <summary>The prices, each item of a Region from one product.</summary>
    public IReadOnlyList<PriceEntry> Entries()
    {
        List<PriceEntry> entries = [];
        foreach (IGrouping<(string Region, string Item), (Product Product, Price Price)> group in _prices.GroupBy(pair => (pair.Product.Region, pair.Product.Item)))
        {
            List<IGrouping<string, (Product Product, Price Price)>> products = [.. group.GroupBy(pair => pair.Product.Sku, StringComparer.Ordinal)
                .OrderByDescending(product => OwnOperations.Contains(product.First().Product.Operation, StringComparer.Ordinal)).ThenBy(product => product.Key, StringComparer.Ordinal)];
            if (products.Count > 1 && products.Exists(product => !Amounts(product).SequenceEqual(Amounts(products[0]))))
            {
                _warnings.Add($"{source}: {products.Count} products are the {group.Key.Item} of {group.Key.Region}, at different prices: the one of the operation {products[0].First().Product.Operation} was taken.");
            }

            entries.AddRange(products[0].Select(pair => new PriceEntry(group.Key.Region, group.Key.Item, pair.Price)));
        }

        return entries;
    }

    private static IEnumerable<decimal> Amounts(IEnumerable<(Product Product, Price Price)> product) => product.Select(pair => pair.Price).OrderBy(price => price.From).Select(price => price.Amount);

    private static IEnumerable<JsonElement> Values(JsonElement map) => map.ValueKind == JsonValueKind.Object ? map.EnumerateObject().Select(member => member.Value).Where(value => value.ValueKind == JsonValueKind.Object) : [];

    private static decimal? Amount(JsonElement dimension) => dimension.TryGetProperty("pricePerUnit", out JsonElement price) && price.ValueKind == JsonValueKind.Object ? Number(Text(price, "USD")) : null;

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static DateOnly Date(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? DateOnly.FromDateTime(date.UtcDateTime) : default;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
