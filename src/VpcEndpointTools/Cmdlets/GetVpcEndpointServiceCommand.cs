using System.Globalization;
using System.Management.Automation;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Input;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Cmdlets;

/// <summary>The catalogue of services that VPC endpoints are made for, without asking AWS.</summary>
[Cmdlet(VerbsCommon.Get, "VpcEndpointService")]
[OutputType(typeof(ServiceView))]
public sealed class GetVpcEndpointServiceCommand : VpcEndpointCmdlet
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private ServiceCatalog _catalog = ServiceCatalog.Shipped;
    private NamePatterns _types = null!;

    /// <summary>Full or short names of services; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [Alias("Name")]
    [ArgumentCompleter(typeof(ServiceNameCompleter))]
    public string[]? ServiceName { get; set; }

    /// <summary>Only services that offer one of these endpoint types; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EndpointTypeCompleter))]
    public string[]? EndpointType { get; set; }

    /// <summary>The Region to fill into names; exactly one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Alias("RegionToCall")]
    public string[]? Region { get; set; }

    /// <summary>A file with a newer answer of 'aws ec2 describe-vpc-endpoint-services', whose word wins.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Catalog { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        CheckRegion();
        _types = NamePatterns.Read(EndpointType, EndpointTypes.All, "UnknownEndpointType", "endpoint type", WriteError);
        if (Catalog is not null)
        {
            ServiceCatalog? newer = CatalogFile.Read(Catalog, SessionState, Stop, out ErrorRecord? error);
            if (error is not null)
            {
                ThrowTerminatingError(error);
            }

            _catalog = newer!;
        }

        int days = DateOnly.FromDateTime(DateTime.UtcNow).DayNumber - _catalog.Date.DayNumber;
        WriteVerbose(string.Create(
            CultureInfo.InvariantCulture,
            $"The service catalogue is of {_catalog.Date:yyyy-MM-dd} ({Math.Max(days, 0)} days old), {_catalog.Entries.Count} services."));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A full name of whatever Region means the service in every Region; names with a cell or an id are found by their form.
        HashSet<ServiceEntry> found = [.. (ServiceName ?? []).Select(_catalog.Find).OfType<ServiceEntry>()];
        Dictionary<string, string>? others = ServiceName?.Where(name => _catalog.Find(name) is null)
            .DistinctBy(WithoutRegion, StringComparer.Ordinal)
            .ToDictionary(WithoutRegion, StringComparer.Ordinal);
        NamePatterns names = NamePatterns.Read(
            others?.Keys.ToArray(), IsKnown, name => Errors.UnknownService(others![name], _catalog), WriteError);
        foreach (ServiceEntry entry in _catalog.Entries)
        {
            Stop.ThrowIfCancellationRequested();
            bool isNamed = found.Contains(entry) || names.Match(NamesOf(entry));
            if (isNamed && _types.Match(entry.EndpointTypes) && _written.Add(entry.ServiceNameTemplate))
            {
                WriteObject(new ServiceView(entry, Region?[0]));
            }
        }
    }

    private static string WithoutRegion(string name) =>
        ServiceNames.RegionOf(name) is { } region ? name.Replace($".{region}.", ".{region}.", StringComparison.Ordinal) : name;

    private static IEnumerable<string> NamesOf(ServiceEntry entry)
    {
        yield return entry.ShortName;
        yield return entry.ServiceNameTemplate;
        if (entry.ChinaServiceNameTemplate is { } china)
        {
            yield return china;
        }
    }

    private bool IsKnown(WildcardPattern pattern) => _catalog.Entries.Any(entry => NamesOf(entry).Any(pattern.IsMatch));

    private void CheckRegion()
    {
        if (Region is { Length: > 1 })
        {
            ThrowTerminatingError(Errors.SeveralRegions(Region));
        }

        if (Region is [var region] && !ServiceNames.IsRegion(region))
        {
            ThrowTerminatingError(Errors.InvalidRegion(region));
        }
    }
}
