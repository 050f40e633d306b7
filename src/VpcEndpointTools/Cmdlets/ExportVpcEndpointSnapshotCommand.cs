using System.Management.Automation;
using VpcEndpointTools.Aws;
using VpcEndpointTools.Completion;
using VpcEndpointTools.Input;
using VpcEndpointTools.Live;

namespace VpcEndpointTools.Cmdlets;

/// <summary>Writes what surrounds endpoints in AWS to a file that -Snapshot reads.</summary>
[Cmdlet(VerbsData.Export, "VpcEndpointSnapshot", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportVpcEndpointSnapshotCommand : AwsCmdlet
{
    private readonly List<string> _vpcs = [];
    private OutputFile _file = null!;

    /// <summary>The file; with several Regions a folder that is there, in which each gets its own.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The VPCs to read; the whole Region unless given. Wildcards are allowed.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(VpcIdCompleter))]
    public string[]? VpcId { get; set; }

    /// <summary>Refuses to overwrite a file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gives the files that were written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        CheckRegions(isLive: true);
        _file = new OutputFile(SessionState, Path, NoClobber, this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _vpcs.AddRange(VpcId ?? []);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            Export();
        }
        catch (AwsException exception)
        {
            ThrowTerminatingError(Errors.Aws(exception, Region));
        }
    }

    private void Export()
    {
        LiveSnapshots snapshots = new(Pump, Connection, Stop);
        List<string> regions = [.. snapshots.Regions(Region).Where(region =>
            ShouldProcess(_file.For(region), $"Write what is in {(_vpcs.Count == 0 ? region : $"{string.Join(", ", _vpcs)} in {region}")}"))];
        _file.MustHoldSeveral(regions);
        foreach (RegionAnswer answer in snapshots.Read([.. regions.Select(region => Request(region))], regions))
        {
            if (answer.Problem is { } problem)
            {
                WriteError(Errors.Aws(problem, answer.Region));
                continue;
            }

            foreach (string vpc in _vpcs.Where(id => !IdPattern.IsPattern(id) && answer.Document.Snapshot?.Vpcs?.Any(vpc => IdPattern.Matches(id, vpc.VpcId)) == false))
            {
                WriteError(Errors.NotInAws(vpc, [answer.Region], vpc));
            }

            if (_file.Write(answer, this) is { } written && PassThru)
            {
                WriteObject(written);
            }
        }
    }

    private Func<Task<SnapshotRequest?>> Request(string region) =>
        () => Task.FromResult<SnapshotRequest?>(new SnapshotRequest(region) { VpcIds = [.. _vpcs.Distinct(StringComparer.OrdinalIgnoreCase)] });
}
