using System.Globalization;

namespace VpcEndpointTools.Recommendation;

/// <summary>Amounts of money in sentences: the same in every culture.</summary>
internal static class Money
{
    /// <summary>With two digits.</summary>
    public static string Text(decimal amount) => amount.ToString("F2", CultureInfo.InvariantCulture);
}
