using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Model.Members;

/// <summary>A call of EC2 that answers a member of a snapshot. The SDK's request is called like it, and the answer's list like the
/// member.</summary>
/// <param name="Action">The call, as IAM names it.</param>
/// <param name="IsOfVpc">True where the filter vpc-id narrows it.</param>
/// <param name="PageSize">The largest page that the call allows. Source: the API reference of each, MaxResults.</param>
internal sealed record DescribeCall(string Action, bool IsOfVpc, int PageSize = 1000);

/// <summary>A member of a snapshot: its row, and the only place that knows how it is called, obtained, read, joined and judged.</summary>
/// <remarks>
/// <para>Knowledge that was copied drifted: a member was read but not joined, compared but not written. So each member is one row, and
/// everything that goes through all members goes through <see cref="SnapshotMembers.All"/>: the readers, the calls of EC2, the join of a
/// template
/// with what surrounds it, completeness, "not in the snapshot", and the page on the members. Nothing else lists them.</para>
/// <para>A row finds its list in the property of <see cref="NetworkSnapshot"/> that has its name, through delegates made once, so that
/// rules read
/// well and evaluation does no reflection. A member without a property is kept in <see cref="NetworkSnapshot.Others"/> and asked for with
/// <see cref="SnapshotMember{T}.Of"/>; everything else about it is the same. <see cref="EndpointMember"/> is the same thing for the
/// settings
/// of an endpoint.</para>
/// </remarks>
public abstract class SnapshotMember
{
    private protected SnapshotMember(string name, RuleNeeds need)
    {
        Name = name;
        Need = need;
    }

    /// <summary>AWS's name of it, in the describe answer that has it.</summary>
    public string Name { get; }

    /// <summary>What a rule declares that looks at it.</summary>
    public RuleNeeds Need { get; }

    /// <summary>The call of EC2 that answers it; null for what another service answers.</summary>
    internal DescribeCall? Ec2 { get; init; }

    /// <summary>The command of the AWS CLI that shows it, where it is not EC2's.</summary>
    internal string? OtherCommand { get; init; }

    /// <summary>True where a template contributes to it: what its resources say is joined with the snapshot beside it.</summary>
    internal bool IsFromTemplate { get; init; }

    /// <summary>True where a template's part is of use beside a complete snapshot that lacks the list. It counts as partial then.</summary>
    internal bool JoinsAlone { get; init; }

    /// <summary>True where it belongs to the Region: a snapshot that is complete for any VPC lists all of it. False where it is listed by
    /// VPC.</summary>
    public bool IsOfRegion { get; internal init; }

    /// <summary>The command of the AWS CLI that shows it.</summary>
    internal string Command => Ec2 is null ? OtherCommand ?? string.Empty : "ec2 " + string.Concat(
        Ec2.Action.Select((letter, i) => $"{(i > 0 && char.IsUpper(letter) ? "-" : string.Empty)}{char.ToLowerInvariant(letter)}"));

    /// <summary>True where the snapshot has it.</summary>
    public abstract bool IsIn(NetworkSnapshot snapshot);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Reads it into a snapshot that nobody else has yet.</summary>
    internal abstract void Read(NodeReader reader, NetworkSnapshot into);

    /// <summary>Puts the snapshot's list and the template's into a joined snapshot that nobody else has yet.</summary>
    internal abstract void Join(NetworkSnapshot given, NetworkSnapshot own, NetworkSnapshot into);

    /// <summary>True where an entry is known so little that it could be what a look-up does not find.</summary>
    internal abstract bool HasVagueEntry(NetworkSnapshot snapshot);
}

/// <summary>A member whose entries are of one type.</summary>
/// <typeparam name="T">The type of an entry.</typeparam>
public sealed class SnapshotMember<T> : SnapshotMember
{
    private readonly MemberAccess<NetworkSnapshot, IReadOnlyList<T>> _access;

    internal SnapshotMember(string name, RuleNeeds need)
        : base(name, need) => _access = MemberAccess<NetworkSnapshot, IReadOnlyList<T>>.To(name);

    /// <summary>Reads an entry; null for entries that the document reads itself, one by one.</summary>
    internal Func<NodeReader, T>? ReadEntry { get; init; }

    /// <summary>True for an entry of which all is known that look-ups go by.</summary>
    internal Func<T, bool> IsClear { get; init; } = _ => true;

    /// <summary>An entry of a template as it is beside entries of AWS.</summary>
    internal Func<T, T> BesideAws { get; init; } = entry => entry;

    /// <summary>The list of a snapshot; null where it has none.</summary>
    public IReadOnlyList<T>? Of(NetworkSnapshot snapshot) => _access.Get(snapshot);

    /// <summary>The snapshot with another list.</summary>
    public NetworkSnapshot With(NetworkSnapshot snapshot, IReadOnlyList<T>? entries)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        NetworkSnapshot copy = snapshot with { };
        _access.Set(copy, entries);
        return copy;
    }

    /// <inheritdoc/>
    public override bool IsIn(NetworkSnapshot snapshot) => Of(snapshot) is not null;

    internal override void Read(NodeReader reader, NetworkSnapshot into)
    {
        if (ReadEntry is not null && reader.Objects(Name) is { } entries)
        {
            _access.Set(into, [.. entries.Select(ReadEntry)]);
        }
    }

    internal override void Join(NetworkSnapshot given, NetworkSnapshot own, NetworkSnapshot into)
    {
        if (!IsFromTemplate || Of(own) is not { } entries)
        {
            return;
        }

        // A list that was not given stays so where the snapshot calls itself complete: the template's part of it is not the whole.
        bool isPart = Of(given) is null && (given.Complete.IsEverything || given.Complete.CoversServices);
        if (isPart && !JoinsAlone)
        {
            return;
        }

        _access.Set(into, [.. Of(given) ?? [], .. entries.Select(BesideAws)]);
        if (isPart)
        {
            into.PartialMembers = [.. into.PartialMembers, this];
        }
    }

    internal override bool HasVagueEntry(NetworkSnapshot snapshot) => Of(snapshot) is { } entries && !entries.All(IsClear);
}
