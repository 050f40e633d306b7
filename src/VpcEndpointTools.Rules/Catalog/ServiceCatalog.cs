using System.Reflection;
using System.Text.RegularExpressions;

namespace VpcEndpointTools.Catalog;

/// <summary>The services that VPC endpoints are made for, with the date they were collected.</summary>
/// <remarks>The catalogue is near complete for the commercial Regions, not authoritative: AWS adds names weekly and not every Region
/// has each. Sources: the AWS page of services that integrate with AWS PrivateLink (2026 H2), aws-cdk-lib 2.276.0 (2026-11-10).</remarks>
public sealed class ServiceCatalog
{
    private static readonly Lazy<ServiceCatalog> ShippedCatalog = new(LoadShipped);

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

        _endpointService = entries.Single(entry => entry.IsEndpointService);

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
        if (ServiceNames.IsEndpointService(serviceName))
        {
            return _endpointService;
        }

        if (_byTemplate.TryGetValue(serviceName, out ServiceEntry? exact))
        {
            // "{region}" left in a name by a template engine is a mistake, not a match.
            return serviceName.Contains('{', StringComparison.Ordinal) ? null : exact;
        }

        if (ServiceNames.RegionOf(serviceName) is not { } region)
        {
            return null;
        }

        string template = WithoutRegion(serviceName, region);
        return _byTemplate.GetValueOrDefault(template)
            ?? _celled.FirstOrDefault(cell => cell.Form.IsMatch(template)).Entry;
    }

    /// <summary>The service whose short name (ssm, ecr.api) it is; null if the catalogue lacks it.</summary>
    public ServiceEntry? FindShort(string shortName) =>
        Entries.FirstOrDefault(entry => string.Equals(entry.ShortName, shortName, StringComparison.Ordinal));

    private static string WithoutRegion(string name, string region) =>
        string.Join('.', name.Split('.').Select(part => part == region ? "{region}" : part));

    private static ServiceCatalog LoadShipped()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("services.tsv")
            ?? throw new InvalidOperationException("The embedded service catalogue is missing.");
        using StreamReader reader = new(stream);
        string[] header = reader.ReadLine()!.Split('\t');
        List<ServiceEntry> entries = [];
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            entries.Add(new ServiceEntry(header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)));
        }

        return new ServiceCatalog(entries, new DateOnly(2026, 11, 23));
    }
}
