using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Rules.Cost;

/// <summary>S3 and DynamoDB have gateway endpoints, which cost nothing.</summary>
public sealed class C001GatewayIsFree : Rule
{
    /// <summary>Declares the rule.</summary>
    public C001GatewayIsFree()
        : base(new RuleInfo
        {
            Id = RuleIds.C001,
            Title = "Interface endpoint where a free Gateway endpoint may do",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog | RuleNeeds.Region | RuleNeeds.Clients,
            Remediation = "Use a Gateway endpoint unless clients outside the VPC (on premises, peered, behind a transit gateway, in another Region) need it.",
            Source = RuleSources.GatewayS3,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        if (!GatewayInstead.HasBoth(context))
        {
            return RuleOutcome.NotApplicable;
        }

        (Truth serves, MissingInput? missing) = GatewayInstead.Serves(context);
        if (serves != Truth.Yes)
        {
            return serves == Truth.No ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(missing!);
        }

        return RuleOutcome.Fail(
            $"{config.ServiceName} through an Interface endpoint is billed by the hour, zone and GB; a Gateway endpoint is free. "
            + "Is it for clients outside the VPC? If not, use a Gateway endpoint.",
            "VpcEndpointType");
    }
}
