using System.Globalization;

namespace VpcEndpointTools.Catalog;

/// <summary>A service of the catalogue in plain values, in one Region or as a template.</summary>
/// <remarks>It has no VpcId and no VpcEndpointType: from the pipe alone New-EC2VpcEndpoint could create nothing of it.</remarks>
public sealed class ServiceView
{
    private const string RegionPart = "{region}";
    private const int UsualPort = 443;

    // Their names end in another domain than the catalogue's.
    private static readonly IReadOnlyList<string> OtherPartitions = ["cn-", "us-iso", "eu-iso", "eusc-"];

    /// <summary>The plain view of a service.</summary>
    /// <param name="entry">The service.</param>
    /// <param name="region">The Region that fills {region}; null leaves the template.</param>
    public ServiceView(ServiceEntry entry, string? region)
    {
        ArgumentNullException.ThrowIfNull(entry);
        bool isElsewhere = region is not null && OtherPartitions.Any(prefix => region.StartsWith(prefix, StringComparison.Ordinal));
        ServiceName = entry.IsServiceManaged ? null : entry.NameIn(region ?? RegionPart);
        ShortName = entry.ShortName;
        Title = entry.Title;
        EndpointTypes = [.. entry.EndpointTypes];
        Ports = [.. entry.Ports];
        PrivateDnsNames = isElsewhere
            ? []
            : [.. entry.PrivateDnsNameTemplates.Select(name => name.Replace(RegionPart, region ?? RegionPart, StringComparison.Ordinal))];
        PrivateDnsNameBasis = (isElsewhere ? NameBasis.None : entry.PrivateDnsNameBasis).ToString();
        PolicySupported = entry.PolicySupported;
        Ipv6Supported = entry.Ipv6Supported;
        CrossRegionSupported = entry.CrossRegionSupported;
        KnownLimits = [.. Limits(entry)];
        Source = entry.Source;
        CatalogDate = entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>Its full name; null for a service that nobody but itself makes endpoints for.</summary>
    public string? ServiceName { get; }

    /// <summary>The last part of the name, for example ecr.api.</summary>
    public string ShortName { get; }

    /// <summary>The service in words.</summary>
    public string Title { get; }

    /// <summary>The endpoint types that it offers.</summary>
    public string[] EndpointTypes { get; }

    /// <summary>Its TCP ports; empty where any port can be meant, or none is known.</summary>
    public int[] Ports { get; }

    /// <summary>Its private DNS names; empty where it has none or none is known.</summary>
    public string[] PrivateDnsNames { get; }

    /// <summary>How sure the catalogue is of them: Documented, Knowledge, Convention, Guess or None.</summary>
    public string PrivateDnsNameBasis { get; }

    /// <summary>Whether an endpoint policy has any effect; null where the catalogue does not know.</summary>
    public bool? PolicySupported { get; }

    /// <summary>Whether it takes IPv6; null where the catalogue does not know.</summary>
    public bool? Ipv6Supported { get; }

    /// <summary>True where AWS lists it for cross-Region endpoints; null where the list lacks it.</summary>
    public bool? CrossRegionSupported { get; }

    /// <summary>What it is known not to do, or to do otherwise than most.</summary>
    public string[] KnownLimits { get; }

    /// <summary>Where the row comes from.</summary>
    public string Source { get; }

    /// <summary>When the row was collected, as yyyy-MM-dd.</summary>
    public string CatalogDate { get; }

    /// <inheritdoc/>
    public override string ToString() => ServiceName ?? ShortName;

    private static IEnumerable<string> Limits(ServiceEntry entry)
    {
        if (entry.IsServiceManaged)
        {
            yield return "the service makes its endpoints itself";
        }

        if (entry.EndpointTypes is [Model.EndpointTypes.Gateway])
        {
            yield return "gateway endpoints only";
        }

        if (entry.HasType(Model.EndpointTypes.Interface) && entry.HasPrivateDnsName != true && (entry.HasPrivateDnsName == false || entry.IsEndpointService))
        {
            yield return entry.IsEndpointService ? "no private DNS name, unless its provider has one verified" : "no private DNS name";
        }

        if (entry.PolicySupported == false)
        {
            yield return "no endpoint policy";
        }

        if (entry.Ipv6Supported == false)
        {
            yield return "no IPv6";
        }

        if (entry.Ports.Count > 0 && !entry.Ports.Contains(UsualPort))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"not on port {UsualPort}");
        }
    }
}
