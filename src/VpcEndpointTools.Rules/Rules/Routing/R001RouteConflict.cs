using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Rules.Routing;

/// <summary>A route table leads to a service through one gateway endpoint only.</summary>
public sealed class R001RouteConflict : Rule
{
    /// <summary>Declares the rule.</summary>
    public R001RouteConflict()
        : base(new RuleInfo
        {
            Id = RuleIds.R001,
            Title = "Route table that already leads to the service",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Gateway],
            Needs = RuleNeeds.RouteTables | RuleNeeds.PrefixLists | RuleNeeds.VpcEndpoints,
            AwsErrorCode = "RouteAlreadyExists",
            Remediation = "Use the endpoint that is there, or associate this one with other route tables.",
            Source = RuleSources.Gateway,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.RouteTableIds.IsAbsent || config.ServiceName.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        if (!context.KnowsItself)
        {
            return RuleOutcome.Unknown("VpcEndpointId", config.VpcEndpointId);
        }

        List<Violation> violations = [];
        MissingInput? missing = config.RouteTableIds.IsUnknown ? MissingInput.ValueOf("RouteTableIds", config.RouteTableIds) : null;
        foreach (Value<string> table in config.RouteTableIds)
        {
            if (table.IsKnown && (OtherEndpoint(context, table.Known) ?? OtherRoute(context, table)) is { } conflict)
            {
                violations.Add(new Violation(conflict, "RouteTableIds"));
            }
            else
            {
                missing ??= Missing(context, table);
            }
        }

        return RuleOutcome.From(violations, missing);
    }

    private static string? OtherEndpoint(RuleContext context, string table)
    {
        if (context.Snapshot?.VpcEndpoints is null)
        {
            return null;
        }

        EndpointConfig? other = context.Snapshot.Index.Endpoints.OnTable(table).FirstOrDefault(
            endpoint => endpoint.VpcEndpointType.Is(EndpointTypes.Gateway) && endpoint.ServiceName == context.Config.ServiceName && context.IsNeighbour(endpoint));
        return other is null ? null : $"{table} is already associated with {other}, which leads to {context.Config.ServiceName} too.";
    }

    private static string? OtherRoute(RuleContext context, Value<string> table)
    {
        HashSet<Value<string>> lists = PrefixLists(context);
        Route? route = context.RouteTable(table).Item?.Routes?.FirstOrDefault(
            route => lists.Contains(route.DestinationPrefixListId) && !IsOwn(context.Config, route));
        return route is null ? null : $"route table {table} already has a route with destination-prefix-list-id {route.DestinationPrefixListId}, through {route.GatewayId}.";
    }

    // For an endpoint that exists, a route that does not say through whom is taken for its own.
    private static bool IsOwn(EndpointConfig config, Route route) =>
        config.IsExisting && (!route.GatewayId.IsKnown || !route.GatewayId.Known.StartsWith("vpce-", StringComparison.Ordinal) || route.GatewayId == config.VpcEndpointId);

    // Where the service's own list is known, another is another's; else the list's name or the endpoint behind it must tell.
    private static bool MayBeTheService(RuleContext context, string table, Route route) =>
        !route.DestinationPrefixListId.IsAbsent
        && !IsOwn(context.Config, route)
        && (route.DestinationPrefixListId.IsUnknown || !PrefixLists(context).Any(list => list.IsKnown))
        && !(route.DestinationPrefixListId.IsKnown && context.Snapshot!.Index.PrefixList(route.DestinationPrefixListId.Known) is { PrefixListName.IsKnown: true })
        && !context.Snapshot!.Index.Endpoints.OnTable(table).Any(endpoint =>
            endpoint.VpcEndpointId.IsKnown && endpoint.VpcEndpointId == route.GatewayId && endpoint.ServiceName.IsKnown && endpoint.ServiceName != context.Config.ServiceName);

    private static HashSet<Value<string>> PrefixLists(RuleContext context) => context.Snapshot?.PrefixLists is null
        ? []
        : [.. context.Snapshot.Index.PrefixListsNamed(context.Config.ServiceName.Known).Select(list => list.PrefixListId)];

    // Either list decides alone: of the VPC's endpoints, or of the table's routes with the service's prefix list.
    private static MissingInput? Missing(RuleContext context, Value<string> table)
    {
        if (!table.IsKnown)
        {
            return MissingInput.ValueOf("RouteTableIds", table);
        }

        Lookup<RouteTable> found = context.RouteTable(table);
        if (found.Item?.Routes?.FirstOrDefault(route => MayBeTheService(context, table.Known, route)) is { } route)
        {
            return context.NoSnapshot(SnapshotMembers.PrefixLists, $"the PrefixList {route.DestinationPrefixListId}");
        }

        if (context.Snapshot?.VpcEndpoints is not null && context.ListsAll(SnapshotMembers.VpcEndpoints))
        {
            return null;
        }

        return found.Item?.Routes is not null && PrefixLists(context).Count > 0
            ? null
            : found.Missing ?? context.NoSnapshot(SnapshotMembers.VpcEndpoints, "VpcEndpoints, or with the table's routes and PrefixLists");
    }
}
