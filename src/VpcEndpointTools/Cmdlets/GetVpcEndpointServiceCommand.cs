using System.Globalization;
using System.Management.Automation;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Completion;
using VpcEndpointTools.Input;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Cmdlets;

/// <summary>The catalogue of services that VPC endpoints are made for; with -Live, what AWS says of them today.</summary>
[Cmdlet(VerbsCommon.Get, "VpcEndpointService", DefaultParameterSetName = OfflineSet)]
[OutputType(typeof(ServiceView))]
public sealed class GetVpcEndpointServiceCommand : AwsCmdlet
{
    private const string OfflineSet = "Catalog";
    private const string LiveSet = "Live";

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

    /// <summary>A file with a newer answer of 'aws ec2 describe-vpc-endpoint-services', whose word wins.</summary>
    [Parameter(ParameterSetName = OfflineSet)]
    [ValidateNotNullOrEmpty]
    public string? Catalog { get; set; }

    /// <summary>Asks AWS, whose word wins.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiveSet)]
    public SwitchParameter Live { get; set; }

    /// <summary>Keeps AWS's answer in a file, for -Catalog and for the settings.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        CheckRegions(isLive: false);
        _types = NamePatterns.Read(EndpointType, EndpointTypes.All, ErrorIds.UnknownEndpointType, "endpoint type", this);
        if (Catalog is not null)
        {
            _catalog = CatalogFile.Read(Catalog, SessionState, this, Stop);
        }

        if (Live)
        {
            _catalog = Ask();
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
            others?.Keys.ToArray(), IsKnown, name => Errors.UnknownService(others![name], _catalog), this);
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

    private ServiceCatalog Ask()
    {
        OutputFile? file = OutFile is null ? null : new OutputFile(SessionState, OutFile, noClobber: false, this);
        try
        {
            AwsConnection connection = Connection;
            string region = Pump.Run(() => ModuleServices.Aws.FindRegionsAsync(connection, Region ?? [], Pump, Stop))[0];
            Region = [region];
            InputNode answer = Pump.Run(() => ModuleServices.Aws.ReadServicesAsync(connection, region, Pump, Stop));
            file?.Write(new RegionAnswer(region, answer, null), this);
            return ServiceCatalog.Shipped.Refresh(
                ModuleServices.Reader.Read(answer, $"EC2 {region}").Snapshot?.ServiceDetails ?? [], DateOnly.FromDateTime(DateTime.UtcNow));
        }
        catch (AwsException exception)
        {
            ThrowTerminatingError(Errors.Aws(exception, Region));
            throw;
        }
    }
}
