using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;

namespace VpcEndpointTools.Recommendation;

/// <summary>What a VPC lacks: the free endpoints where it pays for NAT, and the companions of endpoints that do not work alone.</summary>
internal static class MissingEndpoints
{
    /// <summary>Recommendations for what is missing.</summary>
    public static IEnumerable<EndpointRecommendation> Find(VpcAudit audit)
    {
        HashSet<string> asked = new(StringComparer.Ordinal);
        IEnumerable<EndpointNeed> wanted = FreeOnes(audit).Concat(Companions(audit)).Where(need => IsWanted(audit, need));
        foreach (EndpointNeed need in wanted.Where(need => asked.Add(need.Target.Name)))
        {
            foreach (EndpointRecommendation recommendation in audit.Advisor.Answer(need, audit.Places).Where(item => item.Action != RecommendedActions.Keep))
            {
                yield return recommendation;
            }
        }
    }

    private static bool IsWanted(VpcAudit audit, EndpointNeed need) =>
        need.Because?.RuleId is not { } rule || !Excuses.Cover(audit.Rules, rule, string.Empty);

    private static IEnumerable<EndpointNeed> FreeOnes(VpcAudit audit) => audit is { Region: { } region, Places: { NatGateways.Count: > 0, TablesOverNat.Count: > 0 } }
        ? GatewayInstead.Services.Select(name => Need(audit, audit.Catalog.FindShort(name), region) with
        {
            OnlyWhereNat = true,
            Because = new($"Traffic to it goes through {audit.Places.NatGateways[0].NatGatewayId} today, which is billed by the GB.", RuleSources.Gateway, RuleIds.C002),
        })
        : [];

    // Where there is another way out the companions' traffic has one.
    private static IEnumerable<EndpointNeed> Companions(VpcAudit audit)
    {
        if (audit.Places.HasWayOut || !audit.IsComplete || audit.Snapshot.VpcEndpoints is null || audit.Snapshot.RouteTables is null)
        {
            yield break;
        }

        foreach (EndpointConfig endpoint in audit.Endpoints.Where(endpoint => endpoint.VpcEndpointType.Is(EndpointTypes.Interface) && endpoint.ServiceName.IsKnown))
        {
            if (audit.ServiceOf(endpoint) is not { } service || CompanionSets.ToRecommendFor(service.ShortName) is not { } set || ServiceNames.RegionOf(endpoint.ServiceName.Known) is not { } region)
            {
                continue;
            }

            foreach (ServiceEntry lacking in set.ShortNames.Select(name => audit.Catalog.FindShort(name)!).Where(one => !one.NamesIn(region).Any(name => audit.Snapshot.Index.Endpoints.For(audit.VpcId, name).Any())))
            {
                yield return Need(audit, lacking, region) with
                {
                    Title = $"{lacking.NameIn(region)}, companion of {service.ShortName}",
                    Because = new($"{set.Name} also needs it, and the VPC has {service.ShortName} and no other way out.", RuleSources.Ecr, RuleIds.G002),
                };
            }
        }
    }

    private static EndpointNeed Need(VpcAudit audit, ServiceEntry? service, string region) => new()
    {
        Target = new NeedTarget(TargetKind.AwsService, service!.NameIn(region), service),
        Region = audit.Region,
        VpcId = audit.VpcId,
        AccessFrom = ClientLocations.Vpc,
    };
}
