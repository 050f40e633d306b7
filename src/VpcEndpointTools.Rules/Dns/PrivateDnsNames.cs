using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Dns;

/// <summary>What is known of a service's private DNS names: what AWS lists in the snapshot, else the catalogue as far as it is sure.</summary>
internal static class PrivateDnsNames
{
    /// <summary>Whether the service offers any; null with what is missing where nobody knows.</summary>
    public static (bool? Offers, MissingInput? Missing) Offered(RuleContext context)
    {
        Lookup<ServiceDetail> listed = context.ServiceDetail(EndpointTypes.Interface);
        bool known = context.Service is { HasPrivateDnsName: true, PrivateDnsNameBasis: >= NameBasis.Convention };
        if (listed.Item is { PrivateDnsNames.IsUnknown: false } detail)
        {
            // A cut-down answer may have lost the names of a service that is known to have some.
            return detail.PrivateDnsNames.Count == 0 && known
                ? (null, MissingInput.NotGiven($"PrivateDnsNames of {context.Config.ServiceName}, which the snapshot shows without any"))
                : (detail.PrivateDnsNames.Count > 0, null);
        }

        return context.Service switch
        {
            { HasPrivateDnsName: false, PrivateDnsNameBasis: NameBasis.Documented, IsEndpointService: false } => (false, null),
            _ when known => (true, null),
            _ => (null, listed.Missing ?? MissingInput.NotGiven($"PrivateDnsNames of {context.Config.ServiceName} in a snapshot's ServiceDetails")),
        };
    }

    /// <summary>The zones that private DNS would make, without wildcards; empty where they are not known for sure.</summary>
    public static IReadOnlyList<string> Zones(RuleContext context)
    {
        if (context.ServiceDetail(EndpointTypes.Interface).Item is { } detail)
        {
            return [.. detail.PrivateDnsNames.Where(name => name.IsKnown).Select(name => Zone(name.Known))];
        }

        return context.Service is { PrivateDnsNameBasis: NameBasis.Documented } service && ServiceNames.RegionOf(context.Config.ServiceName.Known) is { } region
            ? [.. service.PrivateDnsNameTemplates.Select(name => Zone(name.Replace("{region}", region, StringComparison.Ordinal)))]
            : [];
    }

    /// <summary>A name as a zone: without wildcard, without the final dot.</summary>
    public static string Zone(string name) => (name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name).TrimEnd('.');
}
