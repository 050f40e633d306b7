using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Live;

/// <summary>What to read of a Region.</summary>
/// <param name="Region">The Region.</param>
public sealed record SnapshotRequest(string Region)
{
    /// <summary>The VPCs to read; empty means the whole Region. Wildcards are allowed.</summary>
    public IReadOnlyList<string> VpcIds { get; init; } = [];

    /// <summary>True where no VPC is wanted at all, only what belongs to the Region: its services and prefix lists.</summary>
    public bool WithoutVpcs { get; init; }

    /// <summary>The members to read: what the selected rules need. Members of other services than EC2 are not read.</summary>
    public RuleNeeds Needs { get; init; } = Everything;

    /// <summary>All that a snapshot can have from EC2.</summary>
    public static RuleNeeds Everything => SnapshotMembers.FromEc2 | RuleNeeds.VpcDnsAttributes;
}
