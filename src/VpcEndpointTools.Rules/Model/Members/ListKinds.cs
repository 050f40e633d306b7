using System.Net;
using VpcEndpointTools.Reading;

namespace VpcEndpointTools.Model.Members;

/// <summary>A list of texts whose order does not matter.</summary>
/// <param name="comparer">How two are told apart.</param>
/// <param name="isAdded">True where AWS changes the list by adding and removing; false where a change gives the whole list.</param>
internal sealed class TextsKind(StringComparer comparer, bool isAdded) : MemberKind<ValueList<Value<string>>>
{
    /// <summary>Ids of parts of the network.</summary>
    public static TextsKind Ids { get; } = new(StringComparer.Ordinal, isAdded: true);

    /// <summary>Domain names.</summary>
    public static TextsKind Domains { get; } = new(StringComparer.OrdinalIgnoreCase, isAdded: false);

    public override string Name => "list of texts";

    public override bool IsList => true;

    public override ValueList<Value<string>> Absent => ValueList<Value<string>>.Absent;

    public override bool IsAbsent(ValueList<Value<string>> value) => value.IsAbsent;

    public override string? Unknown(ValueList<Value<string>> value) =>
        value.Expression ?? value.FirstOrDefault(item => item.IsUnknown).Expression;

    public override ValueList<Value<string>> Read(NodeReader reader, string name, string singular) => reader.Texts(name, singular);

    public override object? Show(ValueList<Value<string>> value, StandIns standIns) =>
        value.Count == 0 ? null : value.Select(item => standIns.Show(item.ToString())).ToArray();

    public override InputNode? Write(ValueList<Value<string>> value) =>
        value.IsAbsent ? null : BuiltNode.OfList(value.Where(item => item.IsKnown).Select(item => BuiltNode.OfText(item.Known)));

    public override ValueList<Value<string>> Sort(ValueList<Value<string>> value) => InOrder.OfDistinct(value, item => item.ToString());

    public override bool Differ(ValueList<Value<string>> wanted, ValueList<Value<string>> existing) =>
        Unknown(existing) is null && !Texts(wanted).ToHashSet(comparer).SetEquals(Texts(existing));

    public override IEnumerable<string> Align(string parameter, ValueList<Value<string>> wanted, ValueList<Value<string>> existing)
    {
        if (!isAdded)
        {
            return [$"-{parameter} {wanted}"];
        }

        string[] add = [.. Texts(wanted).Except(Texts(existing), comparer)];
        string[] remove = [.. Texts(existing).Except(Texts(wanted), comparer)];
        return
        [
            .. add.Length == 0 ? [] : new[] { $"-Add{parameter} {string.Join(", ", add)}" },
            .. remove.Length == 0 ? [] : new[] { $"-Remove{parameter} {string.Join(", ", remove)}" },
        ];
    }

    private static IEnumerable<string> Texts(ValueList<Value<string>> list) => list.Select(item => item.ToString());
}

/// <summary>Tags: a list of them in answers and templates, specifications by resource type in a request.</summary>
internal sealed class TagsKind : MemberKind<ValueList<Tag>>
{
    public static TagsKind Instance { get; } = new();

    public override string Name => "tags";

    public override ValueList<Tag> Absent => ValueList<Tag>.Absent;

    public override bool IsAbsent(ValueList<Tag> value) => value.IsAbsent;

    public override string? Unknown(ValueList<Tag> value) =>
        value.Expression
            ?? value.Select(tag => tag.Key.Expression ?? tag.Value.Expression).FirstOrDefault(expression => expression is not null);

    public override ValueList<Tag> Read(NodeReader reader, string name, string singular)
    {
        List<NodeReader> tags = reader.Objects(name, singular) ?? [];
        foreach (NodeReader specification in reader.Objects("TagSpecifications", "TagSpecification") ?? [])
        {
            tags.AddRange(specification.Objects(name) ?? []);
        }

        return [.. tags.Select(tag => new Tag(tag.Text("Key"), tag.Text("Value")))];
    }

    public override object? Show(ValueList<Tag> value, StandIns standIns) => value.Count == 0
        ? null
        : value.Select(tag => new EndpointTag(standIns.Show(tag.Key.ToString()), standIns.Show(tag.Value.ToString()))).ToArray();

    public override InputNode? Write(ValueList<Tag> value) => value.IsAbsent ? null : BuiltNode.OfList(
    [
        BuiltNode.OfObject()
            .With("ResourceType", BuiltNode.OfText("vpc-endpoint"))
            .With("Tags", BuiltNode.OfList(value.Select(tag => BuiltNode.OfObject()
                .With("Key", BuiltNode.OfText(tag.Key.ToString()))
                .With("Value", BuiltNode.OfText(tag.Value.KnownOrDefault ?? string.Empty))))),
    ]);

    public override ValueList<Tag> Sort(ValueList<Tag> value) => InOrder.Of(value, tag => $"{tag.Key}={tag.Value}");

    public override bool Differ(ValueList<Tag> wanted, ValueList<Tag> existing) =>
        Unknown(existing) is null && !wanted.ToHashSet().SetEquals(existing);
}

/// <summary>Addresses designated for subnets.</summary>
internal sealed class SubnetConfigurationsKind : MemberKind<ValueList<SubnetConfiguration>>
{
    public static SubnetConfigurationsKind Instance { get; } = new();

    public override string Name => "list of a subnet and its addresses";

    public override ValueList<SubnetConfiguration> Absent => ValueList<SubnetConfiguration>.Absent;

    public override bool IsAbsent(ValueList<SubnetConfiguration> value) => value.IsAbsent;

    public override string? Unknown(ValueList<SubnetConfiguration> value) =>
        value.Expression
            ?? value.Select(one => one.SubnetId.Expression ?? one.Ipv4.Expression ?? one.Ipv6.Expression)
                .FirstOrDefault(expression => expression is not null);

    public override ValueList<SubnetConfiguration> Read(NodeReader reader, string name, string singular) =>
        reader.Find(name) is { Kind: InputKind.Unknown } node
            ? ValueList<SubnetConfiguration>.Unknown(node.Text)
            : [.. (reader.Objects(name, singular) ?? []).Select(item => new SubnetConfiguration
            {
                SubnetId = item.Text("SubnetId"),
                Ipv4 = item.Text("Ipv4"),
                Ipv6 = item.Text("Ipv6"),
            })];

    public override object? Show(ValueList<SubnetConfiguration> value, StandIns standIns) =>
        value.Count == 0 ? null : value.Select(one => View(one, standIns)).ToArray();

    public override InputNode? Write(ValueList<SubnetConfiguration> value) => value.IsAbsent
        ? null
        : BuiltNode.OfList(value.Select(one => BuiltNode.OfObject()
            .With("SubnetId", TextKind.Instance.Write(one.SubnetId))
            .With("Ipv4", TextKind.Instance.Write(one.Ipv4))
            .With("Ipv6", TextKind.Instance.Write(one.Ipv6))));

    public override ValueList<SubnetConfiguration> Sort(ValueList<SubnetConfiguration> value) =>
        InOrder.Of(value, one => $"{one.SubnetId} {one.Ipv4} {one.Ipv6}");

    /// <summary>Only of subnets of which it is known what is there.</summary>
    public override bool Differ(ValueList<SubnetConfiguration> wanted, ValueList<SubnetConfiguration> existing) =>
        !existing.IsUnknown && wanted.Any(one => existing.FirstOrDefault(other => other.SubnetId == one.SubnetId) is not { } there
            || Differ(one.Ipv4, there.Ipv4) || Differ(one.Ipv6, there.Ipv6));

    public override string Describe(ValueList<SubnetConfiguration> value, bool isWanted) =>
        value.Expression ?? string.Join("; ", value.Select(one => View(one, StandIns.None)));

    public override IEnumerable<string> Align(
        string parameter, ValueList<SubnetConfiguration> wanted, ValueList<SubnetConfiguration> existing) =>
        [$"-{parameter} {string.Join(", ", wanted.Select(Literal))}"];

    private static SubnetConfigurationView View(SubnetConfiguration one, StandIns standIns) =>
        new(standIns.Show(one.SubnetId.ToString()), one.Ipv4.ToString(), one.Ipv6.ToString());

    private static string Literal(SubnetConfiguration one) =>
        $"@{{ SubnetId = '{one.SubnetId}'{Entry("Ipv4", one.Ipv4)}{Entry("Ipv6", one.Ipv6)} }}";

    private static string Entry(string name, Value<string> value) => value.IsKnown ? $"; {name} = '{value}'" : string.Empty;

    public static bool Differ(Value<string> wanted, Value<string> existing) =>
        wanted.IsKnown && !existing.IsUnknown && !AreSame(wanted.Known, existing.KnownOrDefault);

    // IPv6 addresses have many spellings.
    private static bool AreSame(string wanted, string? existing) => string.Equals(wanted, existing, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(wanted, out IPAddress? one) && IPAddress.TryParse(existing, out IPAddress? other) && one.Equals(other));
}

/// <summary>Lists in ordinal order.</summary>
internal static class InOrder
{
    public static ValueList<T> Of<T>(ValueList<T> list, Func<T, string> text) =>
        list.Count < 2 ? list : [.. list.OrderBy(text, StringComparer.Ordinal)];

    /// <summary>An id that is named twice is meant once.</summary>
    public static ValueList<T> OfDistinct<T>(ValueList<T> list, Func<T, string> text) =>
        list.Count < 2 ? list : [.. list.Distinct().OrderBy(text, StringComparer.Ordinal)];
}
