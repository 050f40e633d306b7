using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Rules.Network;

/// <summary>A Gateway Load Balancer endpoint and the servers behind it stand in different subnets.</summary>
public sealed class N009SubnetOfItsOwn : Rule
{
    /// <summary>Declares the rule.</summary>
    public N009SubnetOfItsOwn()
        : base(new RuleInfo
        {
            Id = RuleIds.N009,
            Title = "Gateway Load Balancer endpoint in a subnet with servers",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.NetworkInterfaces,
            Remediation = "Give the endpoint a subnet of its own in each zone; a route table is a subnet's, so servers beside the endpoint cannot be routed through it.",
            Source = RuleSources.GatewayLoadBalancer,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        ValueList<Value<string>> ids = context.Config.SubnetIds;
        if (ids.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Snapshot?.NetworkInterfaces is not { } interfaces)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot with NetworkInterfaces"));
        }

        if (ids.IsUnknown || ids.Any(id => !id.IsKnown))
        {
            return RuleOutcome.Unknown("SubnetIds", ids);
        }

        foreach (Value<string> id in ids)
        {
            if (context.Snapshot.Index.ServersIn(id.Known).FirstOrDefault() is { } server)
            {
                return RuleOutcome.Fail($"{server.NetworkInterfaceId} of a server is in {id}, the subnet of the endpoint: its traffic cannot be routed through the endpoint.", "SubnetIds");
            }
        }

        return context.ListsAll(SnapshotMembers.NetworkInterfaces) ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(context.NotComplete(SnapshotMembers.NetworkInterfaces));
    }
}
