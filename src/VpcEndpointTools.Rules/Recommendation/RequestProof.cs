using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Recommendation;

/// <summary>A request that the rules have been over: nothing is recommended that they call an error.</summary>
/// <param name="Request">The request; null where it has an error.</param>
/// <param name="Errors">Its errors.</param>
/// <param name="IsCertain">False where an error could not be excluded.</param>
/// <param name="Excused">Errors that the settings excuse.</param>
internal sealed record RequestProof(
    EndpointConfig? Request, RecommendationReason[] Errors, bool IsCertain, RecommendationReason[] Excused)
{
    /// <summary>Tests a request. Private DNS that nobody asked for is given up where it is what stands in the way.</summary>
    public static RequestProof Of(EndpointConfig request, NetworkSnapshot snapshot, EndpointNeed need, RuleEvaluator evaluator)
    {
        ConfigTestResult result = evaluator.Evaluate(request, snapshot);
        if (result.Outcome != TestOutcomes.Passed && request.PrivateDnsEnabled.Is(true) && !need.NeedsPrivateDns)
        {
            EndpointConfig without = request with { PrivateDnsEnabled = false, DnsOptions = DnsOptions.Absent };
            ConfigTestResult then = evaluator.Evaluate(without, snapshot);
            (request, result) = then.Outcome == TestOutcomes.Passed ? (without, then) : (request, result);
        }

        RecommendationReason[] errors = [.. result.Findings.Where(IsError).Select(finding => new RecommendationReason(finding.Message, finding.HelpUri, finding.RuleId))];
        IReadOnlyList<ExcusedError> excused = errors.Length > 0 ? [] : Excuses.Of(evaluator, request, snapshot, null);
        return new RequestProof(
            errors.Length == 0 ? request : null,
            errors,
            result.Outcome == TestOutcomes.Passed,
            [.. excused.Select(error => new RecommendationReason($"{error.Message} ({error.Excuse})", error.HelpUri, error.RuleId))]);
    }

    private static bool IsError(Finding finding) => finding.Severity == nameof(Severity.Error);
}
