using System.Globalization;

namespace VpcEndpointTools.Catalog;

/// <summary>One list price.</summary>
/// <param name="Amount">US dollars for one unit.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Date">When AWS published it.</param>
/// <param name="Source">Where it stands.</param>
public sealed record Price(decimal Amount, string Unit, DateOnly Date, string Source);

/// <summary>List prices by Region and item. Most Regions have none here: then no figure is given.</summary>
/// <remarks>Source: the AWS Price List, offer AmazonVPC of 2026-09-17, as quoted in a public note of 2026-09-29.</remarks>
public sealed class PriceList
{
    private static readonly Lazy<PriceList> ShippedList = new(() => new PriceList(EmbeddedTable.Read("prices.tsv")));

    private readonly Dictionary<(string Region, string Item), Price> _prices;

    private PriceList(IEnumerable<IReadOnlyDictionary<string, string>> rows) => _prices = rows.ToDictionary(
        row => (row["region"], row["item"]),
        row => new Price(
            decimal.Parse(row["amount"], CultureInfo.InvariantCulture),
            row["unit"],
            DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            row["source"]));

    /// <summary>The prices that ship with the module.</summary>
    public static PriceList Shipped => ShippedList.Value;

    /// <summary>The price of an item (interface-hour, interface-gb, gwlb-hour, gwlb-gb) in a Region; null where it is not known.</summary>
    public Price? Find(string region, string item) => _prices.GetValueOrDefault((region, item));
}
