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
            Needs = RuleNeeds.Vpcs,
            AwsErrorCode = "InvalidParameter",
            Remediation = "Set enableDnsSupport and enableDnsHostnames of the VPC to true, or PrivateDnsEnabled to false.",
            Source = RuleSources.CreateInterface,
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

        Lookup<Vpc> found = context.Vpc();
        if (found.Item is not { } vpc)
        {
            return RuleOutcome.NotEvaluated(found.Missing ?? MissingInput.Undecidable($"{config.VpcId} in the snapshot's Vpcs"));
        }

        string[] off = [.. new[] { ("enableDnsSupport", vpc.EnableDnsSupport), ("enableDnsHostnames", vpc.EnableDnsHostnames) }
            .Where(attribute => attribute.Item2.Is(false))
            .Select(attribute => attribute.Item1)];
        if (off.Length == 0)
        {
            return vpc.EnableDnsSupport.IsKnown && vpc.EnableDnsHostnames.IsKnown
                ? RuleOutcome.Pass
                : RuleOutcome.NotEvaluated(MissingInput.Undecidable($"EnableDnsSupport and EnableDnsHostnames of {config.VpcId}"));
        }

        return config.PrivateDnsEnabled.IsUnknown
            ? RuleOutcome.Unknown("PrivateDnsEnabled", config.PrivateDnsEnabled)
            : RuleOutcome.Fail(
                $"PrivateDnsEnabled is true, but {string.Join(" and ", off)} of {config.VpcId} {(off.Length > 1 ? "are" : "is")} false: private DNS requires both.",
                "PrivateDnsEnabled");
    }
}
