using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>A service name has the form of one.</summary>
public sealed class S013ServiceNameForm : ServiceNameRule
{
    /// <summary>Declares the rule.</summary>
    public S013ServiceNameForm()
        : base(new RuleInfo
        {
            Id = RuleIds.S013,
            Title = "ServiceName that cannot be one",
            Severity = Severity.Error,
            Needs = RuleNeeds.Catalog,
            AwsErrorCode = "InvalidServiceName",
            Remediation = "Write the full name, such as com.amazonaws.eu-west-1.ssm; 'aws ec2 describe-vpc-endpoint-services' lists them.",
            Source = RuleSources.Services,
            Checked = new DateOnly(2026, 11, 27),
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
            ServiceNameVerdict.Malformed => RuleOutcome.Fail($"ServiceName '{name}' is no service name: {judgement.Reason}.", "ServiceName"),
            ServiceNameVerdict.UnknownPrefix => RuleOutcome.Fail(new Violation(
                $"ServiceName '{name}' begins like no name that is known ({string.Join(", ", ServiceNames.KnownPrefixes.Take(5))} ...). Check it.", "ServiceName")
            {
                Severity = Severity.Warning,
            }),
            _ => RuleOutcome.Pass,
        };
    }
}
