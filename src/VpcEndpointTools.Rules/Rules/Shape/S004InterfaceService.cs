using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>S3 Express has a gateway form only; endpoints of some services are made by the service itself.</summary>
public sealed class S004InterfaceService : Rule
{
    /// <summary>Declares the rule.</summary>
    public S004InterfaceService()
        : base(new RuleInfo
        {
            Id = RuleIds.S004,
            Title = "Interface endpoint for a service that has none",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Use a Gateway endpoint: S3 Express offers no other.",
            Source = RuleSources.S3Express,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceName.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        if (context.Service is null)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven($"{config.ServiceName} in the service catalogue"));
        }

        return context.Service.HasType(EndpointTypes.Interface)
            ? RuleOutcome.Pass
            : RuleOutcome.Fail(
                $"Endpoint type (Interface) does not match the types that {config.ServiceName} offers ({string.Join(", ", context.Service.EndpointTypes)}).",
                "VpcEndpointType");
    }
}
