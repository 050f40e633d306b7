using VpcEndpointTools.Catalog;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Evaluation;

/// <summary>Runs a set of rules over configurations. It knows no rule by name.</summary>
public sealed class RuleEvaluator
{
    private readonly IReadOnlyList<Rule> _rules;
    private readonly ServiceCatalog _catalog;
    private readonly Declarations _declared;

    /// <summary>An evaluator of the given rules.</summary>
    /// <param name="rules">The rules; all unless given.</param>
    /// <param name="catalog">The service catalogue; the shipped one unless given.</param>
    /// <param name="declared">What only the user can say.</param>
    public RuleEvaluator(IReadOnlyList<Rule>? rules = null, ServiceCatalog? catalog = null, Declarations? declared = null)
    {
        _declared = declared ?? Declarations.None;
        _rules = rules ?? RuleCatalog.All;
        _catalog = catalog ?? ServiceCatalog.Shipped;
    }

    /// <summary>Tests one configuration.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="snapshot">What surrounds it, if anything was given.</param>
    /// <param name="region">Where it will be deployed, if neither of them says.</param>
    public ConfigTestResult Evaluate(EndpointConfig config, NetworkSnapshot? snapshot = null, string? region = null)
    {
        RuleContext context = new(config, snapshot, region, _catalog, _declared);
        List<Finding> findings = [];
        List<NotEvaluatedRule> notEvaluated = [];
        int evaluated = 0;
        foreach (Rule rule in _rules)
        {
            RuleOutcome outcome = rule.Evaluate(context);
            switch (outcome.Kind)
            {
                case RuleOutcomeKind.Pass:
                    evaluated++;
                    break;
                case RuleOutcomeKind.Fail:
                    evaluated++;
                    findings.AddRange(outcome.Violations.Select(violation => Report(rule.Info, violation, config)));
                    break;
                case RuleOutcomeKind.NotEvaluated:
                    notEvaluated.Add(Report(rule.Info, outcome.Missing!));
                    break;
            }
        }

        List<Finding> gravestFirst = [.. findings.OrderByDescending(finding => Enum.Parse<Severity>(finding.Severity))];
        return new ConfigTestResult(context, gravestFirst, notEvaluated, new RuleCoverage(evaluated, evaluated + notEvaluated.Count));
    }

    private static Finding Report(RuleInfo rule, Violation violation, EndpointConfig config)
    {
        string? code = violation.AwsErrorCode ?? rule.AwsErrorCode;
        Severity severity = violation.Severity ?? rule.Severity;
        return new Finding
        {
            RuleId = rule.Id,
            Severity = severity.ToString(),
            Title = rule.Title,
            Message = violation.Message,
            Property = violation.Property,

            // Only what AWS rejects has a code; what merely works badly is never an Error of AWS's.
            AwsErrorCode = severity == Severity.Error && !string.IsNullOrEmpty(code) ? code : null,
            Remediation = rule.Remediation,
            HelpUri = rule.Source,
            Target = config.Target,
            Source = config.Source,
            Line = config.Line,
        };
    }

    private static NotEvaluatedRule Report(RuleInfo rule, MissingInput missing) => new()
    {
        RuleId = rule.Id,
        Title = rule.Title,
        Severity = rule.Severity.ToString(),
        Missing = missing.What,
        IsBlocking = missing.WasGiven && rule.Severity == Severity.Error,
    };
}
