using VpcEndpointTools.Evaluation;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Every endpoint is in a VPC.</summary>
public sealed class S021VpcIdNeeded : Rule
{
    /// <summary>Declares the rule.</summary>
    public S021VpcIdNeeded()
        : base(new RuleInfo
        {
            Id = RuleIds.S021,
            Title = "VpcId missing",
            Severity = Severity.Error,
            AwsErrorCode = "MissingParameter",
            Remediation = "Give VpcId.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context) => context.Config.VpcId.IsAbsent
        ? RuleOutcome.Fail("VpcId is missing: every endpoint is in a VPC.", "VpcId")
        : RuleOutcome.Pass;
}
