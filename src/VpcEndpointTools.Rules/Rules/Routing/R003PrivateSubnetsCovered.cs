using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Network;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Rules.Routing;

/// <summary>The private subnets that go out over NAT have the endpoint's route.</summary>
public sealed class R003PrivateSubnetsCovered : Rule
{
    /// <summary>Declares the rule.</summary>
    public R003PrivateSubnetsCovered()
        : base(new RuleInfo
        {
            Id = RuleIds.R003,
            Title = "Private subnet whose route table the Gateway endpoint leaves out",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Gateway],
            Needs = RuleNeeds.RouteTables | RuleNeeds.Subnets | RuleNeeds.VpcEndpoints,
            Remediation = "Add the route table to RouteTableIds, or give it an endpoint of its own.",
            Source = RuleSources.Gateway,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;

        // Without any table it is VPCE-R002's finding.
        if (config.ServiceName.IsAbsent || config.RouteTableIds.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.ServiceName.IsUnknown || config.RouteTableIds.IsUnknown || config.RouteTableIds.Any(id => !id.IsKnown))
        {
            return config.ServiceName.IsUnknown ? RuleOutcome.Unknown("ServiceName", config.ServiceName) : RuleOutcome.Unknown("RouteTableIds", config.RouteTableIds);
        }

        if (context.Snapshot?.RouteTables is null || !config.VpcId.IsKnown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot with RouteTables"));
        }

        // Another endpoint may serve the tables that this one leaves out.
        MissingInput? missing = context.EndpointsMissing ?? (context.ListsAll(SnapshotMembers.RouteTables) ? null : context.NotComplete(SnapshotMembers.RouteTables));
        List<Violation> violations = [];
        foreach (RouteTable table in context.Snapshot.Index.TablesIn(config.VpcId.Known))
        {
            if (!table.RouteTableId.IsKnown || config.RouteTableIds.Contains(table.RouteTableId) || HasOther(context, table.RouteTableId.Known))
            {
                continue;
            }

            Truth goesOut = GoesOutPrivately(context, table);
            if (goesOut == Truth.Yes && context.EndpointsMissing is null)
            {
                violations.Add(new Violation(
                    $"{table.RouteTableId} leads out over NAT or another appliance and has no route to {config.ServiceName}: its subnets pay for the long way. Add it.", "RouteTableIds"));
            }
            else if (goesOut == Truth.Unknown)
            {
                missing ??= MissingInput.NotGiven($"the Routes and Associations of {table.RouteTableId}");
            }
        }

        return RuleOutcome.From(violations, missing);
    }

    private static bool HasOther(RuleContext context, string table) => context.Snapshot!.Index.Endpoints.OnTable(table)
        .Any(endpoint => endpoint.ServiceName == context.Config.ServiceName && context.IsNeighbour(endpoint));

    // A table that serves nobody, that leads to an internet gateway (public), or nowhere (isolated on purpose) is left alone.
    private static Truth GoesOutPrivately(RuleContext context, RouteTable table)
    {
        if (table.Associations is null || table.Routes is null)
        {
            return Truth.Unknown;
        }

        Truth serves = Truth.No;
        foreach (RouteTableAssociation association in table.Associations)
        {
            serves = serves.Or(association.SubnetId.IsUnknown || association.Main.IsUnknown ? Truth.Unknown
                : association.Main.Is(true) ? ServesTheRest(context, table)
                : Truths.Of(association.SubnetId.IsKnown));
        }

        Truth goesOut = Truth.No;
        foreach (Route route in table.Routes)
        {
            Truth isDefault = route.DestinationCidrBlock.IsUnknown ? Truth.Unknown : Truths.Of(route.DestinationCidrBlock.Is("0.0.0.0/0") && !route.IsDead);
            Truth isPrivate = route.NatGatewayId.IsKnown || route.OtherTarget.IsKnown ? Truth.Yes
                : route.NatGatewayId.IsUnknown || route.OtherTarget.IsUnknown ? Truth.Unknown
                : Truth.No;
            goesOut = goesOut.Or(isDefault.And(isPrivate).And(route.State.IsUnknown ? Truth.Unknown : Truth.Yes));
        }

        return serves.And(goesOut);
    }

    // The main table serves the subnets that have no table of their own.
    private static Truth ServesTheRest(RuleContext context, RouteTable main)
    {
        (HashSet<Value<string>> subnets, MissingInput? missing) = SubnetRouting.SubnetsOf(context, [main.RouteTableId]);
        return subnets.Count > 0 ? Truth.Yes
            : missing is null ? Truth.No
            : Truth.Unknown;
    }
}
