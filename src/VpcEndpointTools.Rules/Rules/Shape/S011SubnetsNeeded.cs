using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>An endpoint that is reached through network interfaces needs subnets for them.</summary>
public sealed class S011SubnetsNeeded : Rule
{
    /// <summary>Declares the rule.</summary>
    public S011SubnetsNeeded()
        : base(new RuleInfo
        {
            Id = RuleIds.S011,
            Title = "No subnets on an endpoint that needs network interfaces",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => type.Subnets == SubnetCount.OnePerZone),
            Remediation = "Give SubnetIds: one subnet for each Availability Zone that has clients.",
            Source = RuleSources.CreateInterface,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.SubnetIds.IsUnknown)
        {
            return RuleOutcome.Unknown("SubnetIds", config.SubnetIds);
        }

        if (config.SubnetIds.Count > 0)
        {
            return RuleOutcome.Pass;
        }

        // That SubnetConfigurations alone names the subnets stands nowhere; that it does not, neither.
        return config.SubnetConfigurations.IsAbsent
            ? RuleOutcome.Fail($"SubnetIds is empty: without a subnet an endpoint of type {context.Type} has no network interface and cannot be reached.", "SubnetIds")
            : RuleOutcome.NotEvaluated(MissingInput.Undecidable("SubnetIds, beside SubnetConfigurations"));
    }
}
