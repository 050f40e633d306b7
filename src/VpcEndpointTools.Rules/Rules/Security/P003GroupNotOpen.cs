using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Reachability;
using VpcEndpointTools.Security;

namespace VpcEndpointTools.Rules.Security;

/// <summary>An endpoint's security group is open to its clients, not to the world.</summary>
public sealed class P003GroupNotOpen : Rule
{
    /// <summary>Declares the rule.</summary>
    public P003GroupNotOpen()
        : base(new RuleInfo
        {
            Id = RuleIds.P003,
            Title = "Security group open to every address or every port",
            Severity = Severity.Warning,
            EndpointTypes = TypeCapabilities.Where(type => type.HasSecurityGroups),
            Needs = RuleNeeds.SecurityGroups | RuleNeeds.Catalog,
            Remediation = "Admit the service's port only, from the VPC's ranges, the clients' security group or their networks.",
            Source = RuleSources.Configure,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    private const int AllPorts = 65_535;

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        (List<SecurityGroup> groups, MissingInput? missing) = EndpointGroups.Of(context);
        TrafficPorts ports = TrafficPorts.Of(context.Type.Known, context.Service);
        List<Violation> violations = [];
        foreach (SecurityGroup group in groups)
        {
            if (group.IpPermissions is null)
            {
                missing ??= MissingInput.NotGiven($"the IpPermissions of {group.GroupId}");
            }

            foreach (IpPermission rule in group.IpPermissions ?? [])
            {
                missing = Check(group, rule, ports, context.Config.ServiceName, violations) ?? missing;
            }
        }

        return RuleOutcome.From(violations, missing);
    }

    private static MissingInput? Check(SecurityGroup group, IpPermission rule, TrafficPorts ports, Value<string> service, List<Violation> violations)
    {
        if ((FirstOpen(rule.Ipv4Ranges) ?? FirstOpen(rule.Ipv6Ranges)) is { } range)
        {
            violations.Add(new Violation($"{group.GroupId} admits {Ports(rule)} from {range}: every address. Name the clients' ranges.", "SecurityGroupIds")
            {
                // An endpoint takes TCP and UDP: anything else opens nothing of it.
                Severity = rule.IpProtocol.KnownOrDefault is { } protocol && NameWithoutPorts(protocol) is not null ? Severity.Information : null,
            });
            return null;
        }

        // Members of the same groups trust each other; and where any port can be meant, all ports are the only way to say so.
        bool fromAddresses = rule.Ipv4Ranges.Count + rule.Ipv6Ranges.Count + rule.PrefixListIds.Count > 0;
        if (fromAddresses && ports.AreKnown && AdmitsAllPorts(rule))
        {
            violations.Add(new Violation($"{group.GroupId} admits {Ports(rule)} where the endpoint takes {ports} only. Narrow the rule.", "SecurityGroupIds"));
            return null;
        }

        bool certain = rule.IpProtocol.IsKnown && !rule.FromPort.IsUnknown && !rule.ToPort.IsUnknown && !rule.Ipv4Ranges.IsUnknown && !rule.Ipv6Ranges.IsUnknown
            && !rule.PrefixListIds.IsUnknown && AreKnown(rule.Ipv4Ranges) && AreKnown(rule.Ipv6Ranges) && !(fromAddresses && service.IsUnknown);
        return certain ? null : MissingInput.Undecidable($"the inbound rules of {group.GroupId}");
    }

    private static string? FirstOpen(ValueList<Value<string>> ranges)
    {
        for (int i = 0; i < ranges.Count; i++)
        {
            if (ranges[i].IsKnown && AddressRange.TryParse(ranges[i].Known, out AddressRange known) && known.IsEverything)
            {
                return ranges[i].Known;
            }
        }

        return null;
    }

    private static bool AreKnown(ValueList<Value<string>> ranges)
    {
        for (int i = 0; i < ranges.Count; i++)
        {
            if (!ranges[i].IsKnown)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AdmitsAllPorts(IpPermission rule) =>
        rule.IpProtocol.Is("-1") || (rule.FromPort.IsKnown && rule.ToPort.IsKnown && rule.FromPort.Known <= 1 && rule.ToPort.Known >= AllPorts);

    private static string Ports(IpPermission rule) => rule.IpProtocol.Is("-1") ? "every port"
        : rule.IpProtocol.KnownOrDefault is { } protocol && NameWithoutPorts(protocol) is { } name ? name
        : AdmitsAllPorts(rule) ? "every port"
        : rule.FromPort == rule.ToPort ? $"port {rule.FromPort}"
        : $"ports {rule.FromPort} to {rule.ToPort}";

    // ICMP has types where TCP and UDP have ports. Null for what has ports, and for all protocols at once.
    private static string? NameWithoutPorts(string protocol) => protocol.ToLowerInvariant() switch
    {
        "-1" or "tcp" or "6" or "udp" or "17" => null,
        "icmp" or "1" => "ICMP",
        "icmpv6" or "58" => "ICMPv6",
        var other => $"protocol {other}",
    };
}
