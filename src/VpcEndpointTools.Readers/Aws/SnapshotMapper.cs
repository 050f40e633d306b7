using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Readers.Aws;

/// <summary>Reads a snapshot: the members of AWS's describe answers in one object.</summary>
internal static class SnapshotMapper
{
    /// <summary>Throws <see cref="InputException"/> where a member has the wrong form.</summary>
    /// <param name="reader">The snapshot.</param>
    /// <param name="endpoints">Its endpoints, already read; null where it has no such member.</param>
    public static NetworkSnapshot Read(NodeReader reader, IReadOnlyList<EndpointConfig>? endpoints)
    {
        NetworkSnapshot snapshot = new()
        {
            AccountId = reader.Text("AccountId").KnownOrDefault,
            Region = reader.Text("Region").KnownOrDefault,
            Complete = Completeness(reader),
            VpcEndpoints = endpoints,
        };
        foreach (SnapshotMember member in SnapshotMembers.All)
        {
            member.Read(reader, snapshot);
        }

        return snapshot;
    }

    private static SnapshotCompleteness Completeness(NodeReader reader)
    {
        InputNode? complete = reader.Find("Complete");
        return complete switch
        {
            null => SnapshotCompleteness.Partial,
            { Kind: InputKind.Boolean, Text: "true" } => SnapshotCompleteness.Everything,
            { Kind: InputKind.Boolean } => SnapshotCompleteness.Partial,
            { Kind: InputKind.List } => SnapshotCompleteness.Of(reader.Texts("Complete").Where(id => id.IsKnown).Select(id => id.Known)),
            _ => throw reader.Mismatch(complete, "Complete", "true, false or a list of VPC ids"),
        };
    }
}
