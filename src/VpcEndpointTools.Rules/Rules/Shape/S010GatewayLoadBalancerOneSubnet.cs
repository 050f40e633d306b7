using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>A Gateway Load Balancer endpoint stands in exactly one subnet.</summary>
public sealed class S010GatewayLoadBalancerOneSubnet : Rule
{
    /// <summary>Declares the rule.</summary>
    public S010GatewayLoadBalancerOneSubnet()
        : base(new RuleInfo
        {
            Id = RuleIds.S010,
            Title = "Gateway Load Balancer endpoint without exactly one subnet",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.Subnets == SubnetCount.One),
            AwsErrorCode = "InvalidParameter",
            Remediation = "Give one subnet, and make one endpoint for each Availability Zone.",
            Source = RuleSources.GatewayLoadBalancer,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        ValueList<Value<string>> subnets = context.Config.SubnetIds;
        if (subnets.IsUnknown)
        {
            return RuleOutcome.Unknown("SubnetIds", subnets);
        }

        return subnets.Count switch
        {
            1 => RuleOutcome.Pass,
            0 => RuleOutcome.Fail("SubnetIds names no subnet; a GatewayLoadBalancer endpoint needs exactly one.", "SubnetIds"),
            _ => RuleOutcome.Fail(
                $"SubnetIds names {subnets.Count} subnets ({subnets}); a GatewayLoadBalancer endpoint takes exactly one. Make one endpoint for each zone.",
                "SubnetIds"),
        };
    }
}
