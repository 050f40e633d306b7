using VpcEndpointTools.Isolation;
using VpcEndpointTools.Live;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Aws;

/// <summary>What a Region answered: its snapshot, or why there is none.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Content">The answers in AWS's words; null where nothing had to be asked, or there is a problem.</param>
/// <param name="Problem">What kept it from answering.</param>
internal sealed record RegionAnswer(string Region, InputNode? Content, AwsException? Problem)
{
    /// <summary>The answers as a snapshot; empty without content.</summary>
    public InputDocument Document => field ??= Content is null ? new InputDocument() : ModuleServices.Reader.Read(Content, $"EC2 {Region}");
}

/// <summary>Reads the snapshots of Regions, all at once; one that fails leaves the others going.</summary>
internal sealed class LiveSnapshots(AwsPump pump, AwsConnection connection, CancellationToken stop)
{
    /// <summary>The Regions that were meant. Throws <see cref="AwsException"/> where none can be found out.</summary>
    public IReadOnlyList<string> Regions(IReadOnlyList<string>? patterns) =>
        pump.Run(() => ModuleServices.Aws.FindRegionsAsync(connection, patterns ?? [], pump, stop));

    /// <summary>The answers, in the order of the requests; a request that turns out to be null asks nothing.</summary>
    public IReadOnlyList<RegionAnswer> Read(IReadOnlyList<Func<Task<SnapshotRequest?>>> requests, IReadOnlyList<string> regions) =>
        pump.Run(() => Task.WhenAll(requests.Select((request, i) => ReadAsync(request, regions[i]))));

    private async Task<RegionAnswer> ReadAsync(Func<Task<SnapshotRequest?>> request, string region)
    {
        try
        {
            SnapshotRequest? asked = await request().ConfigureAwait(false);
            return new RegionAnswer(region, asked is null ? null : await ModuleServices.Aws.ReadSnapshotAsync(connection, asked, pump, stop).ConfigureAwait(false), null);
        }
        catch (AwsException exception) when (!exception.IsGeneral)
        {
            return new RegionAnswer(region, null, exception);
        }
    }
}
