using VpcEndpointTools.Aws;
using VpcEndpointTools.Creation;
using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Changes;

/// <summary>An endpoint as AWS shows it now: for output, and for the rules.</summary>
internal sealed record ShownEndpoint(SafeVpcEndpoint View, EndpointConfig Config)
{
    /// <summary>Its state in the API's own spelling, which the SDK changes.</summary>
    public string State => EndpointStates.AsInApi(View.State);
}

/// <summary>Where a change takes place: the connection, the Region, and the time that it may take.</summary>
internal sealed class ChangeSite(AwsPump pump, AwsConnection connection, string region, Deadline deadline)
{
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private TimeSpan _pause = FirstPause;

    public string Region => region;

    public AwsConnection Connection => connection;

    public IAwsMonitor Monitor => pump;

    public Deadline Deadline => deadline;

    /// <summary>Makes a call within the time.</summary>
    public T Run<T>(Func<CancellationToken, Task<T>> call) => pump.Run(() => call(deadline.Token));

    /// <summary>Makes a call within the time.</summary>
    public void Run(Func<CancellationToken, Task> call) => pump.Run(async () =>
    {
        await call(deadline.Token).ConfigureAwait(false);
        return true;
    });

    /// <summary>What surrounds endpoints. Throws <see cref="AwsException"/> where nothing can be seen.</summary>
    public NetworkSnapshot Read(SnapshotRequest request)
    {
        RegionAnswer answer = new LiveSnapshots(pump, connection, deadline.Token)
            .Read([() => Task.FromResult<SnapshotRequest?>(request)], [region])[0];
        return answer.Problem is { } problem ? throw problem : answer.Document.Snapshot!;
    }

    /// <summary>The endpoint as it is now; null where it is not listed. Throws <see cref="AwsException"/> where it cannot be looked
    /// for.</summary>
    public ShownEndpoint? Find(string id, string vpcId) =>
        Among(Run(stop => ModuleServices.Endpoints.ListAsync(connection, region, vpcId, pump, stop)), id);

    /// <summary>A last short look, when the time is over or the pipeline is being stopped; false where it did not succeed.</summary>
    public bool TryLastLook(string id, string vpcId, out ShownEndpoint? shown)
    {
        using CancellationTokenSource patience = new(LastLook);
        try
        {
            shown = Among(
                Task.Run(() => ModuleServices.Endpoints.ListAsync(connection, region, vpcId, UnheardCalls.Instance, patience.Token),
                    patience.Token)
                    .WaitAsync(patience.Token).GetAwaiter().GetResult(),
                id);
            return true;
        }
        catch (Exception exception) when (exception is AwsException or OperationCanceledException)
        {
            shown = null;
            return false;
        }
    }

    /// <summary>Waits before the next look, a little longer each time.</summary>
    public void Pause()
    {
        TimeSpan pause = Live.Pause.Of(_pause);
        Run(stop => Task.Delay(pause, stop));
        _pause = _pause * 1.5 < LongestPause ? _pause * 1.5 : LongestPause;
    }

    private ShownEndpoint? Among(InputNode list, string id)
    {
        EndpointList endpoints = new(list, region);
        return endpoints.Find(id) is { } view && endpoints.Config(id) is { } config ? new ShownEndpoint(view, config) : null;
    }
}
