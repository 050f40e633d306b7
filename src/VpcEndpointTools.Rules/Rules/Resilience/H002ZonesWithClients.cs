using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Network;

namespace VpcEndpointTools.Rules.Resilience;

/// <summary>Each zone with clients has the endpoint in it.</summary>
public sealed class H002ZonesWithClients : Rule
{
    /// <summary>Declares the rule.</summary>
    public H002ZonesWithClients()
        : base(new RuleInfo
        {
            Id = RuleIds.H002,
            Title = "Zone with clients that has no part of the endpoint",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.Resource, EndpointTypes.ServiceNetwork],
            Needs = RuleNeeds.Subnets | RuleNeeds.NetworkInterfaces | RuleNeeds.Clients,
            Remediation = "Add a subnet in each zone that has clients, so that no zone depends on another.",
            Source = RuleSources.Access,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.SubnetIds.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Snapshot?.Subnets is null || !config.VpcId.IsKnown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot with Subnets, and NetworkInterfaces or declared client subnets"));
        }

        MissingInput? missing = null;
        HashSet<string> own = Zones.Of(context, config.SubnetIds, ref missing);
        if (missing is not null)
        {
            return RuleOutcome.NotEvaluated(missing);
        }

        SortedSet<string> uncovered = new(StringComparer.Ordinal);
        foreach (Subnet subnet in ClientSubnets(context))
        {
            Value<string> zone = Zones.Beside(context, config.SubnetIds, subnet);
            if (!zone.IsKnown)
            {
                missing ??= MissingInput.NotGiven($"the Availability Zone of {subnet.SubnetId}");
            }
            else if (!own.Contains(zone.Known))
            {
                uncovered.Add($"{zone} ({subnet.SubnetId})");
            }
        }

        if (uncovered.Count > 0)
        {
            return RuleOutcome.Fail($"There are clients in {string.Join(", ", uncovered)}, but no subnet of the endpoint in that zone. Add one.", "SubnetIds");
        }

        if (context.Declared.Clients.Any(client => client.IsSubnet))
        {
            return HasDeclaredSubnets(context) ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(missing ?? MissingInput.NotGiven("the declared client subnets in the snapshot"));
        }

        missing ??= context.Snapshot.NetworkInterfaces is not null && context.ListsAll(SnapshotMembers.NetworkInterfaces) && context.ListsAll(SnapshotMembers.Subnets)
            ? null
            : MissingInput.NotGiven("all NetworkInterfaces and Subnets of the VPC, or declared client subnets");
        return missing is null ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(missing);
    }

    private static bool HasDeclaredSubnets(RuleContext context) =>
        context.Declared.Clients.Where(client => client.IsSubnet).All(client => context.Snapshot!.Index.Subnet(client.Text) is { VpcId.IsKnown: true } subnet
            && Zones.Beside(context, context.Config.SubnetIds, subnet).IsKnown);

    // Who declares client subnets has named them all, for all VPCs; else a subnet with a server in it has clients.
    private static IEnumerable<Subnet> ClientSubnets(RuleContext context)
    {
        SnapshotIndex index = context.Snapshot!.Index;
        return context.Declared.Clients.Any(client => client.IsSubnet)
            ? context.Declared.Clients.Where(client => client.IsSubnet).Select(client => index.Subnet(client.Text)).OfType<Subnet>()
                .Where(subnet => subnet.VpcId == context.Config.VpcId)
            : index.SubnetsIn(context.Config.VpcId.Known).Where(subnet => subnet.SubnetId.IsKnown && index.ServersIn(subnet.SubnetId.Known).Any());
    }
}
