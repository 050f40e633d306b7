using System.Globalization;

namespace VpcEndpointTools.Evaluation;

/// <summary>One thing that is wrong with one configuration. It makes sense without its result: the target is on it again.</summary>
public sealed class Finding
{
    /// <summary>The rule's id.</summary>
    public required string RuleId { get; init; }

    /// <summary>Error, Warning or Information.</summary>
    public required string Severity { get; init; }

    /// <summary>The rule's title.</summary>
    public required string Title { get; init; }

    /// <summary>The offending value and what to put instead.</summary>
    public required string Message { get; init; }

    /// <summary>The property that holds it, in AWS's words.</summary>
    public required string Property { get; init; }

    /// <summary>The error code that AWS answers with, where it rejects such a configuration.</summary>
    public string? AwsErrorCode { get; init; }

    /// <summary>How to mend it.</summary>
    public required string Remediation { get; init; }

    /// <summary>Where the fact stands.</summary>
    public required string HelpUri { get; init; }

    /// <summary>The endpoint: its id, its name, or its file and place there.</summary>
    public required string Target { get; init; }

    /// <summary>The file or kind of object that it came from.</summary>
    public string? Source { get; init; }

    /// <summary>Line in the source, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Column in that line, from 1.</summary>
    public int? Column { get; init; }

    /// <summary>What keeps it from counting: Settings or Baseline; null for a finding that counts.</summary>
    public string? SuppressedBy { get; init; }

    /// <summary>Why it does not count; null for a finding that counts.</summary>
    public string? SuppressionReason { get; init; }

    /// <summary>The last day that it does not count, as yyyy-MM-dd; null where there is no end.</summary>
    public string? SuppressionExpires { get; init; }

    /// <summary>The same finding, as one that does not count.</summary>
    internal Finding With(string suppressedBy, string reason, DateOnly? expires = null) => new()
    {
        RuleId = RuleId,
        Severity = Severity,
        Title = Title,
        Message = Message,
        Property = Property,
        AwsErrorCode = AwsErrorCode,
        Remediation = Remediation,
        HelpUri = HelpUri,
        Target = Target,
        Source = Source,
        Line = Line,
        Column = Column,
        SuppressedBy = suppressedBy,
        SuppressionReason = reason,
        SuppressionExpires = expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>The finding as a line of a log.</summary>
    public override string ToString() => $"{Target}: {Severity} {RuleId}: {Message}";
}

/// <summary>A rule that could not be decided, and why.</summary>
public sealed class NotEvaluatedRule
{
    /// <summary>The rule's id.</summary>
    public required string RuleId { get; init; }

    /// <summary>The rule's title.</summary>
    public required string Title { get; init; }

    /// <summary>The gravest severity that its findings can have.</summary>
    public required string Severity { get; init; }

    /// <summary>What was missing.</summary>
    public required string Missing { get; init; }

    /// <summary>True when this rule alone keeps the result from Passed: an Error may hide in what was given.</summary>
    public required bool IsBlocking { get; init; }

    /// <summary>The rule and what it lacked, as a line of a log.</summary>
    public override string ToString() => $"{RuleId} needs {Missing}";
}
