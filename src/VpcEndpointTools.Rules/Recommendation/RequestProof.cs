using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Recommendation;

/// <summary>A request that the rules have been over: nothing is recommended that they call an error.</summary>
/// <param name="Request">The request; null where it has an error.</param>
/// <param name="Errors">Its errors.</param>
/// <param name="IsCertain">False where an error could not be excluded.</param>
internal sealed record RequestProof(EndpointConfig? Request, RecommendationReason[] Errors, bool IsCertain)
{
    private static readonly string[] DnsRules = [RuleIds.D001, RuleIds.D002, RuleIds.D003, RuleIds.D004, RuleIds.D015];

    /// <summary>Tests a request. Private DNS that nobody asked for is given up where it is what stands in the way.</summary>
    public static RequestProof Of(EndpointConfig request, NetworkSnapshot snapshot, EndpointNeed need, ServiceCatalog catalog)
    {
        RuleEvaluator evaluator = new(catalog: catalog, settings: new EvaluationSettings { Declared = new Declarations { AccessFrom = need.AccessFrom } });
        ConfigTestResult result = evaluator.Evaluate(request, snapshot);
        if (result.Outcome != TestOutcomes.Passed && request.PrivateDnsEnabled.Is(true) && !need.NeedsPrivateDns
            && ErrorIds(result).Concat(result.NotEvaluated.Where(rule => rule.IsBlocking).Select(rule => rule.RuleId)).All(id => DnsRules.Contains(id, StringComparer.Ordinal)))
        {
            request = request with { PrivateDnsEnabled = false, DnsOptions = DnsOptions.Absent };
            result = evaluator.Evaluate(request, snapshot);
        }

        RecommendationReason[] errors = [.. result.Findings.Where(IsError).Select(finding => new RecommendationReason(finding.Message, finding.HelpUri, finding.RuleId))];
        return new RequestProof(errors.Length == 0 ? request : null, errors, result.Outcome == TestOutcomes.Passed);
    }

    private static IEnumerable<string> ErrorIds(ConfigTestResult result) => result.Findings.Where(IsError).Select(finding => finding.RuleId);

    private static bool IsError(Finding finding) => finding.Severity == nameof(Severity.Error);
}
