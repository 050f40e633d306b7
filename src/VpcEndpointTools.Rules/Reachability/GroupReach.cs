using VpcEndpointTools.Model;

namespace VpcEndpointTools.Reachability;

/// <summary>What the rules of security groups let through.</summary>
/// <param name="index">Where prefix lists are looked up; null without a snapshot.</param>
public sealed class GroupReach(SnapshotIndex? index)
{
    /// <summary>True when a rule lets the traffic in from anybody at all.</summary>
    public static Truth AdmitsAnyone(IReadOnlyList<IpPermission>? rules, TrafficPorts ports)
    {
        if (rules is null)
        {
            return Truth.Unknown;
        }

        Truth admits = Truth.No;
        foreach (IpPermission rule in rules)
        {
            admits = admits.Or(Match(rule, ports).And(HasPeer(rule)));
        }

        return admits;
    }

    /// <summary>True when a rule lets the traffic through for all addresses of a range.</summary>
    public Truth Covers(IReadOnlyList<IpPermission>? rules, TrafficPorts ports, AddressRange range) => Any(rules, ports, rule => Covers(rule, range));

    /// <summary>True when a rule lets the traffic through for all ranges of a prefix list; unknown where the list is.</summary>
    public Truth Covers(IReadOnlyList<IpPermission>? rules, TrafficPorts ports, PrefixList? list)
    {
        if (list?.Cidrs is null || list.Cidrs.Count == 0)
        {
            return Any(rules, ports, _ => Truth.Unknown);
        }

        Truth all = Truth.Yes;
        foreach (Value<string> cidr in list.Cidrs)
        {
            all = all.And(cidr.IsKnown && AddressRange.TryParse(cidr.Known, out AddressRange range) ? Covers(rules, ports, range) : Any(rules, ports, _ => Truth.Unknown));
        }

        return all;
    }

    /// <summary>True when a rule names a group, or lets the traffic through for some addresses of one of the ranges.</summary>
    public Truth Touches(IReadOnlyList<IpPermission>? rules, TrafficPorts ports, IReadOnlyList<AddressRange> ranges) => Any(
        rules,
        ports,
        rule => Truths.Of(rule.GroupIds.Count > 0).Or(rule.GroupIds.IsUnknown ? Truth.Unknown : Truth.No)
            .Or(Each(rule, known => Truths.Of(ranges.Any(known.Overlaps))))
            .Or(Lists(rule, known => Truths.Of(ranges.Any(known.Overlaps)))));

    /// <summary>True when a rule names a group of which the function is true.</summary>
    public static Truth Names(IReadOnlyList<IpPermission>? rules, TrafficPorts ports, Func<string, bool> isWanted) =>
        Any(rules, ports, rule => InList(rule.GroupIds, isWanted));

    /// <summary>True when a rule names that prefix list.</summary>
    public static Truth NamesList(IReadOnlyList<IpPermission>? rules, TrafficPorts ports, string prefixListId) =>
        Any(rules, ports, rule => InList(rule.PrefixListIds, id => id == prefixListId));

    /// <summary>True when a rule lets the traffic through for addresses outside of all the ranges.</summary>
    public static Truth ReachesBeyond(IReadOnlyList<IpPermission>? rules, TrafficPorts ports, IReadOnlyList<AddressRange> ranges) =>
        Any(rules, ports, rule => Truths.Of(!rule.PrefixListIds.IsAbsent || !rule.GroupIds.IsAbsent).And(Truth.Unknown)
            .Or(Each(rule, known => Truths.Of(!ranges.Any(range => range.Contains(known))))));

    /// <summary>Whether a rule's protocol and ports are those of the traffic.</summary>
    public static Truth Match(IpPermission rule, TrafficPorts ports)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(ports);
        return ports.Match(rule.IpProtocol, rule.FromPort, rule.ToPort);
    }

    private static Truth Any(IReadOnlyList<IpPermission>? rules, TrafficPorts ports, Func<IpPermission, Truth> test)
    {
        Truth answer = rules is null ? Truth.Unknown : Truth.No;
        foreach (IpPermission rule in rules ?? [])
        {
            answer = answer.Or(Match(rule, ports).And(test(rule)));
        }

        return answer;
    }

    // A rule without a peer is no rule; a list that is one expression may turn out empty.
    private static Truth HasPeer(IpPermission rule) =>
        rule.Ipv4Ranges.Count + rule.Ipv6Ranges.Count + rule.PrefixListIds.Count + rule.GroupIds.Count > 0 ? Truth.Yes
        : rule.Ipv4Ranges.IsUnknown || rule.Ipv6Ranges.IsUnknown || rule.PrefixListIds.IsUnknown || rule.GroupIds.IsUnknown ? Truth.Unknown
        : Truth.No;

    private static Truth InList(ValueList<Value<string>> ids, Func<string, bool> isWanted)
    {
        Truth answer = ids.IsUnknown ? Truth.Unknown : Truth.No;
        foreach (Value<string> id in ids)
        {
            answer = answer.Or(id.IsKnown ? Truths.Of(isWanted(id.Known)) : Truth.Unknown);
        }

        return answer;
    }

    private static Truth Each(IpPermission rule, Func<AddressRange, Truth> test) => Each(rule.Ipv4Ranges, test).Or(Each(rule.Ipv6Ranges, test));

    private static Truth Each(ValueList<Value<string>> ranges, Func<AddressRange, Truth> test)
    {
        Truth answer = ranges.IsUnknown ? Truth.Unknown : Truth.No;
        foreach (Value<string> range in ranges)
        {
            answer = answer.Or(range.IsKnown && AddressRange.TryParse(range.Known, out AddressRange known) ? test(known) : Truth.Unknown);
        }

        return answer;
    }

    private Truth Covers(IpPermission rule, AddressRange range) =>
        Each(rule, known => Truths.Of(known.Contains(range))).Or(Lists(rule, known => Truths.Of(known.Contains(range))));

    private Truth Lists(IpPermission rule, Func<AddressRange, Truth> test)
    {
        Truth answer = rule.PrefixListIds.IsUnknown ? Truth.Unknown : Truth.No;
        foreach (Value<string> id in rule.PrefixListIds)
        {
            IReadOnlyList<Value<string>>? cidrs = id.IsKnown ? index?.PrefixList(id.Known)?.Cidrs : null;
            answer = answer.Or(cidrs is null ? Truth.Unknown : Each([.. cidrs], test));
        }

        return answer;
    }
}
