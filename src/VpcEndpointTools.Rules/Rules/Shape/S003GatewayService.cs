using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Only S3, DynamoDB and S3 Express have gateway endpoints.</summary>
public sealed class S003GatewayService : Rule
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
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.VpcEndpointType.IsAbsent || config.ServiceName.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        // Whether a name exists at all is VPCE-S014's business.
        if (context.Service is null)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven($"{config.ServiceName} in the service catalogue"));
        }

        return context.Service.HasType(EndpointTypes.Gateway)
            ? RuleOutcome.Pass
            : RuleOutcome.Fail(
                $"Endpoint type (Gateway) does not match the types that {config.ServiceName} offers ({string.Join(", ", context.Service.EndpointTypes)}).",
                "VpcEndpointType");
    }
}
