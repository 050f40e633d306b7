using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers;

/// <summary>Carries a problem up to where the next configuration begins. Never leaves this library.</summary>
internal sealed class InputException(InputProblem problem) : Exception(problem.ToString())
{
    public InputProblem Problem { get; } = problem;
}
