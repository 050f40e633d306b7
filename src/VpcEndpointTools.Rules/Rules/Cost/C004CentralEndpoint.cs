using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Rules.Cost;

/// <summary>VPCs that reach one another can share an endpoint.</summary>
public sealed class C004CentralEndpoint : Rule
{
    /// <summary>Declares the rule.</summary>
    public C004CentralEndpoint()
        : base(new RuleInfo
        {
            Id = RuleIds.C004,
            Title = "The same service by an endpoint of its own in many joined VPCs",
            Severity = Severity.Information,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.VpcEndpoints | RuleNeeds.VpcPeeringConnections | RuleNeeds.TransitGatewayVpcAttachments,
            Remediation = "Consider one endpoint in a central VPC, with a hosted zone for its name: the hours are billed once instead of in each VPC.",
            Source = RuleSources.Pricing,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    private const int Many = 3;

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

        if (context.Snapshot?.VpcEndpoints is null || !config.VpcId.IsKnown
            || (context.Snapshot.VpcPeeringConnections is null && context.Snapshot.TransitGatewayVpcAttachments is null))
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot with VpcEndpoints, and VpcPeeringConnections or TransitGatewayVpcAttachments"));
        }

        int count = context.Snapshot.Index.Joins.VpcsWith(config.VpcId.Known, config.ServiceName.Known);
        if (count >= Many)
        {
            return RuleOutcome.Fail($"{count} VPCs that are joined, directly or over others, have an Interface endpoint for {config.ServiceName} each. A central one could serve those that reach it.", "ServiceName");
        }

        return context.Snapshot.Complete.IsEverything && context.Snapshot is { VpcPeeringConnections: not null, TransitGatewayVpcAttachments: not null }
            && !context.Snapshot.Index.IsBlurred(SnapshotMembers.VpcEndpoints) && !context.Snapshot.Index.IsBlurred(SnapshotMembers.VpcPeeringConnections) && !context.Snapshot.Index.IsBlurred(SnapshotMembers.TransitGatewayVpcAttachments)
            ? RuleOutcome.Pass
            : RuleOutcome.NotEvaluated(MissingInput.NotGiven("all endpoints, peerings and attachments of the Region"));
    }
}
