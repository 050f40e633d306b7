using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Global services have no Region in their names, and some services have a prefix of their own.</summary>
public sealed class S015ServiceNameRightForm : ServiceNameRule
{
    /// <summary>Declares the rule.</summary>
    public S015ServiceNameRightForm()
        : base(new RuleInfo
        {
            Id = RuleIds.S015,
            Title = "Service written with a Region or a prefix that is not its own",
            Severity = Severity.Error,
            Needs = RuleNeeds.Catalog,
            AwsErrorCode = "InvalidServiceName",
            Remediation = "Write the name as AWS lists it: com.amazonaws.route53 without a Region, aws.api.eu-west-1.qbusiness with its own prefix.",
            Source = RuleSources.Services,
            Checked = new DateOnly(2026, 11, 23),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, ServiceNameJudgement judgement)
    {
        Value<string> name = context.Config.ServiceName;
        return judgement.Verdict switch
        {
            ServiceNameVerdict.WrongForm => RuleOutcome.Fail(
                $"ServiceName '{name}' does not exist: {judgement.Reason}. Write '{judgement.Suggestion}'.", "ServiceName"),
            ServiceNameVerdict.Known => RuleOutcome.Pass,
            _ => RuleOutcome.NotApplicable,
        };
    }
}
