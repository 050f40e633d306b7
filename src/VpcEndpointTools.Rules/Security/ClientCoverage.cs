using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;
using VpcEndpointTools.Network;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Security;

/// <summary>Whether security groups that let somebody in let in all the clients that are known or declared.</summary>
/// <remarks>What is missing here never makes a result Inconclusive: somebody gets in, and who else should is for the user to say.</remarks>
internal sealed class ClientCoverage(RuleContext context, List<SecurityGroup> groups, TrafficPorts ports, MissingInput? missing)
{
    private readonly GroupReach _reach = new(context.Snapshot?.Index);
    private readonly List<Violation> _violations = [];

    private MissingInput? _missing;

    public RuleOutcome Test()
    {
        (List<AddressRange> own, MissingInput? unknown) = VpcRanges.Of(context);
        ClientLocations from = context.Declared.AccessFrom;
        if (from == ClientLocations.None && context.Declared.Clients.Count == 0)
        {
            // Nothing was declared: clients are somewhere in the VPC.
            Expect(
                Any(rules => _reach.Touches(rules, ports, own)).Or(Missing(unknown)),
                $"admit {ports} from outside of {context.Config.VpcId} only",
                unknown);
        }

        foreach (DeclaredClient client in context.Declared.Clients)
        {
            Expect(Admits(client, own, unknown), $"do not admit {ports} from the declared client {client.Text}", unknown);
        }

        if (from.HasFlag(ClientLocations.Vpc))
        {
            Truth all = own.Aggregate(Truth.Yes, (truth, range) => truth.And(Any(rules => _reach.Covers(rules, ports, range))));
            Expect(
                (unknown is null ? all : Truth.Unknown).Or(Any(rules => GroupReach.Names(rules, ports, _ => true))),
                $"admit {ports} from a part of {context.Config.VpcId} only ({string.Join(", ", context.Vpc().Item?.CidrBlocks ?? [])})",
                unknown);
        }

        Peers(from);
        ClientLocations beyond = from & (ClientLocations.TransitGateway | ClientLocations.OnPremises | ClientLocations.OtherRegion);
        if (beyond != ClientLocations.None && context.Declared.Clients.Count == 0)
        {
            Truth reaches = Any(rules => GroupReach.ReachesBeyond(rules, ports, own));
            Expect(unknown is null ? reaches : Truth.Unknown, $"admit {ports} from {context.Config.VpcId} only, but clients are declared in {beyond}", unknown);
        }

        return RuleOutcome.From(_violations, _missing);
    }

    private static Truth Missing(MissingInput? unknown) => unknown is null ? Truth.No : Truth.Unknown;

    private void Peers(ClientLocations from)
    {
        if (!from.HasFlag(ClientLocations.PeeredVpc))
        {
            return;
        }

        if (context.Snapshot?.VpcPeeringConnections is null || !context.Config.VpcId.IsKnown)
        {
            _missing ??= MissingInput.NotGiven("VpcPeeringConnections in a snapshot");
            return;
        }

        // Peers that are not listed may be let in or not.
        _missing ??= context.ListsAll(SnapshotMembers.VpcPeeringConnections) ? null : MissingInput.NotGiven($"all VpcPeeringConnections of {context.Config.VpcId}");
        foreach (VpcPeeringConnection peering in context.Snapshot.Index.Joins.PeeringsOf(context.Config.VpcId.Known))
        {
            PeeredVpc peer = peering.Requester.VpcId == context.Config.VpcId ? peering.Accepter : peering.Requester;
            List<AddressRange> ranges = [];
            bool complete = VpcRanges.Add(peer.CidrBlocks, ranges) && ranges.Count > 0;
            Truth all = ranges.Where(range => range.Width == 32).Aggregate(Truth.Yes, (truth, range) => truth.And(Any(rules => _reach.Covers(rules, ports, range))));

            // A group of the peer may be named; whose group it is does not show.
            Truth named = Any(rules => GroupReach.Names(rules, ports, _ => true)).And(Truth.Unknown);
            Expect((complete ? all : all.And(Truth.Unknown)).Or(named), $"do not admit {ports} from the peered {peer.VpcId}", MissingInput.NotGiven($"the ranges and groups of {peer.VpcId}"));
        }
    }

    private Truth Admits(DeclaredClient client, List<AddressRange> own, MissingInput? unknown)
    {
        if (client.Range is { } range)
        {
            return Any(rules => _reach.Covers(rules, ports, range));
        }

        if (client.IsSubnet)
        {
            return FromSubnet(client.Text);
        }

        if (!client.IsGroup)
        {
            return Any(rules => GroupReach.NamesList(rules, ports, client.Text)).Or(Any(rules => _reach.Covers(rules, ports, context.Snapshot?.Index.PrefixList(client.Text))));
        }

        // The members of a group have addresses of the VPC: which, nobody says.
        Truth whole = unknown is not null ? Truth.Unknown : own.Aggregate(Truth.Yes, (truth, item) => truth.And(Any(rules => _reach.Covers(rules, ports, item))));
        Truth part = Any(rules => _reach.Touches(rules, ports, own)).Or(Missing(unknown)).And(Truth.Unknown);
        return Any(rules => GroupReach.Names(rules, ports, id => id == client.Text)).Or(whole).Or(part);
    }

    // What is in a subnet may also be in a group that a rule names; and IPv6 is not judged here.
    private Truth FromSubnet(string id)
    {
        Truth named = Any(rules => GroupReach.Names(rules, ports, _ => true)).And(Truth.Unknown);
        Value<string> type = context.Config.IpAddressType;
        bool isIpv4 = type.IsAbsent || type.Is(EndpointAddressTypes.Ipv4);
        return isIpv4 && context.Subnet(id).Item is { CidrBlock.IsKnown: true } subnet && AddressRange.TryParse(subnet.CidrBlock.Known, out AddressRange range)
            ? Any(rules => _reach.Covers(rules, ports, range)).Or(named)
            : Truth.Unknown;
    }

    private Truth Any(Func<IReadOnlyList<IpPermission>?, Truth> test)
    {
        // A group that is not seen may admit what the others do not.
        Truth answer = missing is null ? Truth.No : Truth.Unknown;
        foreach (SecurityGroup group in groups)
        {
            answer = answer.Or(test(group.IpPermissions));
        }

        return answer;
    }

    private void Expect(Truth truth, string otherwise, MissingInput? unknown)
    {
        if (truth == Truth.No)
        {
            _violations.Add(new Violation($"The security groups {otherwise}.", "SecurityGroupIds") { Severity = Severity.Warning });
        }
        else if (truth != Truth.Yes)
        {
            _missing ??= unknown ?? MissingInput.NotGiven("all that the security groups' rules refer to");
        }
    }
}
