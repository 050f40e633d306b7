using System.Management.Automation;
using VpcEndpointTools.Changes;
using VpcEndpointTools.Completion;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Input;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Recommendation;
using VpcEndpointTools.Removal;

namespace VpcEndpointTools.Cmdlets;

/// <summary>Removes a VPC endpoint that nothing uses any more, and waits until it is gone.</summary>
[Cmdlet(VerbsCommon.Remove, "SafeVpcEndpoint", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = IdSet)]
[OutputType(typeof(EndpointRemoval))]
public sealed class RemoveSafeVpcEndpointCommand : ChangeCmdlet
{
    private const string IdSet = "VpcEndpointId";
    private const string InputObjectSet = "InputObject";

    private readonly List<TrafficVolume> _traffic = [];
    private NetworkSnapshot? _snapshot;

    /// <summary>An id, an endpoint, or a recommendation whose action is Remove.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The endpoints.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet)]
    [ValidateNotNullOrEmpty]
    [Alias("VpcEndpointIds")]
    [ArgumentCompleter(typeof(VpcEndpointIdCompleter))]
    public string[]? VpcEndpointId { get; set; }

    /// <summary>A further snapshot: hosted zones with their records, endpoints elsewhere.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Snapshot { get; set; }

    /// <summary>Rows of measured traffic.</summary>
    [Parameter]
    [ValidateNotNull]
    public object[]? Traffic { get; set; }

    /// <summary>Removes the endpoint although something uses it.</summary>
    [Parameter]
    public SwitchParameter AllowInUse { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _snapshot = Snapshot is null ? null : SnapshotArgument.Read(Snapshot, SessionState, this, Stop);
        foreach (object row in Traffic ?? [])
        {
            PSObjectNode node = new(row);
            if (!TrafficRow.Is(node))
            {
                ThrowTerminatingError(Errors.InvalidTraffic("Bytes", "is missing", row));
            }

            _traffic.Add(TrafficRow.Read(node, row, ((IVoice)this).Strict)!);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (object given in ParameterSetName == InputObjectSet ? [InputObject] : VpcEndpointId!.Cast<object>())
        {
            if (EndpointTarget.Read(new PSObjectNode(given), RecommendedActions.Remove, given, this)
                is not { } endpoints)
            {
                continue;
            }

            foreach (string id in endpoints.Ids)
            {
                Remove(id, endpoints.Region, given);
            }
        }
    }

    private void Remove(string id, string? region, object target)
    {
        try
        {
            using Deadline deadline = new(TimeSpan.FromSeconds(TimeoutSeconds), Stop);
            new SafeRemoval(Site(region, deadline), id, target,
                new RemovalOptions(AllowInUse, AllowInconclusive, NoWait, _snapshot, _traffic), this).Run();
        }
        catch (AwsException exception) when (exception.IsGeneral)
        {
            ThrowTerminatingError(Errors.Aws(exception, Region));
        }
        catch (AwsException exception)
        {
            WriteError(Errors.Aws(exception, target));
        }
    }
}
