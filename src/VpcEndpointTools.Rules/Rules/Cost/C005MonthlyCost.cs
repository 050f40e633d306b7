using System.Globalization;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Pricing;

namespace VpcEndpointTools.Rules.Cost;

/// <summary>What an endpoint will cost is worth knowing before it is made.</summary>
public sealed class C005MonthlyCost : Rule
{
    /// <summary>Declares the rule.</summary>
    public C005MonthlyCost()
        : base(new RuleInfo
        {
            Id = RuleIds.C005,
            Title = "What the endpoint will cost",
            Severity = Severity.Information,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.Region,
            Remediation = "Nothing to mend: weigh the figure against what the endpoint is for.",
            Source = RuleSources.Pricing,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.SubnetIds.IsAbsent)
        {
            return RuleOutcome.NotApplicable;
        }

        if (config.SubnetIds.IsUnknown)
        {
            return RuleOutcome.Unknown("SubnetIds", config.SubnetIds);
        }

        if (!context.Region.IsKnown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("the Region of deployment (-Region)"));
        }

        string kind = context.Type.Is(EndpointTypes.Interface) ? "interface" : "gwlb";
        if (PriceList.Shipped.Find(context.Region.Known, $"{kind}-hour") is not { } hour || PriceList.Shipped.Find(context.Region.Known, $"{kind}-gb") is not { } gigabyte)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven($"prices of {context.Region}"));
        }

        decimal month = hour.Amount * CostModel.HoursPerMonth * config.SubnetIds.Count;
        return RuleOutcome.Fail(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{month:F2} USD a month for {config.SubnetIds.Count} zone(s) ({hour.Amount} an hour each, {CostModel.HoursPerMonth} hours), and {gigabyte.Amount} for each GB at first; list prices of {hour.Date:yyyy-MM-dd}."),
            "SubnetIds");
    }
}
