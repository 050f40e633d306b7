using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;
using VpcEndpointTools.Reachability;

namespace VpcEndpointTools.Rules.Routing;

/// <summary>The clients' own security groups let them out to the endpoint.</summary>
public sealed class R005ClientEgress : Rule
{
    /// <summary>Declares the rule.</summary>
    public R005ClientEgress()
        : base(new RuleInfo
        {
            Id = RuleIds.R005,
            Title = "Declared client whose security group does not let it out to the endpoint",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.Gateway],
            Needs = RuleNeeds.SecurityGroups | RuleNeeds.Subnets | RuleNeeds.PrefixLists | RuleNeeds.Catalog | RuleNeeds.Clients,
            Remediation = "Add an outbound rule for the service's port: to the service's prefix list for a Gateway endpoint, to the endpoint's security group for an Interface endpoint.",
            Source = RuleSources.Gateway,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        DeclaredClient[] clients = [.. context.Declared.Clients.Where(client => client.IsGroup)];
        if (clients.Length == 0)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("the clients' security groups (settings: Clients)"));
        }

        if (context.Config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", context.Config.ServiceName);
        }

        TrafficPorts ports = TrafficPorts.Of(context.Type.Known, context.Service);
        List<Violation> violations = [];
        MissingInput? missing = null;
        foreach (DeclaredClient client in clients)
        {
            Lookup<SecurityGroup> group = context.SecurityGroup(client.Text);
            if (group.Item?.IpPermissionsEgress is not { } rules)
            {
                missing ??= MissingInput.NotGiven($"the IpPermissionsEgress of {client.Text}");
                continue;
            }

            Truth letsOut = context.Type.Is(EndpointTypes.Gateway) ? ToService(context, rules, ports) : ToEndpoint(context, rules, ports);
            if (letsOut == Truth.No)
            {
                violations.Add(new Violation(
                    $"{client.Text}, a declared client, has no outbound rule for {ports} to {(context.Type.Is(EndpointTypes.Gateway) ? $"the prefix list of {context.Config.ServiceName}" : "the endpoint")}. Add one.",
                    context.Type.Is(EndpointTypes.Gateway) ? "RouteTableIds" : "SecurityGroupIds"));
            }

            missing ??= letsOut == Truth.Unknown ? MissingInput.NotGiven($"where the outbound rules of {client.Text} lead") : null;
        }

        return RuleOutcome.From(violations, missing);
    }

    private static Truth ToService(RuleContext context, IReadOnlyList<IpPermission> rules, TrafficPorts ports)
    {
        GroupReach reach = new(context.Snapshot?.Index);
        if (ServicePrefixes.Of(context) is not { PrefixListId.IsKnown: true } list)
        {
            return GroupReach.AdmitsAnyone(rules, ports).And(Truth.Unknown);
        }

        return GroupReach.NamesList(rules, ports, list.PrefixListId.Known).Or(reach.Covers(rules, ports, list));
    }

    private static Truth ToEndpoint(RuleContext context, IReadOnlyList<IpPermission> rules, TrafficPorts ports)
    {
        GroupReach reach = new(context.Snapshot?.Index);
        ValueList<Value<string>> groups = context.Config.SecurityGroupIds;
        Truth letsOut = GroupReach.Names(rules, ports, id => groups.Contains(id));

        // The default group, or one that is not known, may be the one that a rule names.
        if (groups.IsAbsent || groups.IsUnknown || groups.Any(id => !id.IsKnown))
        {
            letsOut = letsOut.Or(GroupReach.Names(rules, ports, _ => true).And(Truth.Unknown));
        }

        // Groups have had their say: here only addresses count.
        List<IpPermission> byAddress = [.. rules.Select(rule => rule with { GroupIds = ValueList<Value<string>>.Absent })];
        Truth whole = context.Config.SubnetIds.IsUnknown || context.Config.SubnetIds.IsAbsent ? Truth.Unknown : Truth.Yes;
        foreach (Value<string> id in context.Config.SubnetIds)
        {
            Truth toSubnet = context.Subnet(id).Item is { CidrBlock.IsKnown: true } subnet && AddressRange.TryParse(subnet.CidrBlock.Known, out AddressRange range)
                ? reach.Covers(rules, ports, range).Or(reach.Touches(byAddress, ports, [range]).And(Truth.Unknown))
                : Truth.Unknown;
            whole = whole.And(toSubnet);
        }

        // An endpoint is ipv4 unless it says otherwise; what IPv6 would add is not judged here.
        Value<string> type = context.Config.IpAddressType;
        whole = type.IsAbsent || type.Is(EndpointAddressTypes.Ipv4) ? whole
            : type.Is(EndpointAddressTypes.Dualstack) ? whole.Or(Truth.Unknown)
            : Truth.Unknown;

        return letsOut.Or(whole.And(GroupReach.AdmitsAnyone(rules, ports)));
    }
}
