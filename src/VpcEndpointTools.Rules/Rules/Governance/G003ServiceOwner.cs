using System.IO.Enumeration;
using VpcEndpointTools.Catalog;
using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;

namespace VpcEndpointTools.Rules.Governance;

/// <summary>Endpoints of partners lead out of the organization: somebody should have allowed them.</summary>
public sealed class G003ServiceOwner : Rule
{
    /// <summary>Declares the rule.</summary>
    public G003ServiceOwner()
        : base(new RuleInfo
        {
            Id = RuleIds.G003,
            Title = "Endpoint to a service whose owner is not on the list",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.GatewayLoadBalancer],
            Needs = RuleNeeds.Settings | RuleNeeds.ServiceDetails,
            Remediation = "Review the provider, then add its account or service name to AllowedServiceOwners in the settings, or delete the endpoint.",
            Source = RuleSources.CreateApi,
            Checked = new DateOnly(2026, 11, 23),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        Value<string> name = context.Config.ServiceName;
        if (name.IsUnknown)
        {
            return RuleOutcome.Unknown("ServiceName", name);
        }

        if (name.IsAbsent || !ServiceNames.IsEndpointService(name.Known))
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Declared.AllowedServiceOwners is not { } allowed)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("whose services may be used (settings: AllowedServiceOwners)"));
        }

        if (allowed.Any(item => FileSystemName.MatchesSimpleExpression(item, name.Known, ignoreCase: false)))
        {
            return RuleOutcome.Pass;
        }

        Lookup<ServiceDetail> service = context.ServiceDetail(context.Type.Known);
        if (service.Item is not { Owner.IsKnown: true } known)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven($"the Owner of {name} in a snapshot's ServiceDetails"));
        }

        return allowed.Contains(known.Owner.Known, StringComparer.Ordinal)
            ? RuleOutcome.Pass
            : RuleOutcome.Fail($"{name} belongs to {known.Owner}, which is not among the AllowedServiceOwners.", "ServiceName");
    }
}
