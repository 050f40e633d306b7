using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Recommendation;

/// <summary>One of the ways to meet a need, with what speaks against it.</summary>
public sealed class EndpointOption
{
    /// <summary>An endpoint type, or null for no endpoint at all.</summary>
    public string? Type { get; init; }

    /// <summary>True when it meets every need.</summary>
    public bool Qualifies { get; init; }

    /// <summary>What speaks against it; where it does not qualify, each need that it fails.</summary>
    public RecommendationReason[] Against { get; init; } = [];

    /// <summary>US dollars a month at list price; null where a price or the volume is not known.</summary>
    public decimal? EstimatedMonthlyCost { get; init; }

    /// <summary>What the cost is made of.</summary>
    public CostLine[] CostLines { get; init; } = [];

    /// <summary>What no source tells of it: it counts neither for nor against.</summary>
    internal RecommendationReason[] Uncertain { get; init; } = [];

    /// <summary>The option in a line.</summary>
    public override string ToString() =>
        Against.Length == 0 ? Name : $"{Name}: {string.Join("; ", Against.AsEnumerable())}";

    private string Name => Type ?? "No endpoint";
}
