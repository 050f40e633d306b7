using System.Globalization;
using VpcEndpointTools.Catalog;

namespace VpcEndpointTools.Pricing;

/// <summary>One list price, or one step of a price that falls with the volume.</summary>
/// <param name="Amount">US dollars for one unit.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Date">When AWS published it.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="From">From how many units a month on.</param>
/// <param name="To">Up to how many units a month; null for no end.</param>
public sealed record Price(decimal Amount, string Unit, DateOnly Date, string Source, decimal From = 0, decimal? To = null);

/// <summary>A price with what it is the price of.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Item">One of <see cref="PriceItems"/>.</param>
/// <param name="Price">The price.</param>
public sealed record PriceEntry(string Region, string Item, Price Price);

/// <summary>List prices by Region and item. Most Regions have none among the shipped ones: then no figure is given.</summary>
/// <remarks>Sources: the AWS Price List, offer AmazonVPC of 2026-09-17, as quoted in a public note of 2026-09-29; for NAT gateways the
/// pricing page of Amazon VPC, as quoted in public guides of 2026.</remarks>
public sealed class PriceList
{
    private static readonly Lazy<PriceList> ShippedList = new(() => new PriceList(EmbeddedTable.Read("prices.tsv").Select(Read)));

    private readonly Dictionary<(string Region, string Item), IReadOnlyList<Price>> _prices;

    private PriceList(IEnumerable<PriceEntry> entries) => _prices = entries
        .GroupBy(entry => (entry.Region, entry.Item))
        .ToDictionary(group => group.Key, group => (IReadOnlyList<Price>)[.. group.Select(entry => entry.Price).OrderBy(price => price.From)]);

    /// <summary>The prices that ship with the module.</summary>
    public static PriceList Shipped => ShippedList.Value;

    /// <summary>The Regions that it has prices of.</summary>
    public IEnumerable<string> Regions => _prices.Keys.Select(key => key.Region).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The price of an item in a Region, at its first step; null where it is not known.</summary>
    public Price? Find(string region, string item) => Steps(region, item) is [{ } first, ..] ? first : null;

    /// <summary>All steps of an item's price in a Region, in the order of the volume; empty where it is not known.</summary>
    public IReadOnlyList<Price> Steps(string region, string item) => _prices.GetValueOrDefault((region, item)) ?? [];

    /// <summary>These prices with others in their place: what the others lack stays.</summary>
    public PriceList With(IEnumerable<PriceEntry> others)
    {
        List<PriceEntry> given = [.. others];
        HashSet<(string, string)> replaced = [.. given.Select(entry => (entry.Region, entry.Item))];
        return new PriceList(
            _prices.Where(pair => !replaced.Contains(pair.Key)).SelectMany(pair => pair.Value.Select(price => new PriceEntry(pair.Key.Region, pair.Key.Item, price))).Concat(given));
    }

    private static PriceEntry Read(IReadOnlyDictionary<string, string> row) => new(row["region"], row["item"], new Price(
        Number(row["amount"]),
        row["unit"],
        DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        row["source"],
        row["from"].Length == 0 ? 0 : Number(row["from"]),
        row["to"].Length == 0 ? null : Number(row["to"])));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
