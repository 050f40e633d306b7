using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>Which private domains to make is a question for Resource and ServiceNetwork endpoints with private DNS.</summary>
public sealed class D015PrivateDnsDomains : Rule
{
    /// <summary>Declares the rule.</summary>
    public D015PrivateDnsDomains()
        : base(new RuleInfo
        {
            Id = RuleIds.D015,
            Title = "PrivateDnsPreference or its domains where they do not apply",
            Severity = Severity.Error,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Use PrivateDnsPreference on Resource and ServiceNetwork endpoints with PrivateDnsEnabled, and name up to ten domains with a SPECIFIED preference.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),
            OnlyBeforeCreation = true,
        })
    {
    }

    private const int MostDomains = 10;

    private static readonly string[] Preferences = ["ALL_DOMAINS", "VERIFIED_DOMAINS_ONLY", "VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS", "SPECIFIED_DOMAINS_ONLY"];

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        DnsOptions dns = context.Config.DnsOptions;
        Value<string> preference = dns.PrivateDnsPreference;
        ValueList<Value<string>> domains = dns.PrivateDnsSpecifiedDomains;
        if (preference.IsAbsent && domains.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Type.IsUnknown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.Undecidable(context.Type.Expression!));
        }

        string property = preference.IsAbsent ? "DnsOptions.PrivateDnsSpecifiedDomains" : "DnsOptions.PrivateDnsPreference";
        if (!context.Type.Is(EndpointTypes.Resource) && !context.Type.Is(EndpointTypes.ServiceNetwork))
        {
            return preference.IsKnown || domains.Count > 0
                ? RuleOutcome.Fail($"{property} is for Resource and ServiceNetwork endpoints, not for {context.Type}. Remove it.", property)
                : RuleOutcome.Unknown(property, preference.IsAbsent ? domains : preference);
        }

        List<Violation> violations = [];
        if (preference.IsKnown && !Preferences.Contains(preference.Known, StringComparer.Ordinal))
        {
            violations.Add(new Violation($"PrivateDnsPreference is '{preference}'; it can be {string.Join(", ", Preferences)}.", property));
        }

        if (!context.Config.PrivateDnsEnabled.IsUnknown && !context.Config.PrivateDnsEnabled.Is(true) && (preference.IsKnown || domains.Count > 0))
        {
            violations.Add(new Violation("Private DNS domains are chosen, but PrivateDnsEnabled is not true. Enable it, or remove the choice.", property));
        }

        if (domains.Count > 0 && !preference.IsUnknown && (preference.IsAbsent || !preference.Known.Contains("SPECIFIED", StringComparison.Ordinal)))
        {
            violations.Add(new Violation("PrivateDnsSpecifiedDomains needs a PrivateDnsPreference with SPECIFIED in it.", "DnsOptions.PrivateDnsSpecifiedDomains"));
        }

        if (domains.Count > MostDomains)
        {
            violations.Add(new Violation($"PrivateDnsSpecifiedDomains has {domains.Count} domains; AWS takes {MostDomains}.", "DnsOptions.PrivateDnsSpecifiedDomains"));
        }

        return RuleOutcome.From(violations, Missing(context.Config));
    }

    private static MissingInput? Missing(EndpointConfig config) =>
        config.PrivateDnsEnabled.IsUnknown ? MissingInput.ValueOf("PrivateDnsEnabled", config.PrivateDnsEnabled)
        : config.DnsOptions.PrivateDnsPreference.IsUnknown ? MissingInput.ValueOf("PrivateDnsPreference", config.DnsOptions.PrivateDnsPreference)
        : config.DnsOptions.PrivateDnsSpecifiedDomains.IsUnknown ? MissingInput.ValueOf("PrivateDnsSpecifiedDomains", config.DnsOptions.PrivateDnsSpecifiedDomains)
        : null;
}
