using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Shape;

/// <summary>Gateway, Gateway Load Balancer and tunnel endpoints have no private DNS.</summary>
public sealed class S012PrivateDnsNotSupported : Rule
{
    /// <summary>Declares the rule.</summary>
    public S012PrivateDnsNotSupported()
        : base(new RuleInfo
        {
            Id = RuleIds.S012,
            Title = "Private DNS on an endpoint type that has none",
            Severity = Severity.Error,
            EndpointTypes = TypeCapabilities.Where(type => !type.HasPrivateDns),
            AwsErrorCode = "InvalidParameter",
            Remediation = "Remove PrivateDnsEnabled. A Gateway endpoint needs none: the service's public names lead through the route.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),

            // AWS's own examples of describe answers show a gateway endpoint with PrivateDnsEnabled true.
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        Value<bool> privateDns = context.Config.PrivateDnsEnabled;
        if (privateDns.IsUnknown)
        {
            return RuleOutcome.Unknown("PrivateDnsEnabled", privateDns);
        }

        return privateDns.Is(true)
            ? RuleOutcome.Fail($"PrivateDnsEnabled is true, but a {context.Type} endpoint has no private DNS. Remove it.", "PrivateDnsEnabled")
            : RuleOutcome.Pass;
    }
}
