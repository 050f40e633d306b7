using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Network;

/// <summary>The prefix list of a service with a Gateway endpoint: it has the service's name.</summary>
internal static class ServicePrefixes
{
    /// <summary>The list, if the snapshot has it.</summary>
    public static PrefixList? Of(RuleContext context) => context.Snapshot?.PrefixLists is null || !context.Config.ServiceName.IsKnown
        ? null
        : context.Snapshot.Index.PrefixListsNamed(context.Config.ServiceName.Known).FirstOrDefault();

    /// <summary>Adds the service's IPv4 ranges; false when not all are known.</summary>
    public static bool Add(RuleContext context, List<AddressRange> ranges) =>
        Of(context)?.Cidrs is { Count: > 0 } cidrs && VpcRanges.Add(cidrs, ranges);
}
