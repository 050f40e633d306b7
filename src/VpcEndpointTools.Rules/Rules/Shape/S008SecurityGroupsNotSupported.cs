using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Gateway and Gateway Load Balancer endpoints have no security groups.</summary>
public sealed class S008SecurityGroupsNotSupported : Rule
{
    /// <summary>Declares the rule.</summary>
    public S008SecurityGroupsNotSupported()
        : base(new RuleInfo
        {
            Id = RuleIds.S008,
            Title = "Security groups on an endpoint that has none",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => !type.HasSecurityGroups),
            AwsErrorCode = "InvalidParameter",
            Remediation = "Remove SecurityGroupIds. For a Gateway endpoint, let the clients' own groups allow egress to the service's prefix list.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        ValueList<Value<string>> groups = context.Config.SecurityGroupIds;
        if (groups.IsUnknown)
        {
            return RuleOutcome.Unknown("SecurityGroupIds", groups);
        }

        return groups.IsAbsent
            ? RuleOutcome.Pass
            : RuleOutcome.Fail($"SecurityGroupIds ({groups}) has no meaning for a {context.Type} endpoint. Remove it.", "SecurityGroupIds");
    }
}
