using VpcEndpointTools.Aws;
using VpcEndpointTools.Input;
using VpcEndpointTools.Live;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Recommendation;

/// <summary>VPCs as they are in AWS, for recommendations on them.</summary>
internal static class LiveVpcs
{
    /// <summary>A snapshot of each Region that answers; a Region that fails, or a VPC that is nowhere, is an error, and the others go on.</summary>
    public static List<NetworkSnapshot> Read(LiveSnapshots live, IReadOnlyList<string>? patterns, IReadOnlyList<string> vpcs, IVoice voice)
    {
        IReadOnlyList<string> regions = live.Regions(patterns);
        List<NetworkSnapshot> snapshots = [];
        foreach (RegionAnswer answer in live.Read([.. regions.Select(region => (Func<Task<SnapshotRequest?>>)(() => Task.FromResult<SnapshotRequest?>(new SnapshotRequest(region) { VpcIds = vpcs })))], regions))
        {
            if (answer.Problem is { } problem)
            {
                voice.Fail(Errors.Aws(problem, answer.Region));
            }
            else if (answer.Document.Snapshot is { } snapshot)
            {
                snapshots.Add(snapshot);
            }
        }

        foreach (string id in vpcs.Where(id => !IdPattern.IsPattern(id) && !snapshots.Exists(snapshot => snapshot.Vpcs?.Any(vpc => IdPattern.Matches(id, vpc.VpcId)) == true)))
        {
            voice.Fail(Errors.NotInAws(id, regions, id));
        }

        return snapshots;
    }
}
