using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Address types are among those that AWS has.</summary>
public sealed class S023AddressTypeKnown : Rule
{
    /// <summary>Declares the rule.</summary>
    public S023AddressTypeKnown()
        : base(new RuleInfo
        {
            Id = RuleIds.S023,
            Title = "IpAddressType or DnsRecordIpType that AWS does not have",
            Severity = Severity.Error,
            AwsErrorCode = "InvalidParameter",
            Remediation = "IpAddressType is ipv4, ipv6 or dualstack; DnsRecordIpType is one of these or service-defined.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        Value<string> record = config.DnsOptions.DnsRecordIpType;
        List<Violation> violations = [];
        Check(violations, config.IpAddressType, "IpAddressType", EndpointAddressTypes.All);
        Check(violations, record, "DnsRecordIpType", EndpointAddressTypes.Records);
        return RuleOutcome.From(
            violations,
            config.IpAddressType.IsUnknown ? MissingInput.ValueOf("IpAddressType", config.IpAddressType)
            : record.IsUnknown ? MissingInput.ValueOf("DnsRecordIpType", record)
            : null);
    }

    private static void Check(List<Violation> violations, Value<string> value, string property, IReadOnlyList<string> valid)
    {
        if (!value.IsKnown || valid.Contains(value.Known, StringComparer.Ordinal))
        {
            return;
        }

        // Whether AWS minds the capitals is not written anywhere.
        bool onlyCapitals = valid.Contains(value.Known, StringComparer.OrdinalIgnoreCase);
        violations.Add(new Violation($"{property} '{value}' is none of {string.Join(", ", valid)}.", property)
        {
            Severity = onlyCapitals ? Severity.Warning : null,
        });
    }
}
