using System.Globalization;

namespace VpcEndpointTools.Pricing;

/// <summary>One line of a monthly bill: nothing in it that cannot be traced.</summary>
/// <param name="Item">What is paid for.</param>
/// <param name="Quantity">How many units a month.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="UnitPrice">US dollars for one unit.</param>
/// <param name="Source">Where the price stands.</param>
/// <param name="Date">When AWS published it, as yyyy-MM-dd.</param>
public sealed record CostLine(string Item, decimal Quantity, string Unit, decimal UnitPrice, string Source, string Date)
{
    /// <summary>US dollars a month: quantity times price, not rounded.</summary>
    public decimal Amount => Quantity * UnitPrice;

    /// <summary>The line as a bill shows it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Item}: {Quantity:0.##} {Unit} at {UnitPrice} = {Amount:F2} USD");
}

/// <summary>What something costs a month, or why that is not known.</summary>
/// <param name="Lines">What it is made of; empty for what is free.</param>
/// <param name="Missing">What keeps it from being known; null where it is.</param>
public sealed record CostEstimate(CostLine[] Lines, string? Missing = null)
{
    /// <summary>No charge.</summary>
    public static CostEstimate Free { get; } = new([]);

    /// <summary>US dollars a month; null where something is missing.</summary>
    public decimal? Total => Missing is null ? Lines.Sum(line => line.Amount) : null;

    /// <summary>Both together.</summary>
    public static CostEstimate operator +(CostEstimate left, CostEstimate right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new([.. left.Lines, .. right.Lines], left.Missing ?? right.Missing);
    }
}
