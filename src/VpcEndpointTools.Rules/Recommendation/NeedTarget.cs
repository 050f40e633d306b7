using System.Net;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Recommendation;

/// <summary>What kind of thing clients want to reach.</summary>
public enum TargetKind
{
    /// <summary>A service of AWS.</summary>
    AwsService,

    /// <summary>An endpoint service of a customer or partner (vpce-svc).</summary>
    EndpointService,

    /// <summary>A VPC Lattice resource configuration, or a database, domain name or address that one is to be made for.</summary>
    Resource,

    /// <summary>A resource configuration of type CIDR, or a network segment that one is to be made for.</summary>
    Segment,

    /// <summary>A VPC Lattice service network.</summary>
    ServiceNetwork,

    /// <summary>Whatever stands behind a fleet of appliances, or nothing that was named.</summary>
    Unnamed,
}

/// <summary>What clients want to reach.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Full service name, ARN, domain name or address.</param>
/// <param name="Service">The catalogue's entry for a service.</param>
public sealed record NeedTarget(TargetKind Kind, string Name, ServiceEntry? Service = null)
{
    /// <summary>Nothing in particular.</summary>
    public static NeedTarget Unnamed { get; } = new(TargetKind.Unnamed, "(not named)");

    /// <summary>The ARN, where it has one.</summary>
    public string? Arn => Name.StartsWith("arn:", StringComparison.Ordinal) ? Name : null;

    /// <summary>A service by its short or full name; null where the catalogue does not know it.</summary>
    /// <param name="name">ssm, or com.amazonaws.eu-west-1.ssm.</param>
    /// <param name="region">Whose name to give a short one.</param>
    /// <param name="catalog">The services.</param>
    public static NeedTarget? OfService(string name, string? region, ServiceCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(catalog);
        if (ServiceNames.IsEndpointService(name))
        {
            return new NeedTarget(TargetKind.EndpointService, name, catalog.Find(name));
        }

        if (catalog.FindShort(name) is { IsEndpointService: false } known)
        {
            return new NeedTarget(TargetKind.AwsService, region is null ? name : known.NameIn(region), known);
        }

        return catalog.Find(name) is { } entry ? new NeedTarget(TargetKind.AwsService, name, entry) : null;
    }

    /// <summary>An endpoint service, an ARN of VPC Lattice, a domain name, an address or a range; null where it is none of them.</summary>
    /// <param name="text">What was named.</param>
    /// <param name="resourceType">The type of a resource configuration (SINGLE, GROUP, ARN, CIDR) where it is known.</param>
    public static NeedTarget? Parse(string text, string? resourceType = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (ServiceNames.IsEndpointService(text))
        {
            return new NeedTarget(TargetKind.EndpointService, text);
        }

        if (text.StartsWith("arn:", StringComparison.Ordinal) && text.Contains(":vpc-lattice:", StringComparison.Ordinal))
        {
            return text.Contains(":servicenetwork/", StringComparison.Ordinal) ? new NeedTarget(TargetKind.ServiceNetwork, text)
                : !text.Contains(":resourceconfiguration/", StringComparison.Ordinal) ? null
                : new NeedTarget(string.Equals(resourceType, "CIDR", StringComparison.OrdinalIgnoreCase) ? TargetKind.Segment : TargetKind.Resource, text);
        }

        if (IPAddress.TryParse(text, out _))
        {
            return new NeedTarget(TargetKind.Resource, text);
        }

        return AddressRange.TryParse(text, out _) ? new NeedTarget(TargetKind.Segment, text)
            : text.Contains('.', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal) && Uri.CheckHostName(text) == UriHostNameType.Dns ? new NeedTarget(TargetKind.Resource, text)
            : null;
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
