using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>S3 Express has a gateway form only; endpoints of some services are made by the service itself.</summary>
public sealed class S004InterfaceService : ServiceRule
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
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, ServiceEntry service) => service.HasType(EndpointTypes.Interface)
        ? RuleOutcome.Pass
        : RuleOutcome.Fail(
            $"Endpoint type (Interface) does not match the types that {context.Config.ServiceName} offers ({string.Join(", ", service.EndpointTypes)}).",
            "VpcEndpointType");
}
