using VpcEndpointTools.Catalog;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Evaluation;

/// <summary>Runs a set of rules over configurations, with a catalogue and settings: made once a call, for all that evaluates in it. It
/// knows no rule by name.</summary>
public sealed class RuleEvaluator
{
    private readonly IReadOnlyList<Rule> _rules;
    private readonly ServiceCatalog _catalog;
    private readonly EvaluationSettings _settings;

    /// <summary>An evaluator of the given rules.</summary>
    /// <param name="rules">The rules; all unless given.</param>
    /// <param name="catalog">The service catalogue; the shipped one unless given.</param>
    /// <param name="settings">What the user declares, and wants done with findings.</param>
    public RuleEvaluator(IReadOnlyList<Rule>? rules = null, ServiceCatalog? catalog = null, EvaluationSettings? settings = null)
    {
        _settings = settings ?? EvaluationSettings.None;
        _rules = rules ?? RuleCatalog.All;
        _catalog = catalog ?? ServiceCatalog.Shipped;
    }

    /// <summary>The rules.</summary>
    public IReadOnlyList<Rule> Rules => _rules;

    /// <summary>The service catalogue.</summary>
    public ServiceCatalog Catalog => _catalog;

    /// <summary>What the user declares, and wants done with findings.</summary>
    public EvaluationSettings Settings => _settings;

    /// <summary>What the rules look at.</summary>
    public RuleNeeds Needs => _rules.Aggregate(RuleNeeds.None, (needs, rule) => needs | rule.Info.Needs);

    /// <summary>The same for the clients of one need.</summary>
    /// <param name="accessFrom">From where they come.</param>
    internal RuleEvaluator From(ClientLocations accessFrom) => accessFrom == _settings.Declared.AccessFrom ? this
        : new(_rules, _catalog, _settings with { Declared = _settings.Declared with { AccessFrom = accessFrom } });

    /// <summary>Tests one configuration.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="snapshot">What surrounds it, if anything was given.</param>
    /// <param name="region">Where it will be deployed, if neither of them says.</param>
    public ConfigTestResult Evaluate(EndpointConfig config, NetworkSnapshot? snapshot = null, string? region = null)
    {
        NetworkSnapshot? around = config.DefinedWith is { } template ? template.With(snapshot) : snapshot;
        RuleContext context = new(config, around, region, _catalog, _settings.Declared);
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
                    foreach (Violation violation in outcome.Violations)
                    {
                        findings.Add(Report(rule.Info, violation, config));
                    }

                    break;
                case RuleOutcomeKind.NotEvaluated:
                    notEvaluated.Add(Report(rule.Info, outcome.Missing!, config));
                    break;
            }
        }

        List<Finding> suppressed = [];
        List<Finding> counting = _settings.Sift(findings, suppressed);
        return new ConfigTestResult(context, GravestFirst(counting), notEvaluated, new RuleCoverage(evaluated, evaluated + notEvaluated.Count))
        {
            SuppressedFindings = suppressed,
        };
    }

    private static List<Finding> GravestFirst(List<Finding> findings) =>
        findings.Count < 2 ? findings : [.. findings.OrderByDescending(finding => Enum.Parse<Severity>(finding.Severity))];

    private Finding Report(RuleInfo rule, Violation violation, EndpointConfig config)
    {
        string? code = violation.AwsErrorCode ?? rule.AwsErrorCode;
        Severity own = violation.Severity ?? rule.Severity;
        Severity severity = _settings.SeverityOf(rule, own);
        TextPlace? place = config.Places.TryGetValue(violation.Property, out TextPlace found) ? found : null;
        return new Finding
        {
            RuleId = rule.Id,
            Severity = severity.ToString(),
            Title = rule.Title,
            Message = config.StandIns.Say(violation.Message),
            Property = violation.Property,

            // Only what AWS rejects has a code; what merely works badly is never an Error of AWS's.
            AwsErrorCode = own == Severity.Error && !string.IsNullOrEmpty(code) ? code : null,
            Remediation = rule.Remediation,
            HelpUri = rule.Source,
            Target = config.Target,
            Source = config.Source,
            Line = place?.Line ?? config.Line,
            Column = place?.Column ?? config.Column,
        };
    }

    private NotEvaluatedRule Report(RuleInfo rule, MissingInput missing, EndpointConfig config) => new()
    {
        RuleId = rule.Id,
        Title = rule.Title,
        Severity = _settings.SeverityOf(rule, rule.Severity).ToString(),
        Missing = config.StandIns.Say(missing.What),
        IsBlocking = missing.WasGiven && _settings.SeverityOf(rule, rule.Severity) == Severity.Error,
    };
}
