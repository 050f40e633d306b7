using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Routing;

/// <summary>A gateway endpoint without a route table carries nothing.</summary>
public sealed class R002RouteTableNeeded : Rule
{
    /// <summary>Declares the rule.</summary>
    public R002RouteTableNeeded()
        : base(new RuleInfo
        {
            Id = RuleIds.R002,
            Title = "Gateway endpoint without a route table",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Gateway],
            Remediation = "Give RouteTableIds: the tables of the subnets whose traffic is meant.",
            Source = RuleSources.Gateway,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        ValueList<Value<string>> tables = context.Config.RouteTableIds;
        if (tables.IsUnknown)
        {
            return RuleOutcome.Unknown("RouteTableIds", tables);
        }

        return tables.IsAbsent
            ? RuleOutcome.Fail("RouteTableIds is empty: AWS accepts that, but no traffic takes the endpoint.", "RouteTableIds")
            : RuleOutcome.Pass;
    }
}
