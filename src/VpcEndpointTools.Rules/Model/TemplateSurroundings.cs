using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Model;

/// <summary>What the same template defines around an endpoint. It goes with the endpoint wherever it is tested.</summary>
public sealed class TemplateSurroundings
{
    private NetworkSnapshot? _joinedTo;
    private NetworkSnapshot? _joined;

    /// <summary>The parts; partial, for another template may hold the rest.</summary>
    public NetworkSnapshot? Parts { get; set; }

    /// <summary>The parts with what surrounds the template, if anything was given.</summary>
    public NetworkSnapshot? With(NetworkSnapshot? snapshot)
    {
        if (snapshot is null || Parts is null || ReferenceEquals(snapshot, Parts))
        {
            return snapshot ?? Parts;
        }

        if (!ReferenceEquals(_joinedTo, snapshot))
        {
            (_joinedTo, _joined) = (snapshot, Join(snapshot, Parts));
        }

        return _joined;
    }

    private static NetworkSnapshot Join(NetworkSnapshot snapshot, NetworkSnapshot parts)
    {
        NetworkSnapshot joined = snapshot with
        {
            Complete = snapshot.Complete.Except((parts.Vpcs ?? []).Where(vpc => vpc.VpcId.IsKnown).Select(vpc => vpc.VpcId.Known)),
        };
        foreach (SnapshotMember member in SnapshotMembers.All)
        {
            member.Join(snapshot, parts, joined);
        }

        return joined;
    }
}
