using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Catalog;

/// <summary>The services that VPC endpoints are made for, with the date they were collected.</summary>
/// <remarks>The catalogue is near complete for the commercial Regions, not authoritative: AWS adds names weekly and not every Region
/// has each. Sources: the AWS page of services that integrate with AWS PrivateLink (2026 H2), aws-cdk-lib 2.276.0 (2026-11-10).</remarks>
public sealed class ServiceCatalog
{
    private static readonly Lazy<ServiceCatalog> ShippedCatalog = new(LoadShipped);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, ServiceEntry?> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServiceEntry> _byTemplate;
    private readonly ServiceEntry _endpointService;
    private readonly (Regex Form, ServiceEntry Entry)[] _celled;

    private ServiceCatalog(IReadOnlyList<ServiceEntry> entries, DateOnly date)
    {
        Entries = entries;
        Date = date;
        _byTemplate = new Dictionary<string, ServiceEntry>(entries.Count, StringComparer.Ordinal);
        foreach (ServiceEntry entry in entries)
        {
            _byTemplate.TryAdd(entry.ServiceNameTemplate, entry);
            if (entry.ChinaServiceNameTemplate is { } china)
            {
                _byTemplate.TryAdd(china, entry);
            }
        }

        _endpointService = entries.Single(entry => entry.IsAnyEndpointService);

        // Timestream's names carry a cell whose number only AWS knows.
        _celled = [.. entries.Where(entry => entry.ServiceNameTemplate.Contains("{cell}", StringComparison.Ordinal))
            .Select(entry => (
                new Regex(
                    "^" + Regex.Escape(entry.ServiceNameTemplate).Replace("\\{cell}", "cell[0-9]+", StringComparison.Ordinal) + "$",
                    RegexOptions.CultureInvariant,
                    TimeSpan.FromSeconds(1)),
                entry))];
    }

    /// <summary>The catalogue that ships with the module.</summary>
    public static ServiceCatalog Shipped => ShippedCatalog.Value;

    /// <summary>All services.</summary>
    public IReadOnlyList<ServiceEntry> Entries { get; }

    /// <summary>When the catalogue was collected.</summary>
    public DateOnly Date { get; }

    /// <summary>The service of that full name in whatever Region; null if the catalogue lacks it.</summary>
    public ServiceEntry? Find(string serviceName)
    {
        ArgumentNullException.ThrowIfNull(serviceName);

        // The same few names come again and again; a stream of ever new ones must not fill the memory.
        if (_found.TryGetValue(serviceName, out ServiceEntry? known))
        {
            return known;
        }

        ServiceEntry? found = LookUp(serviceName);
        if (_found.Count < MostRemembered)
        {
            _found[serviceName] = found;
        }

        return found;
    }

    /// <summary>The service whose short name (ssm, ecr.api) it is; null if the catalogue lacks it.</summary>
    public ServiceEntry? FindShort(string shortName) =>
        Entries.FirstOrDefault(entry => string.Equals(entry.ShortName, shortName, StringComparison.Ordinal));

    /// <summary>This catalogue with what AWS answers today. AWS's word wins for each service that it lists: types, private DNS names,
    /// endpoint policy, IPv6. Ports, titles, other Regions and names in China stay; so do services that it does not list.</summary>
    /// <remarks>An answer is of one Region: give one of the partition that the catalogue will be used for.</remarks>
    /// <param name="live">The ServiceDetails of describe-vpc-endpoint-services; one service can be there once per type.</param>
    /// <param name="date">When AWS answered.</param>
    public ServiceCatalog Refresh(IEnumerable<ServiceDetail> live, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(live);
        List<ServiceDetail> details = [.. live.Where(detail => detail.ServiceName.IsKnown)];
        HashSet<string> listedTypes = [.. details.SelectMany(LiveService.TypesOf)];
        Dictionary<string, LiveService> answers = details
            .GroupBy(detail => TemplateOf(detail.ServiceName.Known), StringComparer.Ordinal)
            .Select(group => new LiveService(group.Key, [.. group], listedTypes))
            .Where(service => service.Types.Count > 0)
            .ToDictionary(service => service.Template, StringComparer.Ordinal);
        IEnumerable<ServiceEntry> known = Entries.Select(
            entry => answers.Remove(entry.ServiceNameTemplate, out LiveService? answer) ? new ServiceEntry(answer, entry, date) : entry);
        List<ServiceEntry> refreshed = [.. known];

        // What is left are services that only AWS knows.
        refreshed.AddRange(answers.Values.Select(answer => new ServiceEntry(answer, null, date)));
        return new ServiceCatalog(refreshed, date);
    }

    private ServiceEntry? LookUp(string serviceName)
    {
        if (ServiceNames.IsEndpointService(serviceName))
        {
            return _byTemplate.GetValueOrDefault(LiveService.TemplateOf(serviceName)) ?? _endpointService;
        }

        if (_byTemplate.TryGetValue(serviceName, out ServiceEntry? exact))
        {
            // "{region}" left in a name by a template engine is a mistake, not a match.
            return serviceName.Contains('{', StringComparison.Ordinal) ? null : exact;
        }

        if (ServiceNames.RegionOf(serviceName) is null)
        {
            return null;
        }

        string template = LiveService.TemplateOf(serviceName);
        return _byTemplate.GetValueOrDefault(template)
            ?? _celled.FirstOrDefault(cell => cell.Form.IsMatch(template)).Entry;
    }

    // The China Regions and Timestream's cells have other names for a service that has its row.
    private string TemplateOf(string name) =>
        Find(name) is { IsAnyEndpointService: false } entry ? entry.ServiceNameTemplate : LiveService.TemplateOf(name);

    private static ServiceCatalog LoadShipped()
    {
        DateOnly collected = new(2026, 11, 23);
        return new ServiceCatalog([.. EmbeddedTable.Read("services.tsv").Select(row => new ServiceEntry(row, collected))], collected);
    }
}
