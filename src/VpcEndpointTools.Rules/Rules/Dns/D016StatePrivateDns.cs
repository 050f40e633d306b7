using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Dns;

/// <summary>AWS's documents disagree on what an omitted PrivateDnsEnabled means.</summary>
public sealed class D016StatePrivateDns : Rule
{
    /// <summary>Declares the rule.</summary>
    public D016StatePrivateDns()
        : base(new RuleInfo
        {
            Id = RuleIds.D016,
            Title = "PrivateDnsEnabled left to a default that is not certain",
            Severity = Severity.Information,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog,
            Remediation = "State PrivateDnsEnabled: true to let the service's own names lead to the endpoint, false to keep them public.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context) =>
        context.Config.PrivateDnsEnabled != EndpointConfig.OmittedPrivateDns ? RuleOutcome.Pass
        : context.Config.ServiceName.IsUnknown ? RuleOutcome.Unknown("ServiceName", context.Config.ServiceName)
        : context.Service is { HasPrivateDnsName: false } ? RuleOutcome.NotApplicable
        : RuleOutcome.Fail("PrivateDnsEnabled is omitted, and AWS's documents disagree on the default. State it.", "PrivateDnsEnabled");
}
