using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Rules.Network;

/// <summary>Network ACLs let the traffic to the endpoint and the answers pass.</summary>
public sealed class N010NetworkAcl : Rule
{
    /// <summary>Declares the rule.</summary>
    public N010NetworkAcl()
        : base(new RuleInfo
        {
            Id = RuleIds.N010,
            Title = "Network ACL that keeps clients from the endpoint",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.Gateway, EndpointTypes.Resource, EndpointTypes.ServiceNetwork],
            Needs = RuleNeeds.NetworkAcls | RuleNeeds.Vpcs | RuleNeeds.Subnets | RuleNeeds.RouteTables | RuleNeeds.PrefixLists | RuleNeeds.Catalog,
            Remediation = "Allow the service's port one way and the ephemeral ports 1024-65535 the other way in the network ACLs of the subnets.",
            Source = RuleSources.NetworkAcls,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        if ((context.Type.Is(EndpointTypes.Gateway) ? context.Config.RouteTableIds : context.Config.SubnetIds).IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Snapshot?.NetworkAcls is null)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot with NetworkAcls"));
        }

        if (!context.Config.ServiceName.IsAbsent && !context.Config.ServiceName.IsKnown)
        {
            return RuleOutcome.Unknown("ServiceName", context.Config.ServiceName);
        }

        // An endpoint of a partner may speak UDP, a resource anything: whether answers come back over TCP is then not known.
        TrafficPorts ports = TrafficPorts.Of(context.Type.Known, context.Service);
        return !ports.AreKnown ? RuleOutcome.NotApplicable
            : context.Type.Is(EndpointTypes.Gateway) ? ClientSubnets(context, ports)
            : EndpointSubnets(context, ports);
    }

    private static RuleOutcome EndpointSubnets(RuleContext context, TrafficPorts ports)
    {
        ValueList<Value<string>> ids = context.Config.SubnetIds;
        (List<AddressRange> clients, MissingInput? missing) = VpcRanges.Of(context);
        List<Violation> violations = [];
        missing ??= ids.IsUnknown ? MissingInput.ValueOf("SubnetIds", ids) : null;
        foreach (Value<string> id in ids)
        {
            missing = Check(context, id, ports, inward: true, clients, violations) ?? missing;
        }

        return RuleOutcome.From(violations, missing);
    }

    private static RuleOutcome ClientSubnets(RuleContext context, TrafficPorts ports)
    {
        (HashSet<Value<string>> subnets, MissingInput? missing) = SubnetRouting.SubnetsOf(context, context.Config.RouteTableIds);
        List<AddressRange> service = [];
        bool all = ServicePrefixes.Add(context, service);

        // Over an ipv6 endpoint nobody sends to the IPv4 ranges that a list has too.
        Value<string> type = context.Config.IpAddressType;
        service.RemoveAll(range => type.IsUnknown || (range.Width == 32 && type.Is(EndpointAddressTypes.Ipv6)));
        if (!all || service.Count == 0)
        {
            missing ??= MissingInput.NotGiven(type.IsUnknown ? $"the value of IpAddressType ({type})" : $"the Cidrs of the prefix list {context.Config.ServiceName}");
        }

        List<Violation> violations = [];
        foreach (Value<string> id in subnets)
        {
            missing = Check(context, id, ports, inward: false, service, violations) ?? missing;
        }

        return RuleOutcome.From(violations, missing);
    }

    private static MissingInput? Check(
        RuleContext context, Value<string> subnet, TrafficPorts ports, bool inward, List<AddressRange> peers, List<Violation> violations)
    {
        NetworkAcl? acl = subnet.IsKnown ? context.Snapshot!.Index.AclOf(subnet.Known) : null;
        if (acl is null)
        {
            return MissingInput.NotGiven($"the network ACL of {subnet}");
        }

        MissingInput? missing = null;
        foreach (AddressRange peer in peers)
        {
            Truth there = AclReach.Allows(acl, egress: !inward, ports, peer);
            Truth back = AclReach.Allows(acl, egress: inward, TrafficPorts.Answers, peer);
            if (there == Truth.No || back == Truth.No)
            {
                violations.Add(new Violation(
                    $"{acl.NetworkAclId} of {subnet} denies {(there == Truth.No ? $"{ports} {(inward ? "in" : "out")}" : $"the answers on ephemeral ports {(inward ? "out" : "in")}")}: "
                    + "traffic of the endpoint times out.",
                    inward ? "SubnetIds" : "RouteTableIds"));
                return null;
            }

            missing ??= there.And(back) == Truth.Yes ? null : MissingInput.NotGiven($"what {acl.NetworkAclId} lets through");
        }

        return missing;
    }
}
