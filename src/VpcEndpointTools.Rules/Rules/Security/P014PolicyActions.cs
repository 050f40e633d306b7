using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Policies;

namespace VpcEndpointTools.Rules.Security;

/// <summary>The actions of the policy are those of the endpoint's service.</summary>
public sealed class P014PolicyActions : PolicyRule
{
    /// <summary>Declares the rule.</summary>
    public P014PolicyActions()
        : base(new RuleInfo
        {
            Id = RuleIds.P014,
            Title = "Endpoint policy with actions of another service",
            Severity = Severity.Warning,
            EndpointTypes = TypeCapabilities.Where(type => type.HasPolicy),
            Needs = RuleNeeds.Catalog,
            Remediation = "Name the actions of the endpoint's own service: requests to others do not come through it.",
            Source = RuleSources.Policies,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context, PolicyDocument policy)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceName.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", config.ServiceName);
        }

        if (context.Service is null || ActionPrefixes.Of(context.Service.ShortName) is not { } own)
        {
            return RuleOutcome.NotApplicable;
        }

        foreach (PolicyStatement statement in policy.Statements)
        {
            if (statement.IsAllow && !statement.Actions.All(action => ActionPrefixes.CanMean(action, own)))
            {
                return RuleOutcome.Fail(
                    $"PolicyDocument: {statement.Label} allows {string.Join(", ", statement.Actions.Where(action => !ActionPrefixes.CanMean(action, own)))}, "
                    + $"but only {string.Join(" and ", own.Select(prefix => prefix + ":*"))} comes through an endpoint of {config.ServiceName}.",
                    "PolicyDocument");
            }
        }

        return RuleOutcome.Pass;
    }
}
