using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Settings;

/// <summary>What a settings file says.</summary>
internal sealed record ModuleSettings
{
    /// <summary>Rules not to run, as given: wildcards are allowed.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>What the user declares, and wants done with findings.</summary>
    public EvaluationSettings Evaluation { get; init; } = EvaluationSettings.None;

    /// <summary>Suppressions whose day has passed: they count as none.</summary>
    public IReadOnlyList<Suppression> Expired { get; init; } = [];

    /// <summary>A newer answer of describe-vpc-endpoint-services, as a full path; null for the shipped catalogue.</summary>
    public string? CatalogPath { get; init; }

    /// <summary>The catalogue that the answer refreshes; null for the shipped one.</summary>
    public ServiceCatalog? Catalog { get; init; }

    /// <summary>Rules named in the settings that no longer exist, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Retired { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
