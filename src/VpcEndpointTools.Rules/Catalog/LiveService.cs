using VpcEndpointTools.Model;

namespace VpcEndpointTools.Catalog;

/// <summary>What AWS's own answer says of one service: its entries, one per type, taken together.</summary>
internal sealed class LiveService
{
    public const string Source = "describe-vpc-endpoint-services";
    private const string RegionPart = "{region}";

    private readonly IReadOnlySet<string> _listedTypes;

    /// <param name="template">The service's name with {region} for the Region.</param>
    /// <param name="details">Its entries.</param>
    /// <param name="listedTypes">The types that the answer lists, of whatever service.</param>
    public LiveService(string template, IReadOnlyList<ServiceDetail> details, IReadOnlySet<string> listedTypes)
    {
        _listedTypes = listedTypes;
        Template = template;
        Types = [.. details.SelectMany(TypesOf).Distinct(StringComparer.Ordinal)];
        string name = details[0].ServiceName.Known;
        ShortName = ShortNameOf(template);
        Title = !ServiceNames.IsEndpointService(name) ? ShortName
            : details[0].Owner is { IsKnown: true } owner ? $"Endpoint service of {owner}"
            : "Endpoint service";
        PolicySupported = Any(details
            .Where(detail => detail.VpcEndpointPolicySupported.IsKnown)
            .Select(detail => detail.VpcEndpointPolicySupported.Known));
        Ipv6Supported = Any(details
            .Where(detail => detail.SupportedIpAddressTypes is { IsAbsent: false, IsUnknown: false })
            .Select(detail => detail.SupportedIpAddressTypes.Any(IsIpv6)));

        // Private DNS names belong to the interface form: an answer without it says nothing of them.
        List<ServiceDetail> interfaces =
            [.. details.Where(detail => TypesOf(detail).Contains(EndpointTypes.Interface, StringComparer.Ordinal))];
        PrivateDnsNameTemplates = [.. interfaces.SelectMany(PrivateDnsNamesOf).Distinct(StringComparer.Ordinal)];
        HasPrivateDnsName = interfaces.Count == 0 || interfaces.Any(detail => detail.PrivateDnsNames.IsUnknown)
            ? null
            : PrivateDnsNameTemplates.Count > 0;
    }

    public string Template { get; }

    public string ShortName { get; }

    public string Title { get; }

    public IReadOnlyList<string> Types { get; }

    public bool? PolicySupported { get; }

    public bool? Ipv6Supported { get; }

    public bool? HasPrivateDnsName { get; }

    public IReadOnlyList<string> PrivateDnsNameTemplates { get; }

    /// <summary>A full name with {region} for its Region, if it has one.</summary>
    public static string TemplateOf(string serviceName) => WithoutRegion(serviceName, ServiceNames.RegionOf(serviceName));

    /// <summary>The types of an entry as far as they are known.</summary>
    public static IEnumerable<string> TypesOf(ServiceDetail detail) =>
        detail.ServiceTypes.Where(type => type.IsKnown).Select(type => type.Known);

    /// <summary>True for a type that the whole answer lacks: it was asked for other types only, so it denies no service that one.</summary>
    public bool IsSilentOn(string type) => !_listedTypes.Contains(type);

    private static bool IsIpv6(Value<string> type) => type.Is(EndpointAddressTypes.Ipv6) || type.Is(EndpointAddressTypes.Dualstack);

    private static IEnumerable<string> PrivateDnsNamesOf(ServiceDetail detail)
    {
        string? region = ServiceNames.RegionOf(detail.ServiceName.Known);
        return detail.PrivateDnsNames.Where(name => name.IsKnown).Select(name => WithoutRegion(name.Known, region));
    }

    private static bool? Any(IEnumerable<bool> flags)
    {
        bool? answer = null;
        foreach (bool flag in flags)
        {
            answer = flag || answer == true;
        }

        return answer;
    }

    private static string WithoutRegion(string name, string? region) =>
        region is null ? name : string.Join('.', name.Split('.').Select(part => part == region ? RegionPart : part));

    private static string ShortNameOf(string template)
    {
        string? prefix = ServiceNames.KnownPrefixes.FirstOrDefault(known => template.StartsWith(known, StringComparison.Ordinal));
        string rest = prefix is null ? template : template[prefix.Length..];
        int region = rest.IndexOf(RegionPart + ".", StringComparison.Ordinal);
        return region < 0 ? rest : rest[(region + RegionPart.Length + 1)..];
    }
}
