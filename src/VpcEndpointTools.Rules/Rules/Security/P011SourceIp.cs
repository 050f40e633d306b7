using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Rules.Security;

/// <summary>Through an endpoint no request has a public source address.</summary>
public sealed class P011SourceIp : PolicyRule
{
    /// <summary>Declares the rule.</summary>
    public P011SourceIp()
        : base(new RuleInfo
        {
            Id = RuleIds.P011,
            Title = "aws:SourceIp in an endpoint policy",
            Severity = Severity.Warning,
            EndpointTypes = TypeCapabilities.Where(type => type.HasPolicy),
            Remediation = "Use aws:VpcSourceIp with private ranges, or aws:SourceVpc.",
            Source = RuleSources.GatewayS3,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, PolicyDocument policy)
    {
        PolicyStatement? found = policy.Statements.FirstOrDefault(
            statement => statement.Conditions.Any(condition => string.Equals(condition.Key, "aws:SourceIp", StringComparison.OrdinalIgnoreCase)));
        return found is null
            ? RuleOutcome.Pass
            : RuleOutcome.Fail(
                $"PolicyDocument: {found.Label} has a condition on aws:SourceIp, which is not there for requests through an endpoint. Use aws:VpcSourceIp.",
                "PolicyDocument");
    }
}
