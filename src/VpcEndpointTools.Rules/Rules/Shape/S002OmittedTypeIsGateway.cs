using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>AWS takes an omitted type for Gateway, which few services have.</summary>
public sealed class S002OmittedTypeIsGateway : Rule
{
    /// <summary>Declares the rule.</summary>
    public S002OmittedTypeIsGateway()
        : base(new RuleInfo
        {
            Id = RuleIds.S002,
            Title = "VpcEndpointType omitted for a service without a Gateway form",
            Severity = Severity.Error,
            Needs = RuleNeeds.Catalog,
            AwsErrorCode = "InvalidParameter",
            Remediation = "State VpcEndpointType: Interface for nearly every service.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (!config.VpcEndpointType.IsAbsent)
        {
            return config.VpcEndpointType.IsUnknown
                ? RuleOutcome.Unknown("VpcEndpointType", config.VpcEndpointType)
                : RuleOutcome.NotApplicable;
        }

        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        if (config.ServiceName.IsAbsent)
        {
            // A Lattice target says that a Gateway cannot be meant; no target at all is VPCE-S005's business.
            return config.ResourceConfigurationArn.IsAbsent && config.ServiceNetworkArn.IsAbsent
                ? RuleOutcome.NotApplicable
                : Omitted("a Gateway endpoint takes no resource configuration or service network", "Resource, ServiceNetwork or Tunnel");
        }

        if (context.Service is null)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven($"{config.ServiceName} in the service catalogue"));
        }

        return context.Service.HasType(EndpointTypes.Gateway)
            ? RuleOutcome.Pass
            : Omitted($"{config.ServiceName} has no Gateway form", string.Join(" or ", context.Service.EndpointTypes));
    }

    private static RuleOutcome Omitted(string why, string instead) => RuleOutcome.Fail(
        $"VpcEndpointType is omitted and defaults to Gateway, but {why}: set it to {instead}.", "VpcEndpointType");
}
