using System.Globalization;

namespace VpcEndpointTools.Catalog;

/// <summary>How sure the catalogue is of a service's private DNS name.</summary>
public enum NameBasis
{
    /// <summary>No name is recorded.</summary>
    None,

    /// <summary>Guessed from the pattern of dotted names: never decides anything.</summary>
    Guess,

    /// <summary>The usual pattern of AWS's names: good enough to pass, never for an Error.</summary>
    Convention,

    /// <summary>Recalled, not read: never for an Error.</summary>
    Knowledge,

    /// <summary>Read in AWS's documentation.</summary>
    Documented,
}

/// <summary>One service of a catalogue.</summary>
public sealed class ServiceEntry
{
    private const string RegionPart = "{region}";
    private const string EndpointServiceName = "vpce-svc";

    internal ServiceEntry(IReadOnlyDictionary<string, string> row, DateOnly date)
    {
        ShortName = row["short_name"];
        Title = row["title"];
        ServiceNameTemplate = row["service_name_template"];
        ChinaServiceNameTemplate = row["cn_service_name"] is { Length: > 0 } china ? china : null;
        EndpointTypes = [.. row["endpoint_types"].Replace(" or ", ",", StringComparison.Ordinal).Split(',')];
        PolicySupported = Answer(row["endpoint_policy"]);
        Ipv6Supported = Answer(row["ipv6"]);
        CrossRegionSupported = Answer(row["cross_region"]);
        Ports = [.. row["port"].Split(',').Where(port => int.TryParse(port, CultureInfo.InvariantCulture, out _))
            .Select(port => int.Parse(port, CultureInfo.InvariantCulture))];
        string name = row["private_dns_name"];
        HasPrivateDnsName = name.StartsWith("NONE", StringComparison.Ordinal) ? false
            : name.Length == 0 || name.StartsWith("unknown", StringComparison.Ordinal) || !name.Contains('.', StringComparison.Ordinal) ? null
            : true;
        PrivateDnsNameTemplates = HasPrivateDnsName == true ? [.. name.Split(';', StringSplitOptions.TrimEntries)] : [];
        PrivateDnsNameBasis = Basis(row["dns_basis"]);
        Source = row["source"];
        Date = date;
    }

    internal ServiceEntry(LiveService live, ServiceEntry? shipped, DateOnly date)
    {
        ShortName = shipped?.ShortName ?? live.ShortName;
        Title = shipped?.Title ?? live.Title;
        ServiceNameTemplate = live.Template;
        ChinaServiceNameTemplate = shipped?.ChinaServiceNameTemplate;
        EndpointTypes = [.. live.Types.Union(shipped?.EndpointTypes.Where(live.IsSilentOn) ?? [], StringComparer.Ordinal)];
        PolicySupported = live.PolicySupported ?? shipped?.PolicySupported;
        Ipv6Supported = live.Ipv6Supported ?? shipped?.Ipv6Supported;
        CrossRegionSupported = shipped?.CrossRegionSupported;
        Ports = shipped?.Ports ?? [];
        HasPrivateDnsName = live.HasPrivateDnsName ?? shipped?.HasPrivateDnsName;
        PrivateDnsNameTemplates = live.HasPrivateDnsName is null ? shipped?.PrivateDnsNameTemplates ?? [] : live.PrivateDnsNameTemplates;
        PrivateDnsNameBasis = live.HasPrivateDnsName is null ? shipped?.PrivateDnsNameBasis ?? NameBasis.None : NameBasis.Documented;
        Source = shipped is null ? LiveService.Source : $"{LiveService.Source}+{shipped.Source}";
        Date = date;
    }

    /// <summary>The last part of the name, for example ecr.api.</summary>
    public string ShortName { get; }

    /// <summary>The service in words.</summary>
    public string Title { get; }

    /// <summary>The name with {region} for the Region; global services have none.</summary>
    public string ServiceNameTemplate { get; }

    /// <summary>The name in the China Regions where it differs, else null.</summary>
    public string? ChinaServiceNameTemplate { get; }

    /// <summary>The endpoint types that the service offers.</summary>
    public IReadOnlyList<string> EndpointTypes { get; }

    /// <summary>Whether an endpoint policy has any effect; null where the catalogue does not know.</summary>
    public bool? PolicySupported { get; }

    /// <summary>Whether it takes IPv6; null where the catalogue does not know.</summary>
    public bool? Ipv6Supported { get; }

    /// <summary>True where AWS lists it for cross-Region endpoints; null where the list lacks it.</summary>
    public bool? CrossRegionSupported { get; }

    /// <summary>Its TCP ports; empty where any port can be meant.</summary>
    public IReadOnlyList<int> Ports { get; }

    /// <summary>Whether it offers a private DNS name; null where the catalogue does not know.</summary>
    public bool? HasPrivateDnsName { get; }

    /// <summary>Its private DNS names with {region} for the Region.</summary>
    public IReadOnlyList<string> PrivateDnsNameTemplates { get; }

    /// <summary>How sure the catalogue is of the private DNS name.</summary>
    public NameBasis PrivateDnsNameBasis { get; }

    /// <summary>Where the row comes from.</summary>
    public string Source { get; }

    /// <summary>When the row was collected; in a refreshed catalogue not all rows are of one day.</summary>
    public DateOnly Date { get; }

    /// <summary>True for a service with one name in all Regions.</summary>
    public bool IsGlobal => !ServiceNameTemplate.Contains(RegionPart, StringComparison.Ordinal);

    /// <summary>True for an endpoint service of a customer or partner.</summary>
    public bool IsEndpointService => IsAnyEndpointService || ShortName.StartsWith(EndpointServiceName + "-", StringComparison.Ordinal);

    /// <summary>True for the row that stands for every endpoint service without a row of its own.</summary>
    internal bool IsAnyEndpointService => ShortName == EndpointServiceName;

    /// <summary>True for a service whose endpoints are made by the service itself, never with CreateVpcEndpoint.</summary>
    public bool IsServiceManaged => EndpointTypes.Contains("ServiceManaged", StringComparer.Ordinal);

    /// <summary>True when the service offers that endpoint type.</summary>
    public bool HasType(string type) => EndpointTypes.Contains(type, StringComparer.Ordinal);

    /// <summary>The service's full name in a Region.</summary>
    public string NameIn(string region) =>
        (region.StartsWith("cn-", StringComparison.Ordinal) && ChinaServiceNameTemplate is { } china ? china : ServiceNameTemplate)
        .Replace(RegionPart, region, StringComparison.Ordinal);

    /// <summary>All its names in a Region: in the China Regions gateway endpoints keep the name without cn.</summary>
    public IReadOnlyList<string> NamesIn(string region)
    {
        string plain = ServiceNameTemplate.Replace(RegionPart, region, StringComparison.Ordinal);
        string name = NameIn(region);
        return name == plain ? [name] : [name, plain];
    }

    /// <inheritdoc/>
    public override string ToString() => ServiceNameTemplate;

    private static bool? Answer(string cell) => cell switch
    {
        "yes" => true,
        _ when cell == "no" || cell.StartsWith("no ", StringComparison.Ordinal) => false,
        _ => null,
    };

    private static NameBasis Basis(string cell) => cell switch
    {
        _ when cell.StartsWith("doc", StringComparison.Ordinal) => NameBasis.Documented,
        _ when cell.StartsWith("knowledge", StringComparison.Ordinal) => NameBasis.Knowledge,
        "convention" => NameBasis.Convention,
        "convention-guess" => NameBasis.Guess,
        _ => NameBasis.None,
    };
}
