using VpcEndpointTools.Dns;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>Private DNS needs both DNS attributes of the VPC.</summary>
public sealed class D001VpcDnsAttributes : Rule
{
    /// <summary>Declares the rule.</summary>
    public D001VpcDnsAttributes()
        : base(new RuleInfo
        {
            Id = RuleIds.D001,
            Title = "Private DNS in a VPC whose DNS attributes are off",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Vpcs | RuleNeeds.VpcDnsAttributes,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Set enableDnsSupport and enableDnsHostnames of the VPC to true, or PrivateDnsEnabled to false.",
            Source = RuleSources.CreateInterface,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.PrivateDnsEnabled.IsAbsent || config.PrivateDnsEnabled.Is(false))
        {
            return RuleOutcome.NotApplicable;
        }

        (string[] off, MissingInput? missing) = VpcDns.Off(context);
        if (off.Length == 0)
        {
            return missing is null ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(missing);
        }

        return config.PrivateDnsEnabled.IsUnknown
            ? RuleOutcome.Unknown("PrivateDnsEnabled", config.PrivateDnsEnabled)
            : RuleOutcome.Fail(
                $"PrivateDnsEnabled is true, but {string.Join(" and ", off)} of {config.VpcId} {(off.Length > 1 ? "are" : "is")} false: private DNS requires both.",
                "PrivateDnsEnabled");
    }
}
