using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>The type is one of the six that AWS has, in AWS's spelling.</summary>
public sealed class S001VpcEndpointTypeKnown : Rule
{
    /// <summary>Declares the rule.</summary>
    public S001VpcEndpointTypeKnown()
        : base(new RuleInfo
        {
            Id = RuleIds.S001,
            Title = "VpcEndpointType that AWS does not have",
            Severity = Severity.Error,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Write Interface, Gateway, GatewayLoadBalancer, Resource, ServiceNetwork or Tunnel, with these capitals.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        Value<string> type = context.Config.VpcEndpointType;
        if (type.IsUnknown)
        {
            return RuleOutcome.Unknown("VpcEndpointType", type);
        }

        // An omitted type is VPCE-S002's business.
        if (type.IsAbsent || EndpointTypes.All.Contains(type.Known, StringComparer.Ordinal))
        {
            return RuleOutcome.Pass;
        }

        // AWS.Tools, CloudFormation and the CLI all take the exact spelling only.
        return RuleOutcome.Fail(
            context.Type.IsKnown
                ? $"VpcEndpointType '{type}' must be written '{context.Type}'."
                : $"VpcEndpointType '{type}' is none of {string.Join(", ", EndpointTypes.All)}.",
            "VpcEndpointType");
    }
}
