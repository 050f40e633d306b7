using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>A gateway endpoint stands in route tables, not in subnets.</summary>
public sealed class S006SubnetsNotForGateway : Rule
{
    /// <summary>Declares the rule.</summary>
    public S006SubnetsNotForGateway()
        : base(new RuleInfo
        {
            Id = RuleIds.S006,
            Title = "Subnets on a Gateway endpoint",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => !type.HasSubnets),
            AwsErrorCode = "InvalidParameter",
            Remediation = "Remove SubnetIds and SubnetConfigurations and give RouteTableIds, or make it an Interface endpoint.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.SubnetIds.Count > 0)
        {
            return RuleOutcome.Fail($"SubnetIds ({config.SubnetIds}) is not for Gateway endpoints, which stand in route tables. Remove it.", "SubnetIds");
        }

        if (config.SubnetConfigurations.Count > 0)
        {
            return RuleOutcome.Fail("SubnetConfigurations is not for Gateway endpoints, which stand in route tables. Remove it.", "SubnetConfigurations");
        }

        return config.SubnetIds.IsUnknown ? RuleOutcome.Unknown("SubnetIds", config.SubnetIds)
            : config.SubnetConfigurations.IsUnknown ? RuleOutcome.Unknown("SubnetConfigurations", config.SubnetConfigurations)
            : RuleOutcome.Pass;
    }
}
