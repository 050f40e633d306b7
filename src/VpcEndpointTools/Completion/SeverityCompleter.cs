using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Completion;

/// <summary>Completes severities.</summary>
public sealed class SeverityCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string Tooltip)> Names =>
    [
        (nameof(Severity.Error), "AWS rejects it, or traffic will not flow"),
        (nameof(Severity.Warning), "Works, but risky, fragile or needlessly dear"),
        (nameof(Severity.Information), "Advice"),
    ];
}
