using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Governance;

/// <summary>Some services need several endpoints to work without another way out.</summary>
public sealed class G002Companions : Rule
{
    /// <summary>Declares the rule.</summary>
    public G002Companions()
        : base(new RuleInfo
        {
            Id = RuleIds.G002,
            Title = "Endpoint whose companions are missing",
            Severity = Severity.Information,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Catalog | RuleNeeds.VpcEndpoints | RuleNeeds.Region,
            Remediation = "Make the other endpoints as well, unless their traffic has another way out (NAT).",
            Source = RuleSources.Ecr,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        if (context.Service is null || CompanionSets.Of(context.Service.ShortName) is not { } set || ServiceNames.RegionOf(config.ServiceName.Known) is not { } region)
        {
            return RuleOutcome.NotApplicable;
        }

        string[] lacking = [.. set.ShortNames
            .Select(name => context.Catalog.FindShort(name)!)
            .Where(service => !service.NamesIn(region).Any(name => name == config.ServiceName.Known || context.Neighbours(name).Any()))
            .Select(service => service.NameIn(region))];
        if (lacking.Length == 0)
        {
            return RuleOutcome.Pass;
        }

        return context.EndpointsMissing is { } missing
            ? RuleOutcome.NotEvaluated(missing)
            : RuleOutcome.Fail($"{set.Name} through endpoints alone also needs {string.Join(", ", lacking)}, and {config.VpcId} has none.", "ServiceName");
    }
}
