using System.Globalization;
using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Recommendation;

/// <summary>What a recommendation asks to be done.</summary>
public static class RecommendedActions
{
    /// <summary>Create an endpoint.</summary>
    public const string Create = "Create";

    /// <summary>Change an endpoint.</summary>
    public const string Modify = "Modify";

    /// <summary>Delete an endpoint.</summary>
    public const string Remove = "Remove";

    /// <summary>Leave an endpoint as it is.</summary>
    public const string Keep = "Keep";

    /// <summary>Nothing: no endpoint is the answer, or the request cannot be written yet.</summary>
    public const string None = "None";

    /// <summary>All of them, in the order of urgency.</summary>
    public static IReadOnlyList<string> All { get; } = [Create, Modify, Remove, Keep, None];
}

/// <summary>The best way to meet one need. What AWS.Tools' cmdlets take from the pipe by name stands only on those whose action it is.</summary>
/// <remarks>AWS.Tools' cmdlets also take any object by value and turn it into text: Remove-EC2VpcEndpoint would be called with a sentence for an
/// id. PowerShell asks for that text in the session's culture, and for "$object" in the invariant one: only the latter gets it. Where the
/// session's culture is the invariant one the text goes through; it is no id, so AWS refuses it.</remarks>
public class EndpointRecommendation : IFormattable
{
    /// <summary>Its place in the order of importance, from 1.</summary>
    public int Rank { get; internal set; }

    /// <summary>Create, Modify, Remove, Keep or None.</summary>
    public string Action { get; internal init; } = RecommendedActions.None;

    /// <summary>What for, in words.</summary>
    public required string Need { get; init; }

    /// <summary>The service, resource configuration or service network.</summary>
    public string? Service { get; init; }

    /// <summary>The endpoint type; null where no endpoint is the answer.</summary>
    public string? Type { get; init; }

    /// <summary>The VPC that it is about.</summary>
    public string? Vpc { get; init; }

    /// <summary>The Region.</summary>
    public string? Region { get; init; }

    /// <summary>Why.</summary>
    public RecommendationReason[] Reasons { get; init; } = [];

    /// <summary>What speaks against it all the same.</summary>
    public RecommendationReason[] Against { get; init; } = [];

    /// <summary>The other ways, with what speaks against each.</summary>
    public EndpointOption[] Alternatives { get; init; } = [];

    /// <summary>US dollars a month at list price, of the endpoint as recommended; null where a price is not known.</summary>
    public decimal? EstimatedMonthlyCost { get; init; }

    /// <summary>US dollars a month that it saves against now; below zero where it costs more; null where that is not known.</summary>
    public decimal? EstimatedMonthlySaving { get; init; }

    /// <summary>From how many GB a month it is cheaper than a NAT gateway that is there anyhow; null where that is no question.</summary>
    public decimal? BreakEvenMonthlyGB { get; init; }

    /// <summary>What the cost is made of.</summary>
    public CostLine[] CostLines { get; init; } = [];

    /// <summary>High, Medium or Low: how sure it is, by what was known.</summary>
    public string Confidence { get; init; } = Confidences.High;

    /// <summary>The rules that it rests on.</summary>
    public string[] RuleId => [.. Reasons.Concat(Against).Select(reason => reason.RuleId).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The recommendation as a line of a log.</summary>
    public override string ToString()
    {
        string what = Type is null ? "no endpoint" : $"{Type} endpoint";
        string where = Vpc is null ? string.Empty : $" in {Vpc}";
        string saving = EstimatedMonthlySaving is > 0 and { } saved ? string.Create(CultureInfo.InvariantCulture, $", saves {saved:F2} USD a month") : string.Empty;
        return $"{Action}: {what} for {Service ?? Need}{where}{saving}";
    }

    /// <summary>The same line for people; refused to a cmdlet that would take it for an id.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        if (formatProvider is not CultureInfo culture)
        {
            return ToString();
        }

        return ReferenceEquals(culture, CultureInfo.InvariantCulture)
            ? ToString()
            : throw new FormatException($"A recommendation with the action {Action} is not an id. As text it is \"$object\" or ToString().");
    }
}

/// <summary>How sure a recommendation is.</summary>
public static class Confidences
{
    /// <summary>All that matters was known.</summary>
    public const string High = "High";

    /// <summary>Something was taken for granted.</summary>
    public const string Medium = "Medium";

    /// <summary>A hint: look before acting on it.</summary>
    public const string Low = "Low";
}
