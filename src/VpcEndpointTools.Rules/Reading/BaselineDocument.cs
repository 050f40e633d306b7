using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Reading;

/// <summary>What was found in an earlier result.</summary>
public sealed class BaselineDocument
{
    /// <summary>Its findings.</summary>
    public IReadOnlyList<BaselineFinding> Findings { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public InputProblem? Problem { get; init; }
}
