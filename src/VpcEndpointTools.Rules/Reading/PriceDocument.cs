using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Reading;

/// <summary>What was found in a file of AWS's Price List.</summary>
public sealed class PriceDocument
{
    /// <summary>The prices that have to do with endpoints.</summary>
    public IReadOnlyList<PriceEntry> Prices { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public InputProblem? Problem { get; init; }

    /// <summary>What was read, but could not be used.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
