using VpcEndpointTools.Catalog;
using VpcEndpointTools.Model;
using VpcEndpointTools.Placement;

namespace VpcEndpointTools.Creation;

/// <summary>How to choose what the user did not name, on request.</summary>
/// <param name="Subnets">OnePerZone, All, or null.</param>
/// <param name="RouteTables">Private, All, or null.</param>
/// <param name="Policy">FullAccess, OrganizationPerimeter, ReadOnly, or null.</param>
/// <param name="OrganizationId">For policies.</param>
internal sealed record Choices(string? Subnets, string? RouteTables, string? Policy, string? OrganizationId);

/// <summary>Makes a request complete: full names, the type, and what was to be chosen. Nothing is guessed in silence.</summary>
internal sealed class RequestCompletion(Choices choices, string region, ServiceCatalog catalog, IVoice voice)
{
    /// <summary>The service's full name in the Region; a short name of the catalogue is understood. Null where it has none,
    /// which has been told.</summary>
    public EndpointConfig? Named(EndpointConfig request)
    {
        if (request.ServiceName is not { IsKnown: true, Known: var name } || name.StartsWith("com.", StringComparison.Ordinal) || name.StartsWith("aws.", StringComparison.Ordinal)
            || name.StartsWith("cn.com.", StringComparison.Ordinal))
        {
            return request with { Region = region };
        }

        if (catalog.FindShort(name)?.NameIn(region) is not { } full)
        {
            voice.Fail(Errors.UnknownService(name, catalog));
            return null;
        }

        voice.Say($"ServiceName {name} is {full}.");
        return request with { ServiceName = full, Region = region };
    }

    /// <summary>The request with its type and all that was to be chosen; null where something is missing, which has been told.</summary>
    public EndpointConfig? Complete(EndpointConfig request, NetworkSnapshot snapshot, object target)
    {
        IReadOnlyList<string> types = Types(request, snapshot);
        if (request.VpcEndpointType.IsAbsent)
        {
            if (types.Count != 1)
            {
                voice.Fail(Errors.TypeNeeded(request, types, target));
                return null;
            }

            voice.Say($"VpcEndpointType {types[0]}: the only one that {request.ServiceName}{request.ServiceNetworkArn} has.");
            request = request with { VpcEndpointType = types[0] };
        }

        return WithPolicy(WithTables(WithSubnets(request, snapshot), snapshot), snapshot, target);
    }

    private IReadOnlyList<string> Types(EndpointConfig request, NetworkSnapshot snapshot)
    {
        if (!request.ServiceName.IsKnown)
        {
            return request.ServiceNetworkArn.IsKnown ? [EndpointTypes.ServiceNetwork] : request.ResourceConfigurationArn.IsKnown ? [EndpointTypes.Resource, EndpointTypes.Tunnel] : [];
        }

        string[] live = [.. snapshot.Index.Services(request.ServiceName.Known).SelectMany(detail => detail.ServiceTypes).Where(type => type.IsKnown).Select(type => type.Known).Distinct(StringComparer.Ordinal)];
        return live.Length > 0 ? live : catalog.Find(request.ServiceName.Known)?.EndpointTypes ?? [];
    }

    private EndpointConfig WithSubnets(EndpointConfig request, NetworkSnapshot snapshot)
    {
        if (choices.Subnets is null || !request.SubnetIds.IsAbsent || TypeCapabilities.Of(request.VpcEndpointType) is { HasSubnets: false })
        {
            return request;
        }

        SubnetPicker picker = new(PlacesOf(request, snapshot));
        IReadOnlyList<SubnetChoice> chosen = choices.Subnets == "All" ? picker.All(request) : picker.OnePerZone(request);
        foreach (SubnetChoice choice in chosen.Concat(picker.LeftOut(request)))
        {
            voice.Say(choice.ToString());
        }

        return request with
        {
            SubnetIds = [.. chosen.Select(choice => choice.Subnet.SubnetId).OrderBy(id => id.Known, StringComparer.Ordinal)],
        };
    }

    private EndpointConfig WithTables(EndpointConfig request, NetworkSnapshot snapshot)
    {
        bool hasTables = TypeCapabilities.Of(request.VpcEndpointType) is { HasRouteTables: true };
        if (choices.RouteTables is null || !request.RouteTableIds.IsAbsent || !hasTables)
        {
            return request;
        }

        VpcPlaces places = PlacesOf(request, snapshot);
        IReadOnlyList<RouteTable> chosen = choices.RouteTables == "All" ? places.AllTables : places.PrivateTables;
        string why = choices.RouteTables == "All" ? "one of all" : "it serves subnets and has no route to an internet gateway";
        foreach (RouteTable table in chosen)
        {
            voice.Say($"Route table {table.RouteTableId}: {why}.");
        }

        return request with { RouteTableIds = [.. chosen.Select(table => table.RouteTableId)] };
    }

    private static VpcPlaces PlacesOf(EndpointConfig request, NetworkSnapshot snapshot) =>
        new(snapshot, request.VpcId.KnownOrDefault ?? string.Empty);

    private EndpointConfig? WithPolicy(EndpointConfig request, NetworkSnapshot snapshot, object target)
    {
        if (choices.Policy is null || !request.PolicyDocument.IsAbsent)
        {
            return request;
        }

        ServiceEntry? service = request.ServiceName.IsKnown ? catalog.Find(request.ServiceName.Known) : null;
        string? policy = choices.Policy switch
        {
            "FullAccess" => PolicyTemplates.FullAccess,
            "OrganizationPerimeter" when choices.OrganizationId is { } organization => PolicyTemplates.OrganizationPerimeter(organization),
            "ReadOnly" when snapshot.AccountId is { } account => PolicyTemplates.ReadOnly(service, choices.OrganizationId, account),
            _ => null,
        };
        if (policy is null)
        {
            voice.Fail(Errors.NoPolicyTemplate(choices.Policy, request.ServiceName.ToString(), target));
            return null;
        }

        voice.Say($"PolicyDocument from the template {choices.Policy}: {policy}");
        return request with { PolicyDocument = policy };
    }
}
