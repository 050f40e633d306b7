using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>A Gateway Load Balancer endpoint leads to an endpoint service.</summary>
public sealed class S024GatewayLoadBalancerService : ServiceRule
{
    /// <summary>Declares the rule.</summary>
    public S024GatewayLoadBalancerService()
        : base(new RuleInfo
        {
            Id = RuleIds.S024,
            Title = "Gateway Load Balancer endpoint to something else than an endpoint service",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.Catalog,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Give the name of an endpoint service with a Gateway Load Balancer (com.amazonaws.vpce.<Region>.vpce-svc-<id>).",
            Source = RuleSources.GatewayLoadBalancer,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, ServiceEntry service) => service.IsEndpointService
        ? RuleOutcome.Pass
        : RuleOutcome.Fail(
            $"{context.Config.ServiceName} is no endpoint service (vpce-svc-), and only those stand behind a Gateway Load Balancer.", "ServiceName");
}
