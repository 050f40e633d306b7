using VpcEndpointTools.Evaluation;
using VpcEndpointTools.Model;
using VpcEndpointTools.Model.Members;

namespace VpcEndpointTools.Rules.Lifecycle;

/// <summary>One more endpoint fits into the quotas.</summary>
public sealed class L004Quota : Rule
{
    /// <summary>Declares the rule.</summary>
    public L004Quota()
        : base(new RuleInfo
        {
            Id = RuleIds.L004,
            Title = "Endpoint beyond a quota, or near it",
            Severity = Severity.Error,
            EndpointTypes = [EndpointTypes.Interface, EndpointTypes.Gateway, EndpointTypes.GatewayLoadBalancer, EndpointTypes.Resource, EndpointTypes.ServiceNetwork],
            Needs = RuleNeeds.VpcEndpoints | RuleNeeds.Quotas,
            AwsErrorCode = "VpcEndpointLimitExceeded",
            Remediation = "Delete what is not used, share an endpoint, or ask Service Quotas for more (255 gateway endpoints a VPC cannot be raised).",
            Source = RuleSources.Quotas,
            Checked = new DateOnly(2026, 11, 27),
            OnlyBeforeCreation = true,
        })
    {
    }

    private const int HardGatewaysPerVpc = 255;
    private const double Near = 0.8;

    /// <inheritdoc/>
    protected override RuleOutcome Test(RuleContext context)
    {
        if (context.Snapshot?.VpcEndpoints is null || !context.Config.VpcId.IsKnown)
        {
            // Without an applied quota the endpoints would decide nothing either.
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven("VpcId, a snapshot with VpcEndpoints, and the applied quota"));
        }

        EndpointIndex endpoints = context.Snapshot.Index.Endpoints;
        string vpc = context.Config.VpcId.Known;
        int inVpc = 0;
        foreach (string type in EndpointQuota.TypesOf(context.Type.Known))
        {
            inVpc += endpoints.Count(vpc, type);
        }

        if (context.Type.Is(EndpointTypes.Gateway) && inVpc >= HardGatewaysPerVpc && !context.Snapshot.Index.IsBlurred(SnapshotMembers.VpcEndpoints))
        {
            return RuleOutcome.Fail($"{vpc} has {inVpc} gateway endpoints; {HardGatewaysPerVpc} is the most that a VPC can have.", "VpcId");
        }

        EndpointQuota quota = EndpointQuota.Of(context.Type.Known);
        int used = quota.IsPerRegion ? endpoints.GatewayCount : inVpc;
        bool all = quota.IsPerRegion ? context.Snapshot.Complete.IsEverything && !context.Snapshot.Index.IsBlurred(SnapshotMembers.VpcEndpoints) : context.EndpointsMissing is null;
        Value<long> applied = quota.Applied(context);
        if (!applied.IsKnown)
        {
            // Most accounts have the default; whether this one does, somebody must say.
            return RuleOutcome.NotEvaluated(MissingInput.NotGiven($"the applied quota {quota.Code} ({quota.Name}): {used} of {quota.Default} by default are used"));
        }

        return Judge(context, quota, used, applied.Known, all);
    }

    private static RuleOutcome Judge(RuleContext context, EndpointQuota quota, int used, long limit, bool all)
    {
        string place = quota.IsPerRegion ? "The Region" : context.Config.VpcId.ToString();
        bool certain = !context.Snapshot!.Index.IsBlurred(SnapshotMembers.VpcEndpoints);
        if (used + 1 > limit && certain)
        {
            return RuleOutcome.Fail($"{place} has {used} of {limit} {quota.Name} ({quota.Code}): one more is refused.", "VpcId");
        }

        if (used + 1 >= limit * Near && certain)
        {
            return RuleOutcome.Fail(new Violation($"{place} has {used} of {limit} {quota.Name} ({quota.Code}): the quota is nearly used up.", "VpcId") { Severity = Severity.Warning });
        }

        return all ? RuleOutcome.Pass : RuleOutcome.NotEvaluated(context.NotComplete(SnapshotMembers.VpcEndpoints));
    }
}
