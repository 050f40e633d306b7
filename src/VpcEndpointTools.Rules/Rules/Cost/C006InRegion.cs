using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Rules.Cost;

/// <summary>The same service in the endpoint's own Region costs less.</summary>
public sealed class C006InRegion : Rule
{
    /// <summary>Declares the rule.</summary>
    public C006InRegion()
        : base(new RuleInfo
        {
            Id = RuleIds.C006,
            Title = "Cross-Region endpoint for a service that its own Region has",
            Severity = Severity.Warning,
            EndpointTypes = [EndpointTypes.Interface],
            Needs = RuleNeeds.Region | RuleNeeds.Catalog | RuleNeeds.ServiceDetails,
            Remediation = "Use the service in the endpoint's own Region where the data can be there: traffic between Regions is billed on top.",
            Source = RuleSources.CrossRegion,
            Checked = new DateOnly(2026, 11, 27),
        })
    {
    }

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        EndpointConfig config = context.Config;
        if (config.ServiceRegion.IsAbsent || config.ServiceRegion == context.Region)
        {
            return RuleOutcome.NotApplicable;
        }

        if (!config.ServiceRegion.IsKnown || !config.ServiceName.IsKnown || !context.Region.IsKnown)
        {
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("ServiceName, ServiceRegion and the Region of deployment"));
        }

        if (context.Service is not { IsEndpointService: false, IsGlobal: false } service)
        {
            return RuleOutcome.NotApplicable;
        }

        string own = service.NameIn(context.Region.Known);
        return context.Snapshot?.ServiceDetails is null ? RuleOutcome.NotEvaluated(MissingInput.NotGiven("a snapshot with ServiceDetails"))
            : context.Snapshot.Index.Service(own, EndpointTypes.Interface) is not null
                ? RuleOutcome.Fail($"{context.Region} has {own} itself; {config.ServiceName} lies in {config.ServiceRegion}, and traffic between Regions costs extra.", "ServiceRegion")
            : context.Snapshot.Complete.CoversServices && !context.Snapshot.Index.IsBlurred(SnapshotMembers.ServiceDetails) ? RuleOutcome.Pass
            : RuleOutcome.NotEvaluated(MissingInput.NotGiven("all ServiceDetails of the Region"));
    }
}
