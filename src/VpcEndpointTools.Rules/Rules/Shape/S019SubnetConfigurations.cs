using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Designated addresses belong to subnets of the endpoint, one entry each, of its address types.</summary>
public sealed class S019SubnetConfigurations : Rule
{
    /// <summary>Declares the rule.</summary>
    public S019SubnetConfigurations()
        : base(new RuleInfo
        {
            Id = RuleIds.S019,
            Title = "SubnetConfigurations that do not fit the endpoint",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.HasSubnets),
            AwsErrorCode = "InvalidParameter",
            Remediation = "Give one entry for each subnet of SubnetIds, with an address of each type that IpAddressType includes.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.SubnetConfigurations.IsUnknown)
        {
            return RuleOutcome.Unknown("SubnetConfigurations", config.SubnetConfigurations);
        }

        if (config.SubnetConfigurations.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        List<Violation> violations = [];
        MissingInput? missing = config.SubnetIds.IsUnknown ? MissingInput.ValueOf("SubnetIds", config.SubnetIds)
            : config.IpAddressType.IsUnknown ? MissingInput.ValueOf("IpAddressType", config.IpAddressType)
            : null;
        HashSet<Value<string>> seen = [];
        bool openIds = config.SubnetIds.IsUnknown || config.SubnetIds.IsAbsent || config.SubnetIds.Any(id => id.IsUnknown);
        foreach (SubnetConfiguration item in config.SubnetConfigurations)
        {
            if (!seen.Add(item.SubnetId))
            {
                violations.Add(Wrong($"SubnetConfigurations names {item.SubnetId} twice. Keep one entry."));
            }
            else if (!config.SubnetIds.Contains(item.SubnetId))
            {
                if (item.SubnetId.IsKnown && !openIds)
                {
                    violations.Add(Wrong($"SubnetConfigurations names {item.SubnetId}, which is not in SubnetIds ({config.SubnetIds}). Add it there."));
                }
                else
                {
                    missing ??= MissingInput.ValueOf("SubnetId", item.SubnetId);
                }
            }

            Check(violations, config.IpAddressType, item, "ipv6", "Ipv4", item.Ipv4);
            Check(violations, config.IpAddressType, item, "ipv4", "Ipv6", item.Ipv6);
        }

        return RuleOutcome.From(violations, missing);
    }

    // An address of a family must be there unless the endpoint has the other family only.
    private static void Check(List<Violation> violations, Value<string> type, SubnetConfiguration item, string otherOnly, string family, Value<string> address)
    {
        if (type.IsKnown && EndpointAddressTypes.IsValid(type.Known) && !type.Is(otherOnly) && address.IsAbsent)
        {
            violations.Add(Wrong($"SubnetConfigurations gives {item.SubnetId} no {family}, but IpAddressType is {type}. Add it."));
        }
    }

    private static Violation Wrong(string message) => new(message, "SubnetConfigurations");
}
