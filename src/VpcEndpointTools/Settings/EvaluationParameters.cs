using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Settings;

/// <summary>What the parameters of a cmdlet say of the evaluation.</summary>
/// <param name="Settings">-Settings: a path, a hashtable, or null for the nearest file.</param>
internal sealed record EvaluationParameters(object? Settings)
{
    /// <summary>-AccessFrom, which wins over the settings; null where it was not given.</summary>
    public ClientLocations? AccessFrom { get; init; }

    /// <summary>-Baseline; null where it was not given.</summary>
    public object? Baseline { get; init; }

    /// <summary>-IncludeRule; null where it was not given.</summary>
    public string[]? IncludeRule { get; init; }

    /// <summary>-ExcludeRule, beside the rules that the settings exclude; null where it was not given.</summary>
    public string[]? ExcludeRule { get; init; }

    /// <summary>The catalogue of -Catalog, which wins over that of the settings; null where it was not given.</summary>
    public ServiceCatalog? Catalog { get; init; }
}
