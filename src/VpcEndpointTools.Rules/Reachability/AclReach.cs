using VpcEndpointTools.Model;

namespace VpcEndpointTools.Reachability;

/// <summary>What a network ACL lets through: the entries in the order of their numbers, the first that matches decides, else deny.</summary>
/// <remarks>Source: the Amazon VPC guide, network ACLs.</remarks>
public static class AclReach
{
    /// <summary>True when the traffic to or from all addresses of a range is let through.</summary>
    public static Truth Allows(NetworkAcl acl, bool egress, TrafficPorts ports, AddressRange peer)
    {
        ArgumentNullException.ThrowIfNull(acl);
        ArgumentNullException.ThrowIfNull(ports);
        if (acl.Entries is not { } entries || !AreOrdered(entries))
        {
            return Truth.Unknown;
        }

        if (ports.Ports.Count <= 1)
        {
            return Follow(entries, egress, ports, peer);
        }

        // One port let through is enough, and an entry that denies one of them says nothing of the others.
        Truth any = Truth.No;
        foreach (int port in ports.Ports)
        {
            any = any.Or(Follow(entries, egress, ports with { Ports = [port] }, peer));
        }

        return any;
    }

    private static Truth Follow(IReadOnlyList<NetworkAclEntry> entries, bool egress, TrafficPorts ports, AddressRange peer)
    {
        bool mayAllow = false;
        bool mayDeny = false;
        for (NetworkAclEntry? entry = Next(entries, egress, after: null); entry is not null; entry = Next(entries, egress, entry))
        {
            Truth match = ports.Match(entry.Protocol, entry.FromPort, entry.ToPort).And(MatchRange(entry, peer));
            if (match == Truth.No)
            {
                continue;
            }

            bool? allows = !entry.RuleAction.IsKnown ? null : string.Equals(entry.RuleAction.Known, "allow", StringComparison.OrdinalIgnoreCase);
            if (match == Truth.Yes && allows is { } decided)
            {
                return Decide(decided, mayAllow, mayDeny);
            }

            mayAllow |= allows != false;
            mayDeny |= allows != true;
            if (match == Truth.Yes)
            {
                return Truth.Unknown;
            }
        }

        return Decide(allowed: false, mayAllow, mayDeny);
    }

    private static bool AreOrdered(IReadOnlyList<NetworkAclEntry> entries)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            if (!entries[i].RuleNumber.IsKnown || !entries[i].Egress.IsKnown)
            {
                return false;
            }
        }

        return true;
    }

    // The entries are few, and looking for the next one costs less than a sorted copy for each question. A number is there once in each direction.
    private static NetworkAclEntry? Next(IReadOnlyList<NetworkAclEntry> entries, bool egress, NetworkAclEntry? after)
    {
        NetworkAclEntry? next = null;
        for (int i = 0; i < entries.Count; i++)
        {
            NetworkAclEntry entry = entries[i];
            if (entry.Egress.Is(egress)
                && (after is null || entry.RuleNumber.Known > after.RuleNumber.Known)
                && (next is null || entry.RuleNumber.Known < next.RuleNumber.Known))
            {
                next = entry;
            }
        }

        return next;
    }

    // An earlier entry that may match changes nothing where it says the same.
    private static Truth Decide(bool allowed, bool mayAllow, bool mayDeny) =>
        allowed ? (mayDeny ? Truth.Unknown : Truth.Yes) : (mayAllow ? Truth.Unknown : Truth.No);

    private static Truth MatchRange(NetworkAclEntry entry, AddressRange peer)
    {
        Value<string> text = peer.Width == 32 ? entry.CidrBlock : entry.Ipv6CidrBlock;
        if (text.IsAbsent)
        {
            return Truth.No;
        }

        return !text.IsKnown || !AddressRange.TryParse(text.Known, out AddressRange range) ? Truth.Unknown
            : range.Contains(peer) ? Truth.Yes
            : range.Overlaps(peer) ? Truth.Unknown
            : Truth.No;
    }
}
