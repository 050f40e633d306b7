namespace VpcEndpointTools.Reading;

/// <summary>Carries a problem up to where the next configuration begins. Never leaves the readers.</summary>
internal sealed class InputException(InputProblem problem) : Exception(problem.ToString())
{
    public InputProblem Problem { get; } = problem;
}
