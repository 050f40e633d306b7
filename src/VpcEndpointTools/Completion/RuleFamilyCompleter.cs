using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Completion;

/// <summary>Completes the families of rules.</summary>
public sealed class RuleFamilyCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string Tooltip)> Names =>
        RuleFamilies.All.Select(family => (family, $"{RuleCatalog.All.Count(rule => rule.Info.Family == family)} rules"));
}
