using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Governance;

/// <summary>Where validated cryptography is required, the -fips name is the one to use.</summary>
public sealed class G004Fips : ServiceRule
{
    /// <summary>Declares the rule.</summary>
    public G004Fips()
        : base(new RuleInfo
        {
            Id = RuleIds.G004,
            Title = "Service name without -fips where FIPS is required",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Settings | RuleNeeds.Catalog,
            Remediation = "Use the service's -fips name.",
            Source = RuleSources.Services,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, ServiceEntry service)
    {
        if (!context.Declared.RequireFips || service.IsEndpointService)
        {
            return RuleOutcome.NotApplicable;
        }

        return service.ShortName.EndsWith("-fips", StringComparison.Ordinal) ? RuleOutcome.Pass
            : context.Catalog.FindShort(service.ShortName + "-fips") is not { } fips ? RuleOutcome.NotApplicable
            : RuleOutcome.Fail(
                $"FIPS is required: use {fips.NameIn(ServiceNames.RegionOf(context.Config.ServiceName.Known) ?? context.Region.KnownOrDefault ?? "{region}")} instead of {context.Config.ServiceName}.",
                "ServiceName");
    }
}
