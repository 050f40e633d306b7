using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Network;

/// <summary>Which subnets a route table serves, and which table a subnet has.</summary>
/// <remarks>A subnet without an association of its own has the VPC's main table. Source: the Amazon VPC guide, subnet route tables.</remarks>
internal static class SubnetRouting
{
    /// <summary>The subnets that tables serve, and what keeps them from being all.</summary>
    public static (HashSet<Value<string>> Subnets, MissingInput? Missing) SubnetsOf(RuleContext context, ValueList<Value<string>> tables)
    {
        HashSet<Value<string>> subnets = [];
        MissingInput? missing = tables.IsUnknown ? MissingInput.ValueOf("RouteTableIds", tables) : null;
        foreach (Value<string> id in tables)
        {
            Lookup<RouteTable> table = context.RouteTable(id);
            if (table.Item?.Associations is not { } associations)
            {
                missing ??= MissingInput.NotGiven($"the Associations of {id} in a snapshot's RouteTables");
                continue;
            }

            foreach (RouteTableAssociation association in associations)
            {
                if (!association.SubnetId.IsAbsent)
                {
                    subnets.Add(association.SubnetId);
                }

                // The main table also serves whatever has no table: knowing those takes knowing all.
                if (!association.Main.IsAbsent && !association.Main.Is(false))
                {
                    missing = AddUnassociated(context, subnets) ?? missing;
                }
            }
        }

        return (subnets, missing);
    }

    /// <summary>The route table that a subnet has; null where that is not certain.</summary>
    public static RouteTable? TableOf(RuleContext context, Subnet subnet)
    {
        if (context.Snapshot?.RouteTables is null || !subnet.VpcId.IsKnown || !subnet.SubnetId.IsKnown)
        {
            return null;
        }

        RouteTable? main = null;
        bool all = context.ListsAll(SnapshotMembers.RouteTables);
        foreach (RouteTable table in context.Snapshot.Index.TablesIn(subnet.VpcId.Known))
        {
            all &= table.Associations is not null;
            foreach (RouteTableAssociation association in table.Associations ?? [])
            {
                if (association.SubnetId.IsKnown && association.SubnetId == subnet.SubnetId)
                {
                    return table;
                }

                all &= !association.SubnetId.IsUnknown && !association.Main.IsUnknown;
                main = association.Main.Is(true) ? table : main;
            }
        }

        return all ? main : null;
    }

    private static MissingInput? AddUnassociated(RuleContext context, HashSet<Value<string>> subnets)
    {
        if (context.Snapshot?.Subnets is null || !context.ListsAll(SnapshotMembers.Subnets) || !context.ListsAll(SnapshotMembers.RouteTables) || !context.Config.VpcId.IsKnown)
        {
            return MissingInput.NotGiven($"all Subnets and RouteTables of {context.Config.VpcId}");
        }

        MissingInput? missing = null;
        foreach (Subnet subnet in context.Snapshot.Index.SubnetsIn(context.Config.VpcId.Known))
        {
            RouteTable? table = TableOf(context, subnet);
            if (table is null)
            {
                missing ??= MissingInput.NotGiven($"the route table of {subnet.SubnetId}");
            }
            else if (table.Associations!.Any(association => association.Main.Is(true)))
            {
                subnets.Add(subnet.SubnetId);
            }
        }

        return missing;
    }
}
