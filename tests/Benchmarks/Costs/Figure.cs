using System.Globalization;

namespace VpcEndpointTools.Costs;

/// <summary>A figure, and what is wanted of it.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">ms, or x for a ratio.</param>
/// <param name="Wanted">The most that is wanted.</param>
/// <param name="Remark">What it is made of.</param>
internal sealed record Figure(string What, double Value, string Unit, double Wanted, string Remark)
{
    /// <summary>False where it is more than wanted.</summary>
    public bool IsMet => double.IsNaN(Value) || Value <= Wanted;

    /// <summary>A row of the table.</summary>
    public override string ToString()
    {
        string format = Unit == "x" ? "F2" : "F0";
        string value = double.IsNaN(Value) ? "-" : $"{Value.ToString(format, CultureInfo.InvariantCulture)} {Unit}";
        return string.Create(CultureInfo.InvariantCulture, $"| {What} | {value} | {Wanted} {Unit}{(IsMet ? string.Empty : ", missed")} | {Remark} |");
    }
}
