using System.Globalization;

namespace VpcEndpointTools.Evaluation;

/// <summary>What a rule declares about itself, in plain values: nothing turns into a number in ConvertTo-Json.</summary>
public sealed class RuleView
{
    /// <summary>The plain view of a declaration.</summary>
    public RuleView(RuleInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        Id = info.Id;
        Title = info.Title;
        Severity = info.Severity.ToString();
        Family = info.Family;
        EndpointTypes = [.. info.EndpointTypes];
        Needs = [.. Enum.GetValues<RuleNeeds>()
            .Where(need => need != RuleNeeds.None && info.Needs.HasFlag(need))
            .Select(need => need.ToString())];
        AwsErrorCode = info.AwsErrorCode;
        Remediation = info.Remediation;
        Source = info.Source;
        Checked = info.Checked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>What is wrong when it fails.</summary>
    public string Title { get; }

    /// <summary>The gravest severity that its findings can have: Error, Warning or Information.</summary>
    public string Severity { get; }

    /// <summary>Its family.</summary>
    public string Family { get; }

    /// <summary>The endpoint types that it is about.</summary>
    public string[] EndpointTypes { get; }

    /// <summary>What it looks at beyond the configuration; empty where the configuration is enough.</summary>
    public string[] Needs { get; }

    /// <summary>The error code that AWS answers with, where it rejects such a configuration.</summary>
    public string? AwsErrorCode { get; }

    /// <summary>How to mend it.</summary>
    public string Remediation { get; }

    /// <summary>Where the fact stands.</summary>
    public string Source { get; }

    /// <summary>When the fact was last checked, as yyyy-MM-dd.</summary>
    public string Checked { get; }

    /// <summary>Its page in the repository.</summary>
    public string Page => $"docs/rules/{Id}.md";

    /// <summary>The rule's id and title.</summary>
    public override string ToString() => $"{Id}: {Title}";
}
