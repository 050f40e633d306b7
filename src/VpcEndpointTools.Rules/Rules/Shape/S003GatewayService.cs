using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Only S3, DynamoDB and S3 Express have gateway endpoints.</summary>
public sealed class S003GatewayService : ServiceRule
{
    /// <summary>Declares the rule.</summary>
    public S003GatewayService()
        : base(new RuleInfo
        {
            Id = RuleIds.S003,
            Title = "Gateway endpoint for a service that has none",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Gateway],
            Needs = RuleNeeds.Catalog,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Use an Interface endpoint. Gateway endpoints exist for S3, DynamoDB and S3 Express only.",
            Source = RuleSources.Gateway,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, ServiceEntry service) =>

        // An omitted type is VPCE-S002's business.
        context.Config.VpcEndpointType.IsAbsent ? RuleOutcome.NotApplicable
        : service.HasType(EndpointTypes.Gateway) ? RuleOutcome.Pass
        : RuleOutcome.Fail(
            $"Endpoint type (Gateway) does not match the types that {context.Config.ServiceName} offers ({string.Join(", ", service.EndpointTypes)}).",
            "VpcEndpointType");
}
