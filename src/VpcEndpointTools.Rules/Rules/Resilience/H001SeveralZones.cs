using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Network;

namespace VpcEndpointTools.Rules.Resilience;

/// <summary>An endpoint in one zone goes down with it.</summary>
public sealed class H001SeveralZones : Rule
{
    /// <summary>Declares the rule.</summary>
    public H001SeveralZones()
        : base(new RuleInfo
        {
            Id = RuleIds.H001,
            Title = "Endpoint in a single Availability Zone",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.Resource, EndpointTypes.ServiceNetwork],
            Needs = RuleNeeds.Subnets,
            Remediation = "Add a subnet in a second Availability Zone.",
            Source = RuleSources.Access,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        ValueList<Value<string>> subnets = context.Config.SubnetIds;
        if (subnets.IsUnknown)
        {
            return RuleOutcome.Unknown("SubnetIds", subnets);
        }

        switch (subnets.Count)
        {
            case 0:
                // VPCE-S011 says that it is in none.
                return RuleOutcome.NotApplicable;
            case 1:
                return RuleOutcome.Fail($"SubnetIds names one subnet ({subnets}), so one Availability Zone: add a subnet in another.", "SubnetIds");
        }

        MissingInput? missing = null;
        HashSet<string> zones = Zones.Of(context, subnets, ref missing);
        if (zones.Count >= 2)
        {
            return RuleOutcome.Pass;
        }

        return missing is not null
            ? RuleOutcome.NotEvaluated(missing)
            : RuleOutcome.Fail($"All subnets ({subnets}) are in the Availability Zone {string.Join(", ", zones)}: add one in another.", "SubnetIds");
    }
}
