using VpcEndpointTools.Model;

namespace VpcEndpointTools.Evaluation;

/// <summary>How many of the rules that apply could be decided.</summary>
/// <param name="Evaluated">Rules that passed or failed.</param>
/// <param name="Applicable">Rules that are about this endpoint.</param>
public sealed record RuleCoverage(int Evaluated, int Applicable)
{
    /// <summary>For example "31 of 58 rules".</summary>
    public override string ToString() => $"{Evaluated} of {Applicable} rules";
}

/// <summary>The verdict on one configuration.</summary>
/// <remarks>It has no VpcId, ServiceName or VpcEndpointType of its own: New-EC2VpcEndpoint would bind them from the pipe and create what
/// just failed. The whole configuration is under <see cref="Config"/>.</remarks>
public sealed class ConfigTestResult
{
    private readonly EndpointConfig _config;
    private EndpointView? _view;

    internal ConfigTestResult(RuleContext context, IReadOnlyList<Finding> findings, IReadOnlyList<NotEvaluatedRule> notEvaluated, RuleCoverage coverage)
    {
        _config = context.Config;
        Type = context.Type.KnownOrDefault ?? context.Config.VpcEndpointType.KnownOrDefault;
        Region = Show(context.Region.KnownOrDefault);
        Findings = findings;
        NotEvaluated = notEvaluated;
        Coverage = coverage;
        Outcome = findings.Any(finding => finding.Severity == nameof(Severity.Error)) ? TestOutcomes.Failed
            : notEvaluated.Any(rule => rule.IsBlocking) ? TestOutcomes.Inconclusive
            : TestOutcomes.Passed;
    }

    /// <summary>The endpoint: its id, its name, or its file and place there.</summary>
    public string Target => _config.Target;

    /// <summary>Passed, Failed or Inconclusive.</summary>
    public string Outcome { get; }

    /// <summary>The endpoint type, if it is known.</summary>
    public string? Type { get; }

    /// <summary>The service, resource configuration or service network, if it is known.</summary>
    public string? Service => Show(_config.ServiceName.KnownOrDefault
        ?? _config.ResourceConfigurationArn.KnownOrDefault
        ?? _config.ServiceNetworkArn.KnownOrDefault);

    /// <summary>The VPC, if it is known.</summary>
    public string? Vpc => Show(_config.VpcId.KnownOrDefault);

    /// <summary>The Region, if it is known.</summary>
    public string? Region { get; }

    /// <summary>The template's parameters and conditions that it was tested under, where those are not the defaults alone: "EnableSsm = true"; else null.</summary>
    public string? Scenario => _config.Scenario;

    /// <summary>How many of the rules that apply could be decided.</summary>
    public RuleCoverage Coverage { get; }

    /// <summary>What is wrong, the gravest first.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What is wrong and does not count, because the settings or a baseline say so.</summary>
    public IReadOnlyList<Finding> SuppressedFindings { get; internal init; } = [];

    /// <summary>Rules that could not be decided, and what was missing.</summary>
    public IReadOnlyList<NotEvaluatedRule> NotEvaluated { get; }

    /// <summary>The file or kind of object that it came from.</summary>
    public string? Source => _config.Source;

    /// <summary>Line in the source, from 1.</summary>
    public int? Line => _config.Line;

    /// <summary>The configuration that was tested, in plain values.</summary>
    public EndpointView Config => _view ??= new EndpointView(_config);

    /// <summary>The verdict as a line of a log.</summary>
    public override string ToString() => $"{Target}: {Outcome} ({Findings.Count} findings{(SuppressedFindings.Count > 0 ? $", {SuppressedFindings.Count} suppressed" : string.Empty)}, {Coverage})";

    private string? Show(string? text) => text is null ? null : _config.StandIns.Show(text);
}

/// <summary>The three verdicts. Strings, because an enum turns into a number in ConvertTo-Json.</summary>
public static class TestOutcomes
{
    /// <summary>No Error, and none can hide in what was given.</summary>
    public const string Passed = "Passed";

    /// <summary>At least one Error.</summary>
    public const string Failed = "Failed";

    /// <summary>No Error was found, but one could not be excluded from what was given.</summary>
    public const string Inconclusive = "Inconclusive";
}
