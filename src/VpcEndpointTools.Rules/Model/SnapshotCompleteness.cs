namespace VpcEndpointTools.Model;

/// <summary>How much the members of a snapshot list: everything of the Region, everything of some VPCs, or an unknown part.</summary>
public sealed class SnapshotCompleteness
{
    private readonly bool _region;
    private readonly HashSet<string> _vpcs;
    private readonly HashSet<string> _except;

    private SnapshotCompleteness(bool region, IEnumerable<string> vpcs, IEnumerable<string>? except = null)
    {
        _region = region;
        _vpcs = new HashSet<string>(vpcs, StringComparer.Ordinal);
        _except = new HashSet<string>(except ?? [], StringComparer.Ordinal);
    }

    /// <summary>What is in a member is true; what is not in it is unknown.</summary>
    public static SnapshotCompleteness Partial { get; } = new(region: false, []);

    /// <summary>Each member that is present lists everything of the Region.</summary>
    public static SnapshotCompleteness Everything { get; } = new(region: true, []);

    /// <summary>Each member that is present lists everything of these VPCs, and of the Region's services.</summary>
    public static SnapshotCompleteness Of(IEnumerable<string> vpcIds) => new(region: false, vpcIds);

    /// <summary>The same, but for some VPCs of which more may stand elsewhere.</summary>
    public SnapshotCompleteness Except(IEnumerable<string> vpcIds) => new(_region, _vpcs, _except.Concat(vpcIds));

    /// <summary>True when everything of the Region is listed.</summary>
    public bool IsEverything => _region;

    /// <summary>True when the Region's endpoint services are all listed.</summary>
    public bool CoversServices => _region || _vpcs.Count > 0;

    /// <summary>True when everything of that VPC is listed.</summary>
    public bool Covers(string? vpcId) => vpcId is null ? _region : !_except.Contains(vpcId) && (_region || _vpcs.Contains(vpcId));
}
