using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Reading;

/// <summary>What was found in a file of AWS's Price List.</summary>
public sealed class PriceDocument
{
    /// <summary>What a file of prices is, for messages: a part of the sentence "Expected ...".</summary>
    public const string Expected = "a price file of AWS: an offer's index.json, or what 'aws pricing get-products' answers";

    /// <summary>The prices that have to do with endpoints.</summary>
    public IReadOnlyList<PriceEntry> Prices { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public InputProblem? Problem { get; init; }

    /// <summary>What was read, but could not be used.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
