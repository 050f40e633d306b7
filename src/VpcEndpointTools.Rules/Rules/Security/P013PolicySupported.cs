using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Security;

/// <summary>Not every service heeds an endpoint policy.</summary>
public sealed class P013PolicySupported : Rule
{
    /// <summary>Declares the rule.</summary>
    public P013PolicySupported()
        : base(new RuleInfo
        {
            Id = RuleIds.P013,
            Title = "Policy on a service that supports none",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog | RuleNeeds.ServiceDetails,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Remove PolicyDocument and control access with security groups and at the service.",
            Source = RuleSources.Policies,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.PolicyDocument.IsAbsent || config.ServiceName.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.PolicyDocument.IsUnknown)
        {
            return RuleOutcome.Unknown("PolicyDocument", config.PolicyDocument);
        }

        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        bool? listed = context.ServiceDetail(EndpointTypes.Interface).Item?.VpcEndpointPolicySupported is { IsKnown: true } answer ? answer.Known : null;
        return (listed, context.Service?.PolicySupported) switch
        {
            (false, _) => RuleOutcome.Fail($"PolicyDocument is set, but AWS lists {config.ServiceName} as supporting no endpoint policy. Remove it.", "PolicyDocument"),
            (true, _) or (null, true) => RuleOutcome.Pass,
            (null, false) => RuleOutcome.Fail(new Violation(
                $"PolicyDocument is set, but {config.ServiceName} is documented to support no endpoint policy: full access is what it gives.", "PolicyDocument")
            {
                Severity = Severity.Warning,
            }),
            _ => RuleOutcome.NotEvaluated(MissingInput.NotGiven($"VpcEndpointPolicySupported of {config.ServiceName} in a snapshot's ServiceDetails")),
        };
    }
}
